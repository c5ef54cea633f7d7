"""The leader repeats themselves."""

from collections.abc import Iterator

from firsthand.coach.stems import content
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.post import Post


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
        if days == 0 and _elsewhere(view, post):
            continue
        says = _SAYS.get(days, "days")
        yield view.mark(
            0, len(view.text), says, shown=(post,), days=days, earlier=_quote(post.text)
        )
        return


_SAYS = {None: "it", 0: "today", 1: "yesterday"}


def _elsewhere(view: View, post: Post) -> bool:
    """Tell whether a post went out on a network for which the draft is not meant: one idea, two forms."""
    meant = {target.network for target in view.targets}
    return bool(meant and post.network and post.network not in meant)


def _quote(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 120 else text[:119].rstrip() + "…"
