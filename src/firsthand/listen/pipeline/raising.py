"""From heard posts to rumours: which story a post is of, and whether it raises or joins a rumour."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from firsthand.listen.bounded import shorten
from firsthand.listen.match.plain import account
from firsthand.listen.pipeline.concerned import Concerned
from firsthand.listen.pipeline.following import Following
from firsthand.listen.pipeline.murmurs import Murmurs
from firsthand.listen.pipeline.signals import Heard
from firsthand.listen.rumour import Report, Rumours, without_opening
from firsthand.listen.rumour.tally import speaks
from firsthand.records.post import Kind
from firsthand.records.signal import Signal

PENDING = 2_000
"""Stories that may yet become rumours: full of questions, or last spoken in by the leader."""
_UNDER = (Kind.REPLY, Kind.REPOST)


class Raising:
    """Puts posts to the rumours that are followed, or raises new ones.

    `accounts`: those of the leaders and their organisations, all together.
    """

    def __init__(self, following: Following, accounts: frozenset[str]) -> None:
        self._following = following
        self._accounts = accounts
        self._rumours = Rumours()
        self._concerned = Concerned()
        self._murmurs = Murmurs()
        self._pending: dict[int, None] = {}

    def joined(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Learn that stories (the first of each pair) became part of others."""
        self._rumours.joined(pairs)
        self._concerned.joined(pairs)
        self._following.joined(pairs)
        for part, whole in pairs:
            if part in self._pending:
                del self._pending[part]
                self.put_off(whole)

    def place(self, heard: Heard) -> tuple[int, bool]:
        """Take in a post; gives its story, and whether it raises an alert."""
        if heard.said and speaks(heard.said) and heard.post.kind not in _UNDER:
            self._murmured(heard)
        story, alert = self._rumours.follow(heard.post, heard.story, heard.said)
        self._concerned.note(story, heard.watched.named)
        return story, alert

    def _murmured(self, heard: Heard) -> None:
        """Join the story of a post that speaks for a rumour to that of others in other words."""
        post = heard.post
        for leader in heard.watched.named:
            words = self._following.rare_words(heard, leader)
            if post.at is not None and words:
                self.joined(self._murmurs.hear(leader, post.at, post.author, heard.story, words))

    def put_off(self, story: int) -> None:
        """Let the alert of a story be told with its next post."""
        self._pending[story] = None
        shorten(self._pending, PENDING)

    def hear(self, heard: Heard, story: int, *, alert: bool) -> Iterator[Signal]:
        """Put somebody else's post to the rumours; a new one is one that fits none of them."""
        whose = self._spoken_of(heard, story)
        heard_in = [who for who in whose if self._is_of_a_rumour(heard, story, who)]
        due = alert or story in self._pending
        if not due and len(heard_in) < len(whose) and self._speaks_apart(heard, story):
            story, alert = self._rumours.follow_apart(heard.post, story, heard.said)
            self._concerned.note(story, heard.watched.named)
        if alert or story in self._pending:
            yield from self._raised(heard, story, heard_in)

    def _is_of_a_rumour(self, heard: Heard, story: int, leader: str) -> bool:
        """Put a post to the rumour that it is of, if any, which is weighed anew as it doubles."""
        followed = self._following.hear(heard, story, leader)
        if followed is not None and followed.posts.bit_count() == 1:
            report = self._rumours.report(story)
            followed.p = max(followed.p, round(report.p, 4))
            followed.harm = max(followed.harm, report.harm)
        return followed is not None

    def _raised(self, heard: Heard, story: int, heard_in: Sequence[str]) -> Iterator[Signal]:
        report = self._rumours.report(story)
        if not report.evidence:
            # Only questions so far: it is told as soon as somebody doubts, accuses or passes on.
            self.put_off(story)
            return
        self._pending.pop(story, None)
        if self._begun_by_us(report):
            if heard.post.kind is Kind.REPLY:
                return  # What people say under the leader's own post is a conversation.
            report = without_opening(report)
        others = [(name, n) for name, n in report.carriers if account(name) not in self._accounts]
        report = replace(report, carriers=tuple(others))
        for leader in self._concerned.mostly(story):
            if leader not in heard_in and not self._following.follows(story, leader):
                yield from self._following.raised(heard, report, leader)

    def _begun_by_us(self, report: Report) -> bool:
        return report.first is not None and account(report.first.author) in self._accounts

    def _spoken_of(self, heard: Heard, story: int) -> Collection[str]:
        """Give the leaders of whom a post speaks; an answer speaks of those of its story."""
        if heard.post.kind in _UNDER:
            return list(self._concerned.of(story))
        return heard.watched.named

    def _speaks_apart(self, heard: Heard, story: int) -> bool:
        """Say whether a post speaks of something else than the rumour that its story raised."""
        return self._rumours.was_raised(story) and heard.post.kind not in _UNDER

    def state(self) -> dict[str, Any]:
        """Give all that is remembered, as plain values, for `restore`."""
        return {
            "rumours": self._rumours.state(),
            "pending": list(self._pending),
            "concerned": self._concerned.state(),
            "murmurs": self._murmurs.state(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what `state` gave."""
        self._rumours = Rumours.load(state["rumours"])
        self._pending = dict.fromkeys(state["pending"])
        self._concerned = Concerned(state["concerned"])
        self._murmurs = Murmurs(state["murmurs"])
