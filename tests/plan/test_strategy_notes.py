"""Advice on a strategy: what is missing or at odds, said once, never a refusal."""

from datetime import date

import pytest

from firsthand.plan.strategy_notes import Note, notes
from firsthand.records.strategy import (
    Approval,
    Audience,
    Cadence,
    Community,
    Embargo,
    KeyMessage,
    Objective,
    PreparedLine,
    RedLine,
    Stance,
    Strategy,
    Topic,
)

TODAY = date(2026, 5, 4)
WHOLE = Strategy(
    aim="Be heard.",
    objectives=(Objective(name="Hire", success="Ten apprentices", by=date(2026, 9, 1)),),
    audiences=(Audience(name="Schools", topics=("Repair",)),),
    topics=(Topic(name="Repair", stance=Stance.FOR, phrases_en=("repair",)),),
    communities=(Community(name="Makers", hashtags=("#repair",)),),
    cadence=Cadence(),
    key_messages=(KeyMessage(name="We mend", topic="Repair", phrases=("mend",)),),
    red_lines=(RedLine(name="Rivals", phrases=("Acme",)),),
    prepared_lines=(PreparedLine(name="Fire", says_en="We are on our way."),),
    own_share=0.8,
)


def told(**changes: object) -> list[tuple[str, str]]:
    given = {name: getattr(WHOLE, name) for name in WHOLE.__dataclass_fields__} | changes
    return [(note.section, note.name) for note in notes(Strategy(**given), TODAY)]


def test_a_whole_strategy_needs_no_advice() -> None:
    assert told() == []


def test_an_empty_strategy_is_told_what_to_begin_with() -> None:
    sections = [note.section for note in notes(Strategy(), TODAY)]
    assert sections[:4] == ["aim", "objectives", "audiences", "topics"]
    for note in notes(Strategy(), TODAY):
        assert note.said.text("fr") != note.said.text("en")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"aim": "  "}, [("aim", "")]),
        ({"objectives": (Objective(name="Hire"),)}, [("objectives", "Hire")]),
        (
            {"objectives": (Objective(name="Hire", success="Ten", by=date(2026, 5, 3)),)},
            [("objectives", "Hire")],
        ),
        ({"audiences": (Audience(name="Schools"),)}, [("audiences", "Schools"), ("topics", "Repair")]),
        ({"topics": (Topic(name="Repair", stance=Stance.FOR),)}, [("topics", "Repair")]),
        (
            {"topics": (Topic(name="Repair", phrases_en=("repair",)),)},
            [("topics", "Repair")],
        ),
        ({"communities": (Community(name="Makers"),)}, [("communities", "Makers")]),
        (
            {"communities": (Community(name="Makers", target=False, feeds=("https://a.b",)),)},
            [("communities", "")],
        ),
        ({"own_share": None}, [("cadence", "")]),
        (
            {"key_messages": (KeyMessage(name="We sail", phrases=("sail",)),)},
            [("key_messages", "We sail")],
        ),
        ({"embargoes": (Embargo(name="Merger"),)}, [("embargoes", "Merger")]),
        ({"red_lines": (RedLine(name="Rivals"),)}, [("red_lines", "Rivals")]),
        ({"prepared_lines": ()}, [("prepared_lines", "")]),
        (
            {"approvals": (Approval(kind="rumour", roles=("leader", "press")),)},
            [("approvals", "rumour")],
        ),
    ],
)  # fmt: skip
def test_advice(changes: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert told(**changes) == expected


def test_ones_own_embargo_and_red_line_bind_oneself() -> None:
    assert told(embargoes=(Embargo(name="Repair", phrases=("repair",)),)) == [("topics", "Repair")]
    assert told(red_lines=(RedLine(name="Ears", phrases=("heard",)),)) == [("red_lines", "Ears")]


def test_a_rumour_that_waits_for_one_signature_is_no_matter() -> None:
    assert told(approvals=(Approval(kind="rumour", roles=("leader",)),)) == []


def test_a_note_says_what_it_is_about() -> None:
    (note,) = notes(
        Strategy(**{
            **{name: getattr(WHOLE, name) for name in WHOLE.__dataclass_fields__},
            "objectives": (Objective(name="Hire"),),
        }),
        TODAY,
    )  # fmt: skip
    assert isinstance(note, Note)
    assert "Hire" in note.said.text("en")
