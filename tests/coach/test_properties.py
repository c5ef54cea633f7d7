"""Whatever the draft and whatever surrounds it: marks lie inside, nothing changes, same gives same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coach.made import FixedVoice

from firsthand import review as public_review
from firsthand.coach.context import Context, OpenSignal, Target, Trend, TrendState
from firsthand.coach.memory import Memory
from firsthand.coach.registry import look_of
from firsthand.coach.reviewing import review
from firsthand.coach.rules import names, rules
from firsthand.records.clock import FixedClock
from firsthand.records.draft import Draft
from firsthand.records.finding import Finding, Level
from firsthand.records.post import Media, Post
from firsthand.records.strategy_file import read

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
WORDS = [
    "promis", "promise", "@lea", "@", "#Atlas", "#", "🚀🚀🚀🚀", "👩‍🚀", "e\u0301", "https://exemple.fr/a",
    "exemple.fr", "BFR", "𝗡𝗼𝘂𝘃𝗲𝗮𝘂", "!!!", "?", "«", "»", "“", "”", "\u202e", "\u200d", "\ud800", "\x00", "\n", "\r\n",
    "l'", "qu’", "n°1", "06 12 34 56 78", "Selon", "une étude montre", "Thread 🧵", "e-mail", "…", "1/", "ß", "İ",
    "chauffage", "heating", "le", "the", "nous", "we", "est", "is", "ouvre", "opens", "l'atelier", "workshop",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=40).map("".join),
)
FULL = Context(
    strategy=read(
        'own_share = 0.5\n[cadence]\nposts_per_week = 1\n[[topics]]\nname = "Chauffage"\nstance = "for"\n'
        'phrases_fr = ["chauffage"]\n[[embargoes]]\nname = "Atlas"\n[[red_lines]]\nname = "Religion"\n'
        '[[key_messages]]\nname = "M"\nsays = "Le chauffage des écoles compte."\n'
    ),
    profile=FixedVoice(0.01, ("nous", "!")),
    own=Memory(
        [Post(text=f"Nous ouvrons l'atelier {n}", at=NOON - timedelta(days=n)) for n in range(9)]
    ),
    heard=Memory(
        [Post(text=f"Le chauffage des écoles numéro {n} coûte cher", author="a") for n in range(40)]
    ),
    signals=(OpenSignal(kind="rumour", phrases=("chauffage",)),),
    trends=(Trend(term="#Atlas", state=TrendState.HOSTILE), Trend(term="", state=TrendState.PAST)),
    unanswered=(Post(text="Le chauffage de l'atelier, quand ?"),),
    targets=(
        Target("x", 30),
        Target("linkedin"),
        Target("bluesky", 1),
        Target("mastodon"),
        Target("blog"),
    ),
    own_share=0.1,
    clock=FixedClock(NOON),
)


def spans_are_inside(text: str, finding: Finding) -> bool:
    return all(0 <= start < end <= len(text) for start, end in finding.spans)


@pytest.mark.parametrize("answering", [None, Post(text="Quand ouvre l'atelier ? When?")])
@settings(max_examples=120, deadline=None)
@given(text=TEXTS, lang=st.sampled_from([None, "fr", "en"]))
def test_any_draft_with_everything_around(
    answering: Post | None, text: str, lang: str | None
) -> None:
    draft = Draft(text=text, lang=lang, media=(Media(ref="1"),))
    context = replace(FULL, answering=answering)
    first = review(draft, context)
    assert draft == Draft(text=text, lang=lang, media=(Media(ref="1"),))
    assert first == review(draft, context)
    for finding in first.findings:
        assert spans_are_inside(text, finding), finding
        for part in (finding.what, finding.why, finding.could):
            assert part.text("fr")
            assert part.text("en")


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_the_gravest_comes_first(text: str) -> None:
    order = list(Level)
    levels = [order.index(finding.level) for finding in review(text, FULL).findings]
    assert levels == sorted(levels)


@pytest.mark.parametrize("name", names())
def test_a_check_has_a_source_for_its_words_and_an_own_function(name: str) -> None:
    assert callable(look_of(name))
    assert rules(name).source


def test_the_public_review_is_the_same_call() -> None:
    assert public_review is review


def test_nothing_is_said_of_nothing() -> None:
    for empty in ("", "  \n", "\u00a0"):
        assert not review(empty, FULL).findings
