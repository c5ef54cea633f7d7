"""Lines of a stream: ours, Jetstream's, and whatever else comes."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.decoding import (
    MOST_CHARACTERS,
    decode,
    decode_at_once,
    moment,
    to_post,
)
from firsthand.records.message import Message
from firsthand.records.post import Kind


def test_a_line_of_ours() -> None:
    line = {
        "id": 7,
        "text": "Bonjour",
        "at": "2026-05-04T09:12:00+02:00",
        "reply_to": "6",
        "metrics": {"likes": 3},
    }
    (found,) = decode([json.dumps(line).encode()], Counter())
    post = to_post(found, moment(found), "fr")
    assert (post.id, post.text, post.kind, post.lang) == ("7", "Bonjour", Kind.REPLY, "fr")
    assert post.at is not None
    assert post.at.isoformat() == "2026-05-04T07:12:00+00:00"


def test_an_event_of_jetstream() -> None:
    event = {
        "did": "did:plc:a", "time_us": 1783175888362258, "kind": "commit",
        "commit": {
            "operation": "create", "collection": "app.bsky.feed.post", "rkey": "3k",
            "record": {
                "text": "Hello", "langs": ["en"],
                "reply": {"parent": {"uri": "at://did:plc:b/app.bsky.feed.post/1"}},
                "embed": {"external": {"uri": "https://example.org/a"}},
            },
        },
    }  # fmt: skip
    (line,) = decode([json.dumps(event).encode()], Counter())
    post = to_post(line, moment(line), line.lang)
    assert post.id == "at://did:plc:a/app.bsky.feed.post/3k"
    assert (post.author, post.network, post.lang) == ("did:plc:a", "bluesky", "en")
    assert (post.reply_to_author, post.links) == ("did:plc:b", ("https://example.org/a",))
    assert post.at is not None
    assert post.at.isoformat() == "2026-07-04T14:38:08.362258+00:00"


def test_real_events(shared: Callable[[str], Path]) -> None:
    lines = shared("data/bluesky/jetstream-events.jsonl").read_bytes().splitlines()
    skipped = Counter[Message]()
    found = decode(lines, skipped)
    assert len(found) == 17
    assert skipped == {say.OTHER: len(lines) - 17}
    assert all(line.text is not None and moment(line) for line in found)


def test_what_is_no_post_is_counted_by_its_reason() -> None:
    lines = [
        b"", b"  \n", b"nonsense", b"[1]", b'{"text": 3}', b'{"id": "1"}', b'{"text": "\xff\xfe"}',
        b"[" * 100_000, b'{"text": "a", "x": ' + b"[" * 100_000, b'{"text": "\\ud800"}',
        json.dumps({"text": "x" * (MOST_CHARACTERS + 1)}).encode(),
        b'{"kind": "identity", "did": "did:plc:a"}', b'{"text": "a", "time_us": "x"}',
        b'{"text": "kept"}', b'{"repost_of": "5"}',
    ]  # fmt: skip
    skipped = Counter[Message]()
    assert [line.text for line in decode(lines, skipped)] == ["kept", None]
    assert sum(skipped.values()) == len(lines) - 4
    assert skipped[say.NO_TEXT] == skipped[say.TOO_LONG] == skipped[say.OTHER] == 1


PIECES = st.sampled_from(
    [
        b'{"text": "a"}', b'{"text": "b", "links": [1]}', b'{"id": "1"}', b'{"repost_of": "5"}',
        b'{"kind": "identity"}', b'{"text":', b'"c"}', b"[1]", b"{}", b"", b"  ", b"\xff", b'{"text": 3}',
        json.dumps({"text": "x" * (MOST_CHARACTERS + 1)}).encode(),
    ]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=2).map(b"".join), max_size=8))
@example([b'{"text": "a"}', b'{"text": "a"}{"text": "b"}'])
@example([b'{"text":', b'"c"}'])
def test_many_lines_at_once_are_read_as_one_by_one_or_not_at_all(lines: list[bytes]) -> None:
    skipped, at_once = Counter[Message](), Counter[Message]()
    one_by_one = decode(lines, skipped)
    found = decode_at_once(b"\n".join(lines), at_once)
    assert (found, at_once) in ((None, {}), (one_by_one, skipped))


def test_lines_with_nothing_wrong_are_read_at_once() -> None:
    lines = [b'{"text": "a"}', b'{"kind": "identity"}', b'{"id": "1"}', b'{"text": "b"}', b""]
    skipped = Counter[Message]()
    found = decode_at_once(b"\n".join(lines), skipped)
    assert found is not None
    assert [line.text for line in found] == ["a", "b"]
    assert skipped == {say.OTHER: 1, say.NO_TEXT: 1}


def test_times_that_cannot_be_read_are_unknown() -> None:
    for at in ("yesterday", "2026-01-01T00:00:00", "9999-99-99T00:00:00Z"):
        (line,) = decode([json.dumps({"text": "a", "at": at}).encode()], Counter())
        assert moment(line) is None
