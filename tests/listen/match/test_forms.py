"""Words with their plurals and singulars, French and English, and what is left alone."""

import pytest

from firsthand.listen.match.forms import forms, phrase


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("usine", {"usines"}),
        ("bureau", {"bureaus", "bureaux"}),
        ("jeu", {"jeus", "jeux"}),
        ("travail", {"travails", "travaux"}),
        ("branch", {"branchs", "branches"}),
        ("boss", {"bosses"}),
        ("company", {"companys", "companies"}),
        ("monday", {"mondays"}),
        ("usines", {"usine"}),
        ("branches", {"branche", "branch"}),
        ("bosses", {"bosse", "boss"}),
        ("companies", {"companie", "company"}),
    ],
)
def test_a_word_counts_in_its_other_forms(word: str, expected: set[str]) -> None:
    assert set(forms(word)) == {word, *expected}
    assert forms(word)[0] == word


def test_french_plurals_in_x_find_their_singular() -> None:
    assert "bureau" in forms("bureaux")
    assert "bureal" not in forms("bureaux")
    assert {"journal", "journail", "journau"} <= set(forms("journaux"))
    assert "bijou" in forms("bijoux")


@pytest.mark.parametrize("word", ["temps", "prix", "news", "ia", "2024", "g7s"])
def test_what_only_looks_like_a_plural_is_left_alone(word: str) -> None:
    assert forms(word) == (word,)


@pytest.mark.parametrize("word", ["gaz", "bus", "boss"])
def test_short_words_have_no_singular(word: str) -> None:
    assert not {each for each in forms(word) if len(each) < len(word)}


def test_of_a_name_no_singular_is_made() -> None:
    assert phrase("Paris") == (("paris",),)
    assert phrase("paris") == (("paris", "pari"),)
    assert phrase("Usines Paris")[1] == ("paris", "pari")
