"""One post of an X archive: its words, its kind, what goes with it."""

from pathlib import Path

import pytest
from tests.networks.archives.xs import NAMED, PICTURE, one, tweet, urls

from firsthand.records.post import Kind, Media


def test_a_post(tmp_path: Path) -> None:
    found = one(tmp_path, tweet())
    assert (found.id, found.text, found.author, found.lang) == (
        "100",
        "Bonjour.",
        "claire_ex",
        "fr",
    )
    assert found.at is not None
    assert found.at.isoformat() == "2025-11-12T14:33:00+00:00"
    assert found.url == "https://x.com/claire_ex/status/100"
    assert (found.kind, found.metrics) == (Kind.POST, {"likes": 4, "reposts": 1})


def test_the_three_characters_that_x_escapes_are_as_typed(tmp_path: Path) -> None:
    escaped = "R&amp;D &lt;3 &gt; tout, et &amp;lt; reste, comme &eacute;"
    assert one(tmp_path, tweet(escaped)).text == "R&D <3 > tout, et &lt; reste, comme &eacute;"


def test_links_stand_in_full_and_are_listed(tmp_path: Path) -> None:
    entities = urls(("https://t.co/aaaaaaaaaa", "https://exemple.fr/a?x=1&y=2"))
    found = one(tmp_path, tweet("Lire https://t.co/aaaaaaaaaa vite", entities=entities))
    assert found.text == "Lire https://exemple.fr/a?x=1&y=2 vite"
    assert found.links == ("https://exemple.fr/a?x=1&y=2",)


def test_a_repost_is_known_by_its_words_for_x_never_says_retweeted(tmp_path: Path) -> None:
    found = one(
        tmp_path, tweet("RT @jean_at: Bravo &amp; merci", entities={"user_mentions": [NAMED]})
    )
    assert (found.kind, found.repost_of_author) == (Kind.REPOST, "jean_at")
    assert (found.text, found.quoted_text) == ("", "Bravo & merci")
    assert found.metrics == {}, "they are the original's"


@pytest.mark.parametrize("text", ["RT @ 17 h, venez !", "RT demain", "Merci RT @jean_at: oui"])
def test_rt_alone_makes_no_repost(tmp_path: Path, text: str) -> None:
    found = one(tmp_path, tweet(text))
    assert (found.kind, found.text) == (Kind.POST, text)


def test_the_shared_picture_tells_which_post_is_repeated(tmp_path: Path) -> None:
    media = [PICTURE | {"source_status_id_str": "77"}]
    found = one(
        tmp_path, tweet("RT @jean_at: Vu https://t.co/PicTure001", entities={"media": media})
    )
    assert (found.repost_of, found.quoted_text) == ("77", "Vu")


def test_a_reply(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        tweet(
            "@jean_at Oui.",
            in_reply_to_status_id_str="99",
            in_reply_to_status_id="99",
            in_reply_to_screen_name="jean_at",
            in_reply_to_user_id_str="18",
        ),
    )
    assert (found.kind, found.reply_to, found.reply_to_author) == (Kind.REPLY, "99", "jean_at")
    assert found.text == "@jean_at Oui."


@pytest.mark.parametrize(
    ("named", "author"), [([NAMED], "jean_at"), ([], "18"), ([NAMED | {"id_str": "5"}], "18")]
)
def test_a_reply_to_an_account_that_is_gone_stays_a_reply(
    tmp_path: Path, named: list[object], author: str
) -> None:
    found = one(
        tmp_path,
        tweet("@jean_at Oui.", entities={"user_mentions": named}, in_reply_to_user_id="18"),
    )
    assert (found.kind, found.reply_to, found.reply_to_author) == (Kind.REPLY, None, author)


@pytest.mark.parametrize(
    "address",
    [
        "https://twitter.com/jean_at/status/55",
        "https://x.com/jean_at/status/55?s=20",
        "https://mobile.twitter.com/jean_at/status/55",
        "https://twitter.com/i/web/status/55",
        "http://twitter.com/#!/jean_at/statuses/55",
    ],
)
def test_a_quoted_post_is_told_by_its_address(tmp_path: Path, address: str) -> None:
    found = one(
        tmp_path,
        tweet("Tout est dit. https://t.co/qqqqqqqqqq", entities=urls(("https://t.co/qqqqqqqqqq", address))),
    )  # fmt: skip
    assert (found.kind, found.quote_of) == (Kind.QUOTE, "55")
    assert (found.text, found.links) == ("Tout est dit.", ())


def test_a_reply_may_quote_and_remains_a_reply(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        tweet("@jean_at Oui", in_reply_to_status_id_str="99", quoted_status_id_str="55"),
    )
    assert (found.kind, found.quote_of) == (Kind.REPLY, "55")


def test_the_address_of_a_long_post_itself_is_no_quote(tmp_path: Path) -> None:
    own = urls(("https://t.co/oooooooooo", "https://twitter.com/i/web/status/100"))
    found = one(tmp_path, tweet("Long… https://t.co/oooooooooo", entities=own))
    assert (found.kind, found.text) == (Kind.POST, "Long…")


def test_pictures_and_films_are_kept_as_references(tmp_path: Path) -> None:
    film = PICTURE | {"type": "video", "media_url_https": "https://pbs.twimg.com/v.jpg"}
    found = one(
        tmp_path,
        tweet(
            "L'atelier https://t.co/PicTure001",
            entities={"media": [PICTURE]},
            extended_entities={"media": [PICTURE | {"ext_alt_text": "Un tour"}, film]},
        ),
    )
    assert found.text == "L'atelier"
    assert found.media == (
        Media("https://pbs.twimg.com/media/FHM.jpg", "image", "Un tour"),
        Media("https://pbs.twimg.com/v.jpg", "video", None),
    )


@pytest.mark.parametrize(
    ("code", "lang"), [("fr", "fr"), ("und", None), ("in", "id"), ("qme", None)]
)
def test_x_has_codes_of_its_own_for_languages(tmp_path: Path, code: str, lang: str | None) -> None:
    assert one(tmp_path, tweet(lang=code)).lang == lang
