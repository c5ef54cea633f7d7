"""Only broadcasts: for weeks, no reply, no question, nobody named."""

from collections.abc import Iterator

from firsthand.coach.turned import turned
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark one broadcast more after weeks of nothing else."""
    own = view.context.own
    entities = view.reading.entities
    here = "?" in view.text or any(entity.kind == "mention" for entity in entities)
    if own is None or here or view.context.answering is not None:
        return
    posts = own.last(view.number("days"), view.now)
    if len(posts) >= view.number("posts"):
        to_others = sum(map(turned, posts))
        if to_others <= view.number("share") * len(posts):
            yield view.mark(0, len(view.text), n=len(posts))
