"""Gather what the pages say into django.po, keep its French, and compile it.

    sh tools/messages                   gather, compile, list what has no French yet
    sh tools/messages fill FRENCH.json  put in French first: {"English": "French"},
                                        ["singular", "plural"] where English has both,
                                        "context::English" where the same word means two things

The catalogue is locked while it is rewritten, so that several people can fill it
at once. No-break spaces and apostrophes are set as French wants them; nothing is
guessed.
"""

import fcntl
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firsthand.config.settings")

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from firsthand.records.message import french

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "firsthand"
PO = SOURCE / "web" / "locale" / "fr" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
CLICK = SOURCE / "cli" / "locale" / "fr" / "LC_MESSAGES" / "messages.po"
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
GLUED_GAP = re.compile(r"(?<!«)\u00a0(?=%\()")
GAP = re.compile(r"%\(\w+\)s")
HEADER = "# What the pages say, in French. Rewritten by tools/messages.\n#"
KEYWORDS = {
    "_": None, "_now": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "_p": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def sources() -> Iterator[tuple[str, str]]:
    """Give (place, Python) of every file that may speak; templates as Django reads them."""
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        if "gettext" in text:
            yield path.relative_to(SOURCE).as_posix(), text
    for path in sorted(SOURCE.rglob("templates/**/*")):
        if path.suffix in {".html", ".txt"}:
            name = path.relative_to(SOURCE).as_posix()
            read = templatize(path.read_text("utf-8"), origin=name)
            yield name, "\n".join(line.strip() for line in read.splitlines())


def gather() -> Catalog:
    """Give everything the pages say, without French, in the order of the alphabet."""
    said = Catalog(locale="fr", header_comment=HEADER, domain="django", fuzzy=False)
    for place, text in sources():
        stream = io.BytesIO(text.encode())
        for _line, words, _comments, context in extract("python", stream, KEYWORDS):
            flags = ["python-format"] if "%(" in "".join(words) else []
            said.add(words, locations=[(place, 0)], flags=flags, context=context)
    return said


def merge(said: Catalog, french_of: Catalog) -> Catalog:
    """Give what is said with the French that is known for exactly the same words."""
    for message in said:
        known = french_of.get(message.id, message.context) if message.id else None
        if known is not None and known.string:
            message.string = _typeset(known.string)
    return said


def fill(catalog: Catalog, words: dict[str, str | list[str]]) -> list[str]:
    """Put French into the catalogue; gives the keys that nothing on the pages says."""
    unknown = []
    for key, value in words.items():
        context, _, plain = key.rpartition("::")
        message = catalog.get(plain, context or None)
        if message is None:
            unknown.append(key)
            continue
        message.string = _typeset(tuple(value) if isinstance(value, list) else value)
    return unknown


def missing(catalog: Catalog) -> list[Message]:
    """Give the messages without French, or with French that is only a guess."""
    return [m for m in catalog if m.id and (m.fuzzy or not all(_forms(m.string)))]


def as_po(catalog: Catalog) -> bytes:
    """Write the catalogue for people."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_output=True, include_lineno=False, omit_header=True)
    head = (
        f'{HEADER[:-2]}\nmsgid ""\nmsgstr ""\n"Language: fr\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
    )
    return head.encode() + out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Write the catalogue for the machine; the same words give the same bytes."""
    words = read_po(io.BytesIO(as_po(catalog)), locale="fr")
    words.creation_date = words.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    out = io.BytesIO()
    write_mo(out, words)
    return out.getvalue()


def read(path: Path = PO) -> Catalog:
    """Read the French that is there."""
    return read_po(io.BytesIO(path.read_bytes()), locale="fr")


def clicks() -> Catalog:
    """Read the French of what click says of itself, which is written by hand."""
    words = read(CLICK)
    for message in words:
        if message.id:
            message.string = _typeset(message.string)
    return words


def _forms(string: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string or "",)


def _typeset(string: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(string, tuple):
        return tuple(_set(form) for form in string)
    return _set(string)


def _set(text: str) -> str:
    """Set a French sentence; the sign that begins a gap is no per-cent sign."""
    return GLUED_GAP.sub(" ", french(APOSTROPHE.sub("’", text)))


def main(arguments: list[str]) -> int:
    """Gather, fill if asked, compile, and say what is missing."""
    words = json.loads(Path(arguments[1]).read_text("utf-8")) if arguments[:1] == ["fill"] else {}
    PO.touch()
    with PO.open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        known = read_po(io.BytesIO(file.read()), locale="fr")
        catalog = merge(gather(), known)
        unknown = fill(catalog, words)
        file.seek(0)
        file.truncate()
        file.write(as_po(catalog))
        MO.write_bytes(as_mo(catalog))
    CLICK.with_suffix(".mo").write_bytes(as_mo(clicks()))
    told = [f"nothing on the pages says: {key}" for key in unknown]
    told += [f"no French yet: {json.dumps(m.id, ensure_ascii=False)}" for m in missing(catalog)]
    sys.stdout.write("".join(line + "\n" for line in told))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
