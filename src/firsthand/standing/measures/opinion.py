"""Own opinion against company news: the share of opinions among posts that are plainly either.

The words that tell are in `opinion.toml`; besides them, a post that names the
organisation and never says “I” is taken for news.
"""

import re
import tomllib
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick

from firsthand.records.message import Message
from firsthand.standing.measure import Counting, Measured, Share
from firsthand.standing.messages import OPINION, OPINION_TITLE
from firsthand.standing.reading import Reading
from firsthand.text.tokens import fold

NEEDS = 30
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|i'd|my|me|je|j'|moi|mon|ma|mes)\b|\bj'")


class Opinion:
    """Posts that give an opinion, among those that give one or relay news."""

    name = "opinion"
    title: Message = OPINION_TITLE

    def start(self, organisation: tuple[str, ...]) -> Counting:
        """Start counting."""
        return _Opinions(organisation)


class _Opinions:
    def __init__(self, organisation: tuple[str, ...]) -> None:
        self._share = Share("opinion", NEEDS, OPINION)
        self._opinion, self._news = _phrases()
        self._names = _Phrases(organisation)

    def see(self, reading: Reading) -> None:
        if not reading.own:
            return
        text = reading.folded
        opinion = self._opinion.stand_in(text)
        news = self._news.stand_in(text) or self._only_names(text)
        if opinion != news:
            self._share.count(reading.post, opinion)

    def _only_names(self, text: str) -> bool:
        return self._names.stand_in(text) and _FIRST_PERSON.search(text) is None

    def tell(self, now: datetime) -> Measured:
        return self._share.tell(now)


class _Phrases:
    """Phrases looked for in folded texts, as whole words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        folded = sorted({fold(phrase).strip() for phrase in phrases} - {""})
        self._automaton = AhoCorasick(folded) if folded else None

    def stand_in(self, text: str) -> bool:
        """Say whether one of them stands in a text."""
        if self._automaton is None:
            return False
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return any(_whole(text, start, end) for _, start, end in found)


def _whole(text: str, start: int, end: int) -> bool:
    return not (start and _letter(text[start - 1])) and not (end < len(text) and _letter(text[end]))


def _letter(char: str) -> bool:
    return char.isalnum() or char == "_"


@cache
def _phrases() -> tuple[_Phrases, _Phrases]:
    lists = tomllib.loads(files(__package__).joinpath("opinion.toml").read_text("utf-8"))
    return _Phrases(lists["opinion"]), _Phrases(lists["news"])


measure = Opinion()
