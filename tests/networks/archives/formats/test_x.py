"""X archives, in the shapes that they have had since 2012: one fact a test."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from firsthand.networks.archives import Archive, Owner, Skipped, open_archive
from firsthand.records.post import Kind, Media, Post

AT = "Wed Nov 12 14:33:00 +0000 2025"
OWNER = {"account": {"username": "claire_ex", "accountId": "36", "accountDisplayName": "Claire Ex"}}
ACCOUNT = f"window.YTD.account.part0 = {json.dumps([OWNER])}"
PICTURE = {
    "url": "https://t.co/PicTure001",
    "expanded_url": "https://twitter.com/claire_ex/status/100/photo/1",
    "media_url_https": "https://pbs.twimg.com/media/FHM.jpg",
    "type": "photo",
}
NAMED = {
    "screen_name": "jean_at",
    "name": "Jean",
    "indices": ["0", "8"],
    "id_str": "18",
    "id": "18",
}


def tweet(text: str = "Bonjour.", **more: object) -> dict[str, object]:
    """Write a post as today's archives do: counts and identifiers are text."""
    return {
        "edit_info": {"initial": {"editTweetIds": [more.get("id_str", "100")], "editsRemaining": "5"}},
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "display_text_range": ["0", "8"],
        "favorite_count": "4", "id_str": "100", "id": "100", "truncated": False,
        "retweet_count": "1", "created_at": AT, "favorited": False,
        "full_text": text, "lang": "fr",
    } | more  # fmt: skip


def urls(*pairs: tuple[str, str]) -> dict[str, object]:
    return {"urls": [{"url": short, "expanded_url": full} for short, full in pairs]}


def write(path: Path, assigned: str, elements: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(assigned + json.dumps(elements, indent=2, ensure_ascii=False), "utf-8")


def read(path: Path) -> list[Post | Skipped]:
    with open_archive([path]) as archive:
        assert archive.format == "x"
        return list(archive)


def one(folder: Path, *posts: dict[str, object]) -> Post:
    """Give the one post of an archive that holds it, wrapped as it is today."""
    write(folder / "data/tweets.js", "window.YTD.tweets.part0 = ", [{"tweet": p} for p in posts])
    (folder / "data/account.js").write_text(ACCOUNT)
    (found,) = read(folder)
    assert isinstance(found, Post)
    return found


def texts(found: list[Post | Skipped]) -> list[str]:
    return [post.text for post in found if isinstance(post, Post)]


# One post.


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


# Long texts, edits, communities.


def note(text: str, at: str = "2025-11-12T14:33:00.000Z", **core: object) -> dict[str, object]:
    return {"noteTweet": {"noteTweetId": "9", "createdAt": at, "core": {"text": text, **core}}}


LONG = (
    "Trois ans que nous formons des soudeuses 👩‍🏭 dans notre école interne. " + "Et après ? " * 40
)


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


# The files and their years.


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


# What is odd in one record costs that record no more than it must.


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
    assert one(tmp_path, tweet(**odd)).metrics == {"reposts": 1}


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
