"""Findings about strategies, as JSON says them."""

import json
from datetime import date

from firsthand.plan.harmony import harmony
from firsthand.plan.strategy_json import harmony_lines, note_line
from firsthand.plan.strategy_notes import notes
from firsthand.records.post import Post
from firsthand.records.strategy import Company, CompanyTopic, KeyMessage, Stance, Strategy, Topic

TODAY = date(2026, 5, 4)


def test_harmony_gives_both_passages_and_the_posts() -> None:
    strategy = Strategy(topics=(Topic(name="Repair", stance=Stance.FOR, says="Ten years."),))
    company = Company(
        topics=(CompanyTopic(name="Repair", stance=Stance.AGAINST),),
        key_messages=(KeyMessage(name="We mend", phrases=("repair",)),),
    )
    post = Post(text="We repair.", id="7")
    told = harmony_lines(harmony(strategy, company, TODAY, [post]), "fr")
    first, second = told["findings"]
    assert first["verdict"] == "contradicts"
    assert first["leader"] == {"section": "topics", "name": "Repair", "says": "Ten years."}
    assert "pour" in first["reason"]
    assert second["posts"] == [{"id": "7", "text": "We repair."}]
    assert json.loads(json.dumps(told)) == told


def test_a_note_names_its_section_and_speaks_the_readers_language() -> None:
    french, english = (note_line(notes(Strategy(), TODAY)[0], lang) for lang in ("fr", "en"))
    assert french["section"] == english["section"] == "aim"
    assert french["name"] is None
    assert french["advice"] != english["advice"]
