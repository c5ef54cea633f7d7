"""Around each leader: questions that wait, voices without a tie, and what rises in the communities."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from firsthand.listen.people import People, Voice, manners
from firsthand.listen.people.manners import House
from firsthand.listen.people.people import Asked
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.following import Following
from firsthand.listen.pipeline.joining import Joining
from firsthand.listen.pipeline.rising import Rising
from firsthand.listen.pipeline.signals import Heard, author_of, made, name_of
from firsthand.records.signal import Proof, Signal, SignalKind, State
from firsthand.records.spans import span
from firsthand.text.tokens import fold

ROOM = 20
"""Leaders who each have the whole usual room in memory; with more, they share it."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LATE = DAY
"""A question that waits for so long is told of again."""
_PRAISE = frozenset({SignalKind.RECOGNITION, SignalKind.THANKS})


class Communities:
    """Follows people and trends for each leader. `own`: their handles; `rising`: see `Rising`."""

    def __init__(self, own: Mapping[str, frozenset[str]], rising: Rising) -> None:
        self._own = own
        self._rising = rising
        self._people: dict[str, People] = {}
        self._joining = Joining(rising, self._room())
        self._hour: datetime | None = None
        self._day: datetime | None = None

    def hear(self, heard: Heard, signals: list[Signal]) -> None:
        """Take in somebody else's post, with the signals that it made by itself.

        Praise that was told in nearly the same words is taken out of them; a question of
        somebody of the communities under the leader's own post is put in.
        """
        signals += self._asked_back(heard, {each.leader for each in signals})
        signals[:] = [signal for signal in signals if not self._is_old(heard, signal)]
        for signal in signals:
            if signal.kind is SignalKind.QUESTION:
                self._around(signal.leader).asks(heard.post)
        peaceful = all(cue.kind != "insult" for cue in heard.cues)
        for leader, place in dict(heard.watched.places).items():
            if heard.post.author and peaceful:
                self._around(leader).speaks(heard.post, place)
            self._rising.hear(heard.post, leader)
            self._joining.hear(heard, leader)

    def _asked_back(self, heard: Heard, told: Collection[str]) -> list[Signal]:
        """Give the questions to leaders whose post is answered, where nothing names them."""
        post = heard.post
        if not post.reply_to or all(cue.kind != "question" for cue in heard.cues):
            return []
        return [
            made(SignalKind.QUESTION, heard, leader, says, "question")
            for leader in dict(heard.watched.places)
            if leader not in told and self._around(leader).answers_leader(post)
            for own in sorted(self._own.get(leader, ()))[:1]
            for says in (say.QUESTION(author=author_of(post.author)),)
            if manners.asks(
                replace(post, reply_to_author=own),
                heard.cues,
                House(frozenset({fold(own.lstrip("@"))}), ()),
            )
        ]

    def _is_old(self, heard: Heard, signal: Signal) -> bool:
        """Say whether a signal is of praise that was told lately; thanks are always news."""
        if signal.kind not in _PRAISE or any(cue.kind == "thanks" for cue in heard.cues):
            return False
        return self._around(signal.leader).is_old_praise(heard.post)

    def own(self, heard: Heard, leader: str) -> Iterator[Signal]:
        """Take in a post of the leader's own; gives the questions that it answers."""
        self._rising.own(heard.proof(), leader)
        self._joining.own(heard.post, leader)
        for asked in self._around(leader).own(heard.post):
            yield _answered(asked, heard.proof(), leader)

    def _around(self, leader: str) -> People:
        people = self._people.get(leader)
        if people is None:
            own = self._own.get(leader, ())
            people = self._people[leader] = People(own, room=self._room())
        return people

    def _room(self) -> float:
        return min(1.0, ROOM / max(1, len(self._own)))

    def pass_time(self, now: datetime, following: Following) -> Iterator[Signal]:
        """Let time pass: what rises, each quarter; who waits, each hour; who speaks, each day."""
        yield from self._joining.pass_time(now)
        yield from self._rising.pass_time(now, following)
        if self._hour is None or self._day is None:
            self._hour, self._day = now, now
        if now - self._hour >= HOUR:
            self._hour = now
            yield from self._late(now, following)
        if now - self._day >= DAY:
            self._day = now
            for leader, people in self._people.items():
                for voice in people.newcomers(now):
                    yield _voice(voice, now, leader)

    def _late(self, now: datetime, following: Following) -> Iterator[Signal]:
        """Give the questions that wait for long, unless the answer to a rumour answered them too."""
        for leader, people in self._people.items():
            for asked in people.overdue(now, LATE):
                part = following.claim_in(leader, [asked.post.text])
                if part and part.answer and part.answered and part.answered >= asked.at:
                    yield _answered(asked, part.answer, leader)
                else:
                    yield _waits(asked, now, leader)

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        return {
            "people": {leader: people.state() for leader, people in self._people.items()},
            "joining": self._joining.state(),
            "rising": self._rising.state(),
            "hour": self._hour,
            "day": self._day,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self._people = {
            leader: People.load(saved, room=self._room())
            for leader, saved in state["people"].items()
        }
        self._joining.restore(state["joining"])
        self._rising.restore(state["rising"])
        self._hour, self._day = state["hour"], state["day"]


def question_id(leader: str, network: str, name: str) -> str:
    """Give the id of the signal of a question that has an id on its network."""
    return name_of(SignalKind.QUESTION, leader, network, name)


def _answered(asked: Asked, answer: Proof, leader: str) -> Signal:
    at = answer.at
    waited = at - asked.at if at else timedelta(0)
    return Signal(
        id=question_id(leader, asked.post.network, asked.post.id),
        kind=SignalKind.QUESTION,
        leader=leader,
        at=at,
        says=say.QUESTION_ANSWERED(author=author_of(asked.post.author), span=span(waited)),
        watches=("leader",),
        proofs=(asked.post, answer),
        figures={"waited": waited.total_seconds()},
        state=State.ANSWERED,
        number=2 if asked.reminded else 1,
        since=asked.at,
        answered=at,
    )


def _waits(asked: Asked, now: datetime, leader: str) -> Signal:
    waited = now - asked.at
    return Signal(
        id=question_id(leader, asked.post.network, asked.post.id),
        kind=SignalKind.QUESTION,
        leader=leader,
        at=now,
        says=say.QUESTION_WAITS(author=author_of(asked.post.author), span=span(waited)),
        watches=("leader",),
        proofs=(asked.post,),
        figures={"waited": waited.total_seconds()},
        state=State.WAITING,
        number=1,
        since=asked.at,
    )


def _voice(voice: Voice, now: datetime, leader: str) -> Signal:
    first = voice.samples[0]
    return Signal(
        id=name_of(SignalKind.VOICE, leader, voice.author),
        kind=SignalKind.VOICE,
        leader=leader,
        at=now,
        says=say.VOICE(author=author_of(voice.author), community=voice.place, posts=voice.posts),
        watches=(f"community: {voice.place}",),
        proofs=voice.samples,
        figures={"posts": voice.posts},
        since=first.at,
    )
