"""Marking the words found in the text as it was written."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.library.highlight import Piece, highlight, snippet
from firsthand.library.query import terms


def marked(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.marked]


def test_words_are_marked_as_written() -> None:
    text = "L’Œuvre d'un été ; l'été à l’USINE, l'œuvre-clé"
    assert marked(highlight(text, terms("oeuvre ete usine"))) == [
        "Œuvre", "été", "été", "USINE", "œuvre",
    ]  # fmt: skip


def test_phrases_beginnings_and_exclusions() -> None:
    text = "Le plan social, pas le plan. Fabriquer, fabrication."
    assert marked(highlight(text, terms('"plan social" fabri* -pas'))) == [
        "plan social", "Fabriquer", "fabrication",
    ]  # fmt: skip


def test_markup_stays_plain_text() -> None:
    assert highlight("<b>usine</b>", terms("usine")) == [
        Piece("<b>"), Piece("usine", marked=True), Piece("</b>"),
    ]  # fmt: skip


def test_a_long_text_is_cut_around_the_first_word_found() -> None:
    text = "mot " * 200 + "usine " + "mot " * 200
    pieces = snippet(text, terms("usine"), width=60)
    assert pieces[0].text.startswith("…")
    assert pieces[-1].text.endswith("…")
    assert marked(pieces) == ["usine"]
    assert 40 < sum(len(piece.text) for piece in pieces) < 110


@given(st.text(max_size=80), st.text(max_size=20))
def test_the_pieces_together_are_the_text(text: str, typed: str) -> None:
    assert "".join(piece.text for piece in highlight(text, terms(typed))) == text
