"""What a measure is: counting over a stream of posts, a value or an honest unknown, its evidence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from heapq import heappush, heappushpop
from typing import Protocol

from firsthand.records.message import Message, Said
from firsthand.records.post import Post
from firsthand.standing.messages import TOO_FEW
from firsthand.standing.reading import Reading

SAMPLES = 5
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a measure found: a value or None, the posts it rests on, and a few of them to show."""

    measure: str
    value: float | None
    n: int
    needs: int
    said: Said
    samples: tuple[str, ...] = ()
    detail: Mapping[str, str] = field(default_factory=dict)


class Counting(Protocol):
    """A measure at work."""

    def see(self, reading: Reading) -> None:
        """Take in one of the leader's posts."""

    def tell(self, now: datetime) -> Measured:
        """Say what was found so far."""


class Measure(Protocol):
    """A measure: its name and title, and a way to start counting."""

    @property
    def name(self) -> str:
        """Give the name, which is also that of its file."""

    @property
    def title(self) -> Message:
        """Give the title, for people."""

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting; `organisation` holds the names by which the company goes."""


class Samples:
    """The latest few posts that show something."""

    def __init__(self) -> None:
        self._latest: list[tuple[datetime, str]] = []

    def add(self, post: Post) -> None:
        """Keep a post, if it is among the latest; one without an id cannot be shown."""
        if not post.id:
            return
        entry = (post.at or _LONG_AGO, post.id)
        if len(self._latest) < SAMPLES:
            heappush(self._latest, entry)
        else:
            heappushpop(self._latest, entry)

    @property
    def ids(self) -> tuple[str, ...]:
        """Give their ids, the latest first."""
        return tuple(id_ for _, id_ in sorted(self._latest, reverse=True))


class Share:
    """How many posts, among those that could, do something."""

    def __init__(self, measure: str, needs: int, says: Message) -> None:
        self._measure, self._needs, self._says = measure, needs, says
        self._n = self._yes = 0
        self._samples = Samples()

    def count(self, post: Post, yes: bool) -> None:
        """Take in one post that could, and whether it does."""
        self._n += 1
        if yes:
            self._yes += 1
            self._samples.add(post)

    def tell(self, now: datetime) -> Measured:
        """Say the share, from 0 to 1, or that there are too few posts to tell."""
        if self._n < self._needs:
            return too_few(self._measure, self._n, self._needs, samples=self._samples.ids)
        share = self._yes / self._n
        return Measured(
            measure=self._measure,
            value=share,
            n=self._n,
            needs=self._needs,
            said=self._says(share=percent(share), yes=figure(self._yes), n=figure(self._n)),
            samples=self._samples.ids,
        )


def _any(_: Reading) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class ShareOfOwnPosts:
    """The measure of how many of the leader's own posts do something, from 0 to 1.

    `among` leaves aside those that could not.
    """

    name: str
    title: Message
    says: Message
    yes: Callable[[Reading], bool]
    needs: int = 50
    among: Callable[[Reading], bool] = _any

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting."""
        return _OwnPosts(self)


class _OwnPosts:
    def __init__(self, measure: ShareOfOwnPosts) -> None:
        self._yes, self._among = measure.yes, measure.among
        self._share = Share(measure.name, measure.needs, measure.says)

    def see(self, reading: Reading) -> None:
        if reading.own and self._among(reading):
            self._share.count(reading.post, self._yes(reading))

    def tell(self, now: datetime) -> Measured:
        return self._share.tell(now)


def too_few(
    measure: str, n: int, needs: int, says: Message = TOO_FEW, samples: tuple[str, ...] = ()
) -> Measured:
    """Give the honest answer where there is too little to tell."""
    return Measured(
        measure=measure,
        value=None,
        n=n,
        needs=needs,
        said=says(n=figure(n), needs=figure(needs)),
        samples=samples,
    )


def figure(value: float, digits: int = 0) -> Message:
    """Give a number as each language writes it.

    >>> figure(1234).fr == "1\u202f234", figure(1234).en
    (True, '1,234')
    """
    english = f"{value:,.{digits}f}"
    return Message(english, english.replace(",", "\u202f").replace(".", ","))


def percent(share: float) -> Message:
    """Give a share of 1 as a percentage; what is not nothing is never written 0.

    >>> percent(0.021).en, percent(0.0001).en
    ('2%', 'less than 1%')
    """
    if 0 < share < 0.005:
        return Message("less than 1%", "moins de 1 %")
    whole = figure(share * 100)
    return Message(f"{whole.en}%", f"{whole.fr} %")
