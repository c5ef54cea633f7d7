"""Whether a post speaks of a rumour already known: by the words that its posts share, and others lack.

The words of a rumour are those that many of its posts have and that are rare in what
is otherwise said of the same leader. Beginnings of words stand for words, so that
« ferme », « fermer » and « fermeture » are one.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from firsthand.listen.rumour import phrases
from firsthand.listen.rumour.tally import SPEAKING, Report
from firsthand.text.tokens import fold

BEGINNING, SHORTEST = 5, 4
"""Letters of a word that count, and that it must have."""
MOST_STEMS, MOST_WORDS = 400, 60
USUAL = 2_000
"""Words remembered of what is said of a leader otherwise."""
SETTLED = timedelta(hours=6)
"""After such a time what was said of a leader is what is usual, unless a rumour was made of it."""
SHARED, LIFT = 0.25, 4.0
"""A key word is in this share of a rumour's posts, and so many times commoner there than elsewhere."""
ALONE, ENOUGH = 0.5, 8
"""One key word is enough if it is in this share of at least so many posts; otherwise two are."""
FEW = 3
"""Telling words below which a post says nothing of its own."""
_ANY = (phrases.HEARSAY, phrases.DISBELIEF)
_WORD = re.compile(r"\w+")
# The capital first: what comes before it is looked at where there is one.
_SHORT_NAME = re.compile(r"[A-ZÀ-Þ](?:(?<=[\w,'’] .)|(?<=['’].))[^\W\d_]{2}\b")
"""A name of three letters within a sentence: a river, a town; other short words tell nothing."""
_LINK = re.compile(r"https?://\S+|www\.\S+|@[\w.]+")


@lru_cache(maxsize=16)  # a post is held against the rumours of several leaders
def stems(text: str) -> frozenset[str]:
    """Give the beginnings of the telling words of a text.

    >>> sorted(stems("Solvane ferme l'usine, @lea"))
    ['ferme', 'solva', 'usine']
    """
    said = _LINK.sub(" ", text)
    found = _WORD.findall(fold(said))[:MOST_WORDS]
    telling = [word for word in found if len(word) >= SHORTEST and not word.isdigit()]
    names = [fold(name) for name in _SHORT_NAME.findall(said)]
    words = frozenset([*telling, *names]) - _common()
    return frozenset(word[:BEGINNING] for word in words) - _of_any_rumour()


@cache
def _common() -> frozenset[str]:
    lines = (files("firsthand.listen.stories") / "stop_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _of_any_rumour() -> frozenset[str]:
    """Give the beginnings of the words in which any rumour is told, doubted and asked about."""
    listed = tomllib.loads((files(__package__) / "phrases.toml").read_text("utf-8"))
    said = [phrase for kind in _ANY for phrase in listed[kind]]
    return frozenset(word[:BEGINNING] for phrase in said for word in _WORD.findall(phrase))


class Usual(msgspec.Struct):
    """What is said of a leader day by day: in how many posts, and in how many of them each word.

    `fresh`: the latest posts' words, of which it is not known yet whether they are usual.
    """

    posts: int = 0
    counts: dict[str, int] = {}
    fresh: list[tuple[datetime, frozenset[str]]] = []

    def hear(self, at: datetime, found: frozenset[str]) -> None:
        """Take in a post by its stems; it counts as usual once some hours have passed."""
        self.fresh.append((at, found))
        while self.fresh and at - self.fresh[0][0] >= SETTLED:
            self.add(self.fresh.pop(0)[1])

    def add(self, found: frozenset[str]) -> None:
        """Count a post by its stems; the words longest unheard are forgotten."""
        self.posts += 1
        for stem in sorted(found):
            self.counts[stem] = self.counts.pop(stem, 0) + 1
        while len(self.counts) > USUAL:
            del self.counts[next(iter(self.counts))]

    def leave_out(self, claim: "Claim") -> None:
        """Take back the latest posts that have words of a rumour: they were its first ones."""
        words = frozenset(claim.likely)
        self.fresh = [each for each in self.fresh if words.isdisjoint(each[1])]

    def share(self, stem: str) -> float:
        """Give the share of posts that have a word; with few posts, something between."""
        return (self.counts.get(stem, 0) + 0.2) / (self.posts + 4)


class Claim(msgspec.Struct):
    """The words of one rumour: in how many of its posts each is.

    `likely`: those that may be key words until there are more than `until` posts.
    """

    posts: int = 0
    counts: dict[str, int] = {}
    likely: list[str] = []
    until: float = 0.0

    def add(self, found: frozenset[str]) -> None:
        """Count a post of the rumour by its stems; one of hardly any words says nothing of it."""
        if len(found) < 2:
            return
        self.posts += 1
        for stem in found:
            if stem in self.counts or len(self.counts) < MOST_STEMS:
                self.counts[stem] = self.counts.get(stem, 0) + 1
        if self.posts > self.until:
            more = self.posts // 10
            # In fewer posts than this, a word cannot be a key word while so many more come.
            least = SHARED * self.posts - (1 - SHARED) * more
            self.likely = [stem for stem, count in self.counts.items() if count >= least]
            self.until = self.posts + more

    def may_fit(self, folded: str) -> bool:
        """Say quickly whether a folded text may hold a key word; what may not, does not fit."""
        return any(map(folded.__contains__, self.likely))

    def fits(self, found: frozenset[str], usual: Usual, *, alike: bool = False) -> bool:
        """Say whether a post with some stems speaks of the same.

        `alike`: it is of a story of this rumour already, so that hardly any words are enough.
        """
        return self.fits_by(self.keys(found, usual), found, alike=alike)

    def keys(self, found: Iterable[str], usual: Usual) -> list[str]:
        """Give those of some stems that are key words of the rumour."""
        posts = max(1, self.posts)
        shares = ((stem, self.counts.get(stem, 0) / posts) for stem in found)
        return [
            stem for stem, share in shares if share >= SHARED and share >= LIFT * usual.share(stem)
        ]

    def fits_by(self, keys: Sequence[str], found: frozenset[str], *, alike: bool) -> bool:
        """Say the same as `fits`, of a post whose key words are known."""
        if len(keys) > 1 or (alike and (keys or len(found) < FEW)):
            return True
        return (
            len(keys) == 1 and self.posts >= ENOUGH and self.counts[keys[0]] >= ALONE * self.posts
        )


def opens(report: Report, names: frozenset[str] = frozenset()) -> bool:
    """Say whether a story's first post is of what the rumour is about, or only of the same subject.

    It is when it speaks for a rumour itself, or shares words with a post that does and
    stands for itself; what is said under it needs no words of its own. `names`: stems of
    the names watched, which posts share whatever they say.
    """
    first = report.first
    if first is None or any(kind in SPEAKING for kind, _ in first.words):
        return True
    others = [stems(each.text) for each in report.evidence if not each.under]
    said = stems(first.text) - names
    return not others or any(len(said & other) > 1 for other in others)
