"""The leader's own share, and what advisers propose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.coach.authorship.ledger import Ledger, Piece
from firsthand.coach.authorship.proposals import Proposal, accepted
from firsthand.coach.authorship.runs import Origin, Run
from firsthand.coach.authorship.share import Share, share
from firsthand.records.errors import BadInput


def test_each_visible_character_is_somebodys() -> None:
    piece = Piece(
        "mine bobs seen said auto",
        (
            Run(5, "ann", Origin.TYPED),
            Run(5, "bob", Origin.TYPED),
            Run(5, "ann", Origin.OUTSIDE),
            Run(5, "ann", Origin.OUTSIDE, claimed=True),
            Run(4, "ann", Origin.MACHINE),
        ),
    )
    counted = share([piece], ["ann"])
    assert counted == Share(own=4, claimed=4, others=4, outside=4, machine=4)
    assert counted.fraction == pytest.approx(0.4)
    assert (counted + counted).total == 40


def test_nothing_written_has_no_share() -> None:
    assert share([], ["ann"]).fraction is None
    assert share([Piece(" \n", (Run(2, "ann", Origin.TYPED),))], ["ann"]).fraction is None


def ledger(text: str) -> Ledger:
    return Ledger(text, (Run(len(text), "ann", Origin.TYPED),), 1)


def test_what_is_taken_over_is_the_advisers_and_no_more() -> None:
    after = accepted(ledger("We open a plant."), Proposal(8, "a plant", "our plant", "bob"))
    assert after.text == "We open our plant."
    assert [(run.length, run.author) for run in after.runs] == [(8, "ann"), (3, "bob"), (7, "ann")]


def test_a_proposal_follows_its_words() -> None:
    moved = accepted(ledger("Today, we open a plant."), Proposal(8, "a plant", "a site", "bob"))
    assert moved.text == "Today, we open a site."


def test_a_proposal_about_words_that_are_gone_is_refused() -> None:
    with pytest.raises(BadInput, match="no longer there"):
        accepted(ledger("Nothing of the sort."), Proposal(8, "a plant", "a site", "bob"))


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_taking_a_proposal_gives_its_words(old: str, new: str) -> None:
    after = accepted(ledger(f"[{old}]"), Proposal(1, old, new, "bob"))
    assert after.text == f"[{new}]"
    assert sum(run.length for run in after.runs) == len(after.text)
