"""A review as plain text for a terminal, grouped by quality."""

from collections.abc import Iterator
from unicodedata import category

from firsthand.cli import review_words as words
from firsthand.coach.reviewing import Review
from firsthand.records.finding import LEVEL_NAMES, QUALITY_NAMES, Finding, Level
from firsthand.records.post import Post

_SHORT = 70
_MOST = 6


def page(found: Review, text: str, lang: str) -> str:
    """Give what the coach sees in a text, in the reader's language."""
    if not found.findings:
        return words.NOTHING.text(lang)
    parts = [_counts(found, lang)]
    for quality, findings in found.by_quality().items():
        lines = [QUALITY_NAMES[quality].text(lang)]
        for finding in findings:
            lines.extend(f"  {line}" for line in _remark(finding, text, lang))
        parts.append("\n".join(map(_harmless, lines)))
    if found.stops:
        parts.append(words.MUST_AGREE.text(lang))
    return "\n\n".join(parts)


def _counts(found: Review, lang: str) -> str:
    counted = []
    for level, (one, many) in words.COUNTS.items():
        n = sum(finding.level is level for finding in found.findings)
        if n:
            counted.append((one if n == 1 else many)(n=n).text(lang))
    return ", ".join(counted)


def _remark(finding: Finding, text: str, lang: str) -> Iterator[str]:
    level = LEVEL_NAMES[finding.level].text(lang)
    if finding.level is Level.STOP:
        level = level.upper()
    yield "- " + words.LINE(level=level, text=finding.what.text(lang)).text(lang)
    yield "    " + _marked(finding, text, lang)
    yield "    " + words.WHY(text=finding.why.text(lang)).text(lang)
    yield "    " + words.COULD(text=finding.could.text(lang)).text(lang)
    for post in finding.shown:
        yield "    " + words.POST(post=_told(post, lang)).text(lang)


def _marked(finding: Finding, text: str, lang: str) -> str:
    spans = list(finding.spans)
    if spans == [(0, len(text))]:
        return words.WHOLE.text(lang)
    quotes = [words.QUOTE(words=_short(text[a:b])).text(lang) for a, b in spans[:_MOST]]
    more = ["…"] if len(spans) > _MOST else []
    return words.WHERE(words=", ".join(quotes + more)).text(lang)


def _told(post: Post, lang: str) -> str:
    quote = words.QUOTE(words=_short(post.text)).text(lang)
    day = post.at.date().isoformat() if post.at else ""
    return " ".join(part for part in (day, post.author, quote) if part)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"


def _harmless(line: str) -> str:
    """Leave out control characters, by which another's post could command the terminal."""
    return "".join(char for char in line if category(char) != "Cc")
