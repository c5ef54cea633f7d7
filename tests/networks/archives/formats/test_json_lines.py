"""Our own JSON Lines: one post a line; what is no post is named by its line."""

import json
from pathlib import Path

import pytest

from firsthand.networks.archives import Skipped, open_archive
from firsthand.networks.archives.formats import json_lines
from firsthand.records.errors import UnreadableArchive
from firsthand.records.post import Kind, Media, Post

POST = {"id": "1", "at": "2026-05-04T09:12:00+02:00", "author": "claire", "text": "Bonjour."}


def read(folder: Path, content: str | bytes, name: str = "posts.jsonl") -> list[Post | Skipped]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with open_archive([path]) as archive:
        assert archive.format == "json-lines"
        return list(archive)


def one(folder: Path, **line: object) -> Post:
    (post,) = read(folder, json.dumps(line))
    assert isinstance(post, Post)
    return post


def refused(folder: Path, line: str) -> tuple[str, str]:
    """Give the reason in both languages for which the second of three lines is skipped."""
    first, bad, last = read(folder, "\n".join([json.dumps(POST), line, json.dumps(POST)]))
    assert isinstance(first, Post)
    assert isinstance(last, Post)
    assert isinstance(bad, Skipped)
    assert bad.place == "posts.jsonl:2"
    return bad.reason.text("en"), bad.reason.text("fr")


def test_only_the_text_is_needed(tmp_path: Path) -> None:
    assert one(tmp_path, text="Bonjour.") == Post(text="Bonjour.")


def test_all_that_a_line_may_say(tmp_path: Path) -> None:
    found = one(
        tmp_path, **POST, network="x", lang="fr", url="https://x.com/i/status/1", reply_to="0",
        media=[{"ref": "a.jpg", "alt": "L'atelier"}], links=["https://a.fr"], metrics={"likes": 3},
    )  # fmt: skip
    assert found.at is not None
    assert (found.at.isoformat(), found.author) == ("2026-05-04T09:12:00+02:00", "claire")
    assert (found.kind, found.reply_to, found.lang) == (Kind.REPLY, "0", "fr")
    assert found.media == (Media("a.jpg", "image", "L'atelier"),)
    assert (found.links, found.metrics) == (("https://a.fr",), {"likes": 3})


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ({"text": "Oui"}, Kind.POST),
        ({"text": "Oui", "reply_to": "1"}, Kind.REPLY),
        ({"text": "Oui", "quote_of": "1"}, Kind.QUOTE),
        ({"repost_of": "1"}, Kind.REPOST),
        ({"text": "Oui", "title": "Non"}, Kind.ARTICLE),
    ],
)
def test_kinds(tmp_path: Path, line: dict[str, object], kind: Kind) -> None:
    assert one(tmp_path, **line).kind is kind


def test_a_number_is_an_identifier_too(tmp_path: Path) -> None:
    assert one(tmp_path, id=1_234_567_890_123_456_789, text="a").id == "1234567890123456789"


def test_what_is_null_is_unknown(tmp_path: Path) -> None:
    nulls = dict.fromkeys(["id", "at", "author", "lang", "media", "links", "metrics", "url"])
    assert one(tmp_path, text="a", **nulls) == Post(text="a")


def test_empty_lines_and_windows_line_ends_are_passed_over(tmp_path: Path) -> None:
    found = read(tmp_path, '\r\n{"text":"a"}\r\n\r\n{"text":"b"}\r\n')
    assert [post.text for post in found if isinstance(post, Post)] == ["a", "b"]
    assert len(found) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_any_unicode_that_says_so(tmp_path: Path, encoding: str) -> None:
    (found,) = read(tmp_path, '{"text":"Œuvre été 👩‍🚀"}'.encode(encoding))
    assert isinstance(found, Post)
    assert found.text == "Œuvre été 👩‍🚀"


@pytest.mark.parametrize(
    ("line", "english", "french"),
    [
        ('{"id": "2"}', "no text", "pas de texte"),
        ('{"text": null}', "no text", "pas de texte"),
        ('{"text": 5}', "“text” is not text", "«\u00a0text\u00a0» n'est pas du texte"),
        ('{"text": "a", "id": 1.5}', "“id” is not text", "«\u00a0id\u00a0» n'est pas du texte"),
        ('{"text": "a", "id": true}', "“id” is not text", "«\u00a0id\u00a0» n'est pas du texte"),
        ('{"text": "a"', "not JSON", "ce n'est pas du JSON"),
        ("hello", "not JSON", "ce n'est pas du JSON"),
        ("[" * 100_000, "not JSON", "ce n'est pas du JSON"),
        ("[1]", "not shaped as a post", "ce n'a pas la forme d'un message"),
        (
            '{"text": "a", "metrics": {"likes": true}}',
            "“metrics.likes” is not a count such as 12",
            "«\u00a0metrics.likes\u00a0» n'est pas un nombre tel que 12",
        ),
        (
            '{"text": "a", "at": "yesterday"}',
            "“yesterday” is not a time with its offset, such as 2026-05-04T09:12:00+02:00",
            "«\u00a0yesterday\u00a0» n'est pas une heure avec son décalage, comme 2026-05-04T09:12:00+02:00",
        ),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_kept(
    tmp_path: Path, line: str, english: str, french: str
) -> None:
    assert refused(tmp_path, line) == (english, french)


@pytest.mark.parametrize(
    "at", ["0000-01-01T00:00:00Z", "-0044-03-15T00:00:00Z", "10000-01-01T00:00:00Z", "2026-05-04T09:12:00"]
)  # fmt: skip
def test_a_time_that_cannot_be_is_named(tmp_path: Path, at: str) -> None:
    assert at in refused(tmp_path, json.dumps({"text": "a", "at": at}))[0]


def test_bad_utf8_is_named(tmp_path: Path) -> None:
    first, bad = read(tmp_path, b'{"text":"a"}\n{"text":"\xe9t\xe9"}\n')
    assert isinstance(first, Post)
    assert isinstance(bad, Skipped)
    assert bad.reason.text("fr") == "ce n'est pas du texte UTF-8"


def test_the_first_lines_may_be_the_broken_ones(tmp_path: Path) -> None:
    content = '{"id": 1}\nnot JSON\n{"text":"a"}\n'
    assert [isinstance(found, Post) for found in read(tmp_path, content)] == [False, False, True]
    assert len(read(tmp_path, content, "posts.txt")) == 3


def test_a_line_too_long_is_skipped_without_being_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = '{"text":"a"}\n{"text":"' + "b" * 9_000_000 + '"}\n{"text":"c"}'
    first, long, last = read(tmp_path, content)
    assert isinstance(first, Post)
    assert isinstance(long, Skipped)
    assert isinstance(last, Post)
    assert long.reason.text("en") == "longer than 8 MB, which no post is"


def test_one_long_post_alone_is_recognised(tmp_path: Path) -> None:
    (found,) = read(tmp_path, '{"text":"' + "b" * 200_000 + '"}', "mine.json")
    assert isinstance(found, Post)


@pytest.mark.parametrize("content", ['{"name": "package"}', '{\n "text": "a"\n}', "text\nhello"])
def test_other_json_is_not_taken_for_posts(tmp_path: Path, content: str) -> None:
    path = tmp_path / "thing.json"
    path.write_text(content)
    with pytest.raises(UnreadableArchive, match=r"“thing\.json” is a text of another kind"):
        open_archive([path])


def test_the_number_of_lines_looked_at_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text('{"id": 1}\n' * json_lines._LOOKED_AT + '{"text": "a"}')
    with pytest.raises(UnreadableArchive):
        open_archive([path])
