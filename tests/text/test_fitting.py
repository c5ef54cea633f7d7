"""Shortened posts and threads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.fitting import fitting, shorten, split
from firsthand.text.graphemes import graphemes
from firsthand.text.lengths import NETWORKS, measure
from firsthand.text.links import links

LIMITED = sorted(name for name in NETWORKS if name != "blog")
TEXTS = st.lists(
    st.sampled_from(
        [
            "Bonjour",
            " ",
            ". ",
            "\n\n",
            "é",
            "e\u0301",
            "👨‍👩‍👧‍👦",
            "🇫🇷",
            "日本",
            "https://exemple.fr/abc",
            " vu.comme ",
            "a.fr",
            "@lea@a.fr",
            "x" * 30,
            "…",
            "\r\n",
        ]
    )
    | st.characters(),
    max_size=40,
).map("".join)


def test_a_thread_breaks_between_paragraphs_then_sentences_then_words() -> None:
    text = "Un premier paragraphe.\n\nUne phrase. Une autre phrase bien plus longue que les autres."
    assert split(text, "bluesky", 30) == [
        "Un premier paragraphe.",
        "Une phrase. Une autre phrase",
        "bien plus longue que les",
        "autres.",
    ]


def test_a_word_longer_than_a_post_is_cut() -> None:
    assert split("a" * 25, "bluesky", 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_a_link_is_never_cut() -> None:
    text = "x" * 270 + " https://exemple.fr/abc"
    assert fitting(text, "x") == 271
    assert split(text, "x") == ["x" * 270, "https://exemple.fr/abc"]


def test_a_prefix_that_turns_into_a_link_is_counted_as_one() -> None:
    text = "vu.comme" + "x" * 30
    assert measure(text[: fitting(text, "x", 10)], "x", 10).fits


def test_an_impossible_limit() -> None:
    with pytest.raises(ValueError, match="nothing fits"):
        split("日本", "x", 1)


@given(TEXTS, st.sampled_from(LIMITED), st.integers(30, 80))
def test_posts_of_a_thread_fit_and_say_everything(text: str, network: str, limit: int) -> None:
    posts = split(text, network, limit)
    assert all(measure(post, network, limit).fits for post in posts)
    assert "".join("".join(posts).split()) == "".join(text.split())


@given(TEXTS, st.sampled_from(LIMITED), st.integers(30, 80))
def test_a_shortened_text_fits_and_cuts_no_grapheme_nor_link(
    text: str, network: str, limit: int
) -> None:
    short = shorten(text, network, limit)
    assert measure(short, network, limit).fits
    if short == text:
        return
    kept = short.removesuffix("…")
    whole = graphemes(text)
    assert any("".join(whole[:n]).rstrip() == kept for n in range(len(whole) + 1))
    assert not any(start < len(kept) < end for start, end in links(text))
