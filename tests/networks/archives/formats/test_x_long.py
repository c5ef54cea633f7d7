"""Long texts, which X keeps apart, and the versions of an edited post."""

from pathlib import Path

import pytest
from tests.networks.archives.xs import LONG, note, one, read, texts, tweet, write

from firsthand.networks.archives import Skipped
from firsthand.records.post import Post


@pytest.mark.parametrize(
    "cut",
    [
        LONG[:270] + "… https://t.co/nnnnnnnnnn",
        LONG.replace("\u200d", "")[:270] + "…",
        "@jean_at @marie_rh " + LONG[:240] + "… https://t.co/nnnnnnnnnn",
        LONG[:270].replace("  ", " ") + "...",
    ],
)
@pytest.mark.parametrize("at", ["2025-11-12T14:33:00.000Z", "2025-11-12T14:33:01.000Z"])
def test_a_long_text_takes_the_place_of_its_beginning(tmp_path: Path, cut: str, at: str) -> None:
    write(tmp_path / "data/note-tweet.js", "window.YTD.note_tweet.part0 = ", [note(LONG, at)])
    assert one(tmp_path, tweet(cut)).text == LONG


def test_the_links_of_a_long_text_stand_in_full(tmp_path: Path) -> None:
    links = [{"shortUrl": "https://t.co/bbbbbbbbbb", "expandedUrl": "https://exemple.fr/b"}]
    body = LONG + "https://t.co/bbbbbbbbbb"
    write(
        tmp_path / "data/note-tweet.js", "window.YTD.note_tweet.part0 = ", [note(body, urls=links)]
    )
    found = one(tmp_path, tweet(LONG[:250] + "… https://t.co/nnnnnnnnnn"))
    assert found.text == LONG + "https://exemple.fr/b"
    assert found.links == ("https://exemple.fr/b",)


@pytest.mark.parametrize("text", ["Trois", "Autre chose.", "👏"])
def test_another_post_of_that_second_keeps_its_own_words(tmp_path: Path, text: str) -> None:
    write(tmp_path / "note-tweet.js", "window.YTD.note_tweet.part0 = ", [note(LONG)])
    write(tmp_path / "tweets.js", "window.YTD.tweets.part0 = ", [{"tweet": tweet(text)}])
    found, left = read(tmp_path)
    assert isinstance(found, Post)
    assert found.text == text
    assert isinstance(left, Skipped)
    assert (left.place, left.fault) == ("note-tweet.js #1", False)
    assert left.reason.text("en") == "a long text whose post is not in the archive"


def edited(id_: str, *ids: str) -> dict[str, object]:
    known = {"editTweetIds": list(ids), "editsRemaining": "4"}
    if id_ == ids[0]:
        return {"edit_info": {"initial": known}, "id_str": id_}
    return {
        "edit_info": {"edit": {"initialTweetId": ids[0], "editControlInitial": known}},
        "id_str": id_,
    }


def test_of_an_edited_post_the_last_version_counts(tmp_path: Path) -> None:
    versions = [
        tweet("Faute", **edited("100", "100", "103")),
        tweet("Juste", **edited("103", "100", "103")),
    ]
    write(tmp_path / "tweets.js", "window.YTD.tweets.part0 = ", [{"tweet": v} for v in versions])
    found, earlier = read(tmp_path)
    assert isinstance(found, Post)
    assert (found.id, found.text) == ("103", "Juste")
    assert isinstance(earlier, Skipped)
    assert (earlier.place, earlier.fault) == ("tweets.js #1", False)
    assert earlier.reason.text("fr") == "une version antérieure d'un message modifié"


def test_an_earlier_version_stands_in_for_one_that_is_not_there(tmp_path: Path) -> None:
    assert one(tmp_path, tweet("Faute", **edited("100", "100", "103"))).text == "Faute"


def test_posts_in_communities_count_too(tmp_path: Path) -> None:
    write(tmp_path / "data/tweets.js", "window.YTD.tweets.part0 = ", [])
    write(
        tmp_path / "data/community-tweet.js",
        "window.YTD.community_tweet.part0 = ",
        [{"tweet": tweet("Entre nous", community_id="5")}],
    )
    assert texts(read(tmp_path)) == ["Entre nous"]
