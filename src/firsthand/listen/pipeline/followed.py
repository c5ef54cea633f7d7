"""One rumour that is followed: what belongs to it, how it goes, and what is said of it when."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from firsthand.listen.calmed import Calmed, calmed
from firsthand.listen.forecast import Growth, forecast
from firsthand.listen.rumour.claims import Claim
from firsthand.records.signal import Proof, State

LOOKS = tuple(timedelta(minutes=minutes) for minutes in (15, 30, 60, 120, 240, 480, 960, 1440))
"""When it is asked, after an answer, whether the rumour calmed."""
READ = timedelta(minutes=60)
"""Before this “not calmed” is not said: an answer needs a while to be read."""
CALM, PLAIN = 0.25, 0.01
"""Calm is this share of the pace at the answer, when chance would hardly ever give so little."""
PAUSE = timedelta(minutes=10)
"""Between two tellings of growth."""
SILENT, FORGOTTEN = timedelta(hours=12), timedelta(days=3)
"""Without a post, a rumour has faded; then it is no longer followed."""
VOICES, PROOFS, STORIES = 1_000, 8, 200
CARRIERS = 3
"""Accounts that are named of those that carry a rumour."""
UNKNOWN = "\x1f"
"""Begins what stands for an author who is not told."""


class Followed(msgspec.Struct):
    """One rumour of one leader; all times in UTC.

    `voices`: its accounts, and how often each spoke; `told`, `told_at`: its posts when it was last told of, and when; `number`: of that
    telling; `foreseen`: a forecast has been told; `looked`: how many `LOOKS` are done.
    """

    id: str
    leader: str
    claim: str
    since: datetime
    last: datetime
    told_at: datetime
    p: float
    harm: float
    first: Proof | None
    growth: Growth
    words: Claim
    posts: int = 0
    told: int = 0
    number: int = 0
    looked: int = 0
    foreseen: bool = False
    state: State = State.OPEN
    stories: dict[int, bool] = {}
    voices: dict[str, int] = {}
    watches: dict[str, bool] = {}
    proofs: list[Proof] = []
    answer: Proof | None = None
    answered: datetime | None = None

    def add(self, at: datetime, author: str, story: int) -> None:
        """Count a post of somebody else's than the leader."""
        self.posts += 1
        self.growth.add(at)
        self.last = max(self.last, at)
        if author in self.voices or len(self.voices) < VOICES:
            self.voices[author] = self.voices.get(author, 0) + 1
        if len(self.stories) < STORIES:
            self.stories[story] = True

    def carriers(self) -> list[tuple[str, int]]:
        """Give the accounts that speak of it most, and more than once, each with its posts."""
        named = [
            (name, posts)
            for name, posts in self.voices.items()
            if posts > 1 and not name.startswith(UNKNOWN)
        ]
        return sorted(named, key=lambda each: -each[1])[:CARRIERS]

    def join(self, part: int, whole: int) -> None:
        """Learn that a story became part of another."""
        if self.stories.pop(part, False):
            self.stories[whole] = True

    def answer_at(self, at: datetime, answer: Proof | None) -> bool:
        """Note an answer, unless there is one or it came before the rumour; say whether it counts."""
        if self.answered is not None or at < self.since:
            return False
        self.answered, self.answer, self.state = at, answer, State.ANSWERED
        return True

    def looks(self, now: datetime) -> Iterator[tuple[datetime, Calmed]]:
        """Look whether it calmed after the answer, each time at its own moment; gives what is news."""
        while self.answered and self.looked < len(LOOKS):
            after = LOOKS[self.looked]
            if self.answered + after > now:
                return
            self.looked += 1
            found = calmed(self.growth, self.answered, self.answered + after)
            if found is not None and (state := self._judged(found, after)) is not self.state:
                self.state = state
                yield self.answered + after, found

    def _judged(self, found: Calmed, after: timedelta) -> State:
        slowed = found.pace_now <= CALM * found.pace_before and found.pace_chance < PLAIN
        if found.calmed or slowed:
            return State.CALMED
        if found.calmed is False and after >= READ and found.pace_now > CALM * found.pace_before:
            return State.NOT_CALMED
        if after == LOOKS[-1] and self.state is State.ANSWERED:
            return State.UNSURE
        return self.state

    def grew(self, now: datetime) -> bool:
        """Say whether its growth is news: twice as many posts, or a first forecast."""
        if now - self.told_at < PAUSE or self.state in (State.ANSWERED, State.UNSURE):
            return False
        if self.posts >= 2 * self.told:
            return True
        return (
            not self.foreseen
            and self.state is State.OPEN
            and forecast(self.growth, now) is not None
        )

    def fades(self, now: datetime) -> bool:
        """Say whether it fell silent, which has not been told yet; not where it was told as calm."""
        going = (State.OPEN, State.GROWING, State.NOT_CALMED)
        return self.state in going and now - self.last >= SILENT
