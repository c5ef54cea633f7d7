import json

import pytest
from click.testing import CliRunner
from tests.coach.voice.made import authors

from firsthand.cli.filters.voice import command


def lines(path, author, texts, start=0):
    path.write_text(
        "".join(
            json.dumps(
                {
                    "id": i,
                    "at": f"2024-01-01T{i // 60:02}:{i % 60:02}:00Z",
                    "author": author,
                    "text": text,
                }
            )
            + "\n"
            for i, text in enumerate(texts, start)
        )
    )
    return str(path)


@pytest.fixture
def files(tmp_path):
    calm, loud, plain = authors(120)
    archive = lines(tmp_path / "own.jsonl", "calm", calm[:100])
    others = tmp_path / "others.jsonl"
    lines(tmp_path / "loud.jsonl", "loud", loud)
    lines(tmp_path / "plain.jsonl", "plain", plain)
    lines(tmp_path / "calm.jsonl", "calm", calm)
    others.write_text(
        "".join((tmp_path / f"{name}.jsonl").read_text() for name in ("loud", "plain", "calm"))
    )
    return archive, str(others), calm[100:], loud


def judged(arguments, *given):
    done = CliRunner().invoke(command, arguments, input="\n".join(map(json.dumps, given)))
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_text_and_several_are_judged_in_order(files):
    archive, others, own, loud = files
    arguments = ["--archive", archive, "--background", others]
    one, five, stranger = judged(
        arguments,
        {"id": 1, "text": own[0]},
        {"id": 2, "texts": own[:5]},
        {"id": 3, "text": loud[-1]},
    )
    assert [one["id"], five["id"], stranger["id"]] == [1, 2, 3]
    assert one["p"] > 0.5 > stranger["p"]
    assert five["p"] >= one["p"]
    assert one["low"] <= one["p"] <= one["high"]
    assert one["n"] == 100


def test_the_archives_own_author_in_the_background_is_not_a_rival(files):
    archive, others, own, _ = files
    (answer,) = judged(["--archive", archive, "--background", others], {"text": own[0]})
    assert answer["p"] > 0.5


def test_too_little_to_learn_from_gives_no_number_but_a_reason(files, tmp_path):
    _, others, own, _ = files
    few = lines(tmp_path / "few.jsonl", "calm", own)
    (answer,) = judged(["--archive", few, "--background", others], {"text": own[0]})
    assert answer["p"] is None
    assert "50" in answer["reasons"][0]


def test_a_line_that_is_no_list_of_texts_gets_an_error(files):
    archive, others, _, _ = files
    (answer,) = judged(["--archive", archive, "--background", others], {"texts": 3})
    assert "texts" in answer["error"]
