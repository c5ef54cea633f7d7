"""The files of X archives since 2012: which are read, and in what order."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.networks.archives.xs import (
    ACCOUNT,
    OWNER,
    one,
    read,
    texts,
    tweet,
    urls,
    write,
)

from firsthand.networks.archives import Archive, Owner, open_archive
from firsthand.records.post import Post

OTHERS = {
    "data/deleted-tweets.js": "window.YTD.deleted_tweets.part0 = ",
    "data/twitter-circle-tweet.js": "window.YTD.twitter_circle_tweet.part0 = ",
    "data/tweet-headers.js": "window.YTD.tweet_headers.part0 = ",
    "data/like.js": "window.YTD.like.part0 = ",
    "data/direct-messages.js": "window.YTD.direct_messages.part0 = ",
    "data/tweetdeck.js": "window.YTD.tweetdeck.part0 = ",
}


def test_deleted_posts_likes_and_private_messages_are_never_imported(tmp_path: Path) -> None:
    for name, assigned in OTHERS.items():
        write(tmp_path / name, assigned, [{"tweet": tweet("Jamais", id_str="666")}])
    assert one(tmp_path, tweet("Oui")).text == "Oui"


def test_parts_are_read_in_their_order_not_in_that_of_their_names(tmp_path: Path) -> None:
    for part in (0, 1, 2, 10):
        name = f"data/tweets-part{part}.js" if part else "data/tweets.js"
        element = {"tweet": tweet(f"Partie {part}", id_str=f"{part + 1}")}
        write(tmp_path / name, f"window.YTD.tweets.part{part} = ", [element])
    assert texts(read(tmp_path)) == ["Partie 0", "Partie 1", "Partie 2", "Partie 10"]


@pytest.mark.parametrize("top", ["", "twitter-2020-11-02-abc/"])
@pytest.mark.parametrize("wrapped", [True, False])
def test_2019_and_2020_singular_and_at_first_without_wrappers(
    tmp_path: Path, top: str, wrapped: bool
) -> None:
    posts = [tweet("Un", id_str="1"), tweet("Deux", id_str="2")]
    elements = [{"tweet": post} for post in posts] if wrapped else posts
    path = tmp_path / "twitter.zip"
    with ZipFile(path, "w") as package:
        package.writestr(f"{top}data/tweet.js", f"window.YTD.tweet.part0 = {json.dumps(elements)}")
        package.writestr(f"{top}data/account.js", ACCOUNT)
        package.writestr(f"{top}data/tweet_media/1-abc.jpg", b"\xff\xd8\xff")
        package.writestr(f"{top}assets/js/runtime.js", "window.x = [{}]")
        package.writestr(f"{top}Your archive.html", "<!doctype html><p>Your archive")
    with open_archive([path]) as archive:
        assert archive.owner == Owner("claire_ex", "Claire Ex")
        assert texts(list(archive)) == ["Un", "Deux"]


def test_2018_a_bare_list(tmp_path: Path) -> None:
    write(tmp_path / "tweet.js", "", [tweet("Un")])
    assert texts(read(tmp_path)) == ["Un"]


GRAILBIRD = {
    "source": "web",
    "entities": {"user_mentions": [], "media": [], "hashtags": [], "urls": []},
    "geo": {},
    "id_str": "164570129890410499",
    "text": "Première neige sur l'usine",
    "id": 164570129890410499,
    "created_at": "Wed Feb 01 04:45:51 +0000 2012",
    "user": {"name": "Claire Ex", "screen_name": "claire_ex", "id_str": "36", "id": 36},
}
ORIGINAL = {
    "id_str": "164505832858464257",
    "text": "Lisez ceci jusqu'au bout http://t.co/y2DOTDAT",
    "entities": urls(("http://t.co/y2DOTDAT", "http://exemple.fr/neige")),
    "user": {"screen_name": "jean_at"},
}


def grailbird(folder: Path, *posts: dict[str, object]) -> Archive:
    write(folder / "data/js/tweets/2012_01.js", "Grailbird.data.tweets_2012_01 = \n ", list(posts))
    details = {"screen_name": "claire_ex", "full_name": "Claire Ex", "id": "36"}
    write(folder / "data/js/user_details.js", "var user_details =  ", details)
    write(folder / "data/js/tweet_index.js", "var tweet_index =  ", [{"file_name": "x"}])
    write(folder / "data/js/payload_details.js", "var payload_details =  ", {"tweets": 1})
    return open_archive([folder])


def test_2012_one_file_a_month(tmp_path: Path) -> None:
    with grailbird(tmp_path, GRAILBIRD) as archive:
        assert archive.owner == Owner("claire_ex", "Claire Ex")
        (found,) = archive
    assert isinstance(found, Post)
    assert (found.id, found.text) == ("164570129890410499", "Première neige sur l'usine")
    assert found.at is not None
    assert found.at.year == 2012
    assert found.metrics == {}, "they were not told"


def test_2012_reposts_hold_the_whole_original(tmp_path: Path) -> None:
    cut = GRAILBIRD | {"text": "RT @jean_at: Lisez ceci ...", "retweeted_status": ORIGINAL}
    with grailbird(tmp_path, cut) as archive:
        (found,) = archive
    assert isinstance(found, Post)
    assert (found.repost_of, found.repost_of_author) == ("164505832858464257", "jean_at")
    assert found.quoted_text == "Lisez ceci jusqu'au bout http://exemple.fr/neige"


def test_2012_replies_have_numbers(tmp_path: Path) -> None:
    reply = GRAILBIRD | {"in_reply_to_status_id": 164567374186553344, "in_reply_to_user_id": 18}
    with grailbird(tmp_path, reply) as archive:
        (found,) = archive
    assert isinstance(found, Post)
    assert (found.reply_to, found.reply_to_author) == ("164567374186553344", "18")


def test_a_day_and_hour_as_the_csv_of_2012_wrote_them(tmp_path: Path) -> None:
    found = one(tmp_path, tweet(created_at="2012-11-09 15:31:04 +0200"))
    assert found.at is not None
    assert found.at.isoformat() == "2012-11-09T15:31:04+02:00"


def test_a_file_alone_has_no_owner(tmp_path: Path) -> None:
    write(tmp_path / "tweets.js", "window.YTD.tweets.part0 = ", [{"tweet": tweet()}])
    with open_archive([tmp_path / "tweets.js"]) as archive:
        assert archive.owner is None
        (found,) = archive
    assert isinstance(found, Post)
    assert (found.author, found.url) == ("", "https://x.com/i/status/100")


def test_loose_files_belong_together(tmp_path: Path) -> None:
    write(tmp_path / "tweets.js", "window.YTD.tweets.part0 = ", [{"tweet": tweet()}])
    (tmp_path / "account.js").write_text(ACCOUNT)
    with open_archive([tmp_path / "tweets.js", tmp_path / "account.js"]) as archive:
        assert archive.owner == Owner("claire_ex", "Claire Ex")


def test_an_empty_archive_holds_no_post_and_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "tweets.js").write_text("window.YTD.tweets.part0 = [ ]")
    assert read(tmp_path) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_any_unicode_that_says_so(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    content = f"{mark}window.YTD.tweets.part0 = {json.dumps([{'tweet': tweet('Été')}], ensure_ascii=False)}"
    (tmp_path / "tweets.js").write_bytes(content.encode(encoding))
    assert texts(read(tmp_path)) == ["Été"]


def packed(path: Path, number: int, **accounts: object) -> Path:
    with ZipFile(path, "w") as package:
        element = {"tweet": tweet(f"Partie {number}", id_str=f"{number}")}
        package.writestr(
            "data/tweets.js", f"window.YTD.tweets.part{number} = {json.dumps([element])}"
        )
        for account in accounts.values():
            package.writestr(
                "data/account.js", f"window.YTD.account.part0 = {json.dumps([account])}"
            )
    return path


def test_an_export_in_two_packages_has_one_owner(tmp_path: Path) -> None:
    parts = [packed(tmp_path / "1.zip", 1), packed(tmp_path / "2.zip", 2, mine=OWNER)]
    with open_archive(parts) as archive:
        authors = [(post.text, post.author) for post in archive if isinstance(post, Post)]
    assert authors == [("Partie 1", "claire_ex"), ("Partie 2", "claire_ex")]


def test_of_two_peoples_exports_none_takes_the_other_s_name(tmp_path: Path) -> None:
    paul = {"account": {"username": "paul_ex"}}
    parts = [
        packed(tmp_path / "1.zip", 1, mine=OWNER),
        packed(tmp_path / "2.zip", 2, his=paul),
        packed(tmp_path / "3.zip", 3),
    ]
    with open_archive(parts) as archive:
        authors = [post.author for post in archive if isinstance(post, Post)]
    assert authors == ["claire_ex", "paul_ex", ""]
