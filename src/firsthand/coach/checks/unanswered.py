"""Questions on the same subject that still wait for an answer."""

from collections.abc import Iterator
from functools import lru_cache

from firsthand.coach.quoting import short
from firsthand.coach.stems import content, quick
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.post import Post


def look(view: View) -> Iterator[Finding]:
    """Show the open questions on the subject of the draft, the nearest first."""
    waiting = view.context.unanswered
    if not waiting:
        return
    here = {stem for stem, _ in content(view.reading)}
    near = [(len(here & _stems(post.text)), post) for post in waiting if not _this(view, post)]
    near = [pair for pair in near if pair[0] >= view.number("shared")]
    if near:
        near.sort(key=lambda pair: -pair[0])
        shown = tuple(post for _, post in near[:3])
        yield view.mark(
            0,
            len(view.text),
            "many" if len(near) > 1 else "one",
            shown=shown,
            n=len(near),
            question=short(shown[0].text),
        )


@lru_cache(maxsize=1_024)
def _stems(text: str) -> frozenset[str]:
    return frozenset(quick(text))


def _this(view: View, post: Post) -> bool:
    """Tell whether the draft answers this very post."""
    answering = view.context.answering
    return answering is not None and (
        post == answering or bool(post.id and post.id == answering.id)
    )
