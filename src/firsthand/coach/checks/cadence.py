"""More posts this week than decided."""

from collections.abc import Iterator

from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.records.post import Kind


def look(view: View) -> Iterator[Finding]:
    """Mark a post beyond the rhythm that the strategy decides; replies do not count."""
    own, strategy = view.context.own, view.context.strategy
    wanted = strategy.cadence.posts_per_week if strategy else None
    if own is None or strategy is None or wanted is None or view.context.answering is not None:
        return
    recent = own.last(view.number("days"), view.now)
    texts = {post.text for post in recent if post.kind is not Kind.REPLY}
    if len(texts) >= max(1.0, wanted):
        why = strategy.cadence.why
        says = "why" if why else "it"
        yield view.mark(0, len(view.text), says, n=len(texts) + 1, wanted=f"{wanted:g}", why=why)
