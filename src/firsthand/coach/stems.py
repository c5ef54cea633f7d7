"""Subjects of a text: its content words, with plurals, elisions and hashtags made alike."""

from functools import lru_cache

from firsthand.coach.reading import Reading
from firsthand.coach.rules import shared_words
from firsthand.text.tokens import fold, words

_MIN = 3


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    lists = shared_words()["function_words"]["words"]
    return frozenset(word for words in lists.values() for word in words)


def is_content(form: str) -> bool:
    """Tell whether a folded word carries a subject, rather than grammar."""
    return (len(form) >= _MIN or form.isdigit()) and form not in _function_words()


@lru_cache(maxsize=50_000)
def stem(form: str) -> str:
    """Take the plural and the feminine off a folded word; light, for matching only.

    >>> stem("acquisitions"), stem("journaux"), stem("companies"), stem("employee's")
    ('acquisition', 'journal', 'company', 'employee')
    """
    word = form.removesuffix("'s").removesuffix("'")
    if len(word) < 4:
        return word
    for ending, instead in (
        ("elles", "el"),
        ("elle", "el"),
        ("eaux", "eau"),
        ("aux", "al"),
        ("ies", "y"),
        ("sses", "ss"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + instead
    if word.endswith(("ss", "us", "is")):
        return word
    return word.rstrip("sx") or word


def content(reading: Reading) -> list[tuple[str, int]]:
    """Give the content stems of a text with the index of their token."""
    if reading.content is None:
        reading.content = [
            (stem(form), index)
            for index, form in enumerate(reading.forms)
            if reading.kinds[index] != "@" and is_content(form)
        ]
    return reading.content


def subject(text: str) -> tuple[str, ...]:
    """Give the content stems of a phrase, or its plain words when it has none."""
    reading = Reading(text, None)
    stems = tuple(found for found, _ in content(reading))
    return stems or tuple(reading.forms)


def quick(text: str) -> list[str]:
    """Give the content stems of a text without reading the rest of it."""
    return [
        stem(form)
        for word in words(text)
        if word[0] not in "@＠"
        for form in fold(word).replace("-", " ").split()
        if is_content(form)
    ]
