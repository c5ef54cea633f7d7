"""Taking stock in the browser: answers saved as one goes, a verdict kept as it was given."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse
from tests.web.world import World

from firsthand.cli.assess import command as assess
from firsthand.people.models import Leader, Size
from firsthand.plan import archive_reading
from firsthand.plan import readiness as room
from firsthand.plan.models import ArchiveReading
from firsthand.records.errors import NotAllowed
from firsthand.standing.readiness.questions import questionnaire


def asked(leader: Leader, key: str) -> str:
    return reverse("question", args=[leader.slug, key])


def chosen(html: str) -> list[str]:
    """Give the answers that are checked on a question's page."""
    inputs = re.findall(r'<input type="radio"[^>]*>', html)
    return [re.findall(r'value="([^"]*)"', one)[0] for one in inputs if "checked" in one]


@pytest.fixture
def world_client(world: World) -> Client:
    client = Client()
    client.force_login(world.user)
    return client


def test_from_the_first_question_to_the_verdict(leader: Leader, member_client: Client) -> None:
    stock = reverse("take-stock", args=[leader.slug])
    address = asked(leader, next(iter(questionnaire())).id)
    assert address in member_client.get(stock).content.decode()
    for question in questionnaire():
        assert address == asked(leader, question.id)
        answer = member_client.post(address, {"answer": question.answers[0].id})
        address = answer.headers["Location"]
    assert address == stock
    assert b"All 27 questions are answered" in member_client.get(address).content
    answer = member_client.post(reverse("judge", args=[leader.slug]), follow=True)
    kept = room.assessments(leader).get()
    assert kept.verdict["verdict"] == "go"
    assert kept.by_name == "Claire Martin"
    assert kept.verdict["title"]["en"] in answer.content.decode()


def test_a_question_can_be_left_open_and_come_back_to(
    leader: Leader, member_client: Client
) -> None:
    member_client.post(asked(leader, "aim"), {"answer": "clear"})
    html = member_client.get(asked(leader, "aim")).content.decode()
    assert chosen(html) == ["clear"]
    assert "8 of 27, about five minutes left" in html
    member_client.post(asked(leader, "aim"), {"skip": "1"})
    assert room.given(leader) == {}
    assert chosen(member_client.get(asked(leader, "aim")).content.decode()) == []


def test_one_comes_back_where_one_left_off(leader: Leader, member_client: Client) -> None:
    first, second = list(questionnaire())[:2]
    member_client.post(asked(leader, first.id), {"answer": first.answers[0].id})
    html = member_client.get(reverse("take-stock", args=[leader.slug])).content.decode()
    assert f'<a class="button main" href="{asked(leader, second.id)}">' in html
    home = member_client.get(reverse("leader", args=[leader.slug])).content.decode()
    assert "1 of 27 questions answered, about six minutes left." in home


def test_an_answer_changed_from_the_list_leads_back_to_the_list(
    leader: Leader, member_client: Client
) -> None:
    member_client.post(asked(leader, "aim"), {"answer": "clear"})
    stock = reverse("take-stock", args=[leader.slug])
    address = asked(leader, "aim") + "?then=stock"
    assert address in member_client.get(stock).content.decode()
    answer = member_client.post(address, {"answer": "written"})
    assert answer.headers["Location"] == stock
    assert room.given(leader) == {"aim": "written"}


def test_an_answer_that_is_none_of_them_is_refused(leader: Leader, member_client: Client) -> None:
    answer = member_client.post(asked(leader, "aim"), {"answer": "perhaps"})
    assert b'class="errors"' in answer.content
    assert room.given(leader) == {}
    assert member_client.get(asked(leader, "zeppelin")).status_code == 404


def test_nothing_answered_is_not_judged(leader: Leader, member_client: Client) -> None:
    answer = member_client.post(reverse("judge", args=[leader.slug]), follow=True)
    assert b"No question is answered yet" in answer.content
    assert not room.assessments(leader).exists()


@pytest.mark.parametrize(
    ("size", "answer"),
    list(zip(Size.values, ("independent", "sme", "large", "multinational"), strict=True)),
)
def test_the_size_is_proposed_but_not_yet_answered(
    leader: Leader, member_client: Client, size: str, answer: str
) -> None:
    leader.organisation.size = size
    leader.organisation.sector = "industry"
    leader.organisation.save()
    html = member_client.get(asked(leader, "size")).content.decode()
    assert chosen(html) == [answer]
    assert "Already chosen" in html
    assert chosen(member_client.get(asked(leader, "sector")).content.decode()) == ["industry"]
    assert room.given(leader) == {}


def test_a_verdict_is_never_rewritten(world: World) -> None:
    kept = room.assessments(world.full)[0]
    with pytest.raises(NotAllowed):
        kept.save()


def test_judging_twice_on_a_day_with_nothing_changed_keeps_one_verdict(
    leader: Leader, member_client: Client
) -> None:
    member_client.post(asked(leader, "commitment"), {"answer": "no"})
    for _ in range(2):
        member_client.post(reverse("judge", args=[leader.slug]))
    assert room.assessments(leader).count() == 1
    member_client.post(asked(leader, "commitment"), {"answer": "eager"})
    member_client.post(reverse("judge", args=[leader.slug]))
    assert room.assessments(leader).count() == 2


def test_a_verdict_to_take_away_is_what_the_command_line_gives(
    world: World, world_client: Client, tmp_path: Path
) -> None:
    kept = room.assessments(world.full)[0]
    address = reverse("verdict-file", args=[world.full.slug, kept.pk])
    found = json.loads(world_client.get(address).content)
    answers = tmp_path / "answers.toml"
    answers.write_text("".join(f'{name} = "{id_}"\n' for name, id_ in found["answers"].items()))
    posts = tmp_path / "posts.jsonl"
    export = reverse("export", args=[world.full.slug, "jsonl"])
    posts.write_bytes(b"".join(world_client.get(export).streaming_content))
    asks = ["--answers", str(answers), "--archive", str(posts), "--json"]
    company = world.full.organisation.name
    told = CliRunner().invoke(assess, [*asks, "--organisation", company])
    judged = json.loads(told.stdout)
    moving = {"at", "skipped"}
    assert {name: found[name] for name in judged.keys() - moving} == {
        name: judged[name] for name in judged.keys() - moving
    }
    assert found["skipped"]["n"] == 0


def test_a_verdict_of_one_leader_is_none_of_another(world: World, world_client: Client) -> None:
    kept = room.assessments(world.full)[0]
    for name in ("verdict", "verdict-file"):
        address = reverse(name, args=[world.empty.slug, kept.pk])
        assert world_client.get(address).status_code == 404


def test_what_the_posts_say_opens_to_the_posts(world: World, world_client: Client) -> None:
    html = world_client.get(asked(world.full, "listening")).content.decode()
    assert "What your posts say" in html
    shown = re.findall(rf'href="(/{world.full.slug}/library/[^"]*)"', html)
    posts = [address for address in shown if "/post" in address or ":" in address]
    assert posts
    assert {world_client.get(address).status_code for address in posts} == {200}


def test_an_answer_that_the_posts_contradict_is_told_beside_it(
    world: World, world_client: Client
) -> None:
    room.answer(world.full, "simple", "release")
    html = world_client.get(asked(world.full, "simple")).content.decode()
    assert "They disagree" in html
    assert "you answered “Like a press release”" in html
    room.answer(world.full, "simple", "plain")
    assert "They disagree" not in world_client.get(asked(world.full, "simple")).content.decode()


def test_two_dates_are_compared(world: World, world_client: Client) -> None:
    html = world_client.get(reverse("verdicts-compared", args=[world.full.slug])).content.decode()
    assert "“Abstain for now” on" in html
    assert "stronger" in html
    assert "I do not know yet" in html
    later, earlier = room.assessments(world.full)
    address = reverse("verdicts-compared", args=[world.full.slug])
    chosen_two = world_client.get(address, {"earlier": earlier.pk, "later": later.pk})
    assert chosen_two.context["earlier"] == earlier
    other = room.assessments(world.empty)[0]
    assert world_client.get(address, {"earlier": other.pk}).context["earlier"] == earlier


def test_pages_show_how_far_the_reading_is_and_do_not_wait_for_it(
    world: World, world_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_reading, "AT_ONCE", 10)
    ArchiveReading.objects.all().delete()
    stock = reverse("take-stock", args=[world.full.slug])
    assert "hx-trigger" in world_client.get(stock).content.decode()
    ask = {"HX-Request": "true", "HX-Target": "archive-reading"}
    part = world_client.get(stock, headers=ask)
    assert "HX-Refresh" not in part.headers
    assert b"<h1" not in part.content
    while archive_reading.step():
        pass
    assert world_client.get(stock, headers=ask).headers["HX-Refresh"] == "true"
    assert "hx-trigger" not in world_client.get(stock).content.decode()


def test_a_reader_reads_the_verdict_but_answers_nothing(world: World) -> None:
    reader = Client()
    reader.force_login(world.full.members.get(role="reader").user)
    kept = room.assessments(world.full)[0]
    assert reader.get(reverse("verdict", args=[world.full.slug, kept.pk])).status_code == 200
    stock = reader.get(reverse("take-stock", args=[world.full.slug]))
    assert "/question/" not in stock.content.decode()
    assert reader.get(asked(world.full, "aim")).status_code == 403
    assert reader.post(reverse("judge", args=[world.full.slug])).status_code == 403
