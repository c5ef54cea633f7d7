"""Following stories for rumours, post by post, with bounded memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from firsthand.listen.bounded import put_last, shorten
from firsthand.listen.rumour.features import features
from firsthand.listen.rumour.model import Model, shipped
from firsthand.listen.rumour.phrases import (
    ACCUSATION,
    DISBELIEF,
    QUESTION,
    Said,
    said_many,
)
from firsthand.listen.rumour.tally import Evidence, Report, Tally, evidence, harm
from firsthand.records.post import Post

POSTS, STORIES = 200_000, 20_000
"""Posts and stories remembered; the ones longest untouched go first."""
APART = 3
"""Claims told apart beside the first one of a story."""
_BESIDE = 1 << 40
_UNSURE = frozenset({DISBELIEF, QUESTION, ACCUSATION})
FEWEST = 3
"""Posts, and accounts, before a story can be called a rumour."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one post makes of its story: `p` that it is a rumour so far; `alert` if this raises it.

    `posts`: those of the story so far.
    """

    story: int
    p: float
    alert: bool
    cues: tuple[Said, ...]
    posts: int = 1


class State(msgspec.Struct):
    """What is remembered: tallies by story, stories by post, and which story became part of which.

    Most stories are one post for ever: that is all there is of them in `openings`.
    """

    stories: dict[int, Tally] = {}
    openings: dict[int, Evidence] = {}
    places: dict[str, int] = {}
    parts: dict[int, int] = {}


class Rumours:
    """The stories of a stream, and which of them are rumours."""

    def __init__(self, model: Model | None = None, *, state: State | None = None) -> None:
        self._model = model or shipped()
        self._state = state or State()

    def add(
        self,
        posts: Sequence[Post],
        stories: Sequence[int],
        found: Sequence[tuple[Said, ...]] | None = None,
    ) -> list[Verdict]:
        """Judge posts in order, each from those before it; `stories` are their stories by text.

        `found`: what `said_many` gave for the posts, where it is known already.
        """
        if found is None:
            found = said_many([post.text for post in posts], [post.lang for post in posts])
        self._forget()
        return [self._one(*each) for each in zip(posts, stories, found, strict=True)]

    def joined(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Learn that stories (the first of each pair) became part of others; before each batch."""
        self._forget()
        for pair in pairs:
            part, whole = map(self._whole, pair)
            if part == whole:
                continue
            put_last(self._state.parts, part, whole, POSTS)
            if tally := self._taken(part):
                self._touched(whole).merge(tally)

    def report(self, story: int) -> Report:
        """Give what is known of a story as a rumour."""
        story = self._whole(story)
        tally = self._seen(story)
        return Report(
            story=story,
            p=self._probability(tally),
            harm=harm(tally),
            claim=tally.first.text if tally.first else "",
            first=tally.first,
            voices=tally.voices,
            posts=tally.posts,
            carriers=tuple(sorted(tally.authors.items(), key=_by_count)[:10]),
            evidence=tuple(tally.evidence),
            times=tuple(tally.times),
        )

    def worst(self, most: int = 10) -> list[Report]:
        """Give the stories remembered that are likeliest rumours and could hurt most, worst first."""
        known = [*self._state.stories, *self._state.openings]
        reports = [self.report(story) for story in known]
        return sorted(reports, key=lambda report: (-report.p * (0.5 + report.harm), report.story))[
            :most
        ]

    def follow(self, post: Post, by_text: int, found: tuple[Said, ...]) -> tuple[int, bool]:
        """Take in one post; give its story, and whether the post raises an alert (see `Verdict`)."""
        story = self._story(post, by_text)
        tally = self._taken(story)
        if tally is None:
            self._state.openings[story] = evidence(post, found)
            return story, False
        self._state.stories[story] = tally
        tally.add(post, found)
        alert = (
            tally.alerted is None
            and may_be(tally)
            and self._probability(tally) >= self._model.threshold
        )
        if alert:
            tally.alerted = post.id
        return story, alert

    def follow_apart(self, post: Post, story: int, found: tuple[Said, ...]) -> tuple[int, bool]:
        """Take in a post of a story whose alert was of another claim; as `follow`.

        What is said of the same subject beside a claim is a story of its own.
        """
        for level in range(1, APART + 1):
            apart = story + level * _BESIDE
            tally = self._state.stories.get(apart)
            if tally is None or tally.alerted is None or level == APART:
                break
        return self.follow(post, apart, found)

    def silence(self, story: int) -> None:
        """Let a story raise no alert any more."""
        self._touched(self._whole(story)).alerted = ""

    def was_raised(self, story: int) -> bool:
        """Say whether a story has raised its alert."""
        tally = self._state.stories.get(self._whole(story))
        return tally is not None and tally.alerted is not None

    def _forget(self) -> None:
        shorten(self._state.openings, STORIES)
        shorten(self._state.stories, STORIES)
        shorten(self._state.places, POSTS)

    def _one(self, post: Post, by_text: int, found: tuple[Said, ...]) -> Verdict:
        story, alert = self.follow(post, by_text, found)
        tally = self._seen(story)
        return Verdict(story, self._probability(tally), alert, found, tally.posts)

    def _story(self, post: Post, by_text: int) -> int:
        """Give the story of what a post answers, if known; else its own, by its text."""
        places, story = self._state.places, by_text
        for name in (post.repost_of, post.reply_to, post.quote_of):
            if name and name in places:
                story = places[name]
                break
        if story in self._state.parts:
            story = self._whole(story)
        if post.id:
            places[post.id] = story
        return story

    def _whole(self, story: int) -> int:
        while story in self._state.parts:
            story = self._state.parts[story]
        return story

    def _taken(self, story: int) -> Tally | None:
        """Take a story out of what is remembered, to put it back as the one touched last."""
        tally = self._state.stories.pop(story, None)
        if tally is None and (first := self._state.openings.pop(story, None)):
            return Tally.begun(first)
        return tally

    def _touched(self, story: int) -> Tally:
        tally = self._state.stories[story] = self._taken(story) or Tally()
        return tally

    def _seen(self, story: int) -> Tally:
        tally, first = self._state.stories.get(story), self._state.openings.get(story)
        return tally or (Tally.begun(first) if first else Tally())

    def _probability(self, tally: Tally) -> float:
        """Give the probability; what hardly anybody has taken up is no rumour yet."""
        taken_up = min(1.0, tally.voices / FEWEST)
        return taken_up * self._model.probability(features(tally))

    def state(self) -> bytes:
        """Give all that is remembered, for `load`."""
        return msgspec.msgpack.encode(self._state)

    @classmethod
    def load(cls, saved: bytes, model: Model | None = None) -> "Rumours":
        """Go on from a saved state."""
        return cls(model, state=msgspec.msgpack.decode(saved, type=State))


def may_be(tally: Tally) -> bool:
    """Say whether enough accounts speak, and one doubts, denies, asks or accuses, or tells hearsay."""
    if tally.posts < FEWEST or tally.voices < FEWEST:
        return False
    return tally.hearsay or not _UNSURE.isdisjoint(tally.said)


def _by_count(named: tuple[str, int]) -> tuple[int, str]:
    return -named[1], named[0]
