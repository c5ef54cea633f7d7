"""Whether two posts say nearly the same: their words but for numbers and a place or two.

gist(text)                       # its words
alike(gist(one), gist(other))    # most of them are shared

`Told` remembers what was told lately, so that it is not told again and again.
"""

import re
from datetime import UTC, datetime, timedelta

import msgspec

ENOUGH = 0.7
"""Share of common words from which two posts say the same."""
WHILE = timedelta(days=14)
"""What was not said for so long is new when it is said again."""
MOST, LONGEST = 60, 500
_LINK = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W\d_]{3,}")


def gist(text: str) -> frozenset[str]:
    """Give the words of a text, without numbers, links and the shortest (« de », « d' »)."""
    return frozenset(_WORD.findall(_LINK.sub("", text[:LONGEST]).casefold()))


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether most words of two texts are the same; two without words are."""
    return len(one & other) >= ENOUGH * len(one | other)


class Saying(msgspec.Struct):
    """Words that were told, and when they were last said."""

    words: frozenset[str]
    last: datetime


class Told(msgspec.Struct):
    """What was told lately, the one longest unsaid first."""

    sayings: list[Saying] = []

    def again(self, text: str, at: datetime | None) -> bool:
        """Take in what a post says; say whether nearly the same was told lately."""
        if at is None:
            return False
        at, words = at.astimezone(UTC), gist(text)
        self.sayings = [each for each in self.sayings if at - each.last < WHILE]
        known = next((each for each in self.sayings if alike(each.words, words)), None)
        if known is None:
            self.sayings = [*self.sayings, Saying(words, at)][-MOST:]
            return False
        self.sayings.remove(known)
        known.last = max(known.last, at)
        self.sayings.append(known)
        return True
