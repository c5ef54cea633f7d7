"""Whether posts of one rumour are known by their key words: real conversations of eight events.

Nobody labelled which conversations are of one claim, only which are of one event: posts
joined to a rumour of another event are wrong for certain, those of its own event may be right.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.listen.trends.news import Said, events

from firsthand.listen.rumour.claims import Claim, Usual, stems

FEWEST = 3
"""Posts from which a rumour is followed."""


class Joined(NamedTuple):
    """Of the openings held against rumours: how often they were, and how often they fit."""

    held: Counter[str]
    fit: Counter[str]

    def share(self, kind: str) -> float:
        return self.fit[kind] / self.held[kind]


def openings_joined(shared: Path) -> Joined:
    """Hold the opening of each conversation against all rumours so far; events run side by side."""
    found = {name: said for name, said in events(shared).items() if not name.startswith("2013")}
    posts = sorted((each.at, name, each) for name, said in found.items() for each in said)
    usual, claims, roots = Usual(), dict[tuple[str, str], Claim](), dict[str, str]()
    joined = Joined(Counter(), Counter())
    for _, event, each in posts:
        words = stems(each.text)
        if each.under is None and len(words) > 1:
            for (other, _), claim in claims.items():
                if claim.posts >= FEWEST:
                    kind = "same" if other == event else "other"
                    joined.held[kind] += 1
                    joined.fit[kind] += claim.fits(words, usual)
        usual.add(words)
        claims.setdefault((event, root(each, roots)), Claim()).add(words)
    return joined


def root(each: Said, roots: dict[str, str]) -> str:
    """Give the opening of the conversation that a post belongs to."""
    roots[each.name] = roots.get(each.under, each.under) if each.under else each.name
    return roots[each.name]


@pytest.mark.slow
def test_key_words_seldom_join_what_is_of_another_event(shared: Callable[[str], Path]) -> None:
    shared("data/rumours")
    shared("data/stories")
    joined = openings_joined(shared("data"))
    assert joined.share("other") < 0.05
    assert joined.share("same") > 5 * joined.share("other")
