"""A Mastodon export: an outbox of activities in HTML, its owner beside it."""

import io
import json
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from firsthand.networks.archives import Owner, Skipped, open_archive
from firsthand.records.post import Kind, Media, Post

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://m.example/users/helene"
FOLLOWERS = f"{ME}/followers"
PAUL = "https://other.example/users/paul"
ACTOR = {"id": ME, "type": "Person", "preferredUsername": "helene", "name": "Hélène Exemple"}


def note(number: int = 1, content: str = "<p>Bonjour.</p>", **more: object) -> dict[str, object]:
    return {
        "id": f"{ME}/statuses/{number}/activity",
        "type": "Create",
        "actor": ME,
        "published": "2026-03-01T08:00:00Z",
        "to": [PUBLIC],
        "cc": [FOLLOWERS],
        "object": {
            "id": f"{ME}/statuses/{number}",
            "type": "Note",
            "summary": None,
            "inReplyTo": None,
            "url": f"https://m.example/@helene/{number}",
            "published": "2026-03-01T08:00:00Z",
            "attributedTo": ME,
            "to": [PUBLIC],
            "cc": [FOLLOWERS],
            "sensitive": False,
            "content": content,
            "contentMap": {"fr": content},
            "attachment": [],
            "tag": [],
            "replies": {"type": "Collection", "first": {"type": "CollectionPage", "items": []}},
            **more,
        },
    }


def boost(number: int = 3, of: object = f"{PAUL}/statuses/10") -> dict[str, object]:
    return {
        "id": f"{ME}/statuses/{number}/activity",
        "type": "Announce",
        "actor": ME,
        "published": "2026-03-02T08:00:00Z",
        "to": [PUBLIC],
        "cc": [PAUL, FOLLOWERS],
        "object": of,
    }


def outbox(*items: object) -> bytes:
    """Write an outbox as Mastodon does, which names the empty list first and then the real one."""
    context = ["https://www.w3.org/ns/activitystreams", {"sensitive": "as:sensitive"}]
    head: dict[str, object] = {"@context": context, "id": "outbox.json"}
    head |= {"type": "OrderedCollection", "totalItems": len(items), "orderedItems": []}
    return f'{json.dumps(head)[:-1]},"orderedItems":{json.dumps(items)}}}'.encode()


def read(folder: Path, *items: object) -> list[Post | Skipped]:
    (folder / "outbox.json").write_bytes(outbox(*items))
    (folder / "actor.json").write_text(json.dumps(ACTOR))
    with open_archive([folder]) as archive:
        assert (archive.format, archive.network) == ("mastodon", "mastodon")
        return list(archive)


def one(folder: Path, item: object) -> Post:
    (found,) = read(folder, item)
    assert isinstance(found, Post)
    return found


def test_a_post(tmp_path: Path) -> None:
    found = one(
        tmp_path, note(1, "<p>Premi&egrave;re gel&eacute;e.</p><p>Merci &amp; bravo<br>!</p>")
    )
    assert found.text == "Première gelée.\n\nMerci & bravo\n!"
    assert (found.id, found.url) == (f"{ME}/statuses/1", "https://m.example/@helene/1")
    assert (found.author, found.network, found.lang) == ("helene@m.example", "mastodon", "fr")
    assert found.at is not None
    assert found.at.isoformat() == "2026-03-01T08:00:00+00:00"
    assert (found.kind, found.metrics) == (Kind.POST, {})


def test_links_stand_in_full_people_and_tags_as_words(tmp_path: Path) -> None:
    content = (
        '<p><span class="h-card" translate="no"><a href="https://other.example/@paul" class="u-url mention">'
        '@<span>paul</span></a></span> à lire : <a href="https://exemple.fr/2026/03/un-long-titre" '
        'target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">https://</span>'
        '<span class="ellipsis">exemple.fr/2026/03/un</span><span class="invisible">-long-titre</span></a> '
        '<a href="https://m.example/tags/usine" class="mention hashtag" rel="tag">#<span>usine</span></a></p>'
    )  # fmt: skip
    found = one(tmp_path, note(1, content))
    assert found.text == "@paul à lire : https://exemple.fr/2026/03/un-long-titre #usine"
    assert found.links == ("https://exemple.fr/2026/03/un-long-titre",)


def test_a_reply_says_whom_it_answers(tmp_path: Path) -> None:
    tag = [{"type": "Mention", "href": PAUL, "name": "@paul@other.example"}]
    found = one(tmp_path, note(inReplyTo=f"{PAUL}/statuses/9", tag=tag))
    assert (found.kind, found.reply_to) == (Kind.REPLY, f"{PAUL}/statuses/9")
    assert found.reply_to_author == "paul@other.example"


@pytest.mark.parametrize(
    ("address", "author"),
    [
        (f"{PAUL}/statuses/9", "paul@other.example"),
        ("https://other.example/@paul/9", "paul@other.example"),
        ("https://other.example/objects/1-2-3", None),
    ],
)
def test_an_answered_author_is_read_off_the_address(
    tmp_path: Path, address: str, author: str | None
) -> None:
    assert one(tmp_path, note(inReplyTo=address)).reply_to_author == author


def test_a_boost(tmp_path: Path) -> None:
    found = one(tmp_path, boost())
    assert (found.kind, found.repost_of) == (Kind.REPOST, f"{PAUL}/statuses/10")
    assert (found.repost_of_author, found.text) == ("paul@other.example", "")
    assert found.at is not None
    assert found.at.day == 2


def test_a_boost_of_ones_own_post_holds_it(tmp_path: Path) -> None:
    found = one(tmp_path, boost(of=note(1, "<p>Déjà dit.</p>")["object"]))
    assert (found.kind, found.repost_of) == (Kind.REPOST, f"{ME}/statuses/1")
    assert (found.text, found.quoted_text) == ("", "Déjà dit.")


def test_a_content_warning_stands_before_the_words(tmp_path: Path) -> None:
    assert one(tmp_path, note(summary="Climat")).text == "Climat\n\nBonjour."


def test_pictures_keep_their_description(tmp_path: Path) -> None:
    picture = {"type": "Document", "mediaType": "image/jpeg", "url": "/media_attachments/a.jpeg"}
    film = {"type": "Document", "mediaType": "video/mp4", "url": "/media_attachments/b.mp4"}
    found = one(tmp_path, note(attachment=[picture | {"name": "L'atelier"}, film | {"name": None}]))
    assert found.media == (
        Media("media_attachments/a.jpeg", "image", "L'atelier"),
        Media("media_attachments/b.mp4", "video", None),
    )


def test_a_poll_is_a_post(tmp_path: Path) -> None:
    options = [{"type": "Note", "name": "Oui"}, {"type": "Note", "name": "Non"}]
    found = one(tmp_path, note(1, "<p>Télétravail ?</p>", type="Question", oneOf=options))
    assert (found.kind, found.text) == (Kind.POST, "Télétravail ?")


def test_an_edited_post_is_the_last_version(tmp_path: Path) -> None:
    found = one(tmp_path, note(1, "<p>Juste.</p>", updated="2026-03-04T08:00:00Z"))
    assert found.text == "Juste."
    assert found.at is not None
    assert found.at.day == 1, "when it was published"


@pytest.mark.parametrize("name", ["quote", "quoteUri", "quoteUrl", "_misskey_quote"])
def test_a_quote_and_the_line_that_the_server_adds_for_it(tmp_path: Path, name: str) -> None:
    content = (
        '<p class="quote-inline">RE: <a href="https://other.example/@paul/10">…</a></p><p>Oui.</p>'
    )
    found = one(tmp_path, note(1, content, **{name: f"{PAUL}/statuses/10"}))
    assert (found.kind, found.quote_of, found.text) == (Kind.QUOTE, f"{PAUL}/statuses/10", "Oui.")


@pytest.mark.parametrize(
    ("to", "cc", "visibility"),
    [
        ([PUBLIC], [FOLLOWERS], "public"),
        (PUBLIC, FOLLOWERS, "public"),
        (["as:Public"], [], "public"),
        (["https://m.example/#Public"], [], "public"),
        ([FOLLOWERS], [PUBLIC], "unlisted"),
        ([FOLLOWERS], [PAUL], "private"),
        ([PAUL, FOLLOWERS], [], "private"),
        (None, None, "public"),
    ],
)
def test_who_may_see_a_post(tmp_path: Path, to: object, cc: object, visibility: str) -> None:
    assert one(tmp_path, note(to=to, cc=cc)).visibility == visibility


@pytest.mark.parametrize(
    ("to", "cc"), [([PAUL], []), ([PAUL, ME], []), ([], [PAUL]), ([], []), (PAUL, None)]
)
def test_a_private_message_is_no_post(tmp_path: Path, to: object, cc: object) -> None:
    kept, private = read(tmp_path, note(1), note(2, "<p>Entre nous.</p>", to=to, cc=cc))
    assert isinstance(kept, Post)
    assert isinstance(private, Skipped)
    assert (private.place, private.fault) == ("outbox.json #2", False)
    assert private.reason.text("en") == "a private message, left out: it was not published"
    assert private.reason.text("fr") == (
        "un message privé, laissé de côté\u00a0: il n'a pas été publié"
    )


def test_the_outbox_stands_in_any_package(tmp_path: Path) -> None:
    files = {
        "actor.json": json.dumps(ACTOR).encode(),
        "likes.json": b'{"id":"likes.json","type":"OrderedCollection","orderedItems":["https://a.fr/1"]}',
        "bookmarks.json": b'{"id":"bookmarks.json","type":"OrderedCollection","orderedItems":[]}',
        "media_attachments/files/1/original/a.jpeg": b"\xff\xd8\xff",
        "outbox.json": outbox(note(1), boost()),
    }  # fmt: skip
    with ZipFile(tmp_path / "archive.zip", "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    for name, mode in (("archive.tar.gz", "w:gz"), ("archive.tar", "w:")):
        with tarfile.open(tmp_path / name, mode) as tape:  # type: ignore[call-overload]
            for inner, content in files.items():
                member = tarfile.TarInfo(inner)
                member.size = len(content)
                tape.addfile(member, io.BytesIO(content))
    for name in ("archive.zip", "archive.tar.gz", "archive.tar"):
        with open_archive([tmp_path / name]) as archive:
            assert archive.owner == Owner("helene@m.example", "Hélène Exemple")
            kinds = [found.kind for found in archive if isinstance(found, Post)]
        assert kinds == [Kind.POST, Kind.REPOST], name


def test_without_its_actor_the_author_is_whom_the_post_is_attributed_to(tmp_path: Path) -> None:
    (tmp_path / "outbox.json").write_bytes(outbox(note(1)))
    with open_archive([tmp_path / "outbox.json"]) as archive:
        (found,) = archive
    assert isinstance(found, Post)
    assert found.author == "helene@m.example"


@pytest.mark.parametrize(
    "odd",
    [
        {"attachment": {"type": "Document", "url": "/a.jpeg"}},
        {"attachment": [None, "x", {"url": 5}]},
        {"tag": {"type": "Hashtag"}},
        {"contentMap": {"fr": ["x"]}},
        {"contentMap": []},
        {"summary": 5.5},
        {"inReplyTo": ["x"]},
        {"url": [{"type": "Link"}]},
        {"to": [PUBLIC, 5]},
    ],
)
def test_odd_parts_are_passed_over_and_the_words_kept(
    tmp_path: Path, odd: dict[str, object]
) -> None:
    found = one(tmp_path, note(1, "<p>Bonjour.</p>", **odd))
    assert (found.text, found.kind, found.visibility) == ("Bonjour.", Kind.POST, "public")


@pytest.mark.parametrize(
    ("item", "english"),
    [
        ({"type": "Delete", "object": f"{ME}/statuses/1"}, "not shaped as a post"),
        ({"type": "Create", "object": f"{ME}/statuses/1"}, "not shaped as a post"),
        ({"type": "Announce", "object": f"{ME}/statuses/1"}, "no identifier"),
        (note() | {"id": None, "object": {"content": "<p>a</p>", "to": [PUBLIC]}}, "no identifier"),
        (5, "not shaped as a post"),
    ],
)
def test_what_is_no_post_is_skipped_with_its_place(
    tmp_path: Path, item: object, english: str
) -> None:
    first, bad, last = read(tmp_path, note(1), item, note(2))
    assert isinstance(first, Post)
    assert isinstance(last, Post)
    assert isinstance(bad, Skipped)
    assert (bad.place, bad.reason.text("en"), bad.fault) == ("outbox.json #2", english, True)


def test_a_hostile_wealth_of_spaces_and_quotes_takes_no_time(tmp_path: Path) -> None:
    spaces = "<pre>" + " " * 300_000 + "a</pre>"
    quotes = '<p class="quote-inline">' * 30_000
    first, second = read(tmp_path, note(1, spaces), note(2, quotes, quote=f"{PAUL}/1"))
    assert isinstance(first, Post)
    assert isinstance(second, Post)
    assert first.text == "a"
