"""The demo leader, opened for somebody who wants to look around."""

from django.db import transaction
from django.utils import timezone

from firsthand.library.shelf import shelve
from firsthand.networks.simulator.demo import build
from firsthand.people.founding import found
from firsthand.people.models import Leader, Member, Organisation, Role, Size, User
from firsthand.plan import strategy
from firsthand.plan.models import ReadinessAnswers
from firsthand.records.post import to_line
from firsthand.records.strategy_file import read
from firsthand.watch.hearing import feed

SEED = 1


def open_demo(person: User, role: Role = Role.LEADER) -> Leader:
    """Give the demo leader, made when nobody has opened it yet.

    Whoever looks around is in the leader's place, and sees whose words are theirs.
    """
    with transaction.atomic():
        leader = Leader.objects.filter(demo=True).first() or _make()
        Member.objects.get_or_create(user=person, leader=leader, defaults={"role": role})
    return leader


def _make() -> Leader:
    demo = build(SEED, timezone.localtime())
    who = demo.leader
    company = Organisation.objects.create(name=who.organisation, sector=who.sector, size=Size.SMALL)
    leader = found(who.name, company, demo=True, language=who.lang)
    for network in sorted({post.network for post in demo.posts}):
        leader.accounts.create(network=network, handle=who.handle)
    shelve(leader, demo.posts)
    strategy.save(leader, read(demo.strategy))
    ReadinessAnswers.objects.create(leader=leader, given=demo.answers)
    feed(leader, map(to_line, demo.heard))
    return leader
