"""The folder where what was heard is kept: each post and each signal once."""

from datetime import timedelta
from pathlib import Path

from tests.listen.pipeline.sagas import NOON, everyday, post
from tests.listen.pipeline.streams import pipeline, written

from firsthand.listen.engines.local import Home, Lines, listen
from firsthand.listen.pipeline.decoding import decode
from firsthand.records.signal import telling


def test_posts_without_an_id_are_each_kept_and_the_same_one_once(tmp_path: Path) -> None:
    posts = [
        post("", "Velzanor livre vite", NOON, "lea"), post("", "Velzanor livre vite", NOON, "paul"),
        post("a", "Velzanor livre vite", NOON, "zoe"), post("a", "Velzanor livre vite", NOON, "max", network="bluesky"),
    ]  # fmt: skip
    with Home(tmp_path) as home:
        for _ in range(2):
            line = pipeline()
            home.keep(line.take(decode(written(posts).splitlines(), line.left_out)).heard, [])
        assert sorted(author for author, _ in home.search("velzanor")) == [
            "lea",
            "max",
            "paul",
            "zoe",
        ]


def test_all_signals_are_kept_also_those_of_the_end(tmp_path: Path) -> None:
    file = tmp_path / "stream.jsonl"
    burst = [
        post(f"b{n}", f"Velzanor, {n} vélos", NOON + timedelta(seconds=n), f"a{n}")
        for n in range(90)
    ]
    file.write_bytes(written([*everyday(), *burst]))
    with Home(tmp_path / "home") as home:
        *steps, last = listen([Lines(file)], pipeline(), home)
        told = [each for step in (*steps, last) for each in step.signals]
        assert last.signals
        assert len(home.untold("en")) == len({telling(each.id, each.number) for each in told})
    alone = [each for step in listen([Lines(file)], pipeline()) for each in step.signals]
    assert alone == told
