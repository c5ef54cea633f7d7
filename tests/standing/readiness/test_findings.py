"""Where answers and archive disagree: what is told of it, and that a verdict of go does."""

from datetime import UTC, datetime

from tests.standing.readiness.personas import ORDINARY, measured

from firsthand.records.clock import FixedClock
from firsthand.standing.readiness.judge import beside, judge

CLOCK = FixedClock(datetime(2026, 11, 23, 9, tzinfo=UTC))


def test_an_answer_that_the_archive_contradicts_is_told() -> None:
    says = {**ORDINARY, "listening": "everyone"}
    verdict = judge(says, {"replies": measured("replies", 0.02)}, CLOCK)
    (found,) = verdict.contradictions
    assert found.question == "listening"
    assert found.samples == ("p1", "p2")
    assert found.text.text("en") == (
        "To “People answer what you wrote. What happens next?” you answered “I answer everyone, "
        "or nearly”. Your posts say otherwise. 2% of your posts answer someone (34 of 1,700)."
    )
    assert beside("listening", says, {"replies": measured("replies", 0.02)})


def test_an_answer_that_the_archive_confirms_is_not_contradicted() -> None:
    verdict = judge(
        {**ORDINARY, "listening": "everyone"}, {"replies": measured("replies", 0.4)}, CLOCK
    )
    assert verdict.contradictions == ()


def test_an_answer_too_modest_is_contradicted_only_where_that_makes_sense() -> None:
    says = {**ORDINARY, "listening": "unread", "clarity": "no_opinions"}
    shown = {"replies": measured("replies", 0.4), "length": measured("length", 40)}
    verdict = judge(says, shown, CLOCK)
    assert [one.question for one in verdict.contradictions] == ["listening"]
    claims = judge({**says, "clarity": "quoted"}, {"length": measured("length", 400)}, CLOCK)
    assert [one.question for one in claims.contradictions] == ["clarity"]


def test_a_go_says_that_the_posts_contradict_some_answers() -> None:
    sure = {**ORDINARY, "listening": "everyone", "clarity": "quoted"}
    one = judge(sure, {"replies": measured("replies", 0.0)}, CLOCK)
    assert one.verdict == "go"
    assert one.sentence.text("en").endswith("your posts contradict one of your answers.")
    shown = {"replies": measured("replies", 0.0), "length": measured("length", 400)}
    two = judge(sure, shown, CLOCK)
    assert two.verdict == "go"
    assert two.sentence.text("fr").endswith("vos messages contredisent 2 de vos réponses.")
    assert "contr" not in judge(sure, {}, CLOCK).sentence.text("fr")
