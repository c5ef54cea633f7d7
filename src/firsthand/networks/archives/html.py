"""The words of a fragment of HTML, as a person would have typed them."""

import re
from html import unescape
from html.parser import HTMLParser

import nh3

_SILENT = frozenset(["script", "style", "template", "head", "noscript"])
_PARAGRAPHS = frozenset(
    [
        "p", "blockquote", "ul", "ol", "table", "pre", "figure", "hr", "dl",
        "h1", "h2", "h3", "h4", "h5", "h6",
    ]
)  # fmt: skip
_LINES = frozenset(
    ["div", "li", "tr", "dt", "dd", "figcaption", "section", "article", "header", "footer"]
)
_KEPT = set(_PARAGRAPHS | _LINES | {"a", "br", "span", "em", "strong", "b", "i", "code"})
_GONE = {"script", "style", "template", "noscript"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
# Each begins where a run of spaces does, and so passes over the run once only.
_AROUND_BREAK = re.compile(r"(?<! ) *\n *")
_AROUND_LINE = re.compile(r"(?<! ) *\v[ \v]*")
_MANY_BREAKS = re.compile(r"\n{3,}")
_BARE = re.compile(r"&(?:amp;|(?!#?\w{1,31};))")
_REFERENCE = re.compile(r"&#?\w{1,31};")
_MANY_ANDS = 10_000
"""From how many on they are kept from the parser, which takes quadratic time on them."""
_STAND_IN = "\ue5a9"
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


class _Words(HTMLParser):
    """Gathers the visible words, and the addresses that links lead to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: dict[str, None] = {}
        self._silent = 0
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self._pre += tag == "pre"
        self._break(tag)
        if tag == "li":
            self.pieces.append("- ")
        if tag == "a" and not self._silent:
            self._link(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag == "pre":
            self._pre = max(0, self._pre - 1)
        if tag != "br":
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data if self._pre else _SPACES.sub(" ", data))

    def _break(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.pieces.append("\n\n")
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in _LINES:
            self.pieces.append("\v")

    def _link(self, attributes: dict[str, str | None]) -> None:
        """Keep where a link leads, unless it names a person or a hashtag."""
        address = (attributes.get("href") or "").strip()
        if _WEB.fullmatch(address) and "mention" not in (attributes.get("class") or "").split():
            self.links[address] = None


def to_text(html: str) -> tuple[str, tuple[str, ...]]:
    r"""Give the words of a fragment of HTML, and the web addresses it links to.

    Paragraphs stand apart by an empty line. Links to people and to hashtags, as
    Mastodon marks them, stay words and are not listed.

    >>> to_text('<p>Bonjour&nbsp;!</p><p>Lire <a href="https://a.example/">ici</a>.<br>À vous</p>')
    ('Bonjour\xa0!\n\nLire ici.\nÀ vous', ('https://a.example/',))
    """
    if "<" not in html and "&" not in html:
        return _SPACES.sub(" ", html).strip(), ()
    if html.count("&") > _MANY_ANDS:
        text, links = _to_text(_REFERENCE.sub(_resolved, _BARE.sub(_STAND_IN, html)))
        return text.replace(_STAND_IN, "&"), tuple(x.replace(_STAND_IN, "&") for x in links)
    return _to_text(html)


def _resolved(reference: re.Match[str]) -> str:
    said = unescape(reference.group())
    return reference.group() if said in ("<", ">") else said.replace("&", _STAND_IN)


def _to_text(html: str) -> tuple[str, tuple[str, ...]]:
    words = _Words()
    # Well-formed first: the standard parser takes quadratic time on unclosed tags.
    kept = {"a": {"href", "class", "rel"}}
    words.feed(
        nh3.clean(html, tags=_KEPT, clean_content_tags=_GONE, attributes=kept, link_rel=None)
    )
    words.close()
    text = "".join(words.pieces)
    if "\v" in text:
        # "\v" asks for the start of a line, which a line break beside it already is.
        text = _AROUND_LINE.sub("\v", text)
        text = re.sub(r"\v?\n\v?", "\n", text).replace("\v", "\n")
    if " \n" in text or "\n " in text:
        text = _AROUND_BREAK.sub("\n", text)
    return _MANY_BREAKS.sub("\n\n", text).strip(), tuple(words.links)
