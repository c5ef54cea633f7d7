"""How easily texts read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.readability import MIN_WORDS, readability

EASY = {
    "fr": "Le chat dort. Il a faim. On joue au bal. Je vois la mer. Tu ris bien.",
    "en": "The cat sat. It is warm. We go out and play. I see the sea. You sing.",
}
HARD = {
    "fr": "L'intensification des interdépendances organisationnelles nécessite inévitablement une "
    "réévaluation méthodologique des responsabilités institutionnelles correspondantes.",
    "en": "Organizational interdependencies necessitate comprehensive reconsideration regarding "
    "institutional responsibilities, notwithstanding contemporary methodological uncertainties.",
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_short_words_and_sentences_read_easily(lang: str) -> None:
    easy, hard = readability(EASY[lang], lang), readability(HARD[lang], lang)
    assert easy is not None
    assert hard is not None
    assert easy > 90
    assert hard < 10


def test_by_hand() -> None:
    # Ten words, two sentences, ten syllables.
    text = "The cat sat on the mat. It is so warm."
    assert readability(text, "en") == pytest.approx(206.835 - 1.015 * 5 - 84.6)
    # Ten words of one syllable and one sentence.
    assert readability("Le chat dort sur le sol et il a faim", "fr") == pytest.approx(
        207 - 1.015 * 10 - 73.6
    )


def test_longer_sentences_read_less_easily() -> None:
    short = readability("We go out now. You stay in here with me.", "en")
    long = readability("We go out now and you stay in here with me.", "en")
    assert short is not None
    assert long is not None
    assert short > long


@pytest.mark.parametrize("lang", ["de", None, ""])
def test_other_languages_are_unknown(lang: str | None) -> None:
    assert readability(EASY["en"], lang) is None


@given(st.lists(st.sampled_from(["le", "chat", "dort", "bien", "."]), max_size=MIN_WORDS - 1))
def test_too_few_words_are_unknown(words: list[str]) -> None:
    assert readability(" ".join(words), "fr") is None


def test_links_mentions_and_numbers_are_no_words() -> None:
    text = "Le chat dort sur le sol et il a faim"
    assert readability(f"{text} 12 345 https://exemple.fr/une/page", "fr") == readability(
        text, "fr"
    )
