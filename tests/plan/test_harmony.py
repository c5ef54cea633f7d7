"""The leader's strategy beside the company's plan: what supports, what is silent, what contradicts."""

from datetime import UTC, date, datetime, time

import pytest

from firsthand.plan.harmony import Accord, Harmony, Side, harmony
from firsthand.records.post import Post
from firsthand.records.strategy import (
    Company,
    CompanyTopic,
    Embargo,
    KeyMessage,
    QuietPeriod,
    Recurrence,
    RedLine,
    Stance,
    Strategy,
    Topic,
)

TODAY = date(2026, 5, 4)
REPAIR = Topic(
    name="Repair", stance=Stance.FOR, says="Parts for ten years.", phrases_en=("repair",)
)


def compared(strategy: Strategy, company: Company, *posts: Post) -> Harmony:
    return harmony(strategy, company, TODAY, posts)


def only(found: Harmony) -> Accord:
    (one,) = found.accords
    return one


def said(text: str, day: int = 1, **more: str) -> Post:
    return Post(text=text, id=text, at=datetime(2026, 4, day, 9, tzinfo=UTC), **more)


@pytest.mark.parametrize(
    ("theirs", "side"),
    [
        (Stance.AGAINST, Side.CONTRADICTS),
        (Stance.FOR, Side.SUPPORTS),
        (Stance.NUANCED, Side.SUPPORTS),
        (Stance.NONE, Side.SILENT),
    ],
)
def test_the_same_subject_is_compared_by_stance(theirs: Stance, side: Side) -> None:
    company = Company(topics=(CompanyTopic(name="Right to repair", stance=theirs, says="Never."),))
    found = only(compared(Strategy(topics=(REPAIR,)), company))
    assert found.side is side
    assert found.own is not None
    assert found.theirs is not None
    assert (found.own.says, found.theirs.says) == ("Parts for ten years.", "Never.")


def test_a_subject_that_only_one_names_is_silence_never_contradiction() -> None:
    company = Company(topics=(CompanyTopic(name="Exports", stance=Stance.FOR),))
    found = compared(Strategy(topics=(REPAIR,)), company)
    assert [one.side for one in found.accords] == [Side.SILENT, Side.SILENT]
    assert [one.reason.text("en") for one in found.accords] == [
        "The company speaks of “Exports”; your strategy does not.",
        "You speak of “Repair”; the company's plan does not. It is your own ground.",
    ]


def test_contradictions_come_first_and_the_whole_is_one_sentence() -> None:
    company = Company(
        topics=(
            CompanyTopic(name="Exports"),
            CompanyTopic(name="Repair", stance=Stance.AGAINST),
        )
    )
    found = compared(Strategy(topics=(REPAIR,)), company)
    assert [one.side for one in found.accords] == [Side.CONTRADICTS, Side.SILENT]
    assert found.said().text("en") == "1 to settle, 1 left unsaid, 0 in harmony."
    assert found.said().text("fr").startswith("À régler\u00a0: 1")


@pytest.mark.parametrize(
    ("topics", "posts", "side"),
    [
        ((), (), Side.CONTRADICTS),
        ((REPAIR,), (), Side.SUPPORTS),
        ((REPAIR,), ("We repair.",), Side.SUPPORTS),
        ((REPAIR,), ("Good morning.",), Side.SILENT),
        ((), ("We repair what we sell.",), Side.SILENT),
        ((), ("Good morning.",), Side.CONTRADICTS),
    ],
)
def test_a_key_message_is_carried_by_strategy_and_posts(
    topics: tuple[Topic, ...], posts: tuple[str, ...], side: Side
) -> None:
    company = Company(key_messages=(KeyMessage(name="We mend", phrases=("repair",)),))
    found = compared(Strategy(topics=topics), company, *map(said, posts))
    assert only(found).side is side


def test_a_repost_carries_nothing() -> None:
    company = Company(key_messages=(KeyMessage(name="We mend", phrases=("repair",)),))
    found = compared(Strategy(), company, said("We repair.", repost_of="9"))
    assert only(found).side is Side.CONTRADICTS


@pytest.mark.parametrize(
    ("start", "end", "side"),
    [
        (date(2026, 5, 1), date(2026, 6, 1), Side.CONTRADICTS),
        (None, None, Side.CONTRADICTS),
        (date(2026, 8, 1), None, Side.SUPPORTS),
    ],
)
def test_a_topic_planned_during_an_embargo_crosses_it(
    start: date | None, end: date | None, side: Side
) -> None:
    topic = Topic(name="Merger", phrases_en=("merger",), start=start, end=end)
    embargo = Embargo(name="The merger", phrases=("merger",), end=date(2026, 7, 31))
    assert only(compared(Strategy(topics=(topic,)), Company(embargoes=(embargo,)))).side is side


def test_an_embargo_that_is_over_binds_nothing_but_posts_of_its_time_are_shown() -> None:
    embargo = Embargo(
        name="Merger", phrases=("merger",), start=date(2026, 4, 1), end=date(2026, 4, 20)
    )
    company = Company(embargoes=(embargo,))
    topic = Topic(name="Merger", phrases_en=("merger",))
    assert compared(Strategy(topics=(topic,)), company).accords == ()
    early, late = said("The merger is near.", 19), said("The merger is done.", 21)
    found = only(compared(Strategy(), company, early, late))
    assert (found.side, found.posts) == (Side.CONTRADICTS, (early,))


def test_a_quiet_period_is_kept_too_or_by_the_company_alone() -> None:
    quiet = QuietPeriod(
        name="Results", start=date(2026, 4, 1), end=date(2026, 4, 20),
        repeats=Recurrence.QUARTERLY, phrases=("results",),
    )  # fmt: skip
    company = Company(quiet_periods=(quiet,))
    assert only(compared(Strategy(quiet_periods=(quiet,)), company)).side is Side.SUPPORTS
    talks = Topic(name="Our results", phrases_en=("results",))
    assert only(compared(Strategy(topics=(talks,)), company)).side is Side.SILENT
    by_night = QuietPeriod(name="Nights", start=quiet.start, end=quiet.end, from_time=time(22))
    assert compared(Strategy(quiet_periods=(by_night,)), company).accords == ()


def test_a_red_line_is_crossed_on_either_side() -> None:
    line = RedLine(name="Rivals", phrases=("Acme",))
    theirs = Company(
        key_messages=(KeyMessage(name="First", says="Better than Acme.", phrases=("x",)),)
    )
    found = compared(Strategy(red_lines=(line,), aim="x"), theirs)
    assert [one.side for one in found.accords] == [Side.CONTRADICTS, Side.SUPPORTS]
    ours = Strategy(aim="Beat Acme.")
    assert only(compared(ours, Company(red_lines=(line,)))).own is not None


def test_nothing_in_common_is_nothing_found() -> None:
    assert compared(Strategy(topics=(REPAIR,)), Company()).accords == ()
