"""Phrases of a strategy, found in a draft whatever their plural, elision, accents or hashtag."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from firsthand.coach.reading import Reading
from firsthand.coach.stems import content, stem, subject

_JOINED = 5
_BETWEEN = 3
_COMMON = 3
_LEAST = 2
_GRAMMAR = frozenset({
    "notre", "votre", "leur", "leurs", "cette", "dans", "avec", "pour", "chez", "sans", "elle", "nous",
    "vous", "their", "your", "with", "from", "this", "that", "these", "those", "they", "them",
})  # fmt: skip


class Place(NamedTuple):
    """Where a phrase stands: span in characters, tokens (last one excluded), and the phrase."""

    start: int
    end: int
    first: int
    last: int
    phrase: str


class Phrases:
    """Phrases prepared once, to be looked for in many drafts."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._joined: dict[str, str] = {}
        self._literal: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in phrases:
            if literal := _literal(phrase):
                self._literal.setdefault(literal[0], []).append((literal, phrase))
                continue
            stems = subject(phrase)
            if not stems:
                continue
            self._by_first.setdefault(stems[0], []).append((stems, phrase))
            joined = "".join(stems)
            if len(stems) > 1 and len(joined) >= _JOINED:
                self._joined[joined] = phrase

    def places(self, reading: Reading) -> Iterator[Place]:
        """Give every place where a phrase stands, in order."""
        if self._literal:
            yield from self._word_by_word(reading)
        words = list(enumerate(content(reading)))
        stems = [found for _, (found, _) in words]
        if any(len(first) < 3 for first in self._by_first):
            yield from self._short(reading)
        for at, (found, index) in words:
            for wanted, phrase in self._by_first.get(found, ()):
                last = _along(wanted, stems, at)
                if last is not None and _near(words, at, last):
                    end = words[last][1][1]
                    yield Place(reading.starts[index], reading.ends[end], index, end + 1, phrase)
                    break
            if found in self._joined:
                yield Place(
                    reading.starts[index], reading.ends[index], index, index + 1,
                    self._joined[found],
                )  # fmt: skip

    def _word_by_word(self, reading: Reading) -> Iterator[Place]:
        """Find phrases that are mostly numbers and common words, such as “four-day week”."""
        stems = [stem(form) for form in reading.forms]
        for index, found in enumerate(stems):
            for wanted, phrase in self._literal.get(found, ()):
                last = index + len(wanted)
                if tuple(stems[index:last]) == wanted:
                    yield Place(reading.starts[index], reading.ends[last - 1], index, last, phrase)

    def _short(self, reading: Reading) -> Iterator[Place]:
        """Find phrases made of short or grammatical words only, such as a name in two letters."""
        for index, form in enumerate(reading.forms):
            for wanted, phrase in self._by_first.get(form, ()):
                run = tuple(reading.forms[index : index + len(wanted)])
                if run == wanted and len(wanted[0]) < 3:
                    last = index + len(wanted)
                    yield Place(reading.starts[index], reading.ends[last - 1], index, last, phrase)


def _literal(phrase: str) -> tuple[str, ...]:
    """Give all the stems of a phrase of which too little is left without its common words."""
    reading = Reading(phrase, None)
    long = sum(len(form) > _COMMON and form not in _GRAMMAR for form in reading.forms)
    if long < _LEAST or len(content(reading)) >= _LEAST:
        return ()
    return tuple(stem(form) for form in reading.forms)


def _along(wanted: tuple[str, ...], stems: list[str], at: int) -> int | None:
    """Give where the stems end when they follow one another from a place on."""
    if tuple(stems[at : at + len(wanted)]) == wanted:
        return at + len(wanted) - 1
    return None


def _near(words: list[tuple[int, tuple[str, int]]], first: int, last: int) -> bool:
    """Tell whether only a few grammatical words stand between the words of a phrase."""
    return all(words[i + 1][1][1] - words[i][1][1] <= _BETWEEN + 1 for i in range(first, last))


def same_word(a: str, b: str) -> bool:
    """Tell whether two folded words differ by a plural at most."""
    return stem(a) == stem(b)
