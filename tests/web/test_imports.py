"""Bringing an archive in by the browser: kept, read, told; or refused before it is taken."""

import json
import shutil
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.web.world import World

from firsthand.library import work
from firsthand.people.models import Leader
from firsthand.web import uploads


class Usage(NamedTuple):
    free: int


def lines(*texts: str) -> SimpleUploadedFile:
    posts = [{"id": str(n), "text": text, "network": "x"} for n, text in enumerate(texts)]
    return SimpleUploadedFile("posts.jsonl", "\n".join(map(json.dumps, posts)).encode())


def test_an_archive_is_read_and_reported(leader: Leader, member_client: Client) -> None:
    answer = member_client.post(
        reverse("import", args=[leader.slug]), {"files": lines("un", "deux")}
    )
    state = answer.headers["Location"]
    assert b"It waits for its turn" in member_client.get(state).content
    assert work.step()
    assert b"2 new posts in the library" in member_client.get(state).content
    assert leader.posts.count() == 2


def test_while_it_is_read_only_its_state_is_asked_for(
    leader: Leader, member_client: Client
) -> None:
    state = member_client.post(
        reverse("import", args=[leader.slug]), {"files": lines("un")}
    ).headers["Location"]
    asking = {"HX-Request": "true", "HX-Target": "import"}
    answer = member_client.get(state, headers=asking)
    assert b"<html" not in answer.content
    assert b"every 1s" in answer.content
    assert "HX-Refresh" not in answer.headers
    work.step()
    answer = member_client.get(state, headers=asking)
    assert answer.headers["HX-Refresh"] == "true"
    assert b"every 1s" not in answer.content


def test_what_is_no_archive_is_one_clear_sentence(leader: Leader, member_client: Client) -> None:
    picture = SimpleUploadedFile("photo.jpg", b"\xff\xd8\xff\xe0 not an archive")
    state = member_client.post(reverse("import", args=[leader.slug]), {"files": picture}).headers[
        "Location"
    ]
    work.step()
    html = member_client.get(state).content.decode()
    assert "This archive could not be read" in html
    assert "photo.jpg" in html
    assert "report figures" not in html


def test_nothing_real_comes_among_what_is_invented(world: World) -> None:
    client = Client()
    client.force_login(world.user)
    before = world.full.imports.count()
    answer = client.post(reverse("import", args=[world.full.slug]), {"files": lines("un")})
    assert answer.headers["Location"] == reverse("bring")
    assert world.full.imports.count() == before


def test_no_file_is_said(leader: Leader, member_client: Client) -> None:
    answer = member_client.post(reverse("import", args=[leader.slug]), {}, follow=True)
    assert b"No file came with this" in answer.content


def test_an_import_of_another_leader_is_not_there(
    leader: Leader, member_client: Client, stranger_client: Client
) -> None:
    state = member_client.post(
        reverse("import", args=[leader.slug]), {"files": lines("un")}
    ).headers["Location"]
    assert stranger_client.get(state).status_code == 404
    number = state.rsplit("/", 1)[1]
    assert stranger_client.get(f"/paul-durand/import/{number}").status_code == 404


@pytest.mark.parametrize(("free", "status"), [(10**12, 302), (10**6, 413)])
def test_what_the_disk_cannot_hold_is_refused_before_it_is_taken(
    free: int, status: int, leader: Leader, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage: Callable[[Any], Usage] = lambda _path: Usage(free)  # noqa: E731
    monkeypatch.setattr(shutil, "disk_usage", usage)
    assert uploads.shutil is shutil
    large = SimpleUploadedFile("posts.jsonl", b'{"text": "' + b"a" * 3_000_000 + b'"}')
    answer = member_client.post(reverse("import", args=[leader.slug]), {"files": large})
    assert answer.status_code == status
