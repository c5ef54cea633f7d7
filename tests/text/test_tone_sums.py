"""What the tone model reads of a post."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.text import tone_kernels, tone_sums, tone_table
from firsthand.text.tone import Model, model, sums

TEXTS = st.text(st.sampled_from("aéEé'’@#!?. :)0http\n😀\u200d") | st.characters(), max_size=120)


def tokens(text: str) -> list[str]:
    kept = tone_sums.workspace()[0]
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    size = tone_kernels.tokens(codes, 0, len(codes), tone_kernels.table(), kept)
    return "".join(map(chr, kept[1 : size - 1])).split(" ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’équipe n'est PAS là", ["l'", "équipe", "n'", "est", "pas", "là"]),
        ("I don't, I'm", ["i", "don't", ",", "i'", "m"]),
        ("#TopChef @lea_b https://a.fr/x?y=1 WWW.a.fr", ["top", "chef", "@", "http", "http"]),
        ("looool!!!!! 😀😀👍🏽", ["lool", "!!", "😀", "😀", "👍"]),
        ("12,5 % :-) h1n1", ["0", ",", "0", "%", ":-)", "h", "0", "n", "0"]),
        ("aujourd'hui ''", ["aujourd'hui"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def slow_chars(text: str, table: np.ndarray) -> list[int]:
    """Add the rows of all n-grams, one after the other."""
    total = np.zeros(4, np.int64)
    for token in filter(None, tokens(text)):
        padded = f" {token} "
        for size in range(tone_table.MIN_GRAM, tone_table.MAX_GRAM + 1):
            for at in range(len(padded) - size + 1):
                value = tone_table.START
                for char in padded[at : at + size]:
                    value = ((value ^ ord(char)) * 16777619) % 2**32
                total += table[(value ^ value >> 15) % len(table)]
    return total.tolist()


@pytest.fixture(scope="module")
def french() -> Model:
    return model("fr")


@settings(deadline=None)
@given(text=TEXTS)
def test_ngrams_are_summed_as_one_by_one(french: Model, text: str) -> None:
    # Sums read a text as `plain` leaves it.
    if "&" in text or '""' in text or "\\" in text:
        return
    read = sums([text, text], french)
    for row in read:
        assert row[:4].tolist() == slow_chars_of(text, french)


def slow_chars_of(text: str, of: Model) -> list[int]:
    return slow_chars(unicodedata.normalize("NFC", text), of.chars)


def column(text: str, which: int, lang: str = "fr") -> float:
    return float(sums([text], model(lang))[0, which])


def test_a_negation_turns_the_words_after_it() -> None:
    assert column("c'est magnifique", tone_table.GOOD) > 0
    assert column("ce n'est pas magnifique", tone_table.GOOD) == 0
    assert column("ce n'est pas magnifique", tone_table.BAD) > 0
    assert column("ce n'est pas ça, magnifique", tone_table.GOOD) > 0


def test_a_known_phrase_counts_as_a_whole() -> None:
    assert column("pas mal du tout", tone_table.IDIOMS) > 0
    assert column("pas mal du tout", tone_table.BAD) == 0
    assert column("pas", tone_table.IDIOMS) == 0


@pytest.mark.parametrize(
    ("text", "lang", "heard"),
    [
        ("Super, encore une panne", "fr", 1),
        ("Bravo ! Panne encore une fois", "fr", 1),
        ("Super, encore une victoire", "fr", 0),
        ("Encore une panne", "fr", 0),
        ("Great, another outage", "en", 1),
        ("Great, another win", "en", 0),
    ],
)
def test_irony_by_its_form(text: str, lang: str, heard: int) -> None:
    assert column(text, tone_table.IRONY, lang) == heard


def test_signs_are_counted() -> None:
    row = sums(['RT @lea: "VRAI" ?! … http://a.fr #ok'], model("fr"))[0]
    counted = {
        tone_table.FIRST_RT: 1, tone_table.NAMES: 1, tone_table.QUOTES: 2, tone_table.ASKS: 1,
        tone_table.SHOUTS: 1, tone_table.DOTS: 1, tone_table.LINKS: 1, tone_table.TAGS: 1,
    }  # fmt: skip
    assert {which: int(row[which]) for which in counted} == counted
