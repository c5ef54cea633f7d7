"""Who wrote each character, whatever a hand or a browser does."""

import json
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.coach.authorship import codec
from firsthand.coach.authorship.edits import Batch, Edit, How, read
from firsthand.coach.authorship.ledger import Behind, Ledger, Piece, applied, claimed
from firsthand.coach.authorship.pace import Pace
from firsthand.coach.authorship.runs import Origin, Run, length
from firsthand.records.errors import BadInput, Corrupt

ANN, BOB = "ann", "bob"


@dataclass
class Desk:
    """A draft in a browser: each gesture is one edit of one open editor, sent at once."""

    ledger: Ledger = field(default_factory=Ledger)
    pace: Pace = field(default_factory=Pace)
    sources: tuple[Piece, ...] = ()

    def edit(self, at: int, out: str, put: str, how: str, who: str = ANN) -> "Desk":
        first = self.ledger.clients[who].last + 1 if who in self.ledger.clients else 1
        batch = Batch(who, first, self.ledger.version, (Edit(at, out, put, How(how)),))
        self.pace = self.pace.after(60)
        self.ledger, self.pace = applied(self.ledger, batch, who, self.pace, self.sources)
        return self

    def type(self, text: str, who: str = ANN) -> "Desk":
        return self.edit(len(self.ledger.text), "", text, "typed", who)

    @property
    def told(self) -> list[tuple[str, str, str]]:
        """Each stretch of text with its author and origin."""
        found: list[tuple[str, str, str]] = []
        place = 0
        for run in self.ledger.runs:
            found.append((self.ledger.text[place : place + run.length], run.author, run.origin))
            place += run.length
        return found


def test_what_is_typed_is_of_who_typed_it() -> None:
    desk = Desk().type("Nous ouvrons ").type("un atelier.", BOB)
    assert desk.told == [("Nous ouvrons ", ANN, "typed"), ("un atelier.", BOB, "typed")]


def test_an_autocorrection_replaces_what_was_typed() -> None:
    desk = Desk().type("teh plant").edit(0, "teh", "the", "typed")
    assert desk.told == [("the plant", ANN, "typed")]


def test_what_is_pasted_comes_from_outside() -> None:
    desk = Desk().type("Ah: ").edit(4, "", "Thrilled to announce", "pasted")
    assert desk.told == [("Ah: ", ANN, "typed"), ("Thrilled to announce", ANN, "outside")]


def test_a_move_inside_the_draft_keeps_the_author() -> None:
    desk = Desk().type("fine words ", BOB).type("of mine")
    desk.edit(0, "fine words ", "", "typed").edit(7, "", "fine words ", "pasted")
    assert desk.told == [("of mine", ANN, "typed"), ("fine words ", BOB, "typed")]


def test_undo_brings_back_who_wrote_it_even_letter_by_letter() -> None:
    desk = Desk().type("words of Bob", BOB)
    for last in range(12, 8, -1):
        desk.edit(last - 1, "words of Bob"[last - 1], "", "typed")
    desk.edit(8, "", " Bob", "restored")
    assert desk.told == [("words of Bob", BOB, "typed")]


def test_what_undo_cannot_have_brought_back_comes_from_outside() -> None:
    assert Desk().edit(0, "", "from nowhere", "restored").told == [("from nowhere", ANN, "outside")]


def test_a_copy_from_another_draft_keeps_the_author_but_washes_nothing() -> None:
    other = Piece("mine, theirs", (Run(6, ANN, Origin.TYPED), Run(6, ANN, Origin.OUTSIDE)))
    desk = Desk(sources=(other,)).edit(0, "", "mine, theirs", "pasted")
    assert desk.told == [("mine, ", ANN, "inside"), ("theirs", ANN, "outside")]


def test_an_input_method_replaces_what_it_composed() -> None:
    desk = Desk().type("caf").edit(3, "", "´", "typed").edit(3, "´", "é", "typed")
    assert desk.told == [("café", ANN, "typed")]


def test_no_hand_types_a_page_at_once() -> None:
    assert Desk().type("x" * 900).told == [("x" * 900, ANN, "outside")]


def test_what_was_typed_while_the_connection_was_lost_is_typed() -> None:
    words = "a minute and a half without a connection "
    edits = tuple(Edit(n, "", letter, How.TYPED) for n, letter in enumerate(words * 25))
    ledger, _ = applied(Ledger(), Batch("tab", 1, 0, edits), ANN, Pace().after(90))
    assert {run.origin for run in ledger.runs} == {Origin.TYPED}


def test_a_batch_that_comes_twice_changes_nothing() -> None:
    batch = Batch("tab", 1, 0, (Edit(0, "", "a", How.TYPED), Edit(1, "", "b", How.TYPED)))
    once, pace = applied(Ledger(), batch, ANN, Pace())
    assert applied(once, batch, ANN, pace) == (once, pace)


def test_a_lost_answer_and_more_words_are_taken_up_where_they_were() -> None:
    first = Batch("tab", 1, 0, (Edit(0, "", "a", How.TYPED),))
    both = Batch("tab", 1, 0, (*first.edits, Edit(1, "", "b", How.TYPED)))
    ledger, pace = applied(Ledger(), first, ANN, Pace())
    assert applied(ledger, both, ANN, pace)[0].text == "ab"


def test_two_people_in_turn_and_not_at_once() -> None:
    desk = Desk().type("one ").type("two ", BOB).type("three")
    late = Batch(BOB, 2, 1, (Edit(0, "", "x", How.TYPED),))
    with pytest.raises(Behind, match="meanwhile"):
        applied(desk.ledger, late, BOB, Pace())


def test_edits_that_got_lost_are_asked_for_again() -> None:
    with pytest.raises(Behind, match="arrived"):
        applied(Ledger(), Batch("tab", 2, 0, (Edit(0, "", "b", How.TYPED),)), ANN, Pace())


@pytest.mark.parametrize("edit", [Edit(9, "", "x", How.TYPED), Edit(0, "other", "", How.TYPED)])
def test_an_edit_that_does_not_fit_is_refused(edit: Edit) -> None:
    ledger = Desk().type("words").ledger
    with pytest.raises(BadInput, match="no longer there"):
        applied(ledger, Batch("forged", 1, ledger.version, (edit,)), ANN, Pace())


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {"client": "t", "first": 1, "base": 0},
        {"client": "", "first": 1, "base": 0, "edits": []},
        {"client": "t", "first": True, "base": 0, "edits": []},
        {"client": "t", "first": 1, "base": -1, "edits": []},
        *[
            {"client": "t", "first": 1, "base": 0, "edits": [edit]}
            for edit in (
                {"at": 0, "out": "", "put": "x", "how": "machine"},
                {"at": 0, "out": "", "put": "\ud800", "how": "typed"},
                {"at": 0.0, "out": "", "put": "x", "how": "typed"},
                {"at": 0, "out": "", "put": 3, "how": "typed"},
                {"at": 0, "put": "x", "how": "typed"},
                "x",
            )
        ],
    ],
)
def test_what_is_no_edit_is_refused(sent: object) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read(sent)


def test_an_edit_is_read() -> None:
    edit = {"at": 0, "out": "", "put": "é", "how": "typed"}
    sent = {"client": "t", "first": 1, "base": 0, "edits": [edit]}
    assert read(json.loads(json.dumps(sent))) == Batch("t", 1, 0, (Edit(0, "", "é", How.TYPED),))


def test_one_claims_only_what_one_has_pasted_oneself() -> None:
    desk = Desk().type("a").edit(1, "", "bb", "pasted").edit(3, "", "cc", "pasted", BOB)
    ledger = claimed(desk.ledger, 0, 99, ANN)
    assert [run.claimed for run in ledger.runs] == [False, True, False]
    assert claimed(ledger, 0, 5, ANN, yes=False).runs == desk.ledger.runs


def test_a_ledger_that_does_not_add_up_stops_loudly() -> None:
    values = codec.out(Desk().type("words").ledger)
    with pytest.raises(Corrupt):
        codec.back({**values, "text": "word"})


@dataclass
class Slow:
    """The same, character by character."""

    text: list[tuple[str, str, Origin]] = field(default_factory=list)
    gone: list[list[tuple[str, str, Origin]]] = field(default_factory=list)

    def edit(self, at: int, out: int, put: str, how: How, who: str) -> None:
        new = [(character, who, Origin.OUTSIDE) for character in put]
        if how in {How.TYPED, How.DICTATED}:
            new = [(character, who, Origin(how)) for character in put]
        elif put:
            for piece in (*reversed(self.gone), self.text):
                said = "".join(character for character, _, _ in piece)
                if (place := said.find(put)) >= 0:
                    new = piece[place : place + len(put)]
                    break
        if out:
            self.gone.append(self.text[at : at + out])
        self.text[at : at + out] = new


hands = st.tuples(
    st.floats(0, 1),
    st.integers(0, 4),
    st.text("abé 🙂", max_size=4),
    st.sampled_from(How),
    st.sampled_from([ANN, BOB]),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(hands, max_size=25))
def test_runs_always_add_up_and_are_what_a_slow_model_says(
    gestures: list[tuple[float, int, str, How, str]],
) -> None:
    desk, slow = Desk(), Slow()
    for place, size, put, how, who in gestures:
        at = round(place * len(desk.ledger.text))
        out = desk.ledger.text[at : at + size]
        # The model knows no joined pieces: a removal in between keeps pieces apart.
        desk.ledger = replace(desk.ledger, version=desk.ledger.version + 1)
        desk.edit(at, out, put, how, who)
        slow.edit(at, len(out), put, how, who)
        assert length(desk.ledger.runs) == len(desk.ledger.text)
        told = [
            (character, run.author, run.origin)
            for run, stretch in zip(desk.ledger.runs, stretches(desk.ledger), strict=True)
            for character in stretch
        ]
        assert told == slow.text
    assert codec.back(json.loads(json.dumps(codec.out(desk.ledger)))) == desk.ledger


def stretches(ledger: Ledger) -> list[str]:
    found, place = [], 0
    for run in ledger.runs:
        found.append(ledger.text[place : place + run.length])
        place += run.length
    return found


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.text(max_size=2), st.text(max_size=3)), max_size=20)
)
def test_forged_edits_change_nothing_or_fit(edits: list[tuple[int, str, str]]) -> None:
    ledger = Desk().type("some words").ledger
    for number, (at, out, put) in enumerate(edits):
        batch = Batch(f"t{number}", 1, ledger.version, (Edit(at, out, put, How.PASTED),))
        try:
            after, _ = applied(ledger, batch, BOB, Pace())
        except BadInput:
            continue
        assert after.text == ledger.text[:at] + put + ledger.text[at + len(out) :]
        assert ledger.text[at : at + len(out)] == out
        ledger = after
