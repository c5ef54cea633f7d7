"""Syllables as they are heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.syllables import english_syllables, french_syllables

LETTERS = st.text("aàeéèêiîoôuyœbcdglmnrst'’", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("chat", 1), ("l'", 0), ("qu’", 0), ("table", 1), ("tables", 1), ("parlent", 1),
        ("été", 2), ("usine", 2), ("entreprise", 3), ("communication", 5), ("Œuvre", 1),
        ("le", 1), ("eau", 1), ("CEO", 1), ("réussite", 3),
        ("création", 3), ("année", 2), ("idées", 2),
    ],
)  # fmt: skip
def test_french(word: str, count: int) -> None:
    assert french_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("make", 1), ("makes", 1), ("table", 2), ("hoped", 1), ("wanted", 2),
        ("houses", 2), ("company", 3), ("information", 4), ("the", 1), ("rhythm", 1), ("queue", 1),
    ],
)  # fmt: skip
def test_english(word: str, count: int) -> None:
    assert english_syllables(word) == count


@given(LETTERS)
def test_a_word_in_capitals_sounds_the_same(word: str) -> None:
    assert french_syllables(word.upper()) == french_syllables(word)
    assert english_syllables(word.upper()) == english_syllables(word)


@given(LETTERS)
def test_no_word_has_more_syllables_than_letters(word: str) -> None:
    assert 0 <= french_syllables(word) <= len(word)
    assert 1 <= english_syllables(word) <= len(word)
