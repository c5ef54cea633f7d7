"""People around a leader: an invitation opens the door once, a role is changed, nobody locks themselves out."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from firsthand.people.models import Leader, Member, Role, User

PASSWORD = "une phrase assez longue"


def invited(leader: Leader, client: Client, role: str) -> str:
    html = client.post(reverse("members", args=[leader.slug]), {"role": role}).content.decode()
    found = re.search(r'value="http://testserver(/invitation/[^"]+)"', html)
    assert found, "the link is shown"
    return found[1]


def test_an_invited_person_makes_an_account_and_comes_in(
    leader: Leader, member_client: Client
) -> None:
    link = invited(leader, member_client, "press")
    guest = Client()
    assert b"A place beside Claire Martin" in guest.get(link).content
    answer = guest.post(
        f"{reverse('account_signup')}?next={link}",
        {"email": "luc@example.com", "password1": PASSWORD},
        follow=True,
    )
    assert b"A place beside Claire Martin" in answer.content
    guest.post(f"{link}/accept")
    assert leader.members.get(user__email="luc@example.com").role == Role.PRESS
    assert guest.get(f"/{leader.slug}/").status_code == 200
    assert Client().get(link).status_code == 404, "the link opens once"


def test_nobody_signs_up_without_an_invitation(member: Member) -> None:
    guest = Client()
    guest.post(reverse("account_signup"), {"email": "x@example.com", "password1": PASSWORD})
    assert b"by invitation" in guest.get(reverse("account_signup")).content
    assert User.objects.count() == 1


def test_opening_a_link_changes_nothing(leader: Leader, member_client: Client) -> None:
    link = invited(leader, member_client, "reader")
    guest = Client()
    guest.get(link)
    assert guest.get(f"{link}/accept").status_code == 405
    assert leader.members.count() == 1


def test_roles_change_and_end(leader: Leader, member_client: Client) -> None:
    luc = User.objects.create_user("luc@example.com", PASSWORD)
    member = Member.objects.create(user=luc, leader=leader, role=Role.READER)
    address = reverse("member", args=[leader.slug, member.pk])
    member_client.post(address, {"role": "press"})
    member.refresh_from_db()
    assert member.role == Role.PRESS
    member_client.post(address, {"role": "emperor"})
    member.refresh_from_db()
    assert member.role == Role.PRESS
    member_client.post(address, {"remove": "1"})
    assert not Member.objects.filter(pk=member.pk).exists()


def test_the_last_who_may_invite_stays(
    leader: Leader, member: Member, member_client: Client
) -> None:
    answer = member_client.post(
        reverse("member", args=[leader.slug, member.pk]), {"remove": "1"}, follow=True
    )
    assert b"Nobody else could invite" in answer.content
    assert leader.members.count() == 1


def test_a_reader_invites_nobody(leader: Leader, member: Member) -> None:
    luc = User.objects.create_user("luc@example.com", PASSWORD)
    Member.objects.create(user=luc, leader=leader, role=Role.READER)
    reader = Client()
    reader.force_login(luc)
    address = reverse("members", args=[leader.slug])
    assert b"Invite somebody" not in reader.get(address).content
    assert reader.post(address, {"role": "leader"}).status_code == 403
    assert (
        reader.post(reverse("member", args=[leader.slug, member.pk]), {"remove": "1"}).status_code
        == 403
    )


@pytest.mark.django_db
def test_before_others_come_in_the_first_person_keeps_the_desk(client: Client) -> None:
    client.post(reverse("bring"), {"name": "Claire", "organisation": "M", "role": "leader"})
    answer = client.post(reverse("members", args=["claire"]), {"role": "reader"})
    assert answer.headers["Location"] == reverse("keep", args=["claire"])


def test_settings_are_kept(leader: Leader, member_client: Client) -> None:
    address = reverse("settings", args=[leader.slug])
    said = {
        "about-name": "Claire Martin-Roux", "about-title": "Présidente", "about-language": "fr",
        "about-organisation": "Ateliers Martin-Roux", "about-size": "small",
    }  # fmt: skip
    member_client.post(address, said)
    leader.refresh_from_db()
    assert leader.name == "Claire Martin-Roux"
    assert leader.organisation.size == "small"
    assert b"Pr\xc3\xa9sidente" in member_client.get(address).content
