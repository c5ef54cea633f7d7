"""How many planted faults are caught, and that clean posts are left in peace."""

import pytest
from tests.coach import made
from tests.coach.planted.making import HALVES, Planted, clean, fresh, planted

from firsthand.coach.reviewing import review
from firsthand.records.finding import Level

LEAST = 0.95
ENOUGH = 300


def caught(one: Planted) -> bool:
    found = review(made.draft(one.case), made.context(one.case)).findings
    return one.check in {finding.check for finding in found}


@pytest.mark.parametrize("half", HALVES)
def test_planted_faults_are_caught(half: str) -> None:
    drafts = list(planted(half))
    missed = [(one.check, one.case["text"]) for one in drafts if not caught(one)]
    assert len(drafts) >= ENOUGH
    assert len(missed) <= (1 - LEAST) * len(drafts), len(missed)


def test_most_faults_in_freely_written_sentences_are_caught() -> None:
    """Far from the 95 % of the planted set, and told in docs/quality.md; here it may only grow."""
    found = [check in {f.check for f in review(text).findings} for check, text in fresh()]
    assert len(found) >= 80
    assert sum(found) >= 0.7 * len(found), sum(found)


@pytest.mark.parametrize("half", HALVES)
def test_clean_posts_are_left_in_peace(half: str) -> None:
    for _, text in clean(half):
        graves = [f for f in review(text).findings if f.level in {Level.STOP, Level.WARN}]
        assert not graves, text


def test_the_same_seed_makes_the_same_drafts() -> None:
    assert list(planted("seen", 1)) == list(planted("seen", 1))
    assert list(planted("seen", 1)) != list(planted("seen", 2))
