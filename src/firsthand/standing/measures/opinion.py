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
        self._names = _any_of(organisation) if organisation else None

    def see(self, reading: Reading) -> None:
        if not reading.own:
            return
        text = fold(reading.post.text)
        opinion = self._opinion.search(text) is not None
        news = self._news.search(text) is not None or self._only_names(text)
        if opinion != news:
            self._share.count(reading.post, opinion)

    def _only_names(self, text: str) -> bool:
        if self._names is None or self._names.search(text) is None:
            return False
        return _FIRST_PERSON.search(text) is None

    def tell(self, now: datetime) -> Measured:
        return self._share.tell(now)


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = tomllib.loads(files(__package__).joinpath("opinion.toml").read_text("utf-8"))
    return _any_of(lists["opinion"]), _any_of(lists["news"])


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    folded = (re.escape(fold(phrase)) for phrase in phrases if phrase.strip())
    return re.compile(rf"(?<!\w)(?:{'|'.join(folded)})(?!\w)")


measure = Opinion()
