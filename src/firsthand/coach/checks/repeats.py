"""The leader repeats themselves."""

from collections.abc import Iterator

from firsthand.coach.stems import content
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Show the own post that says the same."""
    own = view.context.own
    if own is None:
        return
    stems = [stem for stem, _ in content(view.reading)]
    for near in own.nearest(stems, 2):
        post = near.post
        if near.similarity < view.number("near"):
            return
        days = (view.now - post.at).days if post.at else None
        if days is not None and (days < 0 or days > view.number("days")):
            continue
        says = "it" if days is None else "days"
        yield view.mark(
            0, len(view.text), says, shown=(post,), days=days, earlier=_quote(post.text)
        )
        return


def _quote(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 120 else text[:119].rstrip() + "…"
