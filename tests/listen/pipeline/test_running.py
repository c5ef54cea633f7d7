"""From posts to signals: what is found, whole or in pieces, and what hostile input changes."""

from collections import Counter
from datetime import timedelta
from random import Random
from typing import Any

import msgspec
import pytest
from tests.listen.pipeline import sagas
from tests.listen.pipeline.streams import pipeline, stream, written

from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.decoding import decode
from firsthand.records.signal import Signal, SignalKind, State, to_line
from firsthand.records.strategy import Company, Strategy

BATCH = 128


def hear(line: Pipeline, content: bytes, restart: int = 0) -> list[Signal]:
    """Run a stream through; with `restart`, save and load every so many batches."""
    lines = content.splitlines()
    found: list[Signal] = []
    for number, at in enumerate(range(0, len(lines), BATCH)):
        if restart and number and number % restart == 0:
            saved = msgspec.msgpack.encode(line.state())
            line = pipeline()
            line.restore(msgspec.msgpack.decode(saved))
        found += line.take(decode(lines[at : at + BATCH], line.left_out)).signals
    return found + line.finish().signals


@pytest.fixture(scope="module")
def whole() -> list[Signal]:
    return hear(pipeline(), written(stream()))


def only(signals: list[Signal], kind: SignalKind) -> list[Signal]:
    return [signal for signal in signals if signal.kind is kind]


def test_a_question_and_thanks_each_with_words(whole: list[Signal]) -> None:
    asked, reminded = only(whole, SignalKind.QUESTION)
    assert asked.proofs[0].id == "p10"
    assert "?" in asked.proofs[0].words
    assert asked.watches == ("leader",)
    assert (reminded.id, reminded.number, reminded.state) == (asked.id, 1, State.WAITING)
    (thanked,) = only(whole, SignalKind.THANKS)
    assert thanked.proofs[0].id == "p20"
    assert thanked.says.text("fr") == "voisin_20 vous remercie."


def test_a_conversation_to_join(whole: list[Signal]) -> None:
    (invited,) = only(whole, SignalKind.INVITATION)
    assert "« Vélos »" in invited.says.text("fr").replace("\u00a0", " ")
    assert "“Cyclistes”" in invited.says.text("en")


def test_the_rumour_is_found_with_its_posts(whole: list[Signal]) -> None:
    rumours = only(whole, SignalKind.RUMOUR)
    assert rumours
    assert all("Velzanor" in proof.text for proof in rumours[0].proofs)
    assert rumours[0].p is not None
    assert rumours[0].leader == "Claire Zelmont"


def test_the_surge_is_found_with_its_posts(whole: list[Signal]) -> None:
    assert any(signal.watches == ("organisation",) for signal in only(whole, SignalKind.SURGE))


def test_whom_one_begins_to_listen_for_is_heard_from_the_next_batch_on() -> None:
    line = pipeline()
    new = compile_strategy(Strategy(leader="Paul Ardoin", company=Company(name="Brelmont")))
    asked = b'{"id": "%d", "text": "Thank you Brelmont for your help !", "author": "lea"}'
    before = line.take(decode([asked % 1], line.left_out))
    line.add(new)
    after = line.take(decode([asked % 2], line.left_out))
    assert not before.heard
    assert [signal.leader for signal in after.signals] == ["Paul Ardoin"]


def test_in_pieces_as_in_one_run(whole: list[Signal]) -> None:
    assert hear(pipeline(), written(stream()), restart=2) == whole


def test_a_signal_is_a_line_in_both_languages(whole: list[Signal]) -> None:
    for signal in whole:
        for lang in ("en", "fr"):
            line = to_line(signal, lang)
            assert line["says"]
            assert line["evidence"]


def test_what_is_told_twice_counts_once(whole: list[Signal]) -> None:
    posts = [post for post in stream() for _ in range(2)]
    line = pipeline()
    line_signals = hear(line, written(posts))
    once = pipeline()
    hear(once, written(stream()))
    assert line.left_out[say.TWICE] == once.matched == line.matched
    assert {s.id for s in only(line_signals, SignalKind.QUESTION)} == {
        s.id for s in only(whole, SignalKind.QUESTION)
    }


def test_hostile_lines_change_nothing_but_a_counter(whole: list[Signal]) -> None:
    random = Random(3)
    hostile = [
        b"[" * 200_000, b'{"text": "\xff\xfe Velzanor"}', b'{"text": "' + b"Velzanor " * 120_000 + b'"}',
        b'{"text": 1}', b"null", b"{}", b'{"kind":"commit","commit":{"operation":"delete"}}', b"{" * 50_000,
        b'{"text": "\\ud83d Velzanor"}',
    ]  # fmt: skip
    line = pipeline()
    found: list[Signal] = []
    lines = written(stream()).splitlines()
    for at in range(0, len(lines), BATCH):
        mixed = lines[at : at + BATCH]
        for bad in hostile:
            mixed.insert(random.randrange(len(mixed) + 1), bad)
        found += line.take(decode(mixed, line.left_out)).signals
    assert found + line.finish().signals == whole
    assert sum(line.left_out.values()) == len(hostile) * -(-len(lines) // BATCH)


def test_wrong_clocks_are_counted_and_move_nothing(whole: list[Signal]) -> None:
    posts: list[dict[str, Any]] = []
    for number, post in enumerate(stream()):
        posts.append(post)
        if number % 50 == 25:
            at = random_time(number)
            posts.append(
                {"id": f"w{number}", "at": at, "text": "vélo", "author": "w", "lang": "fr"}
            )
    line = pipeline()
    found = hear(line, written(posts))
    assert line.skipped()[say.NO_TIME] > 0
    assert {s.id for s in only(found, SignalKind.SURGE)} == {
        s.id for s in only(whole, SignalKind.SURGE)
    }


def random_time(number: int) -> str:
    return ("2999-01-01T00:00:00Z", "1970-01-01T00:00:00Z")[number // 50 % 2]


def test_shuffled_posts_are_heard_all_the_same() -> None:
    posts = stream()
    Random(4).shuffle(posts)
    line = pipeline()
    found = hear(line, written(posts))
    assert len(only(found, SignalKind.QUESTION)) == len(only(found, SignalKind.THANKS)) == 1
    assert line.total == len(posts)


def test_talk_that_only_names_the_company_is_no_part_of_a_rumour() -> None:
    talk = [
        sagas.post(f"t{n}", f"Velzanor, {n}", sagas.NOON + timedelta(minutes=45 + n), f"t{n}")
        for n in range(90)
    ]
    told = [*sagas.rumour(sagas.NOON, sagas.growing(40, 20)), *talk]
    found = only(hear(pipeline(), written(told)), SignalKind.RUMOUR)
    assert found
    assert found[-1].figures["posts"] <= 20


def test_an_empty_stream() -> None:
    line = pipeline()
    assert hear(line, b"") == []
    assert line.take([]).heard == []
    assert line.left_out == Counter()


SPARSE = [
    sagas.post(f"s{day}{n}", f"Velzanor ouvre {day}", sagas.NOON + timedelta(days=day, minutes=n), f"a{n}")
    for day in (0, 1, 3, 30)
    for n in range(1 + day % 3)
]  # fmt: skip


@pytest.mark.parametrize("size", [1, 2, 3, len(SPARSE)])
def test_posts_after_a_long_silence_have_their_time_in_pieces_too(size: int) -> None:
    line, lines = pipeline(), written(SPARSE).splitlines()
    times = []
    for at in range(0, len(lines), size):
        saved = msgspec.msgpack.encode(line.state())
        line = pipeline()
        line.restore(msgspec.msgpack.decode(saved))
        times += [
            each.post.at for each in line.take(decode(lines[at : at + size], Counter())).heard
        ]
    times += [each.post.at for each in line.finish().heard]
    *all_but_last, last = [each["at"] for each in SPARSE]
    assert [at.isoformat() for at in times if at][:-1] == all_but_last
    assert times[-1] != last, "nobody confirms the last one, a month later"
