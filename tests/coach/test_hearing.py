"""What was heard, made ready for a review: signals, trends, questions that wait."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from firsthand.coach.context import TrendState
from firsthand.coach.hearing import NOTHING, Hearing, hear
from firsthand.records.post import Post

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def line(text: str, days: float = 1, author: str = "lea", **more: Any) -> dict[str, Any]:
    at = (NOW - timedelta(days=days)).isoformat()
    return {"text": text, "author": author, "at": at, **more}


def hearing(*lines: dict[str, Any], own: tuple[Post, ...] = ()) -> Hearing:
    return hear(lines, own, {"@Anne_L"}, NOW)


def test_nothing_heard_is_nothing_known() -> None:
    assert hearing() == NOTHING


def test_the_leaders_own_posts_are_not_what_others_say() -> None:
    found = hearing(line("La cantine rouvre.", author="anne_l"), line("Enfin !"))
    assert found.posts is not None
    assert [post.text for post in found.posts.posts] == ["Enfin !"]


ASKED = line("@anne_l quand rouvre la cantine ?", id="q1")


def test_a_question_to_the_leader_waits() -> None:
    assert [post.id for post in hearing(ASKED).unanswered] == ["q1"]


@pytest.mark.parametrize(
    "not_waiting",
    [
        line("Quand rouvre la cantine ?", id="q1"),
        line("@anne_l merci pour la cantine.", id="q1"),
        line("@anne_l quand rouvre la cantine ?", days=20, id="q1"),
        line("@anne_l quand rouvre la cantine ?", days=-1, id="q1"),
    ],
    ids=["to nobody", "no question", "too old", "not yet"],
)
def test_what_waits_for_no_answer(not_waiting: dict[str, Any]) -> None:
    assert hearing(not_waiting).unanswered == ()


@pytest.mark.parametrize(
    "answer",
    [
        Post(text="Lundi.", reply_to="q1"),
        Post(text="Lundi.", quote_of="q1"),
        Post(text="Lundi.", reply_to_author="lea", at=NOW),
    ],
    ids=["reply", "quotation", "later reply to the same person"],
)
def test_an_answer_ends_the_wait(answer: Post) -> None:
    assert hearing(ASKED, own=(answer,)).unanswered == ()


def test_an_earlier_reply_to_the_same_person_is_no_answer() -> None:
    before = Post(text="Bonjour.", reply_to_author="lea", at=NOW - timedelta(days=3))
    assert len(hearing(ASKED, own=(before,)).unanswered) == 1


def signal(kind: str, *texts: str, days: float = 1, **more: Any) -> dict[str, Any]:
    at = (NOW - timedelta(days=days)).isoformat()
    return {"kind": kind, "at": at, "evidence": [{"text": text} for text in texts], **more}


RUMOUR = ("Il paraît que l'usine ferme.", "L'usine ferme, c'est vrai ?", "Source sur l'usine ?")


def test_a_rumour_goes_by_the_words_its_posts_share() -> None:
    (found,) = hearing(signal("rumour", *RUMOUR)).signals
    assert (found.kind, found.phrases[0]) == ("rumour", "usine")
    assert found.says == RUMOUR[0]
    assert len(found.posts) == 3


@pytest.mark.parametrize(
    "ended",
    [signal("rumour", *RUMOUR, days=10), signal("rumour", *RUMOUR, state="closed")],
    ids=["long ago", "closed"],
)
def test_a_rumour_that_ended_is_not_open(ended: dict[str, Any]) -> None:
    assert hearing(ended).signals == ()


def test_a_question_that_was_signalled_waits_too() -> None:
    asked = {"kind": "question", "evidence": [ASKED]}
    assert [post.id for post in hearing(asked, ASKED).unanswered] == ["q1"]


def test_a_trend_that_is_told_holds_against_what_the_posts_say() -> None:
    found = hearing(
        *(line("Vivement #VivaTech", author=f"a{n}") for n in range(6)),
        {"trend": "#vivatech", "state": "hostile", "says": "Grève"},
    )
    assert [(trend.term, trend.state) for trend in found.trends] == [
        ("#vivatech", TrendState.HOSTILE)
    ]


@pytest.mark.parametrize(
    ("text", "days", "state"),
    [
        ("Tous à #Nantes demain !", 1, TrendState.RISING),
        ("Tous à #Nantes demain !", 60, TrendState.STALE),
        ("Toutes nos pensées aux victimes de #Nantes.", 1, TrendState.TRAGIC),
        ("#Nantes : quelle honte, bande d'incapables.", 1, TrendState.HOSTILE),
    ],
)
def test_what_five_people_make_of_a_hashtag(text: str, days: int, state: TrendState) -> None:
    few = [line(text, days=days, author=f"a{n}") for n in range(4)]
    assert hearing(*few).trends == ()
    (trend,) = hearing(*few, line(text, days=days, author="b")).trends
    assert (trend.term, trend.state) == ("#Nantes", state)


def test_a_hashtag_of_every_day_is_no_trend() -> None:
    usual = [line("#Nantes ce matin", days=n % 14, author=f"a{n}") for n in range(42)]
    assert hearing(*usual).trends == ()


@pytest.mark.parametrize(
    "bad",
    [
        {"author": "lea"},
        {"trend": "", "state": "stale"},
        {"trend": "#a", "state": "loud"},
        {"kind": "rumour", "evidence": "x"},
        line("a") | {"at": "yesterday"},
    ],
)
def test_a_line_of_no_use_is_left_out_and_told(bad: dict[str, Any]) -> None:
    found = hearing(bad, line("Bonjour"))
    assert len(found.skipped) == 1
    assert found.skipped[0].text("fr") != found.skipped[0].text("en")
    assert found.posts is not None
