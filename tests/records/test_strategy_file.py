"""A strategy as a TOML file: the way in, the way out, and every fault at its line."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.records.strategies import companies, strategies

from firsthand.records.strategy import Company, Stance, Strategy
from firsthand.records.strategy_file import (
    MAX_CHARACTERS,
    BadStrategy,
    bare,
    read,
    read_company,
    write,
    write_company,
)


def faults(text: str, lang: str = "en") -> list[str]:
    with pytest.raises(BadStrategy) as caught:
        read(text)
    return [fault.said().text(lang) for fault in caught.value.faults]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(strategies(), st.sampled_from(["fr", "en"]))
def test_what_is_written_reads_back_the_same(strategy: Strategy, lang: str) -> None:
    assert read(write(strategy, lang)) == strategy
    assert read(bare(strategy)) == strategy


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(companies())
def test_a_company_plan_reads_back_alone_or_inside_a_strategy(company: Company) -> None:
    assert read_company(write_company(company)) == company
    assert read_company(write(Strategy(company=company))) == company


def test_a_company_plan_may_do_without_its_section_name() -> None:
    plan = read_company('name = "Lumen"\n[[topics]]\nname = "Prices"\nstance = "for"\n')
    assert plan.name == "Lumen"
    assert plan.topics[0].stance is Stance.FOR
    with pytest.raises(BadStrategy, match=r"line 3, topics\[1\].stance: “pro” is not accepted"):
        read_company('name = "Lumen"\n[[topics]]\nstance = "pro"\nname = "Prices"\n')


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_empty_strategy_is_a_template_with_every_question(lang: str) -> None:
    written = write(Strategy(), lang)
    assert read(written) == Strategy()
    asked = "Quel public influencer" if lang == "fr" else "Whom do I want to influence"
    assert asked in written
    filled = "\n".join(
        line[2:] if line.startswith("# [[") or (" = " in line and line.startswith("# ")) else line
        for line in written.splitlines()
        if "approvals" not in line
    )
    assert "stance" in filled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("aim = 3", "line 1, aim: this should be text between quotes, not a number"),
        (
            "\n\nobjectivs = 1",
            "line 3, objectivs: this key is not known; perhaps you meant “objectives”",
        ),
        ("own_share = 33", "line 1, own_share: a share goes from 0 to 1; write 0.33 for a third"),
        ("own_share = true", "line 1, own_share: this should be a number, not true or false"),
        ("topics = 1", "line 1, topics: this should be written as [[topics]], once for each"),
        ("cadence = 1", "line 1, cadence: this should be a section written [cadence]"),
        (
            "[cadence]\nposts_per_week = inf",
            "line 2, cadence.posts_per_week: this should be an ordinary number of 0 or more",
        ),
        (
            '[[topics]]\nname = "a"\nstance = "pour"',
            "line 3, topics[1].stance: “pour” is not accepted; write for, against, nuanced or none",
        ),
        ("[[topics]]\nsays = 'x'", "line 1, topics[1]: “name” is missing"),
        (
            "[[topics]]\nname = ' '",
            "line 2, topics[1].name: this is empty; write it or remove the line",
        ),
        (
            '[[topics]]\nname = "a"\n[[topics]]\nname = "a"',
            "line 4, topics[2].name: “a” is there twice; names must differ",
        ),
        (
            '[[embargoes]]\nname = "a"\nend = 2026-05-01\nstart = 2026-05-04',
            "line 3, embargoes[1].end: it ends on 2026-05-01, before it starts on 2026-05-04",
        ),
        (
            '[[embargoes]]\nname = "a"\nstart = 2026-05-04T09:00:00Z',
            (
                "line 3, embargoes[1].start: this should be a date such as 2026-05-04, "
                "not a date with a time"
            ),
        ),
        (
            (
                '[[topics]]\nname = "Apprentissage"\n[[audiences]]\nname = "x"\n'
                'topics = [\n  "aprentissage",\n]'
            ),
            (
                "line 5, audiences[1].topics[1]: no topic is called “aprentissage”; "
                "perhaps you meant “Apprentissage”"
            ),
        ),
        (
            '[company]\n[[company.key_messages]]\nname = "x"\ntopic = "y"',
            (
                "line 4, company.key_messages[1].topic: no topic is called “y”; "
                "add it under [[topics]] or remove it here"
            ),
        ),
        (
            '[[approvals]]\nkind = "tweet"',
            (
                "line 2, approvals[1].kind: “tweet” is not accepted; "
                "write post, reply, quote, repost, article, rumour or sensitive"
            ),
        ),
        (
            '[[approvals]]\nkind = "post"\nroles = ["reader"]',
            (
                "line 3, approvals[1].roles[1]: “reader” is not accepted; "
                "write leader, adviser or press"
            ),
        ),
        ('aim = "x', "line 1: a quote is opened and never closed"),
        (
            'aim = "x\nb = 1',
            "line 1: a quote is not closed on its line, or a character is not allowed",
        ),
        ('\naim "x"', "line 2: an “=” is missing after the key"),
        ("a = 1\na = 2", "line 2: this is defined twice"),
        ("a = [1,", "line 1: the file stops in the middle of a value"),
        ("a = [1\nb = 2", "line 2: a list is opened and never closed"),
        ("d = 2026-02-30", "line 1: there is no such date or time"),
    ],
)
def test_a_fault_is_told_with_its_line_its_key_and_the_reason(text: str, said: str) -> None:
    assert faults(text) == [said]


def test_every_fault_is_told_in_the_order_of_the_file() -> None:
    text = 'aim = 1\n[cadence]\nposts_per_week = "x"\nperhaps = 1\n[[topics]]\nsays = "?"\n'
    assert [said.split(":")[0] for said in faults(text)] == [
        "line 1, aim",
        "line 3, cadence.posts_per_week",
        "line 4, cadence.perhaps",
        "line 5, topics[1]",
    ]


def test_faults_are_told_in_french_with_french_spaces() -> None:
    assert faults("own_share = 33", "fr") == [
        "ligne 1, own_share\u00a0: une part va de 0 à 1\u202f; écrivez 0.33 pour un tiers"
    ]


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 100_000, "a=" + "9" * 5000, "x" * (MAX_CHARACTERS + 1)]
)
def test_a_hostile_file_is_one_clear_sentence(text: str) -> None:
    assert len(faults(text)) == 1


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_any_text_is_a_strategy_or_a_sentence(text: str) -> None:
    try:
        found = read(text).aim
    except BadStrategy as error:
        found = error.text("fr") and error.text("en") and error.faults[0].said().text("en")
    assert isinstance(found, str)


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read('\ufeffaim = "x"').aim == "x"
