"""How people come to be at a new desk."""

import pytest
from django.utils import translation

from firsthand.people import members
from firsthand.people.founding import RESERVED, first_person, found
from firsthand.people.models import Member, Role, User
from firsthand.records.errors import BadInput, NotFound


@pytest.mark.django_db
def test_only_an_empty_desk_makes_its_first_person() -> None:
    person = first_person()
    assert person is not None
    assert not person.has_usable_password()
    assert first_person() is None


@pytest.mark.django_db
def test_slugs_are_readable_and_never_shared() -> None:
    names = ["Élodie d'Arc", "Elodie d’Arc", "Static", "李"]
    assert [found(name).slug for name in names] == [
        "elodie-darc",
        "elodie-darc-2",
        "static-2",
        "leader",
    ]
    assert "static" in RESERVED


@pytest.mark.django_db
def test_a_leader_needs_a_name() -> None:
    with pytest.raises(BadInput):
        found("  ")


def test_the_last_who_can_invite_stays(member: Member) -> None:
    with pytest.raises(BadInput, match="Nobody else"):
        members.remove(member)
    with pytest.raises(BadInput, match="Nobody else"):
        members.change_role(member, Role.READER)
    other = User.objects.create_user("adviser@example.com")
    Member.objects.create(user=other, leader=member.leader, role=Role.ADVISER)
    members.remove(member)
    assert list(member.leader.members.values_list("user", flat=True)) == [other.pk]
    assert User.objects.filter(pk=member.user.pk).exists()


def test_a_member_is_found_from_their_leader_only(member: Member) -> None:
    assert members.of(member.leader, member.pk) == member
    with pytest.raises(NotFound):
        members.of(found("Somebody Else"), member.pk)


def test_somebody_without_a_name_or_an_address_is_the_person_at_this_computer() -> None:
    assert str(User()) == "The person at this computer"
    with translation.override("fr"):
        assert str(User()) == "La personne devant cet ordinateur"
    assert str(User(email="ada@example.com")) == "ada@example.com"
    assert str(User(email="ada@example.com", name="Ada")) == "Ada"


def test_what_is_kept_of_somebody_without_a_name_is_in_no_language() -> None:
    assert User().known_as == ""
    assert User(email="ada@example.com").known_as == "ada@example.com"
