"""Characters as a reader sees them."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.graphemes import grapheme_count, graphemes, truncate

TEXTS = st.text(st.sampled_from("ae\u0301👩\u200d🚀🏽🇫🇷\r\nक्षि가 ") | st.characters(), max_size=30)


def test_graphemes() -> None:
    assert graphemes("e\u0301👍🏽🇫🇷👩‍🚀\r\n") == ["e\u0301", "👍🏽", "🇫🇷", "👩‍🚀", "\r\n"]
    assert graphemes("a\r\nb") == ["a", "\r\n", "b"]


def test_truncate() -> None:
    assert truncate("Bonjour", 7) == "Bonjour"
    assert truncate("Bonjour à tous", 8) == "Bonjour…"
    assert truncate("👩‍🚀👩‍🚀👩‍🚀", 2) == "👩‍🚀…"
    assert truncate("abc", 0, mark="…") == ""


@given(TEXTS, st.integers(0, 40))
def test_truncating_fits_and_cuts_no_grapheme(text: str, n: int) -> None:
    short = truncate(text, n)
    assert grapheme_count(short) <= n or short == text
    kept = short.removesuffix("…")
    whole = graphemes(text)
    assert any("".join(whole[:k]).rstrip() == kept.rstrip() for k in range(len(whole) + 1))


@given(TEXTS)
def test_graphemes_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert grapheme_count(text) == len(graphemes(text))
