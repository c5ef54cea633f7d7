"""What is odd in one record of an X archive costs that record no more than it must."""

from pathlib import Path

import pytest
from tests.networks.archives.xs import LONG, PICTURE, note, one, read, texts, tweet, urls, write

from firsthand.networks.archives import Skipped
from firsthand.records.post import Kind, Post


@pytest.mark.parametrize(
    "odd",
    [
        {"favorite_count": 1.5},
        {"favorite_count": True},
        {"favorite_count": "9" * 400},
        {"favorite_count": "-1"},
        {"favorite_count": "beaucoup"},
        {"favorite_count": None},
        {"favorite_count": [1]},
    ],
)
def test_a_count_that_is_none_is_unknown(tmp_path: Path, odd: dict[str, object]) -> None:
    assert one(tmp_path, tweet("", **odd)).metrics == {"reposts": 1}


@pytest.mark.parametrize(
    "odd",
    [
        {"entities": []},
        {"entities": None},
        {"entities": {"urls": [None, {"url": 5, "expanded_url": "https://a.fr"}, "x"]}},
        {"entities": {"urls": {"url": "a"}, "media": "none"}},
        {"extended_entities": {"media": [7]}},
        {"edit_info": {"initial": {"editTweetIds": [100]}}},
        {"edit_info": "none"},
        {"user": "claire"},
        {"lang": 5},
        {"in_reply_to_screen_name": None, "in_reply_to_status_id_str": None},
        {"retweeted_status": None},
    ],
)
def test_odd_parts_are_passed_over_and_the_words_kept(
    tmp_path: Path, odd: dict[str, object]
) -> None:
    found = one(tmp_path, tweet("Bonjour.", **odd))
    assert (found.id, found.text, found.kind) == ("100", "Bonjour.", Kind.POST)


def test_an_identifier_may_be_a_number(tmp_path: Path) -> None:
    assert one(tmp_path, tweet(id_str=None, id=164570129890410499)).id == "164570129890410499"
    assert one(tmp_path, tweet(id_str=164570129890410499)).id == "164570129890410499"


@pytest.mark.parametrize(
    "at",
    [
        "Wed Nov 12 14:33:00 +0000 0000",
        "Wed Nov 12 14:33:00 +0000 -044",
        "Wed Nov 42 14:33:00 +0000 2025",
        "Wed Nov 12 14:33:00 +9999 2025",
        "Wed Nov 12",
        "",
        "12",
        None,
        1762957980,
    ],
)
def test_a_time_that_cannot_be_is_unknown(tmp_path: Path, at: object) -> None:
    found = one(tmp_path, tweet(created_at=at))
    assert (found.text, found.at) == ("Bonjour.", None)


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_time_at_the_end_of_the_calendar_is_a_time(tmp_path: Path, year: str) -> None:
    write(tmp_path / "data/note-tweet.js", "window.YTD.note_tweet.part0 = ", [note(LONG)])
    write(
        tmp_path / "data/tweets.js",
        "window.YTD.tweets.part0 = ",
        [{"tweet": tweet(created_at=f"Wed Nov 12 14:33:00 +0000 {year}")}],
    )
    found, _ = read(tmp_path)
    assert isinstance(found, Post)
    assert found.at is not None
    assert found.at.year == int(year)


@pytest.mark.parametrize(
    ("element", "english"),
    [
        ({"tweet": {"full_text": "Bonjour."}}, "no identifier"),
        ({"tweet": tweet(id_str=1.5, id=None)}, "no identifier"),
        ({"tweet": tweet() | {"full_text": None}}, "no text"),
        ({"tweet": tweet() | {"full_text": 5.5}}, "no text"),
        ({"tweet": [1]}, "no identifier"),
        (5, "not shaped as a post"),
        ("tweet", "not shaped as a post"),
        (None, "not shaped as a post"),
        ([tweet()], "not shaped as a post"),
        ({}, "no identifier"),
    ],
)
def test_what_is_no_post_is_skipped_with_its_place(
    tmp_path: Path, element: object, english: str
) -> None:
    elements = [{"tweet": tweet("Un", id_str="1")}, element, {"tweet": tweet("Deux", id_str="2")}]
    write(tmp_path / "data/tweets.js", "window.YTD.tweets.part0 = ", elements)
    first, bad, last = read(tmp_path)
    assert texts([first, last]) == ["Un", "Deux"]
    assert isinstance(bad, Skipped)
    assert (bad.place, bad.reason.text("en"), bad.fault) == ("data/tweets.js #2", english, True)


def test_half_a_character_and_bad_utf8_become_the_sign_for_it(tmp_path: Path) -> None:
    content = (
        b'window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"a\\ud83d b\xff c\x01"}}]'
    )
    (tmp_path / "tweets.js").write_bytes(content)
    assert texts(read(tmp_path)) == ["a\ufffd b\ufffd c\x01"]


def test_an_archive_is_counted_post_by_post(tmp_path: Path) -> None:
    """A year in small: what X itself would count, told apart."""
    posts = [
        tweet("Un", id_str="1"),
        tweet("Deux, avec un lien https://t.co/aaaaaaaaaa", id_str="2",
              entities=urls(("https://t.co/aaaaaaaaaa", "https://exemple.fr"))),
        tweet("RT @jean_at: Trois", id_str="3"),
        tweet("@jean_at Quatre", id_str="4", in_reply_to_status_id_str="99"),
        tweet("Suite", id_str="5", in_reply_to_status_id_str="4", in_reply_to_screen_name="claire_ex"),
        tweet("Six https://t.co/qqqqqqqqqq", id_str="6",
              entities=urls(("https://t.co/qqqqqqqqqq", "https://x.com/jean_at/status/55"))),
        tweet("https://t.co/PicTure001", id_str="7", entities={"media": [PICTURE]}),
        tweet("RT @marie_rh: Huit", id_str="8"),
    ]  # fmt: skip
    write(tmp_path / "data/tweets.js", "window.YTD.tweets.part0 = ", [{"tweet": p} for p in posts])
    kinds = [post.kind for post in read(tmp_path) if isinstance(post, Post)]
    assert kinds == [
        Kind.POST, Kind.POST, Kind.REPOST, Kind.REPLY, Kind.REPLY, Kind.QUOTE, Kind.POST, Kind.REPOST,
    ]  # fmt: skip
