"""What is counted of one story, from which the probability follows and the report is made."""

from dataclasses import dataclass, replace
from datetime import datetime
from math import log1p

import msgspec

from firsthand.listen.rumour import phrases
from firsthand.listen.rumour.phrases import Said
from firsthand.records.post import Kind, Post

EVIDENCE = 12
"""Posts kept as evidence of a story, at most."""
MOMENTS = 64
"""Times of posts kept one by one; beyond, only how many."""
CARRIERS = 200
"""Accounts counted one by one; beyond, only how many."""
RETOLD = 2
"""Posts that pass on hearsay in words of their own, from which a story is hearsay whoever began it."""
SPEAKING = frozenset({phrases.DISBELIEF, phrases.ACCUSATION, phrases.HEARSAY})


class Evidence(msgspec.Struct):
    """A post that speaks for a rumour, and the words that do; `under`: it answers or repeats another."""

    id: str
    at: datetime | None
    author: str
    text: str
    words: list[tuple[str, str]]
    network: str = ""
    url: str | None = None
    under: bool = False


class Tally(msgspec.Struct):
    """One story so far. Unknown authors count as one account each.

    `retold`: posts after the first that pass on hearsay in words of their own, under no other.
    """

    posts: int = 0
    retold: int = 0
    answers: int = 0
    unknown: int = 0
    said: dict[str, int] = {}
    opening: tuple[str, ...] = ()
    first: Evidence | None = None
    authors: dict[str, int] = {}
    evidence: list[Evidence] = []
    alerted: str | None = None
    times: list[float] = []

    @classmethod
    def begun(cls, first: Evidence) -> "Tally":
        """Give the story of one post."""
        tally = cls(posts=1, first=first, opening=tuple([kind for kind, _ in first.words]))
        tally._note(first.author, first.at)
        return tally

    @property
    def hearsay(self) -> bool:
        """Whether it is hearsay: it begins as such, or so many pass it on in words of their own."""
        return phrases.HEARSAY in self.opening or self.retold >= RETOLD

    @property
    def voices(self) -> int:
        """Distinct accounts."""
        return len(self.authors) + self.unknown

    def add(self, post: Post, found: tuple[Said, ...]) -> None:
        """Count a post after the first, and what it says."""
        self.posts += 1
        self._note(post.author, post.at)
        kind = post.kind
        if kind is not Kind.REPOST:
            self.answers += 1
            if found:
                self._hear(found, reply=kind is Kind.REPLY)
        if found and len(self.evidence) < EVIDENCE and speaks(found):
            self.evidence.append(evidence(post, found))

    def share(self, kind: str, usual: float, prior: float) -> float:
        """Give the share of the answers that say something, with `prior` usual ones before them.

        To accuse is to disbelieve: a rumour may be all accusation.
        """
        said = self.said.get(kind, 0)
        if kind == phrases.DISBELIEF:
            said = max(said, self.said.get(phrases.ACCUSATION, 0))
        return (said + prior * usual) / (self.answers + prior)

    def _hear(self, found: tuple[Said, ...], *, reply: bool) -> None:
        if not reply and any(each.kind == phrases.HEARSAY for each in found):
            self.retold += 1
        for each in found:
            # Asking under a claim doubts it; many who ask the same thing only want to know.
            if reply or each.kind != phrases.QUESTION:
                self.said[each.kind] = self.said.get(each.kind, 0) + 1

    def _note(self, author: str, at: datetime | None) -> None:
        known = self.authors.get(author, 0)
        if known or (author and len(self.authors) < CARRIERS):
            self.authors[author] = known + 1
        else:
            self.unknown += 1
        if at is not None and len(self.times) < MOMENTS:
            self.times.append(at.timestamp())

    def merge(self, other: "Tally") -> None:
        """Take in the story that has become part of this one."""
        self.posts += other.posts
        self.answers += other.answers + (other.first is not None)
        self.retold += other.retold + (phrases.HEARSAY in other.opening)
        for kind in other.opening:
            self.said[kind] = self.said.get(kind, 0) + 1
        for mine, others in ((self.said, other.said), (self.authors, other.authors)):
            for name, count in others.items():
                mine[name] = mine.get(name, 0) + count
        self.unknown += other.unknown
        self.evidence = (self.evidence + other.evidence)[:EVIDENCE]
        self.alerted = self.alerted or other.alerted
        self.times = sorted(self.times + other.times)[:MOMENTS]
        if other.first is not None and (self.first is None or _earlier(other.first, self.first)):
            self.first, self.opening = other.first, other.opening


def speaks(found: tuple[Said, ...]) -> bool:
    """Say whether something that was said speaks for a rumour."""
    return any(each.kind in SPEAKING for each in found)


def evidence(post: Post, found: tuple[Said, ...]) -> Evidence:
    """Give a post as evidence of a story."""
    words = [(each.kind, each.words) for each in found]
    under = post.kind in (Kind.REPLY, Kind.REPOST)
    return Evidence(post.id, post.at, post.author, post.text, words, post.network, post.url, under)


def _earlier(a: Evidence, b: Evidence) -> bool:
    return a.at is not None and b.at is not None and a.at < b.at


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a rumour.

    `p`: probability that it is one. `harm`: how much it could hurt, 0–1. `claim`:
    the first post's own words. `carriers`: accounts and how often they spoke.
    `times`: those of the first posts, in seconds.
    """

    story: int
    p: float
    harm: float
    claim: str
    first: Evidence | None
    voices: int
    posts: int
    carriers: tuple[tuple[str, int], ...]
    evidence: tuple[Evidence, ...]
    times: tuple[float, ...] = ()


def without_opening(report: Report) -> Report:
    """Give a report as if its story began with the first post that speaks for a rumour."""
    first = next((each for each in report.evidence if not each.under), report.evidence[0])
    begun = first.at.timestamp() if first.at else 0.0
    times = tuple(at for at in report.times if at >= begun)
    return replace(report, first=first, claim=first.text, times=times)


def harm(tally: Tally) -> float:
    """Say how much a story could hurt, 0–1: grave words, accusations, and how many carry it."""
    grave = phrases.GRAVE in tally.opening or tally.said.get(phrases.GRAVE, 0) > tally.posts / 10
    accused = phrases.ACCUSATION in tally.opening or phrases.ACCUSATION in tally.said
    spread = min(1.0, log1p(tally.voices) / log1p(1000))
    return round(0.4 * grave + 0.2 * accused + 0.4 * spread, 3)
