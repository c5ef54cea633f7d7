"""What advisers propose and say beside a draft, and what the leader makes of it."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from firsthand.coach.authorship import proposals as rules
from firsthand.desk import messages as say
from firsthand.desk.drafts import Opened, author, change, difference, find, leaders_of, locked
from firsthand.desk.models import Comment, Draft, Proposal
from firsthand.people.models import Leader, User
from firsthand.records.errors import BadInput, NotAllowed, NotFound


def propose(leader: Leader, number: int, text: str, why: str, by: User) -> Proposal:
    """Keep what a member would write instead: the stretch that differs from the draft.

    Raises:
        BadInput: nothing differs.
    """
    opened = find(leader, number)
    place, out, put = difference(opened.ledger.text, text.replace("\r\n", "\n"))
    if not out and not put:
        raise BadInput(say.SAYS_NOTHING_NEW())
    return opened.draft.proposals.create(
        place=place, out=out, put=put, why=why.strip()[:300], by=by, by_name=str(by)
    )


def waiting(draft: Draft) -> QuerySet[Proposal]:
    """Give the proposals that nobody has answered yet."""
    return draft.proposals.filter(state=Proposal.State.OPEN)


def take(leader: Leader, number: int, proposal: int, by: User) -> Opened:
    """Put a proposal into the draft, where it counts as its author's.

    Raises:
        NotFound: there is no such proposal.
        NotAllowed: somebody else than the leader would decide.
        BadInput: it has been decided, or its words are gone.
    """
    with transaction.atomic():
        opened = locked(leader, number)
        kept = _open(leader, opened.draft, proposal, by)
        said = rules.Proposal(kept.place, kept.out, kept.put, str(kept.by_id or ""))
        after = rules.accepted(opened.ledger, said)
        _decide(kept, Proposal.State.TAKEN)
        return change(leader, number, after, by)


def refuse(leader: Leader, number: int, proposal: int, by: User) -> None:
    """Leave the draft as it is; see `take` for what is refused."""
    with transaction.atomic():
        _decide(_open(leader, locked(leader, number).draft, proposal, by), Proposal.State.REFUSED)


def comment(leader: Leader, number: int, text: str, by: User) -> Comment | None:
    """Keep what a member says about a draft; nothing said keeps nothing."""
    draft = find(leader, number).draft
    if not text.strip():
        return None
    return draft.comments.create(text=text.strip()[:5000], by=by, by_name=str(by))


def _open(leader: Leader, draft: Draft, number: int, by: User) -> Proposal:
    leaders = leaders_of(leader)
    if leaders and author(by) not in leaders:
        raise NotAllowed(say.ONLY_LEADER(leader=leader.name))
    found = draft.proposals.filter(pk=number).first()
    if found is None:
        raise NotFound(say.NO_DRAFT(leader=leader.name))
    if found.state != Proposal.State.OPEN:
        raise BadInput(say.DECIDED())
    return found


def _decide(proposal: Proposal, state: str) -> None:
    proposal.state, proposal.decided = state, timezone.now()
    proposal.save()
