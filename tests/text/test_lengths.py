"""A text as each network counts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.lengths import NETWORKS, mastodon_length, measure
from firsthand.text.weighted import weighted_length, weights

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Bonjour", 7),
        ("été", 3),
        ("e\u0301te\u0301", 3),
        ("日本", 4),
        ("’“”—", 4),
        ("…", 2),
        ("€", 2),
        (FAMILY, 2),
        ("👍🏽🇫🇷1️⃣", 6),
        ("☺︎", 4),
        ("https://exemple.fr/" + "x" * 100, 23),
        ("a.fr", 23),
        ("v1.2 fin.Mais", 13),
        ("a\r\nb", 3),
        ("\u200d", 1),
    ],
)
def test_x_weighs(text: str, length: int) -> None:
    assert weighted_length(text) == length


def test_x_version_2_counts_each_part_of_an_emoji() -> None:
    assert weighted_length(FAMILY, "v2") == 11
    assert weights("v2").limit == weights("v3").limit == 280


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("https://exemple.fr/" + "x" * 100, 23),
        ("exemple.fr", 10),
        ("@lea@mastodon.social bonjour", 12),
        ("écrire à lea@mastodon.social", 28),
        (FAMILY, 1),
    ],
)
def test_mastodon_counts(text: str, length: int) -> None:
    assert measure(text, "mastodon").length == length


def test_mastodon_counts_the_warning_and_obeys_its_instance() -> None:
    found = measure("12345", "mastodon", limit=8, warning="1234")
    assert (found.length, found.limit, found.fits, found.left) == (9, 8, False, -1)
    assert mastodon_length("voir https://a.fr", url=30) == 35


def test_bluesky_counts_graphemes_and_bytes() -> None:
    assert measure("é" * 300, "bluesky").fits
    assert not measure("é" * 301, "bluesky").fits
    assert measure(FAMILY * 120, "bluesky").length == 120
    assert measure(FAMILY * 120, "bluesky").fits
    assert not measure(FAMILY * 121, "bluesky").fits  # 3,025 bytes


def test_linkedin_counts_characters_and_is_wary_of_emoji() -> None:
    assert measure("a" * 3000, "linkedin").fits
    assert not measure("a" * 3001, "linkedin").fits
    assert not measure("👍" * 1501, "linkedin").fits


def test_a_blog_has_no_limit() -> None:
    found = measure("a" * 100_000, "blog")
    assert (found.length, found.limit, found.left, found.fits) == (100_000, None, None, True)


def test_an_unknown_network() -> None:
    with pytest.raises(KeyError):
        measure("a", "minitel")


@given(st.text(max_size=300), st.sampled_from(sorted(NETWORKS)))
def test_a_length_is_never_negative_and_says_whether_it_fits(text: str, network: str) -> None:
    found = measure(text, network)
    assert found.length >= 0
    if found.limit is not None and found.length > found.limit:
        assert not found.fits
