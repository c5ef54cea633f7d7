"""`firsthand analyse surge`, as a pipe."""

import json

from click.testing import CliRunner

from firsthand.cli.filters.surge import command


def test_one_answer_a_line_and_bad_lines_are_counted() -> None:
    lines = [
        '{"at":"2026-05-04T09:10:00Z","count":3}',
        '{"at":"2026-05-04T09:15:00Z","count":-3}',
        '{"at":"2026-05-04T09:05:00Z","count":3}',
        "no",
        '{"at":"2026-05-04 09:20:00Z","count":2}',
    ]
    answer = CliRunner().invoke(command, input="\n".join(lines))
    out = [json.loads(line) for line in answer.stdout.splitlines()]
    assert answer.exit_code == 0
    assert [min(line) for line in out] == ["at", "error", "error", "error", "at"]
    assert out[0]["surge"] is False
    assert "3" in answer.stderr
