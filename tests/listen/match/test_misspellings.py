"""How names are misspelt, and which are left alone."""

import pytest

from firsthand.listen.match.misspellings import MOST, careless, misspelt


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Delphine", "delfine"),  # as it sounds
        ("Marceau", "marco"),
        ("Quentin", "quantin"),
        ("Darcourt", "darcour"),  # a silent letter
        ("Velzanor", "velzanort"),
        ("Darcourt", "dacourt"),  # a letter lost
        ("Darcourt", "dracourt"),  # two swapped
        ("Darcourt", "darrcourt"),  # one doubled
        ("Mattei", "matei"),  # one of two lost
        ("Hélène", "helnee"),  # accents folded
    ],
)
def test_a_name_is_also_looked_for_as_people_write_it(name: str, expected: str) -> None:
    assert expected in misspelt(name)


@pytest.mark.parametrize("name", ["Marc", "SNCF", "K2000", "", "Rue 12"])
def test_short_names_and_those_with_numbers_are_not_varied(name: str) -> None:
    assert misspelt(name) == careless(name) == ()


@pytest.mark.parametrize("name", ["Darcourt", "Phillips", "Schneider", "Beauchamp"])
def test_the_first_letter_is_right_and_the_name_itself_no_misspelling(name: str) -> None:
    found = misspelt(name)
    assert name.lower() not in found
    assert {each[0] for each in found} == {name[0].lower()}
    assert len(set(found)) == len(found) <= MOST


def test_of_common_words_only_what_is_hardly_another_word_is_looked_for() -> None:
    found = careless("Solutions")
    assert "soultions" in found
    assert "sollutions" in found
    assert "solution" not in found
    assert "solusions" not in found
    assert careless("Solvane") == ()
