"""Who may see what: members only, each as far as their role goes."""

import pytest
from django.contrib.auth.models import AnonymousUser

from firsthand.people import access
from firsthand.people.access import CAPABILITIES, Can
from firsthand.people.founding import found
from firsthand.people.models import Leader, Member, Role, User
from firsthand.records.errors import NotAllowed, NotFound


def test_a_member_is_given_the_leader(member: Member) -> None:
    assert access.leader(member.user, member.leader.slug, Can.DELETE) == member.leader


def test_somebody_else_does_not_learn_that_the_leader_exists(member: Member) -> None:
    stranger = User.objects.create_user("eve@example.com")
    with pytest.raises(NotFound) as unknown:
        access.leader(stranger, "nobody-at-all")
    with pytest.raises(NotFound) as foreign:
        access.leader(stranger, member.leader.slug)
    assert unknown.value.text("en") == foreign.value.text("en")


def test_nobody_signed_in_sees_nothing(leader: Leader) -> None:
    with pytest.raises(NotFound):
        access.leader(AnonymousUser(), leader.slug)
    assert list(access.leaders(AnonymousUser())) == []
    assert access.capabilities(AnonymousUser(), leader) == frozenset()


def test_somebody_switched_off_sees_nothing(member: Member) -> None:
    member.user.is_active = False
    with pytest.raises(NotFound):
        access.leader(member.user, member.leader.slug)


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("can", list(Can))
def test_each_role_does_what_the_table_says(member: Member, role: str, can: Can) -> None:
    Member.objects.filter(pk=member.pk).update(role=role)
    if can in CAPABILITIES[role]:
        assert access.leader(member.user, member.leader.slug, can) == member.leader
    else:
        with pytest.raises(NotAllowed, match="Claire Martin"):
            access.leader(member.user, member.leader.slug, can)


def test_every_role_may_read_and_only_the_leader_may_delete() -> None:
    assert set(CAPABILITIES) == set(Role.values)
    assert all(Can.READ in can for can in CAPABILITIES.values())
    assert [role for role, can in CAPABILITIES.items() if Can.DELETE in can] == [Role.LEADER]


def test_leaders_are_only_those_of_the_person(member: Member) -> None:
    found("Somebody Else", "Elsewhere")
    second = found("Anne Petit", member.leader.organisation, by=member.user)
    assert list(access.leaders(member.user)) == [second, member.leader]
    assert access.capabilities(member.user, second) == CAPABILITIES[Role.ADVISER]
