"""What is counted of one story, from which the probability follows and the report is made."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import log1p

from firsthand.listen.rumour import phrases
from firsthand.listen.rumour.phrases import Said
from firsthand.records.post import Kind, Post

EVIDENCE = 12
"""Posts kept as evidence of a story, at most."""
MOMENTS = 64
"""Times of posts kept one by one; beyond, only how many."""
CARRIERS = 200
"""Accounts counted one by one; beyond, only how many."""
SPEAKING = frozenset({phrases.DISBELIEF, phrases.ACCUSATION, phrases.HEARSAY})


@dataclass(slots=True)
class Evidence:
    """A post that speaks for a rumour, and the words that do; `under`: it answers or repeats another."""

    id: str
    at: datetime | None
    author: str
    text: str
    words: list[tuple[str, str]]
    network: str = ""
    url: str | None = None
    under: bool = False


@dataclass(slots=True)
class Tally:
    """One story so far. Unknown authors count as one account each."""

    posts: int = 0
    answers: int = 0
    unknown: int = 0
    said: dict[str, int] = field(default_factory=dict)
    opening: tuple[str, ...] = ()
    linked: bool = False
    first: Evidence | None = None
    authors: dict[str, int] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    alerted: str | None = None
    times: list[float] = field(default_factory=list)

    @property
    def voices(self) -> int:
        """Distinct accounts."""
        return len(self.authors) + self.unknown

    def add(self, post: Post, found: tuple[Said, ...]) -> None:
        """Count one post and what it says."""
        self._count_author(post.author)
        self.posts += 1
        if post.at is not None and len(self.times) < MOMENTS:
            self.times.append(post.at.timestamp())
        kinds = [each.kind for each in found]
        if self.first is None:
            self.first, self.opening = _evidence(post, found), tuple(kinds)
            self.linked = bool(post.links) or "://" in post.text
            return
        if post.kind is not Kind.REPOST:
            self.answers += 1
            # Asking under a claim doubts it; many who ask the same thing only want to know.
            doubts = post.kind is Kind.REPLY
            _count(self.said, (k for k in kinds if doubts or k != phrases.QUESTION))
        if len(self.evidence) < EVIDENCE and not SPEAKING.isdisjoint(kinds):
            self.evidence.append(_evidence(post, found))

    def share(self, kind: str, usual: float, prior: float) -> float:
        """Give the share of the answers that say something, with `prior` usual ones before them."""
        return (self.said.get(kind, 0) + prior * usual) / (self.answers + prior)

    def _count_author(self, author: str) -> None:
        if author and (author in self.authors or len(self.authors) < CARRIERS):
            _count(self.authors, (author,))
        else:
            self.unknown += 1

    def merge(self, other: "Tally") -> None:
        """Take in the story that has become part of this one."""
        self.posts += other.posts
        self.answers += other.answers + (other.first is not None)
        _count(self.said, other.opening)
        for mine, others in ((self.said, other.said), (self.authors, other.authors)):
            for name, count in others.items():
                mine[name] = mine.get(name, 0) + count
        self.unknown += other.unknown
        self.evidence = (self.evidence + other.evidence)[:EVIDENCE]
        self.alerted = self.alerted or other.alerted
        self.times = sorted(self.times + other.times)[:MOMENTS]
        if other.first is not None and (self.first is None or _earlier(other.first, self.first)):
            self.first, self.opening, self.linked = other.first, other.opening, other.linked


def _evidence(post: Post, found: tuple[Said, ...]) -> Evidence:
    words = [(each.kind, each.words) for each in found]
    under = post.kind in (Kind.REPLY, Kind.REPOST)
    return Evidence(post.id, post.at, post.author, post.text, words, post.network, post.url, under)


def _count(counts: dict[str, int], names: Iterable[str]) -> None:
    for name in names:
        counts[name] = counts.get(name, 0) + 1


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
