"""Queries are read, written and refused with the column of what is wrong."""

import pytest
from hypothesis import given
from tests.listen.match.made import EXPRESSIONS

from firsthand.listen.match.parser import BadQuery, parse
from firsthand.listen.match.writer import write
from firsthand.records.query import (
    AllOf,
    AnyOf,
    Expression,
    From,
    Hashtag,
    InLanguage,
    Mention,
    Near,
    OnNetwork,
    Without,
    Words,
)  # fmt: skip

READ = {
    "usine": Words("usine"),
    "  l’usine ": Words("l’usine"),
    '"pompe à  chaleur"': Words("pompe à chaleur"),
    "« pompe à chaleur »": Words("pompe à chaleur"),
    "#Solvane OR @helene": AnyOf((Hashtag("Solvane"), Mention("helene"))),
    "a b OR c": AnyOf((AllOf((Words("a"), Words("b"))), Words("c"))),
    "a AND (b OR c)": AllOf((Words("a"), AnyOf((Words("b"), Words("c"))))),
    "a -b": AllOf((Words("a"), Without(Words("b")))),
    "a NOT b": AllOf((Words("a"), Without(Words("b")))),
    "NOT NOT a": Words("a"),
    "(a OR #b) NEAR/5 c": Near((Words("a"), Hashtag("b")), (Words("c"),), 5),
    "a NEAR/1 b NEAR/2 c": AllOf(
        (Near((Words("a"),), (Words("b"),), 1), Near((Words("b"),), (Words("c"),), 2))
    ),
    "from:(@Lea, paul did:plc:x1) a": AllOf((From(("Lea", "paul", "did:plc:x1")), Words("a"))),
    "a lang:(fr OR EN)": AllOf((Words("a"), InLanguage(("fr", "en")))),
    "a network:Bluesky": AllOf((Words("a"), OnNetwork(("bluesky",)))),
    "Saint-Aubrac and or": AllOf((Words("Saint-Aubrac"), Words("and"), Words("or"))),
}  # fmt: skip

REFUSED = {
    "": (1, "nothing to look for"),
    "usine AND": (7, "missing after AND"),
    "OR usine": (1, "missing before OR"),
    "a OR AND b": (3, "missing after OR"),
    "a AND (b OR c": (7, "never closed"),
    "a b)": (4, "no parenthesis is open"),
    'a "b c': (3, "never closed"),
    "a NEAR b": (3, "NEAR/5"),
    "a NEAR/0 b": (3, "NEAR/5"),
    "a NEAR/x b": (3, "NEAR/5"),
    "a NEAR/-1 b": (3, "NEAR/5"),
    "a NEAR3 b": (3, "NEAR/5"),
    "a NEAR/5.5 b": (3, "NEAR/5"),
    "a NEAR/99999999999 b": (3, "NEAR/5"),
    "a NEAR/3 lang:fr": (10, "NEAR stands between"),
    "a lang:french": (8, "“french” is not a language"),
    "a lang:": (3, "missing after lang:"),
    "a site:b": (3, "“site:” is not known"),
    "from:(a b?)": (9, "not the name of an account"),
    "a AND ferm*": (11, "cut short"),
    "a # b": (3, "missing after #"),
    "a ...": (3, "no word"),
    "a ()": (4, "nothing to look for"),
    "lang:fr": (1, "nearly every post"),
    "a OR NOT b": (6, "nearly every post"),
    "a OR (lang:fr network:x)": (6, "nearly every post"),
    "(" * 41 + "a": (41, "40 deep"),
}


@pytest.mark.parametrize("text", READ)
def test_reading(text: str) -> None:
    assert parse(text) == READ[text]


@pytest.mark.parametrize("text", REFUSED)
def test_a_fault_is_told_with_its_column(text: str) -> None:
    with pytest.raises(BadQuery) as refused:
        parse(text)
    column, reason = REFUSED[text]
    assert refused.value.column == column
    assert reason in refused.value.text("en")
    assert f"column {column}:" in refused.value.text("en")
    assert f"colonne {column}\u00a0:" in refused.value.text("fr")


@given(EXPRESSIONS)
def test_what_is_written_reads_the_same(expression: Expression) -> None:
    assert parse(write(expression)) == expression
