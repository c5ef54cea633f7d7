"""Files that nobody should be able to do harm with, each with the sentence that it ends in."""

import gzip
import io
import json
import os
import struct
import tarfile
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

TWEET = {"id_str": "1", "full_text": "Bonjour.", "created_at": "Wed Nov 12 14:33:00 +0000 2025"}
TWEETS = b"window.YTD.tweets.part0 = " + json.dumps([{"tweet": TWEET}]).encode()
UNKNOWN = (
    (
        "“{name}” is {what}, not an export that Firsthand knows: give the file or the folder as X, "
        "LinkedIn, Mastodon, Bluesky or WordPress delivered it, a feed, or JSON Lines."
    ),
    (
        "« {name} » est {quoi}, et non un export connu de Firsthand : donnez le fichier ou le dossier "
        "tel que X, LinkedIn, Mastodon, Bluesky ou WordPress l'a livré, un flux, ou du JSON Lines."
    ),
)
BOMB = (
    (
        "“{name}” would unpack to more than 250 times its size, as no honest export does: "
        "it was not read; ask the network for a new export."
    ),
    (
        "« {name} » occuperait, décompressé, plus de 250 fois sa taille, ce qu'aucun export honnête "
        "ne fait : il n'a pas été lu ; demandez un nouvel export au réseau."
    ),
)
CLIMBS = (
    (
        "“{name}” holds a path that leads out of it ({path}), as no honest export does: "
        "nothing was read; ask the network for a new export."
    ),
    (
        "« {name} » contient un chemin qui en sort ({path}), ce qu'aucun export honnête ne fait : "
        "rien n'a été lu ; demandez un nouvel export au réseau."
    ),
)
BROKEN = (
    "“{name}” is broken or incomplete: download it again.",
    "« {name} » est abîmé ou incomplet : téléchargez-le de nouveau.",
)
BREAKS_OFF = (
    "“{name}” breaks off or is damaged: download the export again.",
    "« {name} » s'interrompt ou est abîmé : téléchargez de nouveau l'export.",
)
LOCKED = (
    "“{name}” is locked with a password: unpack it yourself, then give the folder.",
    "« {name} » est protégé par un mot de passe : décompressez-le vous-même, puis donnez le dossier.",
)
EMPTY = (
    "“{name}” is empty: download the export again.",
    "« {name} » est vide : téléchargez de nouveau l'export.",
)
EMPTY_FOLDER = (
    "The folder “{name}” holds no file: give the folder of the unpacked export.",
    "Le dossier « {name} » ne contient aucun fichier : donnez celui de l'export décompressé.",
)
EMPTY_PACKAGE = (
    "“{name}” is a package without a file in it: download the export again.",
    "« {name} » est un paquet sans aucun fichier : téléchargez de nouveau l'export.",
)
MISSING = (
    "There is no file or folder “{place}”: check the path.",
    "Il n'y a ni fichier ni dossier « {place} » : vérifiez le chemin.",
)
NO_LIST = (
    "“{name}” does not hold the list of posts it should: download the export again.",
    "« {name} » ne contient pas la liste de messages attendue : téléchargez de nouveau l'export.",
)


def packed(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in files:
            package.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return out.getvalue()


def taped(*members: tarfile.TarInfo, mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as tape:  # type: ignore[call-overload]
        for member in members:
            tape.addfile(member, io.BytesIO(TWEETS) if member.isfile() else None)
    return out.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    found = tarfile.TarInfo(name)
    found.type, found.linkname = kind, link
    found.size = len(TWEETS) if kind == tarfile.REGTYPE else 0
    return found


def locked() -> bytes:
    """Say of a zip's file, in both places, that it is encrypted."""
    raw = bytearray(packed(("data/tweets.js", TWEETS)))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    return bytes(raw)


def overlapping() -> bytes:
    """List one file of ten megabytes two hundred times, under other names."""
    raw = packed(("a.js", bytes(10_000_000)))
    start = raw.index(b"PK\x01\x02")
    end = raw.index(b"PK\x05\x06")
    entries = [raw[start:end].replace(b"a.js", f"{n:04}".encode()) for n in range(200)]
    listed = b"".join(entries)
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 200, 200, len(listed), start, 0)
    return raw[:start] + listed + tail


def flat_tape() -> bytes:
    huge = tarfile.TarInfo("outbox.json")
    huge.size = 120_000_000
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tape:
        tape.addfile(huge, io.BytesIO(bytes(huge.size)))
    return out.getvalue()


Made = tuple[str, Callable[[], bytes], tuple[str, str], dict[str, str]]
FILES: list[Made] = [
    ("locked.zip", locked, LOCKED, {}),
    ("nested.zip", lambda: packed(("twitter.zip", packed(("data/tweets.js", TWEETS)))), UNKNOWN,
     {"what": "a package within a package", "quoi": "une archive dans une archive"}),
    ("climbing.zip", lambda: packed(("data/../../x/tweets.js", TWEETS)), CLIMBS,
     {"path": "data/../../x/tweets.js"}),
    ("absolute.zip", lambda: packed(("/etc/cron.d/x", b"x")), CLIMBS, {"path": "/etc/cron.d/x"}),
    ("windows.zip", lambda: packed(("C:\\x\\tweets.js", TWEETS)), CLIMBS, {"path": "C:\\x\\tweets.js"}),
    ("backslash.zip", lambda: packed(("..\\tweets.js", TWEETS)), CLIMBS, {"path": "..\\tweets.js"}),
    ("bomb.zip", lambda: packed(("data/tweets.js", bytes(200_000_000))), BOMB, {}),
    ("overlapping.zip", overlapping, BOMB, {}),
    ("cut.zip", lambda: packed(("data/tweets.js", TWEETS * 100))[:-40], BROKEN, {}),
    ("noise.zip", lambda: b"PK\x03\x04" + bytes(range(256)) * 9, BROKEN, {}),
    ("empty.zip", packed, EMPTY_PACKAGE, {}),
    ("folders.zip", lambda: packed(("data/", b"")), EMPTY_PACKAGE, {}),
    ("pictures.zip", lambda: packed(("a.jpg", b"\xff\xd8\xff"), ("b.jpg", b"\xff\xd8\xff")), UNKNOWN,
     {"what": "a package of files", "quoi": "un paquet de fichiers"}),
    ("bomb.tar.gz", flat_tape, BOMB, {}),
    ("bomb.jsonl.gz", lambda: gzip.compress(b'{"text":"' + bytes(120_000_000)), BOMB, {}),
    ("climbing.tar", lambda: taped(member("../outbox.json"), mode="w"), CLIMBS, {"path": "../outbox.json"}),
    ("absolute.tar.gz", lambda: taped(member("/etc/passwd")), CLIMBS, {"path": "/etc/passwd"}),
    ("link.tar.gz", lambda: taped(member("outbox.json", tarfile.SYMTYPE, "/etc/passwd")), CLIMBS,
     {"path": "/etc/passwd"}),
    ("hardlink.tar.gz", lambda: taped(member("outbox.json", tarfile.LNKTYPE, "../../x")), CLIMBS,
     {"path": "../../x"}),
    ("device.tar.gz", lambda: taped(member("outbox.json", tarfile.CHRTYPE)), EMPTY_PACKAGE, {}),
    ("pipe.tar.gz", lambda: taped(member("outbox.json", tarfile.FIFOTYPE)), EMPTY_PACKAGE, {}),
    ("loop.tar.gz", lambda: taped(member("a", tarfile.SYMTYPE, "a")), EMPTY_PACKAGE, {}),
    ("cut.tar.gz", lambda: taped(member("outbox.json"))[:-30], BROKEN, {}),
    ("thing.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", UNKNOWN,
     {"what": "a PDF document", "quoi": "un document PDF"}),
    ("tweets.js", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF", UNKNOWN, {"what": "a picture", "quoi": "une image"}),
    ("film.mp4", lambda: b"\0\0\0\x20ftypisom", UNKNOWN,
     {"what": "a film or a sound", "quoi": "un film ou un son"}),
    ("page.html", lambda: b"<!DOCTYPE html><p>Bonjour", UNKNOWN,
     {"what": "a web page", "quoi": "une page web"}),
    ("zeros", lambda: bytes(5000), UNKNOWN,
     {"what": "a file of another kind", "quoi": "un fichier d'une autre sorte"}),
    ("letter.txt", lambda: "Chère Claire,".encode("utf-16"), UNKNOWN,
     {"what": "a text of another kind", "quoi": "un texte d'une autre sorte"}),
    ("empty.js", bytes, EMPTY, {}),
    ("begun.js", lambda: b"window.YTD.tweets.part0 = ", NO_LIST, {}),
    ("open.js", lambda: b"window.YTD.tweets.part0 = [", BREAKS_OFF, {}),
    ("half.js", lambda: TWEETS[:60], BREAKS_OFF, {}),
    ("esc\x1b[2J\n.pdf", lambda: b"%PDF-1.7", UNKNOWN,
     {"name": "esc\ufffd[2J\ufffd.pdf", "what": "a PDF document", "quoi": "un document PDF"}),
]  # fmt: skip


def _unknown_folder(path: Path) -> None:
    path.mkdir()
    (path / "a.txt").write_text("Bonjour")
    (path / "b.txt").write_text("Bonjour")


def _looping_folder(path: Path) -> None:
    path.mkdir()
    (path / "again").symlink_to(path)
    (path / "tweets.js").symlink_to(path / "tweets.js")


def _leading_out(path: Path) -> None:
    (path.parent / "secret.js").write_bytes(TWEETS)
    path.mkdir()
    (path / "tweets.js").symlink_to(path.parent / "secret.js")


PLACES: list[tuple[str, Callable[[Path], object], tuple[str, str], dict[str, str]]] = [
    ("absent.zip", lambda path: None, MISSING, {}),
    ("loop.zip", lambda path: path.symlink_to(path), MISSING, {}),
    ("pipe", os.mkfifo, UNKNOWN, {"what": "a file of another kind", "quoi": "un fichier d'une autre sorte"}),
    ("nothing", Path.mkdir, EMPTY_FOLDER, {}),
    ("documents", _unknown_folder, UNKNOWN, {"what": "a folder of files", "quoi": "un dossier de fichiers"}),
    ("looping", _looping_folder, EMPTY_FOLDER, {}),
    ("leading", _leading_out, EMPTY_FOLDER, {}),
]  # fmt: skip
_FILES = {case[0]: case[1:] for case in FILES}
_PLACES = {case[0]: case[1:] for case in PLACES}
CASES = [*_FILES, *_PLACES]


def make(name: str, folder: Path) -> tuple[Path, str, str]:
    """Make one of the cases in a folder; give its path and its sentence in both languages."""
    path = folder / name
    if name in _FILES:
        content, (en, fr), gaps = _FILES[name]
        path.write_bytes(content())
    else:
        prepare, (en, fr), gaps = _PLACES[name]
        prepare(path)
    filled = {"name": name, "place": str(path), **gaps}
    return path, en.format(**filled), fr.format(**filled)
