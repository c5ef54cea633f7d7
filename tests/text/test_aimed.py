"""The part of a text that speaks of somebody, where it sets them against somebody else."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.aimed import contrasts, part_about
from firsthand.text.lines import Lines
from firsthand.text.tokens import fold
from firsthand.text.tone import tone_many

CASES = tomllib.loads(Path(__file__).with_name("aimed.toml").read_text("utf-8"))


def part(text: str, *names: str) -> str | None:
    return part_about(text, [fold(name) for name in names], contrasts(Lines.of([text])).get(0, []))


def right(cases: list[dict[str, Any]], texts: list[str], lang: str) -> int:
    """Count the texts whose tone leans to the side that it should."""
    tones = tone_many(texts, [lang] * len(texts)).tolist()
    return sum((p[2] > p[0]) == (case["sounds"] == 2) for p, case in zip(tones, cases, strict=True))


@pytest.mark.parametrize(("lang", "least"), [("fr", 18), ("en", 20)])
def test_tone_is_of_the_subject_and_not_of_its_rival(lang: str, least: int) -> None:
    cases = CASES[lang]
    whole = [case["text"] for case in cases]
    parts = [part(case["text"], case["of"]) or case["text"] for case in cases]
    assert right(cases, parts, lang) >= least > right(cases, whole, lang)


def test_what_names_nobody_goes_on_speaking_of_the_same() -> None:
    text = "Ardent est nul. Mais Solvane est top ! Rapide et poli. @ardent devrait copier."
    assert part(text, "Solvane") == "Mais Solvane est top ! Rapide et poli."


def test_a_name_is_found_in_any_spelling_of_letters_but_not_within_another() -> None:
    assert part("Bof, mais ÉLANA est top", "élana") == "mais ÉLANA est top"
    assert part("Bof, mais Elanais est top", "Elana") is None


@pytest.mark.parametrize("text", ["Solvane est top", "Solvane est top mais chère", ""])
def test_what_speaks_of_one_only_is_left_whole(text: str) -> None:
    assert part(text, "Solvane") is None


@given(st.lists(st.text(max_size=60), max_size=5))
def test_only_texts_with_a_word_of_contrast_are_told(texts: list[str]) -> None:
    told = contrasts(Lines.of([*texts, "ceci, mais cela", "a remaisb"]))
    assert len(texts) in told
    assert len(texts) + 1 not in told


@given(st.text(max_size=200), st.sampled_from(["Solvane", "a", "é"]))
def test_a_part_is_made_of_the_text(text: str, name: str) -> None:
    found = part(text, name)
    assert found is None or not Counter("".join(found.split())) - Counter(text)
