"""`firsthand analyse surge`, as a pipe."""

import json
from datetime import UTC, datetime, timedelta

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


def test_a_surge_says_over_which_time_it_stands_out() -> None:
    moments = [
        datetime(2026, 5, 4, tzinfo=UTC) + number * timedelta(minutes=5) for number in range(3000)
    ]
    counts = [number % 3 for number in range(2990)] + [80] * 10
    lines = [
        json.dumps({"at": at.isoformat(), "count": count})
        for at, count in zip(moments, counts, strict=True)
    ]
    answer = CliRunner().invoke(command, input="\n".join(lines))
    raised = [json.loads(line) for line in answer.stdout.splitlines() if '"surge":true' in line]
    assert raised[0]["once_in_days"] >= 7
    assert (raised[0]["over_minutes"], raised[0]["total"]) == (5, 80)
    assert raised[0]["usual"] < 3


def test_one_wrong_clock_spoils_no_line_after_it() -> None:
    wrong = ("9999-12-31T23:59:59Z", "2026-05-04T09:13:00")
    times = ["2026-05-04T09:10:00Z", *wrong, "2026-05-04T09:15:00Z"]
    lines = [json.dumps({"at": at, "count": 3}) for at in times]
    answer = CliRunner().invoke(command, input="\n".join(lines), env={"FIRSTHAND_LANG": "en"})
    out = [json.loads(line) for line in answer.stdout.splitlines()]
    assert "still to come" in out[1]["error"]
    assert "offset" in out[2]["error"]
    assert out[3]["at"] == times[3]
