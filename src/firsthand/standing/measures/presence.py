"""What is already there: days since the last post; beside it the networks, the posts, the years."""

from collections import Counter
from datetime import datetime

from firsthand.records.message import Message, Said
from firsthand.records.post import Post
from firsthand.standing.measure import Counting, Measured, Samples, figure
from firsthand.standing.messages import (
    ARCHIVE,
    DAYS_AGO,
    MONTHS_AGO,
    NO_POSTS,
    PRESENCE,
    PRESENCE_TITLE,
    PRESENCE_UNDATED,
    TODAY,
    YEARS_AGO,
    YESTERDAY,
)
from firsthand.standing.reading import Reading

_NAMES = {"x": "X", "linkedin": "LinkedIn", "bluesky": "Bluesky", "mastodon": "Mastodon"}
_IN_DAYS, _IN_MONTHS, _MONTH, _YEAR = 60, 730, 30.44, 365.25


class Presence:
    """Days since the leader's last post, reposts included."""

    name = "presence"
    title: Message = PRESENCE_TITLE

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting."""
        return _Account()


class _Account:
    def __init__(self) -> None:
        self._networks: Counter[str] = Counter()
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._samples = Samples()

    def see(self, reading: Reading) -> None:
        post = reading.post
        self._networks[post.network] += 1
        if post.at is not None:
            self._seen_at(post, post.at)

    def _seen_at(self, post: Post, at: datetime) -> None:
        self._first = min(self._first or at, at)
        self._last = max(self._last or at, at)
        self._samples.add(post)

    def tell(self, now: datetime) -> Measured:
        n = self._networks.total()
        days = None if self._last is None else max((now - self._last).days, 0)
        return Measured(
            measure="presence",
            value=days,
            n=n,
            needs=1,
            said=self._said(n, days),
            samples=self._samples.ids,
            detail=self._detail(),
        )

    def _said(self, n: int, days: int | None) -> Said:
        if n == 0:
            return NO_POSTS()
        names = [_NAMES.get(name, name) for name, _ in self._networks.most_common() if name]
        networks = ", ".join(names) or ARCHIVE
        if self._first is None or days is None:
            return PRESENCE_UNDATED(networks=networks, n=figure(n))
        return PRESENCE(networks=networks, n=figure(n), since=self._first.year, ago=_ago(days))

    def _detail(self) -> dict[str, str]:
        detail = {"networks": ", ".join(sorted(name for name in self._networks if name))}
        if self._first is not None and self._last is not None:
            detail |= {"first": self._first.isoformat(), "last": self._last.isoformat()}
        return detail


def _ago(days: int) -> Said:
    if days == 0:
        return TODAY()
    if days == 1:
        return YESTERDAY()
    if days < _IN_DAYS:
        return DAYS_AGO(n=figure(days))
    if days < _IN_MONTHS:
        return MONTHS_AGO(n=figure(round(days / _MONTH)))
    return YEARS_AGO(n=figure(round(days / _YEAR)))


measure = Presence()
