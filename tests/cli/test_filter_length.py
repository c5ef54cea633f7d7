"""`firsthand analyse length` and `language`: a line in, a line out."""

import json

from click.testing import CliRunner

from firsthand.cli.main import main
from firsthand.text.many import MANY


def analyse(kind: str, lines: list[object]) -> list[dict[str, object]]:
    source = "".join(json.dumps(line) + "\n" for line in lines)
    answer = CliRunner().invoke(main, ["analyse", kind], input=source, env={"FIRSTHAND_LANG": "en"})
    assert answer.exit_code == 0
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_lengths_of_each_network() -> None:
    (found,) = analyse("length", [{"id": "1", "text": "👍 https://exemple.fr/page"}])
    assert found == {
        "id": "1",
        "networks": {
            "x": {"length": 26, "limit": 280, "fits": True},
            "linkedin": {"length": 25, "limit": 3000, "fits": True},
            "bluesky": {"length": 25, "limit": 300, "fits": True},
            "mastodon": {"length": 25, "limit": 500, "fits": True},
            "blog": {"length": 25, "limit": None, "fits": True},
        },
    }


def test_languages_of_few_lines_and_of_many() -> None:
    lines: list[object] = [{"id": 1, "text": "Merci à toutes et à tous"}, {"id": 2, "text": "123"}]
    few = analyse("language", lines)
    assert [(one["id"], one["lang"]) for one in few] == [(1, "fr"), (2, None)]
    assert analyse("language", lines * MANY)[:2] == few


def test_a_bad_line_stops_nothing() -> None:
    for kind in ("length", "language"):
        found = analyse(kind, [{"id": 1}, [], {"id": 3, "text": "Bonjour à tous"}])
        assert [set(one) for one in found[:2]] == [{"id", "error"}, {"error"}]
        assert found[2]["id"] == 3
