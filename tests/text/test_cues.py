"""What posts do, by the words that say it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.text.cue_rules import expand, rules
from firsthand.text.cues import KINDS, Cue, cues, cues_many
from firsthand.text.flat import flatten, text_of
from firsthand.text.many import MANY
from firsthand.text.tokens import fold

CASES = Path(__file__).parent / "cues"
TEXTS = st.text(
    st.sampled_from("aéœ'’? !.\n\u200b\ufe0fж😀") | st.characters(), max_size=60
) | st.sampled_from(["c'est vrai ?", "Bravo\n!", "ce n'est pas un fake", "mercі", "cœur", "🆘"])


def cases(which: str) -> Iterator[tuple[str, str, str]]:
    for lang in ("fr", "en"):
        for kind, said in tomllib.loads((CASES / f"{lang}.toml").read_text("utf-8")).items():
            assert kind in KINDS
            for text in said[which]:
                yield lang, kind, text


@pytest.mark.parametrize(("lang", "kind", "text"), list(cases("heard")))
def test_heard(lang: str, kind: str, text: str) -> None:
    assert kind in {cue.kind for cue in cues(text, lang)}
    assert kind in {cue.kind for cue in cues(text)}


@pytest.mark.parametrize(("lang", "kind", "text"), list(cases("silent")))
def test_silent(lang: str, kind: str, text: str) -> None:
    assert kind not in {cue.kind for cue in cues(text, lang)}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_cue_has_cases(lang: str) -> None:
    said = tomllib.loads((CASES / f"{lang}.toml").read_text("utf-8"))
    assert set(said) == set(KINDS)


def test_a_cue_shows_the_words_that_say_it() -> None:
    text = "Ah… C’EST\u00a0VRAI ?! Cœur 😀 mer\u200bci"
    found = [(cue.kind, text[cue.start : cue.end]) for cue in cues(text, "fr")]
    assert found == [("doubt", "C’EST\u00a0VRAI"), ("question", "?"), ("thanks", "mer\u200bci")]


def test_another_language_is_not_read() -> None:
    assert cues("merci", "en") == ()
    assert cues("merci", "es") == (Cue("thanks", 0, 5),)


def test_a_phrase_does_not_run_over_two_posts() -> None:
    assert cues_many(["c'est", "faux"], "fr") == [(), ()]
    assert cues_many(["ce n'est pas", "un fake"], ["fr", "fr"])[1] == (Cue("denial", 0, 7),)


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=6))
def test_many_are_read_as_one_by_one(texts: list[str]) -> None:
    assert cues_many(texts) == [cues(text) for text in texts]


def test_a_text_that_begins_with_its_question_mark() -> None:
    asked = Cue("question", 0, 1)
    assert cues("?vous venez") == (asked,)
    assert cues_many(["Bonjour", "?vous venez"]) == [(), (asked,)]


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=6))
def test_compiled_code_hears_what_the_plain_way_does(texts: list[str]) -> None:
    """Many texts are searched in a graph of phrases, few with an automaton."""
    said = ["Merci ? C'est faux !", "vous mentez, c'est vrai ?", "scandaleusement lent 👏👏"]
    texts = [f"{text}{other}" for text in (*texts, "") for other in said]
    many = texts * (MANY // len(texts) + 1)
    assert cues_many(many)[: len(texts)] == [cues(text) for text in texts]


@settings(deadline=None)
@given(TEXTS)
def test_spans_lie_within_the_text(text: str) -> None:
    assert all(0 <= cue.start < cue.end <= len(text) for cue in cues(text))


@given(TEXTS)
def test_the_flat_text_is_the_folded_one_unless_told(text: str) -> None:
    codes, wrong = flatten(text)
    flat = text_of(codes)
    assert len(flat) == len(text)
    if not len(wrong) and not set("…\ufe0e\ufe0f") & set(text):
        assert flat == re.sub(r"\s", " ", fold(text + "é")[:-1])


def test_choices_are_spelt_out() -> None:
    assert list(expand("[a|b|] c[d|e]")) == ["a cd", "a ce", "b cd", "b ce", "cd", "ce"]


def test_no_phrase_is_too_short_to_mean_anything() -> None:
    short = {key for key in rules() if len(key) < 3 and key.isascii() and key != "?"}
    assert short <= {"bs", "tg", "rt"}
