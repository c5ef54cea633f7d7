"""Invitations by link: good for one person, once, for a week."""

from datetime import UTC, datetime, timedelta

import pytest

from firsthand.people import invitations
from firsthand.people.access import Can, leader
from firsthand.people.models import Invitation, Member, Role, User
from firsthand.records.errors import BadInput, NotFound

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def test_a_link_makes_its_opener_a_member(member: Member) -> None:
    token = invitations.invite(member.leader, Role.PRESS, member.user)
    guest = User.objects.create_user("guest@example.com")
    invitations.accept(token, guest)
    assert leader(guest, member.leader.slug, Can.PLAN) == member.leader
    assert Member.objects.get(user=guest).role == Role.PRESS


def test_the_token_itself_is_not_stored(member: Member) -> None:
    token = invitations.invite(member.leader, Role.READER, member.user)
    assert token not in str(list(Invitation.objects.values()))


def test_a_link_is_good_once(member: Member) -> None:
    token = invitations.invite(member.leader, Role.READER, member.user)
    invitations.accept(token, User.objects.create_user("one@example.com"))
    late = User.objects.create_user("two@example.com")
    with pytest.raises(NotFound):
        invitations.accept(token, late)
    assert not late.memberships.exists()


def test_a_link_grows_too_old(member: Member) -> None:
    token = invitations.invite(member.leader, Role.READER, member.user, NOW)
    assert invitations.opened(token, NOW + timedelta(days=6)).leader == member.leader
    with pytest.raises(NotFound):
        invitations.opened(token, NOW + invitations.VALID_FOR)


def test_a_member_who_opens_it_leaves_it_good_and_keeps_their_role(member: Member) -> None:
    token = invitations.invite(member.leader, Role.READER, member.user)
    with pytest.raises(BadInput, match="already"):
        invitations.accept(token, member.user)
    member.refresh_from_db()
    assert member.role == Role.LEADER
    assert invitations.opened(token)
