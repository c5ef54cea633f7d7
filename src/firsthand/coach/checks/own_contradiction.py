"""The draft says the opposite of an own earlier post, which is shown."""

from collections.abc import Iterator

from firsthand.coach.reading import Reading
from firsthand.coach.stance import opposed, read_sides, sentences_on
from firsthand.coach.stems import content
from firsthand.coach.view import View
from firsthand.records.finding import Finding


def look(view: View) -> Iterator[Finding]:
    """Mark the sentence that an earlier post of the leader contradicts."""
    own = view.context.own
    if own is None or _admits(view):
        return
    stems = [stem for stem, _ in content(view.reading)]
    for near in own.nearest(stems, int(view.number("posts"))):
        if near.similarity < view.number("similarity"):
            return
        earlier = read_sides(near.post.text, view.reading.lang)
        shared = frozenset(stems) & {stem for stem, _ in content(earlier)}
        if len(shared) >= view.number("shared_words") and opposed(
            view.reading, earlier, shared, near.similarity
        ):
            start, end = _span(view.reading, shared)
            yield view.mark(start, end, shown=(near.post,), earlier=_quote(near.post.text))
            return


def _admits(view: View) -> bool:
    """Tell whether the leader says that they changed their mind."""
    return bool(view.hits("change_of_mind"))


def _span(reading: Reading, shared: frozenset[str]) -> tuple[int, int]:
    first = sentences_on(reading, shared, 1)[0]
    start, end = reading.sentences[first]
    return start + len(reading.text[start:end]) - len(reading.text[start:end].lstrip()), end


def _quote(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 120 else text[:119].rstrip() + "…"
