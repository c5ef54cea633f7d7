"""Drafts on the desk: written in, proposed to, restored, approved, sealed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from firsthand.coach import Review
from firsthand.coach.authorship.edits import Batch, Edit, How
from firsthand.coach.authorship.ledger import Behind
from firsthand.coach.authorship.runs import Origin
from firsthand.coach.authorship.seal import verified
from firsthand.coach.reviewing import review
from firsthand.desk import coaching, drafts, notebook, proposing, sealing, shares
from firsthand.desk.models import Draft, Revision, Seal
from firsthand.people.models import Leader, Member, Role, User
from firsthand.records.errors import BadInput, NotAllowed, NotFound
from firsthand.records.post import Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann(member: Member) -> User:
    """Give the leader."""
    return member.user


@pytest.fixture
def bob(leader: Leader) -> User:
    """Give an adviser."""
    user = User.objects.create_user("bob@example.com", "a-long-password", name="Bob")
    Member.objects.create(user=user, leader=leader, role=Role.ADVISER)
    return user


def typed(leader: Leader, draft: Draft, by: User, text: str, how: How = How.TYPED) -> None:
    ledger = drafts.find(leader, draft.pk).ledger
    client = f"{by.pk}-{ledger.version}"
    edit = Edit(len(ledger.text), "", text, how)
    drafts.write(leader, draft.pk, Batch(client, 1, ledger.version, (edit,)), by)


def test_two_people_write_in_turn(leader: Leader, ann: User, bob: User) -> None:
    draft = drafts.begin(leader, ann)
    typed(leader, draft, ann, "Nous ouvrons ")
    typed(leader, draft, bob, "un atelier.")
    piece = drafts.find(leader, draft.pk).ledger.piece
    assert piece.text == "Nous ouvrons un atelier."
    counted = shares.of(leader, piece)
    assert (counted.own, counted.others) == (11, 10)


def test_an_edit_of_what_one_has_not_seen_is_refused(leader: Leader, ann: User, bob: User) -> None:
    draft = drafts.begin(leader, ann)
    typed(leader, draft, ann, "un")
    late = Batch("late", 1, 0, (Edit(0, "", "x", How.TYPED),))
    with pytest.raises(Behind):
        drafts.write(leader, draft.pk, late, bob)
    assert drafts.find(leader, draft.pk).ledger.text == "un"


def test_a_desk_remembers_how_fast_somebody_wrote(leader: Leader, ann: User) -> None:
    draft = drafts.begin(leader, ann)
    for _ in range(4):
        typed(leader, draft, ann, "y" * 40)
    runs = drafts.find(leader, draft.pk).ledger.runs
    assert {run.origin for run in runs} == {Origin.TYPED, Origin.OUTSIDE}


def test_what_answers_took_a_minute_is_typed(leader: Leader, ann: User) -> None:
    slow = drafts.begin(leader, ann, "idea", "x" * 300, seconds=60)
    quick = drafts.begin(leader, ann, "idea", "x" * 300, seconds=0)
    assert shares.of(leader, drafts.find(leader, slow.pk).ledger.piece).own == 300
    assert shares.of(leader, drafts.find(leader, quick.pk).ledger.piece).outside == 300


def test_a_copy_of_ones_own_post_comes_from_inside(leader: Leader, ann: User) -> None:
    from firsthand.library.shelf import shelve

    said = "Merci aux apprentis de Brest pour cette belle année"
    shelve(leader, [Post(text=said, network="x", id="1", at=timezone.now())])
    draft = drafts.begin(leader, ann)
    typed(leader, draft, ann, said, How.PASTED)
    assert [run.origin for run in drafts.find(leader, draft.pk).ledger.runs] == [Origin.INSIDE]


def test_a_whole_text_sent_without_a_record_is_from_outside(leader: Leader, ann: User) -> None:
    draft = drafts.begin(leader, ann, text="un café noir", seconds=60)
    drafts.rewrite(leader, draft.pk, "un thé noir\r\nchaud", ann)
    piece = drafts.find(leader, draft.pk).ledger.piece
    assert piece.text == "un thé noir\nchaud"
    assert shares.of(leader, piece).outside > 0


def test_what_was_pasted_can_be_claimed(leader: Leader, ann: User) -> None:
    draft = drafts.begin(leader, ann)
    typed(leader, draft, ann, "écrit dans le train", How.PASTED)
    drafts.claim(leader, draft.pk, (0, 99), ann)
    counted = shares.of(leader, drafts.find(leader, draft.pk).ledger.piece)
    assert (counted.claimed, counted.outside, counted.fraction) == (16, 0, 1.0)


def test_a_sitting_is_one_revision(leader: Leader, ann: User, bob: User) -> None:
    draft = drafts.begin(leader, ann)
    typed(leader, draft, ann, "a")
    typed(leader, draft, ann, "b")
    typed(leader, draft, bob, "c")
    Revision.objects.update(begun=timezone.now() - timedelta(hours=1))
    typed(leader, draft, bob, "d")
    assert [r.text for r in draft.revisions.order_by("number")] == ["ab", "abc", "abcd"]


def test_going_back_keeps_who_wrote_it(leader: Leader, ann: User, bob: User) -> None:
    draft = drafts.begin(leader, ann, text="les mots d'Ann", seconds=60)
    typed(leader, draft, bob, ", et de Bob")
    drafts.restore(leader, draft.pk, 1, bob)
    piece = drafts.find(leader, draft.pk).ledger.piece
    assert piece.text == "les mots d'Ann"
    assert shares.of(leader, piece).fraction == 1.0
    with pytest.raises(NotFound):
        drafts.restore(leader, draft.pk, 99, bob)


def test_an_adviser_proposes_and_the_leader_decides(leader: Leader, ann: User, bob: User) -> None:
    draft = drafts.begin(leader, ann, text="We open a plant.", seconds=60)
    proposal = proposing.propose(leader, draft.pk, "We open our plant.", "warmer", bob)
    with pytest.raises(NotAllowed):
        proposing.take(leader, draft.pk, proposal.pk, bob)
    proposing.take(leader, draft.pk, proposal.pk, ann)
    piece = drafts.find(leader, draft.pk).ledger.piece
    assert piece.text == "We open our plant."
    assert shares.of(leader, piece).others == 3
    with pytest.raises(BadInput, match="already"):
        proposing.refuse(leader, draft.pk, proposal.pk, ann)


def test_a_proposal_that_changes_nothing_is_refused(leader: Leader, ann: User, bob: User) -> None:
    draft = drafts.begin(leader, ann, text="We open.", seconds=60)
    with pytest.raises(BadInput, match="changes nothing"):
        proposing.propose(leader, draft.pk, "We open.", "", bob)


def test_approving_seals_and_chains(leader: Leader, ann: User, bob: User) -> None:
    draft = drafts.begin(leader, ann, text="We open.", seconds=60)
    first = sealing.approve(leader, draft.pk, 1, ann, Review(), [])
    typed(leader, draft, bob, " At last.")
    assert drafts.find(leader, draft.pk).draft.state == Draft.State.WRITING
    second = sealing.approve(leader, draft.pk, 2, ann, Review(), [])
    assert sealing.values(second)["previous"] == first.digest
    assert sealing.values(second)["authors"] == {str(ann.pk): "Claire Martin", str(bob.pk): "Bob"}
    assert sealing.broken(leader) is None
    Seal.objects.filter(pk=first.pk).update(body=first.body.replace("open", "close"))
    assert sealing.broken(leader) == 1


def test_a_record_leaves_the_desk_signed(leader: Leader, ann: User) -> None:
    draft = drafts.begin(leader, ann, text="We open.", seconds=60)
    record = sealing.approve(leader, draft.pk, 1, ann, Review(), [])
    assert verified(sealing.export(record))["text"] == "We open."


def test_a_sealed_record_is_never_written_again(leader: Leader, ann: User) -> None:
    draft = drafts.begin(leader, ann, text="We open.", seconds=60)
    record = sealing.approve(leader, draft.pk, 1, ann, Review(), [])
    with pytest.raises(NotAllowed, match="sealed"):
        record.save()


def test_what_stops_needs_an_explicit_yes(leader: Leader, ann: User) -> None:
    draft = drafts.begin(leader, ann, text="Appelez-moi au 06 12 34 56 78.", seconds=60)
    found = review(draft.text)
    assert found.stops, "a telephone number stops"
    with pytest.raises(BadInput, match="explicit yes"):
        sealing.approve(leader, draft.pk, 1, ann, found, [])
    yes = [stop.check for stop in found.stops]
    assert sealing.approve(leader, draft.pk, 1, ann, found, yes).number == 1


def test_one_approves_what_one_has_read(leader: Leader, ann: User) -> None:
    draft = drafts.begin(leader, ann, text="We open.", seconds=60)
    with pytest.raises(BadInput, match="changed"):
        sealing.approve(leader, draft.pk, 0, ann, Review(), [])
    empty = drafts.begin(leader, ann)
    with pytest.raises(BadInput, match="empty"):
        sealing.approve(leader, empty.pk, 0, ann, Review(), [])


def test_the_month_counts_each_text_once(leader: Leader, ann: User, bob: User) -> None:
    draft = drafts.begin(leader, ann, text="mine", seconds=60)
    sealing.approve(leader, draft.pk, 1, ann, Review(), [])
    typed(leader, draft, bob, " his")
    sealing.approve(leader, draft.pk, 2, ann, Review(), [])
    assert (shares.of_month(leader).own, shares.of_month(leader).others) == (4, 3)
    assert shares.of_month(leader, timezone.now() - timedelta(days=62)).fraction is None


def test_the_notebook_takes_a_line_and_gives_a_draft(leader: Leader, ann: User, bob: User) -> None:
    idea = notebook.jot(leader, "  Pourquoi nos \n apprentis restent ", bob)
    assert idea.text == "Pourquoi nos apprentis restent"
    draft = notebook.draft_of(leader, idea.pk, ann)
    assert shares.of(leader, drafts.find(leader, draft.pk).ledger.piece).others > 0
    with pytest.raises(NotFound):
        notebook.drop(leader, idea.pk)
    with pytest.raises(BadInput):
        notebook.jot(leader, " \n", ann)


def test_a_draft_of_another_leader_is_not_found(leader: Leader, ann: User) -> None:
    from firsthand.people.founding import found

    draft = drafts.begin(leader, ann, text="secret", seconds=60)
    with pytest.raises(NotFound):
        drafts.find(found("Paul Durand", "Durand SA"), draft.pk)


def test_nobody_the_leader_is_no_share_rather_than_none(leader: Leader, bob: User) -> None:
    draft = drafts.begin(leader, bob, text="words", seconds=60)
    opened = drafts.find(leader, draft.pk)
    assert shares.known(leader, shares.of(leader, opened.ledger.piece)) is None
    assert coaching.context(leader, opened.draft, opened.ledger).own_share is None
