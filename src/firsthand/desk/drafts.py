"""Drafts: begun, written in, found again. Every edit goes through the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from firsthand.coach.authorship import codec
from firsthand.coach.authorship.codec import runs_in
from firsthand.coach.authorship.edits import Batch, Edit, How
from firsthand.coach.authorship.ledger import Ledger, Piece, applied, claimed, written
from firsthand.coach.authorship.pace import RATE, Pace
from firsthand.coach.authorship.runs import Origin, Run
from firsthand.desk import messages as say
from firsthand.desk.models import Draft, Gesture
from firsthand.desk.revisions import keep
from firsthand.library.models import StoredPost
from firsthand.library.query import Question, terms
from firsthand.library.search import search
from firsthand.people.models import Leader, Role, User
from firsthand.records.errors import NotFound

FEWEST = 3  # words by which a copied post is looked for
SOURCES = 30  # other drafts from which one may copy; the leader's posts are searched by words


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft and its ledger."""

    draft: Draft
    ledger: Ledger


def author(user: User) -> str:
    """Give the name under which the ledgers know a member."""
    return str(user.pk)


def leaders_of(leader: Leader) -> frozenset[str]:
    """Give the authors who are the leader."""
    held = leader.members.filter(role=Role.LEADER).values_list("user_id", flat=True)
    return frozenset(map(str, held))


def begin(
    leader: Leader,
    by: User,
    gesture: str = Gesture.BLANK,
    text: str = "",
    *,
    seconds: float = 0.0,
    answering: dict[str, Any] | None = None,
    networks: Iterable[str] = (),
) -> Draft:
    """Begin a draft, with what somebody wrote in a form that lay open for some seconds."""
    ledger = Ledger()
    if text:
        hand = Batch("form", 1, 0, (Edit(0, "", text, How.TYPED),))
        pace = Pace(typed=Pace().typed + seconds * RATE[How.TYPED])
        ledger, _ = applied(ledger, hand, author(by), pace)
    with transaction.atomic():
        draft = Draft.objects.create(
            leader=leader,
            gesture=gesture,
            by=by,
            answering=answering,
            networks=list(networks),
            text=ledger.text,
            ledger=codec.out(ledger),
        )
        if text:
            keep(draft, ledger.piece, by)
    return draft


def find(leader: Leader, number: int) -> Opened:
    """Give a leader's draft.

    Raises:
        NotFound: the leader has none of this number.
    """
    return _opened(leader, Draft.objects.filter(leader=leader, pk=number).first())


def write(leader: Leader, number: int, batch: Batch, by: User) -> Opened:
    """Replay a member's edits; see `coach.authorship.ledger.applied` for what is refused."""
    with transaction.atomic():
        opened = _locked(leader, number)
        now = timezone.now()
        pace = _pace(opened.draft, by, now)
        sources = _sources(leader, opened.draft, batch)
        after, pace = applied(opened.ledger, batch, author(by), pace, sources)
        if after.version == opened.ledger.version:
            return opened
        opened.draft.paces[author(by)] = [pace.typed, pace.dictated, now.timestamp()]
        return _kept(opened.draft, after, by)


def rewrite(leader: Leader, number: int, text: str, by: User) -> Opened:
    """Take a whole text, sent without a record of its writing: what is new is from outside."""
    with transaction.atomic():
        opened = _locked(leader, number)
        at, out, put = difference(opened.ledger.text, text.replace("\r\n", "\n"))
        if not out and not put:
            return opened
        runs = (Run(len(put), author(by), Origin.OUTSIDE),) if put else ()
        return _kept(opened.draft, written(opened.ledger, at, out, Piece(put, runs)), by)


def claim(
    leader: Leader, number: int, span: tuple[int, int], by: User, *, yes: bool = True
) -> Opened:
    """Let a member say that what they pasted is their own, written elsewhere."""
    with transaction.atomic():
        opened = _locked(leader, number)
        return _kept(opened.draft, claimed(opened.ledger, *span, author(by), yes=yes), by)


def restore(leader: Leader, number: int, revision: int, by: User) -> Opened:
    """Go back to the text of a revision and to who wrote it; nothing of what came after is lost.

    Raises:
        NotFound: the draft has no such revision.
    """
    with transaction.atomic():
        opened = _locked(leader, number)
        kept = opened.draft.revisions.filter(number=revision).first()
        if kept is None:
            raise NotFound(say.NO_DRAFT(leader=leader.name))
        older = Piece(kept.text, runs_in(kept.runs))
        return _kept(opened.draft, written(opened.ledger, 0, opened.ledger.text, older), by)


def change(leader: Leader, number: int, after: Ledger, by: User) -> Opened:
    """Keep what became of a draft by other means: a proposal taken, a revision restored.

    Call within a transaction that has locked the draft (`locked`).
    """
    return _kept(_locked(leader, number).draft, after, by)


def locked(leader: Leader, number: int) -> Opened:
    """Give a draft that nobody else changes until the transaction ends."""
    return _locked(leader, number)


def difference(old: str, new: str) -> tuple[int, str, str]:
    """Give the one stretch in which two texts differ: where, what was there, what is there now.

    >>> difference("un café noir", "un thé noir")
    (3, 'caf', 'th')
    """
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    most -= start
    end = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return start, old[start : len(old) - end], new[start : len(new) - end]


def _locked(leader: Leader, number: int) -> Opened:
    found = Draft.objects.select_for_update().filter(leader=leader, pk=number).first()
    return _opened(leader, found)


def _opened(leader: Leader, found: Draft | None) -> Opened:
    if found is None:
        raise NotFound(say.NO_DRAFT(leader=leader.name))
    return Opened(found, codec.back(found.ledger) if found.ledger else Ledger())


def _kept(draft: Draft, ledger: Ledger, by: User) -> Opened:
    if ledger.text != draft.text and draft.state == Draft.State.APPROVED:
        draft.state = Draft.State.WRITING
    draft.text, draft.ledger, draft.changed = ledger.text, codec.out(ledger), timezone.now()
    draft.save(update_fields=["state", "text", "ledger", "paces", "changed"])
    keep(draft, ledger.piece, by)
    return Opened(draft, ledger)


def _pace(draft: Draft, by: User, now: datetime) -> Pace:
    if author(by) not in draft.paces:
        return Pace().after((now - draft.created).total_seconds())
    typed, dictated, at = draft.paces[author(by)]
    return Pace(typed, dictated).after(now.timestamp() - at)


def _sources(leader: Leader, draft: Draft, batch: Batch) -> list[Piece]:
    """Give the leader's own texts that hold what a batch pastes: other drafts, then posts."""
    pasted = [edit.put for edit in batch.edits if edit.how is How.PASTED and edit.put.strip()]
    if not pasted:
        return []
    others = Draft.objects.filter(leader=leader).exclude(pk=draft.pk)[:SOURCES]
    found = [codec.back(other.ledger).piece for other in others if other.ledger]
    return found + [piece for text in pasted for piece in _posts(leader, text)]


def _posts(leader: Leader, text: str) -> list[Piece]:
    row = terms('"' + " ".join(text.replace('"', " ").split()[:8]) + '"')
    if not row or len(row[0].words) < FEWEST:
        return []
    hits = search(leader, Question(terms=row), 5).hits
    return [_post(leader, hit.stored) for hit in hits]


def _post(leader: Leader, stored: StoredPost) -> Piece:
    """Read a published post as the leader's: it went out under their name."""
    said = stored.post.text
    who = min(leaders_of(leader), default="")
    return Piece(said, (Run(len(said), who, Origin.TYPED),) if said else ())
