"""Files that people bring through the browser, until their import has ended."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from firsthand.library import messages
from firsthand.library.models import Import
from firsthand.people.models import Leader, User
from firsthand.records.errors import BadInput

MAX_NAME = 100


def keep(leader: Leader, files: "Sequence[UploadedFile[bytes]]", by: User | None = None) -> Import:
    """Keep files for an import that `library.work` carries out.

    Raises:
        BadInput: no file was brought.
    """
    if not files:
        raise BadInput(messages.NO_FILES())
    names = [_safe(file.name or "") for file in files]
    with transaction.atomic():
        brought = Import.objects.create(leader=leader, name=", ".join(names)[:255], by=by)
        folder = settings.UPLOADS / f"import-{brought.pk}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, mode=0o700)
        for number, (name, file) in enumerate(zip(names, files, strict=True)):
            # Each file has a folder of its own: two may have the same name.
            (folder / str(number)).mkdir()
            _move(file, folder / str(number) / name)
        brought.path = str(folder)
        brought.save(update_fields=["path"])
    return brought


def paths(brought: Import) -> list[Path]:
    """Give the files kept for an import, in the order in which they were brought."""
    folders = sorted(Path(brought.path).iterdir(), key=lambda folder: int(folder.name))
    return [file for folder in folders for file in folder.iterdir()]


def discard(brought: Import) -> None:
    """Delete the files kept for an import."""
    if brought.path:
        shutil.rmtree(brought.path, ignore_errors=True)


def _safe(name: str) -> str:
    """Give a name that stays inside its folder; the ending tells formats apart, so it is kept."""
    plain = re.sub(r"[^\w.()\[\] -]", "_", Path(name.replace("\\", "/")).name).lstrip(".")
    return plain[-MAX_NAME:].strip() or "archive"


def _move(file: "UploadedFile[bytes]", target: Path) -> None:
    """Move what Django has put on the same disk; copy what it holds in memory."""
    temporary = getattr(file, "temporary_file_path", None)
    if temporary is not None:
        shutil.move(temporary(), target)
        file.close()  # Django then knows that there is nothing left to delete
        return
    with target.open("wb") as out:
        for chunk in file.chunks():
            out.write(chunk)
