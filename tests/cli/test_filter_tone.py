"""`firsthand analyse tone` and `language`: one answer for each line, in order."""

import json

from click.testing import CliRunner

from firsthand.cli.filters.language import command as language
from firsthand.cli.filters.tone import command as tone

LINES = b"""{"id": "1", "text": "Bravo, quelle belle r\xc3\xa9ussite !", "lang": "fr"}
not json
{"id": "3", "text": "Great, another outage"}
{"id": "4"}
"""


def test_each_line_gets_its_tone() -> None:
    done = CliRunner().invoke(tone, input=LINES)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line.get("id") for line in said] == ["1", None, "3", "4"]
    assert [line.get("tone") for line in said] == [2, None, 0, None]
    assert ["error" in line for line in said] == [False, True, False, True]
    assert all(abs(sum(line["p"]) - 1) < 0.001 for line in said if "p" in line)
    assert all(line["p"].index(max(line["p"])) == line["tone"] for line in said if "p" in line)


def test_each_line_gets_its_language() -> None:
    done = CliRunner().invoke(language, input=LINES)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line.get("lang") for line in said] == ["fr", None, "en", None]
