"""Formatting that a screen reader spells out or cannot read."""

import re
from collections.abc import Iterator
from itertools import groupby

from firsthand.coach.emoji import emoji
from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level

_STYLED = (
    r"\U0001d400-\U0001d7ff\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
    r"\u24b6-\u24e9\uff21-\uff3a\uff41-\uff5a"
)
_STYLE = re.compile(rf"[{_STYLED}](?:[{_STYLED} \u0336\u0332]*[{_STYLED}])?")
_STRUCK = re.compile(r"(?:\w[\u0336\u0332\u0335]){3,}")
_ART = re.compile(
    r"[|/\\_=~^*+<>(){}\[\]#-]{9,}|¯\\_\(ツ\)_/¯|\(╯°□°[^\s]*|[(ʕ][^\w\s]{1,3}[ᴥωДツ益_][^\w\s]{1,3}[)ʔ]"
    r"|[\u2500-\u259f]{4,}|[.·•°´`¯~*=_-]*[★☆✦✧❖◆◇■□●○▪▫▬►◄][.·•°´`¯~*=_★☆✦✧❖◆◇■□●○▪▫▬►◄-]{4,}"
)


def look(view: View) -> Iterator[Finding]:
    """Mark false bold and italics, drawings made of signs, and runs of one emoji."""
    styled = [m.span() for pattern in (_STYLE, _STRUCK) for m in pattern.finditer(view.text)]
    letters = sum(not char.isspace() for a, b in styled for char in view.text[a:b])
    if letters >= view.number("letters"):
        yield view.mark_all(sorted(styled), "style")
    links = [entity for entity in view.reading.entities if entity.kind == "url"]
    drawn = [m.span() for m in _ART.finditer(view.text)]
    drawn = [span for span in drawn if all(span[1] <= e.start or span[0] >= e.end for e in links)]
    if drawn:
        yield view.mark_all(drawn, "art", level=Level.ADVISE)
    yield from _runs(view)


def _runs(view: View) -> Iterator[Finding]:
    """Mark the first run of one emoji; others between them break it, spaces do not."""
    spans = emoji(view.text)
    for _, group in groupby(spans, key=lambda span: view.text[span[0] : span[1]]):
        run = list(group)
        together = view.text[run[0][0] : run[-1][1]]
        same = "".join(together.split()) == view.text[run[0][0] : run[0][1]] * len(run)
        if len(run) >= view.number("run") and same:
            yield view.mark(run[0][0], run[-1][1], "run", level=Level.ADVISE, n=len(run))
            return
