"""`firsthand analyse rumour`, as a pipe."""

import json

from click.testing import CliRunner

from firsthand.cli.filters.rumour import command


def test_answers_line_by_line() -> None:
    lines = [
        {"id": "1", "author": "a", "text": "Il paraît que Martin va fermer l'usine de Lyon"},
        {"id": "2", "author": "b", "text": "Source ?", "reply_to": "1"},
        {"id": "3"},
        {"id": "4", "author": "c", "text": "C'est faux", "reply_to": "2"},
        {"id": "5", "author": "d", "text": "Quelqu'un confirme ?", "reply_to": "1"},
    ]
    answer = CliRunner().invoke(command, input="\n".join(map(json.dumps, lines)))
    out = [json.loads(line) for line in answer.stdout.splitlines()]
    assert answer.exit_code == 0
    assert [line["id"] for line in out] == ["1", "2", "3", "4", "5"]
    assert "error" in out.pop(2)
    assert len({line["story"] for line in out}) == 1
    assert sum(line["alert"] for line in out) == 1
    assert {"kind": "disbelief", "words": "faux"} in out[2]["cues"]


def test_a_claim_doubted_in_two_conversations_is_raised_in_each() -> None:
    claim = "Il paraît que Martin va fermer l'usine de Lyon"
    doubts = ["Source ?", "C'est faux", "Quelqu'un confirme ?"]
    lines = [
        {"id": f"{name}{at}", "author": f"{name}{at}", "text": text, "reply_to": f"{name}0" if at else None}
        for name in "ab"
        for at, text in enumerate([claim, *doubts])
    ]  # fmt: skip
    answer = CliRunner().invoke(command, input="\n".join(map(json.dumps, lines)))
    out = [json.loads(line) for line in answer.stdout.splitlines()]
    assert len({line["story"] for line in out}) == 1
    assert [sum(line["alert"] for line in out if line["id"][0] == name) for name in "ab"] == [1, 1]


def test_what_nobody_has_taken_up_is_no_rumour_yet() -> None:
    line = json.dumps({"id": "1", "text": "Il paraît que l'usine de Lyon va fermer, honteux"})
    out = json.loads(CliRunner().invoke(command, input=line).stdout)
    assert out["rumour"] < 0.35
    assert not out["alert"]
