"""`firsthand analyse stories`, as a pipe."""

import json

from click.testing import CliRunner

from firsthand.cli.filters.stories import command


def test_one_answer_a_line_in_order() -> None:
    lines = [
        {"id": "1", "text": "Ateliers Martin ferme son usine de Lyon"},
        {"id": "2", "text": "Seahawks win the Super Bowl"},
        {"id": "3"},
        {"id": "4", "text": "L'usine Ateliers Martin à Lyon va fermer"},
        {"id": "5", "repost_of": "2"},
    ]
    for options in ([], ["--batch", "1"]):
        answer = CliRunner().invoke(command, options, input="\n".join(map(json.dumps, lines)))
        assert answer.exit_code == 0
        out = [json.loads(line) for line in answer.stdout.splitlines()]
        assert [line["id"] for line in out] == ["1", "2", "3", "4", "5"]
        assert "error" in out[2]
        assert out[0]["story"] == out[3]["story"] != out[1]["story"] == out[4]["story"]
