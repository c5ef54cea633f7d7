"""What only neighbouring rows can tell: one share of several pictures, two answers at once."""

from collections.abc import Iterator
from dataclasses import replace

from firsthand.networks.archives.formats import Found
from firsthand.records.post import Post

_AT_ONCE = 1000
"""How many answers of one second to tell apart."""


def pictures_together(found: Iterator[Found]) -> Iterator[Found]:
    """Make one post of the neighbouring rows that LinkedIn writes for its several pictures."""
    held: Post | None = None
    for item in found:
        if not isinstance(item, Post):
            yield item
        elif held is not None and item.id and item.id == held.id:
            held = _joined(held, item)
        else:
            if held is not None:
                yield held
            held = item
    if held is not None:
        yield held


def answers_apart(found: Iterator[Found]) -> Iterator[Found]:
    """Tell the answers apart that were given to one post within one second."""
    at, seen = None, dict[str, list[str]]()
    for item in found:
        if not isinstance(item, Post):
            yield item
            continue
        if item.at != at or len(seen) > _AT_ONCE:
            at, seen = item.at, {}
        texts = seen.setdefault(item.id, [])
        if item.text not in texts:
            texts.append(item.text)
        number = texts.index(item.text) + 1
        yield item if number == 1 else replace(item, id=f"{item.id}-{number}")


def _joined(first: Post, second: Post) -> Post:
    media = dict.fromkeys((*first.media, *second.media))
    links = dict.fromkeys((*first.links, *second.links))
    return replace(first, text=first.text or second.text, media=tuple(media), links=tuple(links))
