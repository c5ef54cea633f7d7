"""A post that begins with a mention, which few will see."""

from collections.abc import Iterator

from firsthand.coach.habits import habits
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark a mention that opens a post which answers nobody."""
    entities = view.reading.entities
    if view.context.answering is not None or not entities or entities[0].kind != "mention":
        return
    first = entities[0]
    hides = [target for target in view.targets if habits(target.network).hides_mentions]
    if hides and not view.text[: first.start].strip():
        yield view.mark(first.start, first.end, network=habits(hides[0].network).name)
