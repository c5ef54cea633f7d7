"""XML as blogs really write it, as clean text: the parts a parser would stumble over removed.

No document type ever reaches a parser: what defines entities is refused here.
"""

import codecs
import re
from html import escape
from html.entities import html5

from firsthand.networks.archives import messages
from firsthand.networks.archives.source import CHUNK
from firsthand.networks.archives.textual import Readable, encoding_of
from firsthand.records.errors import UnreadableArchive

_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,20})[\"']")
_KNOWN = re.compile(
    r"iso-?8859-(?:[2-9]|1\d)|(?:windows-|cp)125\d|koi8-[ru]|macintosh|gb(?:k|2312|18030)|big5"
    r"|euc-(?:jp|kr)|shift_jis",
    re.IGNORECASE,
)
_LATIN = re.compile(r"(?:iso-?8859-1|latin-?1)\Z", re.IGNORECASE)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE_AND = re.compile(r"&(?!#?\w{1,31};)")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(\w{1,31};)?")
_MOST_TAGS = 400_000
_BEFORE = 2000
"""How much a server's own warnings may put before the declaration, in characters."""
_ELEMENT = re.compile(r"<([A-Za-z_][^\s/>]*)[^>]*")
_BARE_LESS = re.compile(r"<(?![\w/!?])")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read what is not UTF-8 as the encoding of French and English Windows."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("as-windows", _as_windows)


class XmlText:
    """A file as text, in whatever encoding it announces, without characters XML forbids."""

    def __init__(self, reader: Readable) -> None:
        self.name = reader.name
        self._reader = reader
        self._decoder: codecs.IncrementalDecoder | None = None

    def read(self) -> str:
        """Give the next characters, and none at the end."""
        while data := self._reader.read(CHUNK):
            if self._decoder is None:
                encoding, mark = xml_encoding(data)
                self._decoder = codecs.getincrementaldecoder(encoding)("as-windows")
                data = data[mark:]
            if text := self._decoder.decode(data):
                return _FORBIDDEN.sub("", text)
        return ""


def xml_encoding(head: bytes) -> tuple[str, int]:
    """Name the encoding of an XML file by its first bytes, and the length of its mark.

    >>> xml_encoding(b'<?xml version="1.0" encoding="ISO-8859-1"?>')
    ('cp1252', 0)
    """
    encoding, mark = encoding_of(head)
    if mark:
        return encoding, mark
    for start, wide in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if head.startswith(start):
            return wide, 0
    declared = _DECLARED.search(head[:400])
    name = declared.group(1).decode() if declared else ""
    if _LATIN.match(name):
        return "cp1252", 0
    return (name.lower(), 0) if _KNOWN.fullmatch(name) else ("utf-8", 0)


def xml_head(head: bytes) -> str:
    """Give the first bytes of a file as text."""
    encoding, mark = xml_encoding(head)
    return _FORBIDDEN.sub("", head[mark:].decode(encoding, "replace"))


def root_tag(head: str) -> tuple[str, str]:
    """Give the name of the first element, without prefix, in lower case, and its whole tag.

    >>> root_tag('<?xml version="1.0"?><!-- <a> --><atom:feed xmlns:atom="x"><b/>')
    ('feed', '<atom:feed xmlns:atom="x"')
    """
    start = head.find("<?xml", 0, _BEFORE)
    if start < 0 and not head.lstrip().startswith("<"):
        return "", ""
    found = _ELEMENT.search(without_comments(head[max(0, start) :]))
    return (found.group(1).rpartition(":")[2].lower(), found.group()) if found else ("", "")


def without_comments(text: str) -> str:
    """Take the remarks away.

    >>> without_comments("a<!-- b -->c<!-- d")
    'ac<!-- d'
    """
    return "".join(apart(text, "<!--", "-->")[::2])


def defines_entities(head: str) -> bool:
    """Say whether the beginning of an XML file defines entities of its own."""
    return "<!ENTITY" in without_comments("".join(apart(head, "<![CDATA[", "]]>")[::2]))


def apart(text: str, begin: str, end: str) -> list[str]:
    """Cut out what stands between two marks: every second part is one, with its marks.

    >>> apart("a(b)c(d", "(", ")")
    ['a', '(b)', 'c(d']
    """
    parts, at = [], 0
    while (start := text.find(begin, at)) >= 0 and (stop := text.find(end, start)) >= 0:
        stop += len(end)
        parts += [text[at:start], text[start:stop]]
        at = stop
    return [*parts, text[at:]]


def is_tangled(text: str) -> bool:
    """Say whether a text has more tags than any honest item, which a parser would all hold."""
    if text.count("<") < _MOST_TAGS:
        return False
    return sum(part.count("<") for part in apart(text, "<![CDATA[", "]]>")[::2]) > _MOST_TAGS


def refuse_entities(head: str, name: str) -> None:
    """Refuse a file that defines entities, as bombs do and no honest export.

    Raises:
        UnreadableArchive: it does.
    """
    if defines_entities(head):
        raise UnreadableArchive(messages.ENTITY_BOMB(name=name))


def mended(text: str) -> str:
    """Make the references and the lone signs of hasty programs ones that a parser takes.

    >>> mended("R&D &eacute; & co <![CDATA[&nbsp;]]>")
    'R&amp;D é &amp; co <![CDATA[&nbsp;]]>'
    """
    parts = apart(text, "<![CDATA[", "]]>")
    for at in range(0, len(parts), 2):
        part = _BARE_AND.sub("&amp;", _BARE_LESS.sub("&lt;", parts[at]))
        parts[at] = _REFERENCE.sub(_reference, part)
    return "".join(parts)


def _reference(found: re.Match[str]) -> str:
    name = found.group(1) or ""
    return escape(html5[name]) if name in html5 else f"&amp;{name}"
