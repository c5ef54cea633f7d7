"""How a post is filed: its key, its sort, its words."""

from dataclasses import replace

import pytest
from hypothesis import given
from tests.library.made import POSTS, post

from firsthand.library.rows import Sort, key_of, language_of, merged, row, searchable, sort_of
from firsthand.records.post import Media, Post


def test_the_same_id_on_two_networks_is_two_posts() -> None:
    assert key_of(post(1)) != key_of(post(1, network="mastodon"))
    assert key_of(post(1, "edited")) == key_of(post(1, "first"))


def test_without_an_id_time_and_words_tell_posts_apart() -> None:
    one = post(1, id="")
    assert key_of(one) == key_of(replace(one))
    assert (
        len({key_of(one), key_of(post(2, "Message 1", id="")), key_of(post(1, "other", id=""))})
        == 3
    )


def test_what_no_index_can_bear_is_known_by_a_digest() -> None:
    long = "https://exemple.fr/" + "a" * 100_000
    keys = {key_of(post(1, id=long + end)) for end in ("", "b", "c")}
    assert len(keys) == 3
    assert max(map(len, keys)) < 100
    assert len(sort_of(post(1, network="n" * 100_000)).network) == 100
    assert key_of(post(1, id="a" * 500)) == "x:" + "a" * 500


@pytest.mark.parametrize(
    ("tag", "lang"),
    [("fr", "fr"), ("fr-FR", "fr"), ("EN_us", "en"), ("und", None), ("zxx", None), ("", None),
     ("a long story", None), ("français", None)],
)  # fmt: skip
def test_language_tags_are_cut_to_their_letters(tag: str, lang: str | None) -> None:
    assert language_of(Post(text="x", lang=tag)) == lang


def test_a_language_read_from_the_text_counts_only_where_none_is_named() -> None:
    assert sort_of(Post(text="x", lang="fr"), "en").lang == "fr"
    assert sort_of(Post(text="x"), "en") == Sort("", "post", "en", False)


def test_words_are_those_of_title_text_quotation_and_pictures() -> None:
    found = row(
        Post(text="Merci", title="Œuvre", quoted_text="L’été", media=(Media("a.jpg", alt="Usine"),))
    )
    assert found.words() == "oeuvre\nmerci\nl'ete\nusine"
    assert searchable(found.post) == "Œuvre\nMerci\nL’été\nUsine"


def test_half_characters_are_mended() -> None:
    broken = row(Post(text="oui \ud83d", author="\udc00", media=(Media("a", alt="\ud83d"),)))
    assert broken.post.text == "oui \ufffd"
    assert broken.post.media[0].alt == "\ufffd"


@given(POSTS)
def test_merging_a_post_with_itself_changes_nothing(same: Post) -> None:
    assert merged(same, same) == same


def test_a_newer_version_wins_but_forgets_nothing() -> None:
    old = post(1, "Bonjour", url="https://example.com/1", metrics={"likes": 3, "replies": 1})
    new = post(1, "Bonsoir", metrics={"likes": 5})
    both = merged(old, new)
    assert (both.text, both.url) == ("Bonsoir", "https://example.com/1")
    assert both.metrics == {"likes": 5, "replies": 1}
