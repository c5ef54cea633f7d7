"""A rumour is told once, then again when there is news, until it is calm."""

from datetime import timedelta

import msgspec
import pytest
from tests.listen.pipeline.sagas import (
    NOON,
    OTHER,
    TOLD,
    answer,
    calm,
    everyday,
    growing,
    hear,
    post,
    rumour,
    rumours,
    told,
)
from tests.listen.pipeline.streams import pipeline, written

from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline.decoding import decode
from firsthand.records.signal import Signal, SignalKind, State, telling, to_line


def states(signals: list[Signal]) -> list[State]:
    return [signal.state for signal in rumours(signals)]


def test_one_rumour_from_its_alert_to_calm() -> None:
    found = rumours(hear(calm()))
    assert len({signal.id for signal in found}) == 1
    assert [signal.number for signal in found] == list(range(len(found)))
    first, last = found[0], found[-1]
    assert (first.state, last.state) == (State.OPEN, State.CALMED)
    assert State.ANSWERED in states(found)
    assert first.since == NOON + timedelta(minutes=growing()[0])
    assert first.starter is not None
    assert first.starter.id == "r0"
    assert last.answered == NOON + timedelta(minutes=90)


def test_what_the_leader_said_is_the_answer_and_opens_to_its_post() -> None:
    found = next(each for each in rumours(hear(calm())) if each.state is State.ANSWERED)
    assert found.course is not None
    assert found.course.answer is not None
    assert found.course.answer.id == "own"
    waited = to_line(found, "fr")["clock"]["seconds"]
    assert round(waited) == round((90 - growing()[0]) * 60)


def test_calm_is_said_with_its_uncertainty() -> None:
    last = rumours(hear(calm()))[-1]
    said = " ".join(each.text("en") for each in last.details)
    assert "forecast" in said
    assert last.course is not None
    assert last.course.came is not None
    assert last.course.low is not None
    assert last.course.high is not None
    assert last.course.low <= last.course.high


def test_a_rumour_that_goes_on_after_the_answer_has_not_calmed() -> None:
    on = growing(330.0, 900)
    found = rumours(hear(told(everyday(), rumour(NOON, on), [answer()])))
    assert State.NOT_CALMED in states(found)
    assert State.CALMED not in states(found)


def test_forecasts_come_once_there_is_enough_to_tell() -> None:
    first, *more = rumours(hear(told(everyday(), rumour(NOON, range(1, 60)))))
    assert first.course is not None
    assert first.course.outlook is None
    assert any("too early" in each.text("en") for each in first.details)
    outlooks = [each.course.outlook for each in more if each.course and each.course.outlook]
    assert outlooks
    assert all(each.low <= each.expected <= each.high for each in outlooks)


def test_who_carries_it_is_named() -> None:
    keen = [{**each, "author": "keen"} for each in rumour(NOON, range(1, 40, 3), name="k")]
    grown = rumours(hear(told(everyday(), rumour(NOON, range(1, 60)), keen)))[1]
    said = [each.text("en") for each in grown.details]
    assert any(each.startswith("Carried above all by @keen (") for each in said), said


NEW_NAME = ["Il paraît que Velzanor change de nom", "Velzanor change de nom, c'est vrai ? Source ?"]


@pytest.mark.parametrize(("texts", "expected"), [(TOLD, "serious"), (NEW_NAME, "small")])
def test_what_it_could_damage_is_said_in_words(texts: list[str], expected: str) -> None:
    first, *_ = rumours(hear(told(everyday(), rumour(NOON, range(1, 60), texts))))
    said = [each.text("en") for each in first.details]
    assert any(each.endswith(f"Possible harm so far: {expected}.") for each in said), said


def test_a_rumour_is_weighed_anew_as_it_grows() -> None:
    first, *_, last = rumours(hear(told(everyday(), rumour(NOON, growing()))))
    assert last.figures["harm"] > first.figures["harm"]
    assert last.p is not None
    assert first.p is not None
    assert last.p >= first.p


def test_another_rumour_the_same_day_is_another_signal() -> None:
    other = rumour(NOON + timedelta(minutes=30), growing(60, 40), OTHER, "o")
    found = rumours(hear(told(everyday(), rumour(NOON, growing()), other)))
    claims = {signal.starter.text.split()[-1] for signal in found if signal.starter}
    assert len({signal.id for signal in found}) == 2, claims


def test_answered_elsewhere_at_a_time_that_was_given() -> None:
    line = pipeline()
    heard = Pipeline(line.matcher, line.own, answers=[NOON + timedelta(minutes=80)])
    found = rumours(hear(told(everyday(), rumour(NOON, growing())), heard))
    answered = next(each for each in found if each.state is State.ANSWERED)
    assert answered.answered == NOON + timedelta(minutes=80)
    assert answered.course is not None
    assert answered.course.answer is None


def test_what_the_leader_said_before_the_rumour_is_no_answer() -> None:
    before = {**answer(), "at": (NOON - timedelta(hours=5)).isoformat()}
    found = states(hear(told(everyday(), [before], rumour(NOON, growing()))))
    assert found
    assert State.ANSWERED not in found


def test_a_post_on_something_else_is_no_answer() -> None:
    other = post("own", "Nos vélos roulent.", NOON + timedelta(minutes=80), "claire_zelmont")
    assert State.ANSWERED not in states(hear(told(everyday(), rumour(NOON, growing()), [other])))


def test_an_answer_that_came_before_the_alert_counts() -> None:
    early = post(
        "own", "Non, l'atelier de Lyon ne ferme pas.", NOON + timedelta(minutes=3), "claire_zelmont"
    )
    few = rumour(NOON, [1, 20, 22, 24, 26, 28, 30, 32], TOLD)
    found = rumours(hear(told(everyday(), few, [early])))
    assert found[0].state is State.OPEN
    assert found[1].state is State.ANSWERED


def test_an_answer_that_comes_before_a_third_account_speaks_does_not_hide_the_rumour() -> None:
    quick = {**answer(3), "reply_to": "r0"}
    few = rumour(NOON, [1, 2, 20, 22, 24], TOLD[:1])
    opened, answered, *_ = rumours(hear(told(everyday(), few, [quick])))
    assert opened.starter is not None
    assert (opened.starter.id, opened.at) == ("r0", NOON + timedelta(minutes=20))
    assert answered.state is State.ANSWERED


def test_left_alone_it_fades() -> None:
    later = [
        post(f"z{n}", "Velzanor livre vite", NOON + timedelta(days=1, minutes=n), "v2")
        for n in range(2)
    ]
    found = rumours(hear(told(everyday(), rumour(NOON, growing(40, 12)), later)))
    assert found[-1].state is State.FADED
    assert found[-1].at == NOON + timedelta(hours=12, minutes=40)


def test_a_surge_of_the_rumour_is_a_part_of_it() -> None:
    found = hear(calm())
    (name,) = {signal.id for signal in rumours(found)}
    surges = [signal for signal in found if signal.kind is SignalKind.SURGE]
    assert surges
    assert len({signal.id for signal in surges}) == 1
    assert surges[-1].part_of == name
    assert surges[-1].course is not None


def test_in_pieces_as_in_one_run() -> None:
    posts = calm()
    line, found = pipeline(), list[Signal]()
    lines = written(posts).splitlines()
    for number, at in enumerate(range(0, len(lines), 64)):
        if number % 2:
            saved = msgspec.msgpack.encode(line.state())
            line = pipeline()
            line.restore(msgspec.msgpack.decode(saved))
        found += line.take(decode(lines[at : at + 64], line.left_out)).signals
    found += line.finish().signals
    whole = hear(posts)
    assert [to_line(each, "en") for each in found] == [to_line(each, "en") for each in whole]
    tellings = [telling(each.id, each.number) for each in found]
    assert len(set(tellings)) == len(tellings)


def test_the_claim_is_that_of_the_rumour_not_of_everyday_talk_before_it() -> None:
    talk = [
        post("e", "Quelqu'un a vu la selle de Velzanor ?", NOON - timedelta(hours=1), "v1"),
        *rumour(NOON, growing(40, 20)),
    ]
    first = rumours(hear(talk))[0]
    assert first.starter is not None
    assert first.starter.id.startswith("r")
    assert first.since is not None
    assert first.since >= NOON


def test_many_who_accuse_make_a_rumour_without_a_word_of_hearsay() -> None:
    texts = ["Velzanor a menti sur l'amiante", "Amiante : Velzanor nous cache la vérité, escrocs"]
    found = rumours(hear(told(everyday(), rumour(NOON, range(1, 40), texts))))
    assert len({signal.id for signal in found}) == 1
