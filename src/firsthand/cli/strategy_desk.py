"""The strategy in the desk, for the command line; to be loaded once Django is set up."""

from django.db import DatabaseError

from firsthand.people.models import Leader
from firsthand.plan import strategy as room
from firsthand.plan import strategy_messages as say
from firsthand.records.errors import BadInput, NotFound
from firsthand.records.message import Message
from firsthand.records.strategy import Strategy

NO_DESK = Message(
    "There is no desk here yet; open one with `firsthand serve` and try again.",
    "Il n'y a pas encore de bureau ici ; ouvrez-en un avec `firsthand serve` et recommencez.",
)
NO_LEADER = Message(
    "No leader is called “{slug}” here; there is: {known}.",
    "Aucun dirigeant ne s'appelle « {slug} » ici ; il y a : {known}.",
)
WHICH = Message(
    "This desk has several leaders; say whose strategy with --leader, one of: {known}.",
    "Ce bureau a plusieurs dirigeants ; dites lequel avec --leader, parmi : {known}.",
)
NOBODY = Message(
    "This desk has no leader yet; bring posts or look around first.",
    "Ce bureau n'a pas encore de dirigeant ; apportez d'abord des messages.",
)


def keep(strategy: Strategy, slug: str | None, note: str) -> int:
    """Keep a strategy as a new version of a leader and give its number."""
    return room.save(_leader(slug), strategy, note=note).number


def kept(slug: str | None, number: int | None) -> Strategy:
    """Give the strategy of a leader, the latest or another version."""
    leader = _leader(slug)
    found = room.version(leader, number) if number else room.latest(leader)
    if found is None:
        raise NotFound(say.NO_STRATEGY(leader=leader.name))
    return room.content(found)


def _leader(slug: str | None) -> Leader:
    try:
        leaders = {leader.slug: leader for leader in Leader.objects.order_by("slug")}
    except DatabaseError:
        raise BadInput(NO_DESK()) from None
    if not leaders:
        raise BadInput(NOBODY())
    if slug is not None and slug not in leaders:
        raise NotFound(NO_LEADER(slug=slug, known=", ".join(leaders)))
    own = [leader for leader in leaders.values() if not leader.demo] or list(leaders.values())
    if slug is None and len(own) > 1:
        raise BadInput(WHICH(known=", ".join(leaders)))
    return leaders[slug] if slug else own[0]
