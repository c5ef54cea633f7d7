"""Other processes that decode and match: the same signals, whatever happens to them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest
from tests.listen.pipeline.streams import stream, written

from firsthand.listen.engines.local import Home
from firsthand.records.errors import BadInput

WORKER = """
import json, os, signal, sys
from pathlib import Path
from firsthand.listen.engines.local import Helpers, Home, Lines, files, listen, running
from tests.listen.pipeline.streams import pipeline
files.SIZE, files.LONGEST = 8_192, 5_000
running.SAVE_EVERY = 0.1
folder, path, count, lost = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
line = pipeline()
with Helpers(line.matcher, count) as helpers, Home(folder) as home:
    found = []
    for number, step in enumerate(listen([Lines(path)], line, home, helpers)):
        found += [signal.id for signal in step.signals]
        if lost == "helper" and number == 3:
            os.kill(helpers._helpers[0].process.pid, signal.SIGKILL)
        if lost == "all" and number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
    told = [[reason.en, count] for reason, count in line.skipped().items()]
    print(json.dumps([found, line.total, line.matched, told]))
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a stream with lines that are none, one of them longer than several batches."""
    lines = written(stream(600)).splitlines(keepends=True)
    lines.insert(70, b'{"text": "' + b"x" * 400_000 + b'"}\n')
    lines.insert(200, b"nonsense\n")
    path = tmp_path_factory.mktemp("stream") / "stream.jsonl"
    path.write_bytes(b"".join(lines))
    return path


def run(folder: Path, file: Path, helpers: int, lost: str = "") -> list[object] | None:
    done = subprocess.run(
        [sys.executable, "-c", WORKER, str(folder), str(file), str(helpers), lost],
        stdout=subprocess.PIPE, cwd=Path(__file__).parents[3], check=False,
        env={**os.environ, "PYTHONPATH": "src:."},
    )  # fmt: skip
    if lost == "all":
        assert done.returncode == -signal.SIGKILL
        return None
    found: list[object] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, file: Path) -> list[object]:
    found = run(tmp_path_factory.mktemp("alone"), file, 0)
    assert found is not None
    assert found[0]
    assert found[1] == 680
    return found


@pytest.mark.slow
def test_with_a_helper_as_alone(tmp_path: Path, file: Path, alone: list[object]) -> None:
    assert run(tmp_path, file, 1) == alone


@pytest.mark.slow
def test_a_helper_that_is_killed_changes_nothing(
    tmp_path: Path, file: Path, alone: list[object]
) -> None:
    assert run(tmp_path, file, 2, "helper") == alone


@pytest.mark.slow
def test_helpers_end_with_the_one_they_help(
    tmp_path: Path, file: Path, alone: list[object]
) -> None:
    run(tmp_path, file, 2, "all")
    until = monotonic() + 60
    while monotonic() < until:
        try:
            Home(tmp_path).__exit__(None, None, None)  # nobody holds its lock any more
            break
        except BadInput:
            sleep(0.05)
    again = run(tmp_path, file, 1)
    assert again is not None
    assert again[1:] == alone[1:]
