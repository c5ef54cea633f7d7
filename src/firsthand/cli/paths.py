"""Files and folders named on the command line: what is not there is refused in one sentence."""

import os
from pathlib import Path
from typing import Any

import click

from firsthand.records.errors import BadInput
from firsthand.records.message import Message

NOT_THERE = Message(
    "There is no file or folder “{name}”: check the path.",
    "Il n'y a ni fichier ni dossier « {name} » : vérifiez le chemin.",
)
IS_FOLDER = Message(
    "“{name}” is a folder; name a file in it.",
    "« {name} » est un dossier ; nommez un fichier qui s'y trouve.",
)
NOT_UTF8 = Message(
    "{name} is not UTF-8 text; save it as UTF-8 and try again.",
    "{name} n'est pas du texte UTF-8 ; enregistrez-le en UTF-8 et recommencez.",
)
UNREADABLE = Message("{name} cannot be read: {why}.", "{name} est illisible : {why}.")
NOT_READABLE = Message(
    "“{name}” may not be read; see to its permissions and try again.",
    "« {name} » ne peut pas être lu ; revoyez ses droits et recommencez.",
)


class Existing(click.Path):
    """A file, or a folder where one may be, that must be there.

    Naming one that is not is no wrong usage (exit code 2): the command is as it should be,
    and what it was given is refused (exit code 1).
    """

    def __init__(self, *, folder: bool = False) -> None:
        super().__init__(exists=False, dir_okay=folder, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the path.

        Raises:
            BadInput: it is not there, is a folder where a file is wanted, or may not be read.
        """
        check(Path(value), folder=self.dir_okay)
        return super().convert(value, param, ctx)


FILE = Existing()
ARCHIVE = Existing(folder=True)


def check(path: Path, *, folder: bool) -> None:
    """Check that a file is there and may be read; or a folder, where one may be.

    Raises:
        BadInput: it is not so.
    """
    if not path.exists():
        raise BadInput(NOT_THERE(name=path))
    if path.is_dir() and not folder:
        raise BadInput(IS_FOLDER(name=path))
    if not os.access(path, os.R_OK):
        raise BadInput(NOT_READABLE(name=path))


def text_of(path: Path) -> str:
    """Give the text of a file, without a byte order mark.

    Raises:
        BadInput: it is not UTF-8, or cannot be read.
    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(NOT_UTF8(name=path.name)) from None
    except OSError as error:
        raise BadInput(UNREADABLE(name=path.name, why=error.strerror)) from None
