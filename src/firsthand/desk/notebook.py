"""The ideas notebook: a line kept in five seconds, a draft made of it later."""

from django.db import transaction

from firsthand.desk import messages as say
from firsthand.desk.drafts import begin
from firsthand.desk.models import Draft, Gesture, Idea
from firsthand.people.models import Leader, User
from firsthand.records.errors import BadInput, NotFound

LONGEST = 500


def jot(leader: Leader, text: str, by: User) -> Idea:
    """Keep a line.

    Raises:
        BadInput: there is none.
    """
    line = " ".join(text.split())[:LONGEST]
    if not line:
        raise BadInput(say.EMPTY_LINE())
    return leader.ideas.create(text=line, by=by, by_name=str(by))


def drop(leader: Leader, number: int) -> None:
    """Cross a line out."""
    _find(leader, number).delete()


def draft_of(leader: Leader, number: int, by: User) -> Draft:
    """Begin a draft with a line of the notebook, which then leaves it."""
    idea = _find(leader, number)
    with transaction.atomic():
        # The line was typed on this desk, at leisure, by whoever draws on it or gave it.
        draft = begin(leader, idea.by or by, Gesture.IDEA, idea.text, seconds=60)
        idea.draft = draft
        idea.save()
    return draft


def _find(leader: Leader, number: int) -> Idea:
    found = leader.ideas.filter(pk=number, draft=None).first()
    if found is None:
        raise NotFound(say.NO_IDEA())
    return found
