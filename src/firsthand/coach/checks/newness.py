"""What others of the communities have just said, almost in the same words."""

from collections.abc import Iterator

from firsthand.coach.stems import content
from firsthand.coach.view import View
from firsthand.records.finding import Finding, Level


def look(view: View) -> Iterator[Finding]:
    """Show the nearest post of the communities, or praise a draft that resembles none."""
    heard = view.context.heard
    if heard is None or len(heard) < view.number("posts"):
        return
    stems = [stem for stem, _ in content(view.reading)]
    if len(stems) < view.number("words"):
        return
    nearest = heard.nearest(stems)
    if nearest and nearest[0].similarity >= view.number("near"):
        post = nearest[0].post
        says = "author" if post.author else "it"
        yield view.mark(
            0, len(view.text), says, shown=(post,), author=post.author, near=_quote(post.text)
        )
    elif not nearest or nearest[0].similarity < view.number("far"):
        shown = tuple(near.post for near in nearest)
        yield view.mark(0, len(view.text), "new", level=Level.PRAISE, shown=shown)


def _quote(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 120 else text[:119].rstrip() + "…"
