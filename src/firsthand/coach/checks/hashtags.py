"""Hashtags: how many, where, and how they are written."""

from collections.abc import Iterator

from firsthand.coach.habits import habits
from firsthand.coach.view import View
from firsthand.records.finding import Finding
from firsthand.text.entities import Entity


def look(view: View) -> Iterator[Finding]:
    """Mark too many hashtags, else a hashtag in front, else one whose words run together."""
    tags = [entity for entity in view.reading.entities if entity.kind == "hashtag"]
    if not tags:
        return
    most = _most(view)
    joined = [tag for tag in tags if _runs_together(tag, view.number("long"))]
    if len(tags) > most:
        yield view.mark_all([_span(tag) for tag in tags], "many", n=len(tags), most=most)
    elif not view.text[: tags[0].start].strip():
        yield view.mark(*_span(tags[0]), "first")
    elif joined:
        yield view.mark_all([_span(tag) for tag in joined], "case")


def _most(view: View) -> int:
    """Give how many are read on the strictest network."""
    usual = int(view.number("usual"))
    return min((habits(target.network).hashtags for target in view.targets), default=usual)


def _span(tag: Entity) -> tuple[int, int]:
    return tag.start, tag.end


def _runs_together(tag: Entity, long: float) -> bool:
    one_case = tag.text.islower() or tag.text.isupper()
    return one_case and len(tag.text) >= long and "_" not in tag.text
