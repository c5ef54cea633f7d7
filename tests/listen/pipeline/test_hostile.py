"""Whatever comes between the posts, the signals of days around a rumour stay as they are."""

import json
from collections import Counter
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from tests.listen.pipeline.sagas import NOON, calm, post, rise, told
from tests.listen.pipeline.streams import START, pipeline

from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.decoding import decode
from firsthand.records.message import Message
from firsthand.records.signal import Signal, SignalKind, State, to_line

HOSTILE = {
    "deep": b"[" * 200_000,
    "deep in a post": b'{"text": "Velzanor", "embed": ' + b'{"a":' * 20_000 + b"1" + b"}" * 20_000 + b"}",
    "deep in links": b'{"text": "Velzanor", "links": ' + b"[" * 20_000 + b"]" * 20_000 + b"}",
    "a megabyte": json.dumps({"text": "Velzanor ferme l'atelier " * 42_000}).encode(),
    "no text in UTF-8": b'{"text": "\xff\xfe Velzanor ferme l\'atelier"}',
    "half a sign": b'{"text": "\\ud83d Velzanor"}',
    "no post": b'{"kind":"commit","commit":{"operation":"delete","collection":"app.bsky.feed.post"}}',
    "a number for a text": b'{"text": 12}',
    "nothing": b"{}",
    "cut": b'{"text": "Velz',
    "a zero": b'\x00{"text": "Velzanor"}',
}  # fmt: skip


def days() -> list[dict[str, Any]]:
    """Give a rumour to its calm, a question with its answer, and something that rises."""
    asked = post(
        "q", "@claire_zelmont quand ouvre la boutique ?", START + timedelta(hours=1), "lea"
    )
    reply = post("a", "En mai.", START + timedelta(hours=50), "claire_zelmont", reply_to="q")
    return told(calm(), [asked, reply], rise(START + timedelta(hours=60, minutes=5)))


def hear(lines: list[list[bytes]]) -> tuple[list[dict[str, Any]], Counter[Message]]:
    line, found = pipeline(), list[Signal]()
    for batch in lines:
        found += line.take(decode(batch, line.left_out)).signals
    return [to_line(each, "en") for each in found + line.finish().signals], line.skipped()


def batches(posts: list[dict[str, Any]]) -> list[list[bytes]]:
    lines = [json.dumps(each).encode() for each in posts]
    return [lines[at : at + 64] for at in range(0, len(lines), 64)]


@pytest.fixture(scope="module")
def whole() -> list[dict[str, Any]]:
    signals, skipped = hear(batches(days()))
    assert not skipped
    kinds = {(line["kind"], line["state"]) for line in signals}
    assert {
        (SignalKind.RUMOUR, State.CALMED), (SignalKind.TREND, State.OPEN),
        (SignalKind.QUESTION, State.ANSWERED), (SignalKind.SURGE, State.OPEN),
    } <= kinds  # fmt: skip
    return signals


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_line_changes_nothing_but_a_counter(
    what: str, whole: list[dict[str, Any]]
) -> None:
    random, mixed = Random(what), batches(days())
    for batch in mixed:
        batch.insert(random.randrange(len(batch) + 1), HOSTILE[what])
    signals, skipped = hear(mixed)
    assert signals == whole
    assert sum(skipped.values()) == len(mixed)


def test_what_is_heard_twice_changes_nothing_but_a_counter(whole: list[dict[str, Any]]) -> None:
    twice = [[line for line in batch for _ in range(2)] for batch in batches(days())]
    signals, skipped = hear(twice)
    assert signals == whole
    assert list(skipped) == [say.TWICE]


@pytest.mark.parametrize(
    "at", ["2999-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"]
)
def test_wrong_clocks_change_nothing_but_a_counter(at: str, whole: list[dict[str, Any]]) -> None:
    mixed = batches(days())
    for number, batch in enumerate(mixed):
        wrong = {"id": f"w{number}", "at": at, "text": "La selle d'un vélo", "author": f"w{number}"}
        batch.insert(len(batch) // 2, json.dumps(wrong).encode())
    signals, skipped = hear(mixed)
    assert [line["id"] for line in signals] == [line["id"] for line in whole]
    assert [line["state"] for line in signals] == [line["state"] for line in whole]
    assert skipped[say.NO_TIME] in (len(mixed), 0)


def test_time_that_goes_back_now_and_then_makes_no_other_rumour(
    whole: list[dict[str, Any]],
) -> None:
    posts = days()
    for at in range(5, len(posts), 7):
        posts[at - 5 : at] = posts[at - 5 : at][::-1]
    signals, skipped = hear(batches(posts))
    assert not skipped
    assert rumour(signals) == rumour(whole)


def test_a_day_in_any_order_is_heard_and_ends_calm() -> None:
    posts = days()
    first = next(n for n, each in enumerate(posts) if each["at"] >= NOON.isoformat())
    shuffled = posts[first:]
    Random(9).shuffle(shuffled)
    signals, _ = hear(batches(posts[:first] + shuffled))
    assert len({line["id"] for line in signals if line["kind"] == "rumour"}) <= 1


def rumour(signals: list[dict[str, Any]]) -> tuple[set[str], set[str]]:
    lines = [line for line in signals if line["kind"] == "rumour"]
    return {line["id"] for line in lines}, {lines[0]["state"], lines[-1]["state"]}
