"""What all tests share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, settings

from firsthand.people.founding import found
from firsthand.people.models import Leader, Member, Role, User

# How fast a machine is fails no test. CI tries the same examples each time, so that it fails by
# what changed; at home they are new ones.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("home", PATIENT)
settings.register_profile("ci", PATIENT, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "home")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Give the path of a file or folder beside the repository, or skip, naming what is absent.

    `shared("data/tone/french")` is `<repository>/../shared/data/tone/french`.
    """

    def find(name: str) -> Path:
        path = SHARED / name
        if not path.exists():
            pytest.skip(f"needs ../shared/{name}")
        return path

    return find


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Begin each test in English, whatever language a page was last asked for in."""
    with translation.override("en"):
        yield


@pytest.fixture
def leader(db: None) -> Leader:
    """Give a leader of a middling French company."""
    return found("Claire Martin", "Ateliers Martin")


@pytest.fixture
def member(leader: Leader) -> Member:
    """Give somebody who may do everything for the leader."""
    user = User.objects.create_user("claire@example.com", "a-long-password", name="Claire Martin")
    return Member.objects.create(user=user, leader=leader, role=Role.LEADER)


@pytest.fixture
def member_client(client: Client, member: Member) -> Client:
    """Give a browser in which that member is signed in."""
    client.force_login(member.user)
    return client


@pytest.fixture
def stranger_client(db: None) -> Client:
    """Give a browser in which a member of quite another leader is signed in."""
    user = User.objects.create_user("paul@example.org", "a-long-password", name="Paul Durand")
    found("Paul Durand", "Durand SA", by=user, role=Role.LEADER)
    browser = Client()
    browser.force_login(user)
    return browser
