"""Following rumours from their alert to calm: one signal for each, told again when there is news."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import msgspec

from firsthand.listen.forecast import Growth
from firsthand.listen.pipeline.followed import FORGOTTEN, PROOFS, SILENT, STORIES, UNKNOWN, Followed
from firsthand.listen.pipeline.signals import Heard, name_of
from firsthand.listen.pipeline.telling import CLAIM, tell
from firsthand.listen.rumour import Report, without_opening
from firsthand.listen.rumour.claims import Claim, Usual, opens, stems
from firsthand.listen.rumour.tally import MOMENTS
from firsthand.records.post import Kind
from firsthand.records.signal import Proof, Signal, SignalKind, State
from firsthand.text.tokens import fold

FOLLOWED = 500
"""Rumours followed at once; the one longest untouched goes first."""
SAMPLED = timedelta(minutes=5)
"""Of what is said of a leader day by day, one post is looked at in such a span."""
RARE = 0.1
"""A word in a smaller share of what is otherwise said of a leader is rare."""
GAP = timedelta(hours=24)
"""Posts of the same story before such a silence are no part of a rumour."""
OWN = 20
"""Posts of the leader kept, since an answer may come before the alert."""
MANY, EACH = 20, 4
"""Of a rumour with so many posts, one in so many of its stories' posts is looked at closely."""
_UNDER = (Kind.REPLY, Kind.REPOST)
"""Posts that are of a rumour because of what they answer or pass on, whatever they say."""
_SPEAKING = ("doubt", "denial", "accusation", "question")


class Ours(msgspec.Struct):
    """Something the leader or the organisation published: by its story and its words."""

    at: datetime
    story: int
    words: frozenset[str]
    proof: Proof


class Known(msgspec.Struct):
    """What is remembered of one leader; `due`: when a post is looked at again (see `SAMPLED`)."""

    usual: Usual = msgspec.field(default_factory=Usual)
    due: datetime | None = None
    own: list[Ours] = []


class Following:
    """The rumours that are followed. `answers`: when they were answered elsewhere."""

    def __init__(self, answers: Iterable[datetime] = ()) -> None:
        self._names: dict[str, frozenset[str]] = {}
        self._answers = sorted(at.astimezone(UTC) for at in answers)
        self._rumours: dict[str, Followed] = {}
        self._by_leader: dict[str, list[Followed]] = {}
        self._known: dict[str, Known] = {}
        self._stories: set[int] = set()

    def watch(self, names: Mapping[str, frozenset[str]]) -> None:
        """Learn the stems of the names watched for each leader: they tell no rumour apart."""
        for leader, stems_of in names.items():
            self._names[leader] = self._names.get(leader, frozenset()) | stems_of

    def joined(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Learn that stories (the first of each pair) became part of others."""
        if not self._rumours:
            return
        for part, whole in pairs:
            if part in self._stories:
                self._stories.add(whole)
                for each in self._rumours.values():
                    each.join(part, whole)

    def follows(self, story: int, leader: str) -> bool:
        """Say whether a story is of a rumour that is followed for a leader."""
        return any(story in each.stories for each in self._by_leader.get(leader, ()))

    def hear(self, heard: Heard, story: int, leader: str) -> Followed | None:
        """Take in a post about a leader; gives the rumour that it is a part of, if any."""
        at = heard.post.at
        if at is None:
            return None
        followed = self._by_leader.get(leader)
        if not followed:
            self._sample(heard, leader, at)
            return None
        folded = _folded(heard.post.text)
        touched = False
        for each in followed:
            alike = story in each.stories
            if not alike and not each.words.may_fit(folded):
                continue
            if alike and each.posts > MANY and each.posts % EACH:
                return self._add(each, heard, at, story, frozenset())
            found = self._stems(heard, leader)
            keys = each.words.keys(found, self._knows(leader).usual)
            under = alike and heard.post.kind in _UNDER
            if under or each.words.fits_by(keys, found, alike=alike):
                return self._add(each, heard, at, story, found)
            touched = touched or bool(keys)
        if not touched:
            # What may be of a rumour must not make its words usual.
            self._sample(heard, leader, at)
        return None

    def _fits(self, rumour: Followed, found: frozenset[str]) -> bool:
        return rumour.words.fits(found, self._knows(rumour.leader).usual)

    def _add(
        self, to: Followed, heard: Heard, at: datetime, story: int, found: frozenset[str]
    ) -> Followed:
        post = heard.post
        to.add(at, post.author or UNKNOWN + post.id, story)
        self._stories.add(story)
        if post.kind is not Kind.REPOST:
            to.words.add(found)
            if len(to.proofs) < PROOFS and any(cue.kind in _SPEAKING for cue in heard.cues):
                to.proofs.append(heard.proof(*_SPEAKING))
        to.watches |= dict.fromkeys(heard.watched.names(to.leader), True)
        return to

    def _stems(self, heard: Heard, leader: str) -> frozenset[str]:
        return stems(heard.post.text).difference(self._names.get(leader, ()))

    def rare_words(self, heard: Heard, leader: str) -> frozenset[str]:
        """Give the telling words of a post that are rare in what is otherwise said of a leader."""
        usual = self._knows(leader).usual
        return frozenset(stem for stem in self._stems(heard, leader) if usual.share(stem) < RARE)

    def _sample(self, heard: Heard, leader: str, at: datetime) -> None:
        known = self._known.get(leader) or self._knows(leader)
        if known.due is None or at >= known.due:
            known.due = at + SAMPLED
            known.usual.hear(at, self._stems(heard, leader))

    def _knows(self, leader: str) -> Known:
        known = self._known.get(leader)
        if known is None:
            known = self._known[leader] = Known()
        return known

    def answer(self, heard: Heard, story: int, leader: str) -> Iterator[Signal]:
        """Take in a post of the leader's own or the organisation's, which may answer a rumour."""
        at = heard.post.at
        if at is None:
            return
        ours = Ours(at.astimezone(UTC), story, self._stems(heard, leader), heard.proof())
        known = self._knows(leader)
        known.own = [*known.own, ours][-OWN:]
        for each in self._by_leader.get(leader, ()):
            if self._answers_to(each, ours) and each.answer_at(ours.at, ours.proof):
                yield tell(each, ours.at)

    def _answers_to(self, rumour: Followed, ours: Ours) -> bool:
        return ours.story in rumour.stories or self._fits(rumour, ours.words)

    def raised(self, heard: Heard, report: Report, leader: str) -> Iterator[Signal]:
        """Follow a story that an alert calls a rumour; gives its first signal."""
        if not opens(report, self._names.get(leader, frozenset[str]())):
            report = without_opening(report)
        first = report.first
        name = name_of(SignalKind.RUMOUR, leader, first.id if first else report.story)
        if name in self._rumours or heard.post.at is None:
            return
        rumour = _followed(name, heard.post.at.astimezone(UTC), report, leader)
        rumour.watches = dict.fromkeys(heard.watched.names(leader), True)
        found = [stems(each.text).difference(self._names.get(leader, ())) for each in rumour.proofs]
        for words in found:
            rumour.words.add(words)
        rumour.words.add(found[0] if found else frozenset())
        self._knows(leader).usual.leave_out(rumour.words)
        self._follow(rumour)
        yield tell(rumour, rumour.told_at)
        for ours in self._knows(leader).own:
            if self._answers_to(rumour, ours) and rumour.answer_at(ours.at, ours.proof):
                yield tell(rumour, rumour.told_at)

    def _follow(self, rumour: Followed) -> None:
        self._rumours[rumour.id] = rumour
        self._stories.update(rumour.stories)
        self._by_leader.setdefault(rumour.leader, []).append(rumour)
        if len(self._rumours) > FOLLOWED:
            self._forget(min(self._rumours.values(), key=lambda each: (each.last, each.id)))

    def _forget(self, rumour: Followed) -> None:
        del self._rumours[rumour.id]
        self._by_leader[rumour.leader].remove(rumour)
        if not self._by_leader[rumour.leader]:
            del self._by_leader[rumour.leader]

    def pass_time(self, now: datetime) -> Iterator[Signal]:
        """Let time pass until `now`: looks whether answers calmed, tells growth and silence."""
        known = len(self._rumours)
        for each in list(self._rumours.values()):
            yield from self._passed(each, now)
            if now - each.last >= FORGOTTEN:
                self._forget(each)
        if len(self._rumours) < known or len(self._stories) > FOLLOWED * STORIES:
            self._stories = {story for each in self._rumours.values() for story in each.stories}

    def _passed(self, rumour: Followed, now: datetime) -> Iterator[Signal]:
        for at in self._answers:
            if at <= now and rumour.answer_at(at, None):
                yield tell(rumour, at)
        for at, found in rumour.looks(now):
            yield tell(rumour, at, found)
        if rumour.fades(now):
            rumour.state = State.FADED
            yield tell(rumour, rumour.last + SILENT)
        elif rumour.grew(now):
            rumour.state = State.GROWING
            yield tell(rumour, now)

    def claim_in(self, leader: str, texts: Sequence[str]) -> Followed | None:
        """Give the rumour that most of some texts speak of, if any."""
        for each in self._by_leader.get(leader, ()):
            names = self._names.get(leader, frozenset[str]())
            fits = [self._fits(each, stems(text) - names) for text in texts]
            if 2 * sum(fits) > len(fits):
                return each
        return None

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        return {
            "rumours": msgspec.msgpack.encode(list(self._rumours.values())),
            "known": msgspec.msgpack.encode(self._known),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self._known = msgspec.msgpack.decode(state["known"], type=dict[str, Known])
        self._rumours, self._by_leader, self._stories = {}, {}, set()
        for each in msgspec.msgpack.decode(state["rumours"], type=list[Followed]):
            self._follow(each)


@lru_cache(maxsize=16)  # a post is held against the rumours of several leaders
def _folded(text: str) -> str:
    return fold(text)


def _followed(name: str, at: datetime, report: Report, leader: str) -> Followed:
    growth, since = _growth(report, at)
    evidence = {each.id: each for each in (report.first, *report.evidence) if each}
    proofs = [
        Proof(
            id=each.id, text=each.text, author=each.author, at=each.at, network=each.network,
            url=each.url, words=tuple(dict.fromkeys(words for _, words in each.words)),
        )
        for each in [*evidence.values()][:PROOFS]
    ]  # fmt: skip
    return Followed(
        id=name, leader=leader, since=since, last=at, told_at=at, growth=growth, words=Claim(),
        claim=report.claim if len(report.claim) <= CLAIM else report.claim[: CLAIM - 1] + "…",
        p=round(report.p, 4), harm=report.harm, posts=report.posts, proofs=proofs,
        first=proofs[0] if report.first else None, stories={report.story: True},
        voices=dict(report.carriers),
    )  # fmt: skip


def _growth(report: Report, at: datetime) -> tuple[Growth, datetime]:
    """Give how a story grew until an alert, and since when.

    Posts whose time was not kept are spread over the time since the last one whose was.
    """
    times = sorted(datetime.fromtimestamp(each, UTC) for each in report.times) or [at]
    for place in range(len(times) - 1, 0, -1):
        if times[place] - times[place - 1] > GAP:
            times = times[place:]
            break
    growth = Growth()
    for each in times:
        growth.add(each)
    more = max(0, report.posts - MOMENTS)
    for number in range(more):
        growth.add(times[-1] + (at - times[-1]) * (number + 1) / (more + 1))
    return growth, times[0]
