"""Following the signs of a stream, each against its own past, with bounded memory."""

from collections.abc import Sequence
from datetime import UTC, datetime
from math import exp, lgamma, log
from typing import NamedTuple

import msgspec

from firsthand.listen.bounded import shorten
from firsthand.listen.trends.everyday import PAST, RECENT, Count, Everyday
from firsthand.listen.trends.signs import share, signs
from firsthand.records.post import Post
from firsthand.records.signal import Proof

DAY = 86_400.0
FEWEST = 4
"""Accounts that must have used a sign lately."""
RAREST, BUSY = 1e-4, 2.0
"""A count that its past would give less often than this is a rise, also in the busiest hours,
when everything is said so many times as often."""
SILENT = 2 * RECENT
"""A sign not heard for so long does not rise, even if posts come somewhat out of order."""
SIGNS, POSTS, FEWEST_POSTS = 50_000, 4_000, 200
"""Signs and posts remembered; with less room for signs, fewer posts too, but some at least."""
SAMPLES, VOICES = 8, 50
RISES = 200
"""Signs that rise and are looked at; of more, the rarest."""
TOGETHER, CORE = 0.5, 12
"""Share of a sign's sample posts that have one of a subject's rarest signs, from which it is of it."""


class Sign(msgspec.Struct):
    """One sign: fading counts, and who used it lately.

    `started`, `samples`: the numbers of the post that began its rise, and of some posts.
    """

    recent: float = 0.0
    past: float = 0.0
    at: float = 0.0
    voices: dict[str, float] = {}
    started: int | None = None
    samples: list[int] = []

    def fade(self, now: float) -> None:
        """Let counts fade to a moment; a sign long unheard starts anew."""
        self.past *= exp(-max(0.0, now - self.at) / PAST)
        self.recent = self.lately(now)
        self.at = max(self.at, now)
        if self.recent < 0.5:
            self.started, self.samples = None, []
        if len(self.voices) >= VOICES:
            self.voices = {name: at for name, at in self.voices.items() if now - at < RECENT}

    def lately(self, now: float) -> float:
        """Give the recent count as it is at a moment."""
        return self.recent * exp(-max(0.0, now - self.at) / RECENT)

    def heard(self, now: float) -> int:
        """Give how many accounts used the sign lately."""
        return sum(now - at < RECENT for at in self.voices.values())


class State(msgspec.Struct):
    """All that is remembered, the latest posts by their numbers.

    The sign longest unheard is first. `numbers`: of posts by their ids; `under`: of the
    post that each answers, quotes or passes on. `pace`: of posts.
    """

    signs: dict[str, Sign] = {}
    posts: dict[int, Proof] = {}
    numbers: dict[str, int] = {}
    under: dict[int, int] = {}
    heard: int = 0
    since: float | None = None
    pace: Count = msgspec.field(default_factory=Count)


class Subject(NamedTuple):
    """Signs that rise together. `p`: how often their past would give such a count.

    `said`: the signs of the samples, with those of the posts that they stand under.
    """

    terms: tuple[str, ...]
    p: float
    posts: float
    usual: float
    voices: int
    started: Proof | None
    samples: tuple[Proof, ...]
    said: tuple[frozenset[str], ...]


Rise = tuple[float, str, float]
"""How rarely its past gives such a count, a sign, and its usual count."""


class Trends:
    """What rises in one community or watch; `room`: signs remembered.

    `everyday`: what is usual elsewhere, shared with others.
    """

    def __init__(
        self, state: State | None = None, *, room: int = SIGNS, everyday: Everyday | None = None
    ) -> None:
        self._state = state or State()
        self._room = room
        self._posts = max(FEWEST_POSTS, round(POSTS * room / SIGNS))
        self._everyday = everyday

    def add(self, posts: Sequence[Post]) -> None:
        """Count posts, in the order of time; one without a time counts for nothing."""
        for post in posts:
            if post.at is not None:
                number, now = self._kept(post, post.at), post.at.timestamp()
                found = signs(post)
                self._state.pace.add(now)
                if self._everyday:
                    self._everyday.add(post.id, found, now)
                for name in found:
                    self._count(name, number, post.author or post.id, now)

    def _kept(self, post: Post, at: datetime) -> int:
        """Keep a post for a while, and give its number."""
        state = self._state
        state.heard += 1
        state.posts[state.heard] = Proof(
            id=post.id, text=post.text, author=post.author, network=post.network,
            at=at.astimezone(UTC), url=post.url,
        )  # fmt: skip
        above = [
            state.numbers.get(name or "") for name in (post.reply_to, post.quote_of, post.repost_of)
        ]
        if number := next(filter(None, above), None):
            # What stands under an answer stands under what that one answers, too.
            state.under[state.heard] = state.under.get(number, number)
        if post.id:
            state.numbers[post.id] = state.heard
        shorten(state.posts, self._posts)
        shorten(state.numbers, self._posts)
        shorten(state.under, self._posts)
        if state.since is None:
            state.since = at.timestamp()
        return state.heard

    def _count(self, name: str, number: int, author: str, now: float) -> None:
        sign = self._state.signs.pop(name, None) or Sign(at=now)
        self._state.signs[name] = sign
        shorten(self._state.signs, self._room)
        sign.fade(now)
        # What is recent today is past tomorrow: each count is in both, and told apart on asking.
        sign.recent += 1
        sign.past += 1
        if len(sign.voices) < VOICES or author in sign.voices:
            sign.voices[author] = now
        sign.started = sign.started or number
        sign.samples = [*sign.samples, number][-SAMPLES:]

    def rising(self, now: datetime, most: int = 10) -> list[Subject]:
        """Give what rises, the least usual first, signs of the same posts as one subject."""
        moment = now.timestamp()
        # Before a whole day is known, what is usual holds part of the rise itself.
        busy = 1 + (BUSY - 1) * min(1.0, self._known(moment) / DAY)
        found = []
        for name, sign in reversed(self._state.signs.items()):
            if sign.at < moment - SILENT:
                break  # the ones before were heard earlier still
            if len(sign.voices) >= FEWEST and sign.heard(moment) >= FEWEST:
                usual = self._usual(name, sign, moment)
                chance = at_least(round(sign.lately(moment)), busy * usual)
                if chance < RAREST:
                    found.append((chance, name, usual))
        groups = self._grouped(sorted(found))[:most]
        return [self._subject(group, moment) for group in groups]

    def _known(self, now: float) -> float:
        """Give the seconds for which the stream has been heard."""
        return 0.0 if self._state.since is None else now - self._state.since

    def _usual(self, name: str, sign: Sign, now: float) -> float:
        """Give the recent count that a sign's past lets expect, its own or everybody's."""
        held = PAST * (1 - exp(-self._known(now) / PAST))
        own = (max(0.0, sign.past - sign.recent) + 0.5) * RECENT / max(held, RECENT)
        if self._everyday is None:
            return own
        return max(own, self._everyday.share(name, now) * self._state.pace.lately(now))

    def _grouped(self, found: list[Rise]) -> list[list[Rise]]:
        """Put signs together of which the posts of one mostly have another, or stand under such.

        Not the posts themselves are compared: of a large subject, each sign keeps other ones.
        """
        known: dict[int, frozenset[str]] = {}
        groups: list[list[Rise]] = []
        for each in found[:RISES]:
            told = self._said(each[1], known)
            for group in groups:
                first = self._said(group[0][1], known)
                either = share(told, [rise[1] for rise in group[:CORE]]), share(first, [each[1]])
                if max(either) >= TOGETHER:
                    group.append(each)
                    break
            else:
                groups.append([each])
        return groups

    def _said(self, name: str, known: dict[int, frozenset[str]]) -> list[frozenset[str]]:
        """Give the signs of the sample posts of a sign, each with those of what it stands under."""
        under = self._state.under
        samples = self._state.signs[name].samples
        return [
            self._signs_of(at, known) | self._signs_of(under.get(at, at), known) for at in samples
        ]

    def _signs_of(self, number: int, known: dict[int, frozenset[str]]) -> frozenset[str]:
        if number not in known:
            proof = self._state.posts.get(number)
            known[number] = frozenset(signs(Post(text=proof.text)) if proof else ())
        return known[number]

    def _subject(self, group: list[Rise], now: float) -> Subject:
        chance, name, usual = group[0]
        sign, posts = self._state.signs[name], self._state.posts
        return Subject(
            terms=tuple(each[1] for each in group),
            p=chance,
            posts=sign.lately(now),
            usual=usual,
            voices=sign.heard(now),
            started=self._state.posts.get(sign.started or 0),
            samples=tuple(posts[each] for each in sign.samples if each in posts),
            said=tuple(self._said(name, {})),
        )

    def state(self) -> bytes:
        """Give all that is remembered, for `load`."""
        return msgspec.msgpack.encode(self._state)

    @classmethod
    def load(cls, saved: bytes, *, room: int = SIGNS, everyday: Everyday | None = None) -> "Trends":
        """Go on from a saved state."""
        state = msgspec.msgpack.decode(saved, type=State)
        return cls(state, room=room, everyday=everyday)


def at_least(count: int, usual: float) -> float:
    """Give how often a Poisson count with a mean of `usual` is at least `count`.

    >>> round(at_least(3, 1.0), 4)
    0.0803
    """
    if count <= 0:
        return 1.0
    total = term = exp(count * log(usual) - usual - lgamma(count + 1))
    for more in range(count + 1, count + 200):
        term *= usual / more
        total += term
    return min(1.0, total)
