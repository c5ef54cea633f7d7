"""What was typed, as terms; and the fields of an address, as a question."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.library.query import Question, Term, question, terms


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("usine", [Term(("usine",))]),
        ("L'USINE l’été", [Term(("usine",)), Term(("ete",))]),
        ("aujourd'hui", [Term(("aujourd", "hui"))]),
        ("cœur", [Term(("coeur",))]),
        ('"mise en œuvre"', [Term(("mise", "en", "oeuvre"))]),
        ('"jamais fermée', [Term(("jamais", "fermee"))]),
        ("-grève", [Term(("greve",), excluded=True)]),
        ('-"plan social"', [Term(("plan", "social"), excluded=True)]),
        ("fabri*", [Term(("fabri",), prefix=True)]),
        ("fa*", [Term(("fa",))]),
        ("e-mail", [Term(("e", "mail"))]),
        ("#Emploi @solvane", [Term(("emploi",)), Term(("solvane",))]),
        ('- * " "" \' !!!', []),
    ],
)
def test_typed_words_are_read(typed: str, read: list[Term]) -> None:
    assert list(terms(typed)) == read


@given(st.text(max_size=200))
def test_nothing_typed_is_wrong(typed: str) -> None:
    for term in terms(typed):
        assert term.words
        assert all(word.isalnum() for word in term.words)


def test_an_address_is_read_and_nonsense_in_it_left_out() -> None:
    assert question(
        {"network": "x", "from": "2024-01-01", "to": "soon", "after": "abc"}
    ) == Question(network="x", start=date(2024, 1, 1))
    assert question(
        {"lang": "none", "media": "yes", "order": "oldest", "after": "-12"}
    ) == Question(lang="", media=True, oldest_first=True, after=-12)
    assert question({}) == Question()
