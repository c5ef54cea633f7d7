"""Finding links as X does, with or without their protocol.

The rules are those that twitter-text publishes as conformance cases; the way is
our own: runs of domain characters are found in one linear pass, then cut at the
last label that is a known top-level domain, so that no input makes it slow.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

SPACES = (
    "\\x09-\\x0d\\x20\\x85\\xa0\\u1680\\u180e\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
)
DIRECTIONAL = "\\u202a-\\u202e\\u061c\\u200e\\u200f\\u2066-\\u2069"
INVALID = "\\ufffe\\ufeff\\uffff"
LATIN = (
    "\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff\\u0100-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b"
    "\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff"
)
MAX_URL = 4096
MAX_LABEL = 63
MAX_TCO_SLUG = 40

_APART = rf"!'#%&()*+,\\/:;<=>?@\[\]^{{|}}~${SPACES}{INVALID}{DIRECTIONAL}"
_LABEL = rf"[^{_APART}._-](?:[^{_APART}.]*[^{_APART}._-])?"
_RUN = re.compile(rf"[^{_APART}]++")
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_PROTOCOL = re.compile(r"(?<![A-Za-z0-9@＠$#＃\ufffe\ufeff\uffff])https?://\Z", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"[A-Za-z0-9@＠$#＃\ufffe\ufeff\uffff]")
_LATER_START = re.compile(r"(?<=[^A-Za-z0-9@＠$#＃])[^._-]")
_ASCII_DOMAIN = re.compile(rf"(?:[-a-z0-9{LATIN}]++\.)+", re.IGNORECASE)
_ASCII_LABEL = re.compile(r"[0-9A-Za-z-]*")

_IN_PATH = rf"[a-z\u0400-\u04ff0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{LATIN}]"
_BALANCED = rf"\((?:{_IN_PATH}++|{_IN_PATH}*\({_IN_PATH}++\){_IN_PATH}*)\)"
_PATH = re.compile(rf"/(?:{_IN_PATH}++|{_BALANCED})*+", re.IGNORECASE)
_PATH_END = re.compile(rf"[^)+\-a-z\u0400-\u04ff0-9=_#/{LATIN}]+\Z", re.IGNORECASE)
_PORT = re.compile(r":[0-9]+")
_QUERY = re.compile(r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/]", re.IGNORECASE)
_TCO = re.compile(
    r"https?://t\.co/([a-z0-9]+)(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?",
    re.IGNORECASE,
)


def links(text: str) -> list[tuple[int, int]]:
    """Give the spans of the links in a text, in characters, in order."""
    if "." not in text:
        return []
    found: list[tuple[int, int]] = []
    # A link needs a character before it that is not part of the link before.
    free = 0
    for run in _RUN.finditer(text):
        if run.end() > free and "." in run[0]:
            for start, end in _in_run(text, max(run.start(), free), run.end()):
                found.append((start, end))
                free = end + 1
    return found


def _in_run(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    protocol = _PROTOCOL.search(text, max(0, start - 9), start)
    at = start
    while domain := _DOMAIN.search(text, at, end):
        first = domain.start()
        at = domain.end()
        if protocol and first == start:
            span = _with_protocol(text, protocol.start(), first, domain.end())
            if span:
                yield span
                at = max(at, span[1] + 1)
            continue
        for span in _without_protocol(text, first, domain.end()):
            yield span
            at = max(at, span[1] + 1)


def _with_protocol(text: str, start: int, first: int, end: int) -> tuple[int, int] | None:
    stop = _domain_end(text, first, end)
    if not stop or not _resolvable(text[first:stop]):
        return None
    stop = _tail_end(text, stop)
    if tco := _TCO.match(text, start, stop):
        return None if len(tco[1]) > MAX_TCO_SLUG else (start, tco.end())
    return None if stop - start > MAX_URL else (start, stop)


def _without_protocol(text: str, first: int, end: int) -> list[tuple[int, int]]:
    if first and _NOT_BEFORE.match(text[first - 1]):
        later = _LATER_START.search(text, first + 1, end)
        if later is None:
            return []
        first = later.start()
    if first and text[first - 1] in "-_./":
        return []
    stop = _domain_end(text, first, end)
    if not stop or not _resolvable(text[first:stop]):
        return []
    spans: list[tuple[int, int]] = []
    for labels in _ASCII_DOMAIN.finditer(text, first, stop):
        last = _domain_end(text, labels.start(), labels.end())
        if last:
            spans.append((labels.start(), last))
    # X lets a bare domain carry a path, but not a port or a query alone.
    port = _PORT.match(text, stop)
    if spans and text.startswith("/", port.end() if port else stop):
        spans[-1] = (spans[-1][0], _tail_end(text, stop))
    return spans


def _domain_end(text: str, start: int, end: int) -> int:
    """Give where the longest domain name ends whose last dot is before `end`, or 0."""
    dot = text.rfind(".", start, end)
    while dot > start:
        length = _tld(text, dot + 1)
        before = max(text.rfind(".", start, dot) + 1, start)
        if length and "_" not in text[before:dot]:
            return dot + 1 + length
        dot = text.rfind(".", start, dot)
    return 0


def _tld(text: str, at: int) -> int:
    """Give the length of the top-level domain that stands here, or 0."""
    names, foreign = top_level_domains()
    label = _ASCII_LABEL.match(text, at)
    word = label[0].lower() if label else ""
    if word:
        if word.startswith("xn--"):
            return len(word)
        known = word in names and text[at + len(word) : at + len(word) + 1] not in ("@", "+")
        return len(word) if known else 0
    other = foreign.match(text, at)
    return len(other[0]) if other else 0


@cache
def top_level_domains() -> tuple[frozenset[str], re.Pattern[str]]:
    """Give the ASCII top-level domains, and a pattern of those in other scripts."""
    lines = (files(__package__) / "data" / "tlds.txt").read_text("utf-8").splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    foreign = sorted((name for name in names if not name.isascii()), key=len, reverse=True)
    pattern = re.compile(rf"(?:{'|'.join(foreign)})(?![0-9a-zA-Z@+-])")
    return frozenset(name for name in names if name.isascii()), pattern


def _resolvable(domain: str) -> bool:
    """Say whether every label fits in the 63 bytes that the domain name system gives it."""
    return all(map(_fits, domain.split(".")))


def _fits(label: str) -> bool:
    if label.isascii():
        return len(label) <= MAX_LABEL
    encoded = len("xn--") + len(label.encode("punycode"))
    return encoded <= MAX_LABEL and not label.lower().startswith("xn--")


def _tail_end(text: str, at: int) -> int:
    """Give where the port, the path and the query end that follow a domain."""
    if port := _PORT.match(text, at):
        at = port.end()
    if path := _PATH.match(text, at):
        trimmed = _PATH_END.search(path[0], 1)
        if trimmed:
            return at + trimmed.start()
        at = path.end()
    query = _QUERY.match(text, at)
    return query.end() if query else at
