"""`firsthand review`: one draft in words or JSON, many drafts in lines."""

import json
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from firsthand.cli.main import main

STRATEGY = '[[embargoes]]\nname = "Atlas"\nphrases = ["projet Atlas"]\n'


def run(*args: str, lang: str = "en", stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["review", *args], input=stdin, env={"FIRSTHAND_LANG": lang})


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    path = tmp_path / "strategy.toml"
    path.write_text(STRATEGY, "utf-8")
    return path


def test_a_draft_without_remark() -> None:
    found = run("Le train de Nantes part à neuf heures.")
    assert found.exit_code == 0
    assert found.output == "Nothing to say about this draft.\n"


def test_remarks_are_grouped_by_quality_with_words_why_and_what_to_do() -> None:
    found = run("C'est promis : nous n'augmenterons pas nos prix !!!", lang="fr")
    plain = found.output.replace("\u00a0", " ").replace("\u202f", " ")
    assert found.exit_code == 0
    assert plain.startswith("1 alerte, 1 conseil\n\nJugement\n  - Attention : ")
    assert "Mots : « C'est promis »" in plain
    assert "Pourquoi : On vous la rappellera" in plain
    assert "Piste : " in plain
    assert "\n\nFlegme et diplomatie\n" in plain


def test_a_stop_exits_with_one(strategy: Path) -> None:
    found = run("--strategy", str(strategy), "Le projet Atlas avance bien.")
    assert found.exit_code == 1
    assert "- STOP: " in found.stdout
    assert "“projet Atlas”" in found.stdout
    assert "said yes" in found.stdout


def test_json_counts_characters_and_speaks_both_languages(strategy: Path) -> None:
    text = "🚀 Le projet Atlas avance bien."
    found = run("--strategy", str(strategy), "--json", "-", stdin=text)
    answer = json.loads(found.stdout)
    assert found.exit_code == 1
    assert answer["stop"] is True
    first = answer["findings"][0]
    assert (first["check"], first["level"], first["quality"]) == ("embargo", "stop", "judgement")
    assert text[first["start"] : first["end"]] == "projet Atlas" == first["words"][0]
    assert first["what"]["fr"] != first["what"]["en"]


def test_many_drafts_come_in_lines_and_go_in_lines(strategy: Path) -> None:
    drafts = [
        {"id": 1, "text": "Le train de Nantes part à neuf heures."},
        {"id": 2, "text": "Le projet Atlas avance bien."},
        {"id": 3, "title": "no text"},
        {"id": 4, "text": "Bonjour", "networks": ["minitel"]},
        {"id": 5, "text": "Bonjour", "answering": "somebody"},
    ]
    stdin = "\n" + "".join(json.dumps(draft) + "\n" for draft in drafts)
    found = run("--strategy", str(strategy), stdin=stdin)
    lines = [json.loads(line) for line in found.stdout.splitlines()]
    assert found.exit_code == 1
    assert [line["id"] for line in lines] == [1, 2, 3, 4, 5]
    assert [line.get("stop") for line in lines] == [False, True, None, None, None]
    assert "no text" in lines[2]["error"]
    assert "bluesky" in lines[3]["error"]
    assert "answering" in lines[4]["error"]
    assert "3 of 5 lines" in found.stderr


def test_a_draft_may_begin_with_a_brace() -> None:
    found = run(stdin="{ouvre l'accolade, et continue la phrase.")
    assert found.exit_code == 0
    assert "Nothing to say" in found.output
    asked = run("--lines", stdin="{ouvre l'accolade\n")
    assert "not JSON" in asked.stdout


def test_own_posts_are_shown_without_their_control_characters(tmp_path: Path) -> None:
    earlier = "Former des apprentis dans nos ateliers reste notre meilleur investissement."
    path = tmp_path / "posts.jsonl"
    line = {"id": "1", "at": "2020-05-04T09:00:00+02:00", "text": "\u001b[2J" + earlier}
    path.write_text(json.dumps(line) + "\nnot json\n", "utf-8")
    draft = "Former des apprentis dans nos ateliers n'est plus notre meilleur investissement : c'est une erreur."
    found = run("--archive", str(path), draft, lang="fr")
    assert "\u001b" not in found.output
    assert "1 élément de l'archive a été écarté." in found.stderr.replace("\u00a0", " ")


def test_what_it_answers_may_be_text_or_a_post(tmp_path: Path) -> None:
    path = tmp_path / "provocation.txt"
    for content in ("Toujours pas livré !", '{"text": "Toujours pas livré !"}'):
        path.write_text(content, "utf-8")
        assert run("--reply-to", str(path), "Merci, je regarde.").exit_code == 0
    path.write_text('{"words": "Toujours pas livré !"}', "utf-8")
    refused = run("--reply-to", str(path), "Merci, je regarde.")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("provocation.txt holds no post that can be read: no text;")


def test_settings_mute_a_check(tmp_path: Path) -> None:
    path = tmp_path / "coach.toml"
    path.write_text('[[change]]\ncheck = "promise"\nmute = true\nreason = "lawyers"\n', "utf-8")
    text = "Je vous promets que nous serons là."
    assert "promise" in run(text).output
    assert "promise" not in run("--settings", str(path), text).output


def checks(*args: str, lang: str = "en") -> set[str]:
    return {finding["check"] for finding in json.loads(run("--json", *args).stdout)["findings"]}


def test_the_network_counts() -> None:
    long = "Our workshop opens on Saturday, and everybody may come. " * 8
    assert "length" not in checks(long)
    assert "length" in checks("--network", "x", long)
    assert "length" not in checks("--network", "linkedin", long)


def test_the_archive_counts(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    text = "School heating runs on Sundays for nothing, a simple clock is enough."
    path.write_text(json.dumps({"id": "1", "text": text}) + "\n", "utf-8")
    assert "repeats" not in checks(text)
    assert "repeats" in checks("--archive", str(path), text)


def test_the_strategy_counts(strategy: Path) -> None:
    assert "embargo" in checks("--strategy", str(strategy), "Le projet Atlas.")
    assert "embargo" not in checks("Le projet Atlas.")


def test_what_it_answers_counts(tmp_path: Path) -> None:
    path = tmp_path / "question.txt"
    path.write_text("How much is the steel valve?", "utf-8")
    draft = "We are very attentive to every customer."
    assert "answers_question" not in checks(draft)
    assert "answers_question" in checks("--reply-to", str(path), draft)


def test_the_voice_of_others_counts(tmp_path: Path) -> None:
    chance = Random(1)
    things = [
        "press",
        "valve",
        "train",
        "school",
        "river",
        "roof",
        "kitchen",
        "bridge",
        "market",
        "forest",
        "engine",
        "clock",
    ]

    def say(manner: str) -> str:
        return manner.format(*chance.sample(things, 3))

    people = "ab"
    calm = "I looked at the {0} today, and the {1} was fixed with the {2}, slowly."
    loud = "HUGE {0} NEWS!!! The {1} is the BEST {2} EVER, so EXCITED!!! 🔥🔥"
    own, others = tmp_path / "own.jsonl", tmp_path / "others.jsonl"
    for path, manner in ((own, calm), (others, loud)):
        lines = [{"id": str(n), "author": people[n % 2], "text": say(manner)} for n in range(200)]
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    files = ("--archive", str(own), "--background", str(others))
    assert "voice_fidelity" in checks(*files, say(loud))
    assert "voice_fidelity" not in checks(*files, say(calm))


def test_an_installed_checker_is_asked_only_on_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "No spelling" in run("--proofread", "A new wrokshop.").stderr
    program = tmp_path / "hunspell"
    program.write_text("#!/bin/sh\necho wrokshop\n", "utf-8")
    program.chmod(0o755)
    assert "spelling" in checks("--proofread", "Here is a new wrokshop for all.")
    assert "spelling" not in checks("Here is a new wrokshop for all.")


def test_wrong_usage_and_bad_text() -> None:
    assert run("--network", "minitel", "Bonjour").exit_code == 2
    assert "empty" in run("-", stdin=" \n").stderr
    assert "UTF-8" in run("-", stdin=b"\xff\xfeA").stderr


def lines(path: Path, *values: dict[str, object]) -> str:
    path.write_text("".join(json.dumps(value) + "\n" for value in values), "utf-8")
    return str(path)


NOON = "2026-05-04T12:00:00+02:00"


def test_what_was_heard_is_known(tmp_path: Path, strategy: Path) -> None:
    strategy.write_text('handles = ["claire"]\n', "utf-8")
    asked = {"text": "@claire quand rouvre la cantine de Brest ?", "id": "1", "at": NOON}
    rumour = {"kind": "rumour", "at": NOON, "evidence": [{"text": "La cantine ferme ?"}] * 2}
    heard = lines(tmp_path / "heard.jsonl", asked, rumour)
    found = run(
        "--heard", heard, "--strategy", str(strategy), "--at", NOON, "--json",
        "Ravie d'annoncer la nouvelle cantine de Brest, avec deux cuisiniers.",
    )  # fmt: skip
    checks = {finding["check"] for finding in json.loads(found.stdout)["findings"]}
    assert {"unanswered", "bad_moment"} <= checks


def test_lines_of_no_use_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "heard.jsonl"
    path.write_text('{"text": "Bonjour"}\nno json\n{"id": "2"}\n', "utf-8")
    found = run("--heard", str(path), "Le train part à neuf heures.")
    assert found.exit_code == 0
    assert "2 lines of what was heard skipped" in found.stderr


def test_an_accounts_own_limit_holds() -> None:
    long = "Le train de Nantes part à neuf heures. " * 15
    usual = json.loads(run("--network", "mastodon", "--json", long).stdout)
    own = json.loads(
        run("--network", "mastodon", "--limit", "mastodon=5000", "--json", long).stdout
    )
    assert "length" in {finding["check"] for finding in usual["findings"]}
    assert "length" not in {finding["check"] for finding in own["findings"]}


@pytest.mark.parametrize("limit", ["mastodon", "myspace=3", "x=", "x=0", "x=²"])
def test_a_limit_that_is_none_is_refused(limit: str) -> None:
    found = run("--limit", limit, "Bonjour.")
    assert found.exit_code == 1
    assert "mastodon=5000" in found.stderr


def test_a_share_below_the_strategys_is_said(strategy: Path) -> None:
    strategy.write_text("own_share = 0.5\n", "utf-8")
    found = run("--strategy", str(strategy), "--own-share", "0.2", "--json", "Le train part.")
    checks = {finding["check"] for finding in json.loads(found.stdout)["findings"]}
    assert "personal_share" in checks
