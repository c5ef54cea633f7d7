"""Usual length: the median number of words of the leader's own posts, articles left aside."""

from datetime import datetime

from firsthand.records.message import Message
from firsthand.records.post import Kind
from firsthand.standing.drawn import Drawn, latest, median
from firsthand.standing.measure import Counting, Measured, figure, too_few
from firsthand.standing.messages import LENGTH, LENGTH_TITLE
from firsthand.standing.reading import Reading
from firsthand.text.tokens import words

NEEDS = 20


class UsualLength:
    """Words in the middle post."""

    name = "length"
    title: Message = LENGTH_TITLE

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting."""
        return _Words()


class _Words:
    def __init__(self) -> None:
        self._drawn = Drawn()

    def see(self, reading: Reading) -> None:
        if reading.own and reading.post.kind is not Kind.ARTICLE:
            self._drawn.see(reading.post)

    def tell(self, now: datetime) -> Measured:
        posts = self._drawn.posts
        if len(posts) < NEEDS:
            return too_few("length", len(posts), NEEDS, samples=latest(posts))
        value = median([len(words(post.text)) for post in posts])
        return Measured(
            measure="length",
            value=value,
            n=len(posts),
            needs=NEEDS,
            said=self._drawn.telling(LENGTH(value=figure(value)), len(posts)),
            samples=latest(posts),
        )


measure = UsualLength()
