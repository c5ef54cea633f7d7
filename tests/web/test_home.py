"""The first visit: no wall before one has seen something, no open door once there is something to keep."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from firsthand.people.models import Leader, Member, Role, User

pytestmark = pytest.mark.django_db

KEEP = {"email": "claire@example.com", "password": "une phrase assez longue"}


def begun(client: Client) -> Leader:
    client.post(
        reverse("bring"), {"name": "Claire Martin", "organisation": "Martin", "role": "leader"}
    )
    return Leader.objects.get(demo=False)


def test_an_empty_desk_shows_two_doors(client: Client) -> None:
    html = client.get("/").content.decode()
    assert reverse("bring") in html
    assert reverse("look") in html
    assert not User.objects.exists(), "looking at the doors makes nobody"


def test_looking_around_needs_no_account(client: Client) -> None:
    answer = client.post(reverse("look"), follow=True)
    assert answer.redirect_chain[-1][0] == "/helene-darcourt/"
    assert "Demo, fictional" in answer.content.decode()
    assert Leader.objects.get().posts.count() > 100


def test_the_desk_opens_where_it_was_left(client: Client) -> None:
    own = begun(client)
    assert client.get("/").headers["Location"] == f"/{own.slug}/"
    client.post(reverse("look"), follow=True)
    assert client.get("/").headers["Location"] == "/helene-darcourt/"
    client.get(f"/{own.slug}/library")
    assert client.get("/").headers["Location"] == f"/{own.slug}/"
    own.members.all().delete()
    assert client.get("/").headers["Location"] == "/helene-darcourt/"


def test_looking_around_one_is_in_the_leaders_place(client: Client) -> None:
    client.post(reverse("look"))
    assert [member.role for member in Member.objects.all()] == [Role.LEADER]


def test_looking_twice_makes_one_demo(client: Client) -> None:
    client.post(reverse("look"))
    client.post(reverse("look"))
    assert Leader.objects.filter(demo=True).count() == 1
    assert Member.objects.count() == 1


def test_bringing_posts_founds_a_leader_and_asks_for_the_archive(client: Client) -> None:
    answer = client.post(
        reverse("bring"), {"name": "Claire Martin", "organisation": "Martin", "role": "leader"}
    )
    assert answer.headers["Location"] == "/claire-martin/import"


def test_a_leader_needs_a_name(client: Client) -> None:
    answer = client.post(reverse("bring"), {"name": " ", "organisation": "M", "role": "leader"})
    assert answer.status_code == 200
    assert not Leader.objects.exists()
    assert not User.objects.exists()


def test_another_browser_at_the_same_machine_opens_the_desk_until_it_is_kept(
    client: Client,
) -> None:
    leader = begun(client)
    other = Client()
    assert b"Open the desk where it was left" in other.get("/").content
    other.post(reverse("reopen"))
    assert other.get(f"/{leader.slug}/").status_code == 200

    client.post(reverse("keep", args=[leader.slug]), KEEP)
    late = Client()
    assert late.get("/").headers["Location"] == reverse("account_login")
    late.post(reverse("reopen"))
    late.post(reverse("look"))
    late.post(reverse("bring"), {"name": "Intruder", "organisation": "X", "role": "leader"})
    assert late.get(f"/{leader.slug}/").status_code == 302
    assert User.objects.count() == 1
    assert not Leader.objects.filter(name="Intruder").exists()


def test_whoever_kept_the_desk_stays_in_and_signs_in_later(client: Client) -> None:
    leader = begun(client)
    client.post(reverse("keep", args=[leader.slug]), KEEP)
    assert client.get(f"/{leader.slug}/").status_code == 200
    late = Client()
    late.post(reverse("account_login"), {"login": KEEP["email"], "password": KEEP["password"]})
    assert late.get(f"/{leader.slug}/").status_code == 200


def test_a_second_person_closes_the_door_even_without_a_password(client: Client) -> None:
    leader = begun(client)
    User.objects.create_user("paul@example.com", "une phrase assez longue")
    late = Client()
    late.post(reverse("reopen"))
    assert late.get(f"/{leader.slug}/").status_code == 302


def test_a_weak_password_is_refused_in_words(client: Client) -> None:
    leader = begun(client)
    answer = client.post(reverse("keep", args=[leader.slug]), KEEP | {"password": "court"})
    assert b"One answer needs another look" in answer.content
    assert not User.objects.get().has_usable_password()


def test_a_desk_that_others_reach_asks_the_first_person_at_once(
    client: Client, settings: Any
) -> None:
    settings.FIRSTHAND_ORIGIN = "https://desk.example.com"
    answer = client.post(reverse("look"))
    assert answer.headers["Location"] == reverse("first")
    assert not User.objects.exists()
    client.post(reverse("first"), KEEP)
    assert User.objects.get().email == KEEP["email"]
    assert client.post(reverse("look")).headers["Location"] == "/helene-darcourt/"
    assert Client().get(reverse("first")).headers["Location"] == "/"


def test_nobody_is_let_in_by_looking_at_an_address(client: Client) -> None:
    begun(client)
    late = Client()
    for name in ("reopen", "look"):
        assert late.get(reverse(name)).status_code == 405


def test_the_browser_chooses_the_language_until_the_person_does(client: Client) -> None:
    assert b"Qu\xe2\x80\x99est-ce qui" in client.get("/", headers={"Accept-Language": "fr"}).content
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    assert b"What deserves" in client.get("/", headers={"Accept-Language": "fr"}).content
