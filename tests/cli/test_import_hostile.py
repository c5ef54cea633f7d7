"""`firsthand import` of what is no archive: exit code 1, one sentence, nothing changed."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.networks.archives.hostile import CASES, TWEETS, make

from firsthand.cli.main import main
from firsthand.people.models import Leader
from firsthand.records.message import french


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", CASES)
def test_one_sentence_on_stderr_and_nothing_stored(
    leader: Leader, name: str, lang: str, tmp_path: Path
) -> None:
    path, english, spoken = make(name, tmp_path)
    arguments = ["import", str(path), "--json"]
    answer = CliRunner().invoke(main, arguments, env={"FIRSTHAND_LANG": lang})
    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert answer.stderr.splitlines() == [french(spoken) if lang == "fr" else english]
    assert leader.posts.count() == 0


def test_a_refused_archive_takes_nothing_from_what_is_stored(
    leader: Leader, tmp_path: Path
) -> None:
    (tmp_path / "tweets.js").write_bytes(TWEETS)
    assert CliRunner().invoke(main, ["import", str(tmp_path / "tweets.js")]).exit_code == 0
    path, _, _ = make("half.js", tmp_path)
    assert CliRunner().invoke(main, ["import", str(path)]).exit_code == 1
    assert leader.posts.count() == 1


def test_a_file_cut_in_the_middle_gives_its_posts_and_says_so(
    leader: Leader, tmp_path: Path
) -> None:
    two = TWEETS[:-1] + TWEETS.replace(b'"1"', b'"2"').replace(b"window.YTD.tweets.part0 = [", b",")
    path = tmp_path / "tweets.js"
    path.write_bytes(two[:-10])
    answer = CliRunner().invoke(main, ["import", str(path)], env={"FIRSTHAND_LANG": "en"})
    assert answer.exit_code == 0
    assert leader.posts.count() == 1
    assert answer.stderr.splitlines() == [
        "skipped: tweets.js #2: the file ends in the middle of it",
        "skipped: tweets.js: “tweets.js” breaks off or is damaged: download the export again.",
    ]
