"""The demo leader, opened for somebody who wants to look around."""

from django.db import transaction

from firsthand.networks.simulator.demo import DemoLeader
from firsthand.people.founding import found
from firsthand.people.models import Leader, Member, Role, User


def open_demo(person: User) -> Leader:
    """Give the demo leader, made when nobody has opened it yet, with the person as adviser."""
    with transaction.atomic():
        leader = Leader.objects.filter(demo=True).first() or _make()
        Member.objects.get_or_create(user=person, leader=leader, defaults={"role": Role.ADVISER})
    return leader


def _make() -> Leader:
    who = DemoLeader()
    return found(who.name, who.organisation, demo=True, language=who.lang)
