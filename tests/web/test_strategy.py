"""The strategy's pages: read as a note, written part by part, kept in versions, brought as a file."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.world import World

from firsthand.people.models import Leader
from firsthand.plan import strategy as room
from firsthand.records.strategy import Company, CompanyTopic, Stance, Strategy, Topic
from firsthand.records.strategy_file import read, write
from firsthand.web.strategy_parts import COMPANY, NOTE

KEYS = (*NOTE, "company", *(f"company.{key}" for key in COMPANY))


def aim(text: str, base: int = 0) -> dict[str, str]:
    return {"base": str(base), "row": "0", "0-aim": text}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_part_opens_with_much_and_with_nothing(world: World, language: str) -> None:
    client = Client(headers={"Accept-Language": language})
    client.force_login(world.user)
    for leader in (world.full, world.empty):
        for key in KEYS:
            for name in ("strategy-edit", "strategy-ask"):
                address = reverse(name, args=[leader.slug, key])
                assert client.get(address).status_code == 200, address


def test_a_part_saved_as_it_is_shown_changes_nothing(world: World) -> None:
    client = Client()
    client.force_login(world.user)
    before = room.current(world.full)
    for key in KEYS:
        shown = client.get(reverse("strategy-edit", args=[world.full.slug, key]))
        sent: dict[str, list[str]] = {"base": [str(shown.context["base"])], "row": []}
        for row, fields in shown.context["rows"]:
            sent["row"].append(row.id)
            sent[f"{row.id}-was"] = [row.was]
            sent |= {field.id: field.typed for field in fields}
        assert client.post(shown.request["PATH_INFO"], sent).status_code == 302, key
    assert room.current(world.full) == before
    assert room.versions(world.full).count() == 1


def test_saving_makes_a_version_and_comes_back_to_the_part(
    leader: Leader, member_client: Client
) -> None:
    address = reverse("strategy-edit", args=[leader.slug, "aim"])
    answer = member_client.post(address, aim("Be <b>heard</b>."))
    assert answer.headers["Location"] == f"/{leader.slug}/strategy#part-aim"
    kept = room.latest(leader)
    assert kept is not None
    assert (kept.number, kept.author_name) == (1, "Claire Martin")
    html = member_client.get(reverse("strategy", args=[leader.slug])).content.decode()
    assert "Be &lt;b&gt;heard&lt;/b&gt;." in html
    assert "Version 1, in force since" in html


def test_a_question_leads_to_the_next(leader: Leader, member_client: Client) -> None:
    answer = member_client.post(
        reverse("strategy-ask", args=[leader.slug, "aim"]), aim("Be heard.")
    )
    assert answer.headers["Location"] == reverse("strategy-ask", args=[leader.slug, "objectives"])


def test_what_somebody_else_changed_meanwhile_is_told_once(
    leader: Leader, member_client: Client
) -> None:
    room.save(leader, Strategy(leader=leader.name, aim="Theirs."))
    address = reverse("strategy-edit", args=[leader.slug, "aim"])
    answer = member_client.post(address, aim("Mine."))
    assert "has changed this part since you opened it" in answer.content.decode()
    assert room.current(leader).aim == "Theirs."
    member_client.post(address, aim("Mine.", answer.context["base"]))
    assert room.current(leader).aim == "Mine."


def test_rows_are_added_taken_out_and_put_back(leader: Leader, member_client: Client) -> None:
    address = reverse("strategy-edit", args=[leader.slug, "red_lines"])
    sent = {"base": "0", "row": "0", "0-name": "Rivals"}
    assert len(member_client.post(address, sent | {"add": "1"}).context["rows"]) == 2
    out = member_client.post(address, sent | {"remove": "0"})
    assert "Taken out once you save: Rivals" in out.content.decode()
    back = {"base": "0", "aside": "0", "0-name": "Rivals", "undo": "0"}
    assert member_client.post(address, back).context["rows"][0][0].name == "Rivals"
    assert room.latest(leader) is None


def test_what_the_posts_suggest_is_taken_by_a_click(world: World) -> None:
    client = Client()
    client.force_login(world.user)
    address = reverse("strategy-ask", args=[world.full.slug, "topics"])
    subject = client.get(address).context["found"].subjects[0]
    rows = client.post(address, {"take": f"topic:{subject.name}"}).context["rows"]
    assert [row.name for row, _ in rows] == [subject.name]


def test_a_file_comes_back_as_it_went_and_an_older_version_too(
    leader: Leader, member_client: Client
) -> None:
    first = Strategy(leader=leader.name, aim="One.", topics=(Topic(name="Repair"),))
    room.save(leader, first)
    file = member_client.get(reverse("strategy-file", args=[leader.slug, 1])).content.decode()
    assert read(file) == first
    second = write(Strategy(leader=leader.name, aim="Two."))
    member_client.post(reverse("strategy-bring", args=[leader.slug]), {"text": second})
    assert room.current(leader).aim == "Two."
    shown = member_client.get(reverse("strategy-version", args=[leader.slug, 2])).content.decode()
    assert "“One.” → “Two.”" in shown
    member_client.post(reverse("strategy-restore", args=[leader.slug, 1]))
    assert room.current(leader) == first


def test_a_bad_file_is_told_by_line_and_reason(leader: Leader, member_client: Client) -> None:
    bad = 'aim = "Be heard."\n\n[[topics]]\nname = "Repair"\nstance = "perhaps"\n'
    answer = member_client.post(reverse("strategy-bring", args=[leader.slug]), {"text": bad})
    html = answer.content.decode()
    assert "ine 5" in html
    assert "stance" in html
    assert room.latest(leader) is None


def test_the_two_plans_stand_side_by_side(leader: Leader, member_client: Client) -> None:
    company = Company(topics=(CompanyTopic(name="Repair", stance=Stance.AGAINST),))
    topics = (Topic(name="Repair", stance=Stance.FOR, says="Ten years of parts."),)
    room.save(leader, Strategy(leader=leader.name, topics=topics, company=company))
    html = member_client.get(reverse("strategy-harmony", args=[leader.slug])).content.decode()
    assert "Against one another" in html
    assert "Ten years of parts." in html


def test_no_such_part_or_version_is_404(leader: Leader, member_client: Client) -> None:
    for name, part in (
        ("strategy-edit", "nothing"),
        ("strategy-edit", "company.aim"),
        ("strategy-ask", "names"),
        ("strategy-version", 7),
    ):
        assert member_client.get(reverse(name, args=[leader.slug, part])).status_code == 404


def test_another_leaders_member_finds_nothing_and_a_reader_changes_nothing(
    world: World, stranger_client: Client
) -> None:
    reader = Client()
    reader.force_login(world.full.members.get(role="reader").user)
    slug = world.full.slug
    written = room.versions(world.full).count()
    for name, args in (
        ("strategy-edit", [slug, "aim"]),
        ("strategy-bring", [slug]),
        ("strategy-restore", [slug, 1]),
    ):
        sent = aim("Mine.", 1) | {"text": 'aim = "Mine."'}
        assert stranger_client.post(reverse(name, args=args), sent).status_code == 404
        assert reader.post(reverse(name, args=args), sent).status_code == 403
    assert stranger_client.get(reverse("strategy-file", args=[slug, 1])).status_code == 404
    assert reader.get(reverse("strategy", args=[slug])).status_code == 200
    assert room.versions(world.full).count() == written


def test_records_that_are_there_are_folded_unless_something_in_them_is_wrong(
    leader: Leader, member_client: Client
) -> None:
    topics = (Topic(name="Repair"), Topic(name="Trains"))
    room.save(leader, Strategy(leader=leader.name, topics=topics))
    address = reverse("strategy-edit", args=[leader.slug, "topics"])
    html = member_client.get(address).content.decode()
    assert html.count('<details class="strategy-row"') == 2
    assert "<summary>Repair</summary>" in html
    sent = {
        "base": "1", "row": ["0", "1"], "0-was": "Repair", "0-name": "Repair", "0-start": "soon",
        "1-was": "Trains", "1-name": "Trains",
    }  # fmt: skip
    html = member_client.post(address, sent).content.decode()
    assert len(re.findall(r'<details class="strategy-row"\s+open', html)) == 1
