"""The local engine: kept, resumed, and killed at any moment without a signal lost or doubled."""

import bz2
import gzip
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from time import sleep

import pytest
from tests.listen.pipeline.streams import pipeline, stream, written

from firsthand.listen.engines.local import Home, Lines, Pipe, files, listen, open_source, pipe
from firsthand.listen.pipeline.decoding import decode
from firsthand.records.errors import BadInput, Corrupt

WORKER = """
import sys
from pathlib import Path
from firsthand.listen.engines.local import Home, Lines, Pipe, files, listen, pipe, running
from tests.listen.pipeline.streams import pipeline
running.SAVE_EVERY, running.SHARE = 0.1, 0
files.SIZE, pipe.BATCH, pipe.PATIENCE = 8_192, 64, 0.01
with Home(Path(sys.argv[1])) as home:
    source = Pipe() if sys.argv[2] == "-" else Lines(Path(sys.argv[2]))
    for step in listen([source], pipeline(), home):
        print(len(step.signals), flush=True)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "stream.jsonl"
    path.write_bytes(written(stream(600)))
    return path


def kept(folder: Path) -> list[str]:
    with Home(folder) as home:
        return sorted(line["id"] for line in home.untold("en"))


def run(folder: Path, file: Path) -> None:
    with Home(folder) as home:
        for _ in listen([Lines(file)], pipeline(), home):
            pass


def test_what_was_heard_is_kept_and_can_be_searched(tmp_path: Path, file: Path) -> None:
    run(tmp_path / "a", file)
    with Home(tmp_path / "a") as home:
        found = home.search("velzanor ferme")
        assert found
        assert all("Velzanor" in text for _, text in found)
        lines = home.untold("fr")
        home.told(line["id"] for line in lines[1:])
        assert home.untold("fr") == lines[:1]


def test_words_that_were_not_indexed_before_a_kill_are_found_after_it(
    tmp_path: Path, file: Path
) -> None:
    lines = file.read_bytes().splitlines()
    with Home(tmp_path / "whole") as home:
        home.keep(pipeline().take(decode(lines, Counter())).heard, [])
        expected = home.search("velzanor ferme", most=500)
    killed = Home(tmp_path / "killed")
    killed.keep(pipeline().take(decode(lines, Counter())).heard, [])
    killed._database.close()  # as if killed: nothing is done on the way out
    killed._lock.close()
    with Home(tmp_path / "killed") as home:
        assert home.search("velzanor ferme", most=500) == expected
        assert len(expected) > 50


def test_a_second_run_goes_on_where_the_first_stopped(tmp_path: Path, file: Path) -> None:
    whole = tmp_path / "whole"
    run(whole, file)
    part, content = tmp_path / "part.jsonl", file.read_bytes().splitlines(keepends=True)
    part.write_bytes(b"".join(content[:4]))
    run(tmp_path / "b", part)
    with part.open("ab") as more:
        more.writelines(content[4:])
    run(tmp_path / "b", part)
    run(tmp_path / "b", part)
    assert kept(tmp_path / "b") == kept(whole)


@pytest.mark.slow
def test_killed_again_and_again_on_a_file(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "SIZE", 8_192)
    run(tmp_path / "whole", file)
    random = Random(1)
    folder, kills = tmp_path / "killed", 0
    while True:
        worker = start(folder, str(file))
        if kills < 4 and follow(worker, random.randint(1, 9)):
            kills += 1
            continue
        follow(worker, None)
        assert worker.wait() == 0
        break
    assert kills >= 2
    assert kept(folder) == kept(tmp_path / "whole")


@pytest.mark.slow
def test_killed_again_and_again_on_a_pipe(tmp_path: Path, file: Path) -> None:
    """Whoever feeds the pipe goes on from a cursor a little before what was taken in last."""
    whole = set(by_post(tmp_path / "whole", file))
    lines = file.read_bytes().splitlines(keepends=True)
    random = Random(2)
    folder = tmp_path / "killed"
    for turn in range(4):  # killed three times, then left to the end
        at = cursor(folder)
        worker = start(folder, "-")
        feeder = threading.Thread(target=feed, args=(worker, lines[max(0, at - 100) :]))
        feeder.start()
        follow(worker, random.randint(1, 3) if turn < 3 else None)
        worker.wait()
        feeder.join()
    found = by_post(folder)
    assert len(found) == len(set(found))
    assert set(found) == whole


def by_post(folder: Path, file: Path | None = None) -> list[str]:
    """Give the posts of the signals that one post makes, whatever was heard with it."""
    if file is not None:
        run(folder, file)
    with Home(folder) as home:
        lines = home.untold("en")
    return [line["evidence"][0]["id"] for line in lines if line["kind"] in ("question", "thanks")]


def cursor(folder: Path) -> int:
    """Give how many lines of the pipe are surely taken in."""
    with Home(folder) as home:
        state = home.load()
    return state["cursors"]["-"] if state else 0


def start(folder: Path, source: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), source],
        stdin=subprocess.PIPE if source == "-" else subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONPATH": "src:."},
    )  # fmt: skip


def feed(worker: subprocess.Popen[bytes], lines: list[bytes]) -> None:
    assert worker.stdin is not None
    try:
        for at in range(0, len(lines), 100):
            worker.stdin.write(b"".join(lines[at : at + 100]))
            worker.stdin.flush()
            sleep(0.05)
    except BrokenPipeError:
        pass
    finally:
        with suppress(BrokenPipeError):
            worker.stdin.close()


def follow(worker: subprocess.Popen[bytes], steps: int | None) -> bool:
    """Read what a worker says; after so many steps kill it, and say whether it was killed."""
    assert worker.stdout is not None
    with worker.stdout as told:
        for seen, _ in enumerate(told, 1):
            if seen == steps:
                worker.send_signal(signal.SIGKILL)
                worker.wait()
                return True
    return False


def test_one_listener_at_a_time(tmp_path: Path) -> None:
    with Home(tmp_path), pytest.raises(BadInput, match="Another process is listening"):
        Home(tmp_path)


@pytest.mark.parametrize("cut", [slice(0, 100), slice(0, -1), slice(5, None)])
def test_a_damaged_state_stops_loudly(tmp_path: Path, file: Path, cut: slice) -> None:
    run(tmp_path / "a", file)
    state = tmp_path / "a" / "listening.state"
    state.write_bytes(state.read_bytes()[cut])
    with pytest.raises(Corrupt, match="damaged"):
        run(tmp_path / "a", file)


def test_lines_longer_than_any_post_are_skipped_without_being_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LONGEST", 1_000)
    file = tmp_path / "long.jsonl"
    line = json.dumps({"text": "x" * 5_000}).encode() + b"\n"
    file.write_bytes(line + b'{"text": "kept"}\n' + line + line.strip())
    chunks = list(Lines(file).read(0))
    assert [each.text for chunk in chunks for each in chunk.lines] == ["kept"]
    assert sum(sum(chunk.skipped.values()) for chunk in chunks) == 3
    assert chunks[-1].cursor == file.stat().st_size


def test_a_pipe_gives_what_has_come_when_it_falls_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipe, "PATIENCE", 0.01)
    read, write = os.pipe()
    os.write(write, b'{"text": "one"}\n{"text": "tw')
    chunks = Pipe(read).read(0)
    assert [line.text for line in next(chunks).lines] == ["one"]
    os.write(write, b'o"}\n{"text": "three"}')
    os.close(write)
    assert [line.text for chunk in chunks for line in chunk.lines] == ["two", "three"]
    os.close(read)


def test_a_byte_order_mark_at_the_very_start_of_a_pipe_is_no_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pipe, "PATIENCE", 0.01)
    read, write = os.pipe()
    os.write(write, b'\xef\xbb\xbf{"text": "one"}\n')
    chunks = Pipe(read).read(0)
    assert [line.text for line in next(chunks).lines] == ["one"]
    os.write(write, b'\xef\xbb\xbf{"text": "two"}\n{"text": "three"}\n')
    os.close(write)
    assert [line.text for chunk in chunks for line in chunk.lines] == ["three"]
    os.close(read)


def test_a_pipe_says_that_it_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipe, "SILENCE", 0.01)
    read, write = os.pipe()
    chunks = Pipe(read).read(7)
    assert [(next(chunks).lines, next(chunks).cursor) for _ in range(2)] == [([], 7)] * 2
    os.write(write, b'{"text": "one"}\n')
    assert [line.text for line in next(chunk for chunk in chunks if chunk.lines).lines] == ["one"]
    os.close(write)
    assert [chunk for chunk in chunks if chunk.lines] == []
    os.close(read)


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{"id": str(n), "text": f"post {n}", "metrics": {"likes": n}} for n in range(10)]
    rows[3]["text"] = None
    path = tmp_path / "posts.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    source = open_source(str(path))
    (chunk,) = source.read(2)
    assert [line.id for line in chunk.lines] == ["2", "4", "5", "6", "7", "8", "9"]
    assert chunk.cursor == 10
    path.write_bytes(b"no parquet")
    with pytest.raises(BadInput, match="cannot be read as Parquet"):
        list(source.read(0))


def test_parquet_without_the_text_of_posts_is_refused(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "posts.parquet"
    parquet.write_table(pyarrow.Table.from_pylist([{"id": "1", "body": "one"}]), path)
    with pytest.raises(BadInput, match="no column “text”, only id, body;") as refused:
        list(open_source(str(path)).read(0))
    assert "pas de colonne « text »" in refused.value.text("fr").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("compress", "program"), [(gzip.compress, "zcat"), (bz2.compress, "bzcat")]
)
def test_a_compressed_file_is_refused_with_the_way_to_read_it(
    tmp_path: Path, compress: Callable[[bytes], bytes], program: str
) -> None:
    path = tmp_path / "stream.jsonl"
    path.write_bytes(compress(b'{"text": "one"}\n'))
    with pytest.raises(BadInput, match=rf"{program} .*stream.jsonl \| firsthand listen -"):
        open_source(str(path))


def test_a_source_without_one_post_is_refused_when_all_else_is_kept(
    tmp_path: Path, file: Path
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(b"no JSON\n" * 3)
    for _ in range(2):
        with (
            Home(tmp_path / "a") as home,
            pytest.raises(BadInput, match=r"Nothing in bad.jsonl .* \(not JSON\)"),
        ):
            for _ in listen([Lines(bad), Lines(file)], pipeline(), home):
                pass
    run(tmp_path / "b", file)
    assert kept(tmp_path / "a") == kept(tmp_path / "b")
    with bad.open("ab") as more:
        more.write(b'{"text": "one"}\n')
    run(tmp_path / "a", bad)
    with bad.open("ab") as more:
        more.write(b'{"text": "on')
    run(tmp_path / "a", bad)


@pytest.mark.parametrize("content", [b"", b"\n\n", b'{"kind": "identity", "did": "did:plc:a"}\n'])
def test_a_source_with_nothing_to_hear_is_fine(tmp_path: Path, content: bytes) -> None:
    quiet = tmp_path / "quiet.jsonl"
    quiet.write_bytes(content)
    run(tmp_path / "a", quiet)


def test_a_folder_that_cannot_be_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInput, match="cannot hold what is heard"):
        Home(tmp_path / "file" / "home")


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "heard.sqlite3").write_bytes(b"nothing that was ever a database" * 40)
    with pytest.raises(Corrupt, match="damaged"):
        Home(tmp_path)
    with pytest.raises(Corrupt, match="damaged"):  # and no lock is left behind
        Home(tmp_path)
