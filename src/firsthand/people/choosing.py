"""Which leader a command is for, when nobody is signed in: the machine's owner asks."""

from firsthand.people import messages
from firsthand.people.founding import found, person_here
from firsthand.people.models import Leader, Role
from firsthand.records.errors import BadInput


def choose(wanted: str | None, name: str = "", handle: str = "", network: str = "") -> Leader:
    """Give the leader asked for by slug or name, or the only one; make the first one.

    A new leader is called what was asked for, else `name`, else `handle`, and the
    person at this machine becomes their first member.

    Raises:
        BadInput: there are several to choose from, or none of that name.
    """
    leaders = list(Leader.objects.filter(demo=False).order_by("slug"))
    if not leaders:
        return _first(wanted or name or handle.lstrip("@") or "Me", handle, network)
    matching = [each for each in leaders if wanted in {None, each.slug, each.name}]
    if len(matching) != 1:
        names = ", ".join(each.slug for each in leaders)
        said = messages.NO_SUCH_LEADER if wanted else messages.WHICH_LEADER
        raise BadInput(said(wanted=wanted, names=names))
    return matching[0]


def _first(name: str, handle: str, network: str) -> Leader:
    leader = found(name, by=person_here(), role=Role.LEADER)
    if handle and network and ", " not in network:
        leader.accounts.create(network=network, handle=handle)
    return leader
