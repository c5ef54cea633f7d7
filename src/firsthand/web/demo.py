"""The demo leader, opened for somebody who wants to look around."""

from django.db import transaction
from django.utils import timezone

from firsthand.library.shelf import shelve
from firsthand.networks.simulator.demo import build
from firsthand.people.founding import found
from firsthand.people.models import Leader, Member, Role, User

SEED = 1


def open_demo(person: User) -> Leader:
    """Give the demo leader, made when nobody has opened it yet, with the person as adviser."""
    with transaction.atomic():
        leader = Leader.objects.filter(demo=True).first() or _make()
        Member.objects.get_or_create(user=person, leader=leader, defaults={"role": Role.ADVISER})
    return leader


def _make() -> Leader:
    demo = build(SEED, timezone.localtime())
    who = demo.leader
    leader = found(who.name, who.organisation, demo=True, language=who.lang)
    shelve(leader, demo.posts)
    return leader
