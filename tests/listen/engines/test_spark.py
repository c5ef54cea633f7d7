"""The Spark engine on a real cluster: the signals of the local engine, each once, come what may."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.listen.pipeline.streams import pipeline, stream, written

from firsthand.listen.engines.local import Home, Lines
from firsthand.listen.engines.local import listen as listen_here
from firsthand.listen.engines.local.chunks import MARK
from firsthand.records.errors import BadInput
from firsthand.records.signal import telling

pytestmark = [
    pytest.mark.spark,
    # py4j leaves its sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
FILES = 12


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Give a cluster."""
    pytest.importorskip("pyspark", reason="install Firsthand with its “spark” extra")
    from tests.listen.engines.cluster import cluster

    with cluster(tmp_path_factory.mktemp("cluster")) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of files, the one older than the next."""
    lines = written(stream(1_200)).splitlines(keepends=True)
    lines[0] = MARK + lines[0]
    lines[7:7] = [b"not a post\n", b"\xff\xfe\n", b"\n"]
    found = tmp_path / "files"
    found.mkdir()
    size = -(-len(lines) // FILES)
    for number in range(FILES):
        path = found / f"part-{number:03}.jsonl"
        path.write_bytes(b"".join(lines[number * size : (number + 1) * size]))
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    return found


def kept(home: Path) -> list[dict[str, Any]]:
    with Home(home) as opened:
        return sorted(opened.untold("en"), key=lambda line: (line["id"], line["number"]))


def here(folder: Path, home: Path) -> list[dict[str, Any]]:
    with Home(home) as opened:
        for _ in listen_here(
            [Lines(path) for path in sorted(folder.iterdir())], pipeline(), opened
        ):
            pass
    return kept(home)


def there(url: str, folder: Path, home: Path, at_once: int = FILES) -> list[str]:
    from firsthand.listen.engines.spark import Stream, listen

    told: list[str] = []
    with Home(home) as opened:
        listen(
            url,
            Stream(folder, home / "checkpoint", at_once),
            pipeline(),
            opened,
            lambda signals: told.extend(telling(signal.id, signal.number) for signal in signals),
        )
    return told


def test_a_cluster_hears_what_one_process_hears(master: Any, folder: Path, tmp_path: Path) -> None:
    told = there(master.url, folder, tmp_path / "there")
    assert kept(tmp_path / "there") == here(folder, tmp_path / "here")
    assert len(told) == len(set(told)) == len(kept(tmp_path / "there")) > 0


def test_a_restart_goes_on_from_the_checkpoint(master: Any, folder: Path, tmp_path: Path) -> None:
    later = tmp_path / "later"
    later.mkdir()
    for path in sorted(folder.iterdir())[FILES // 2 :]:
        path.rename(later / path.name)
    first = there(master.url, folder, tmp_path / "home", at_once=2)
    for path in sorted(later.iterdir()):
        path.rename(folder / path.name)
    second = there(master.url, folder, tmp_path / "home", at_once=2)
    assert not set(first) & set(second)
    assert there(master.url, folder, tmp_path / "home") == []
    heard = here(folder, tmp_path / "here")
    whole = {telling(line["id"], line["number"]) for line in heard}
    # The end of the first run judged a step that was still running: it may be told with another count.
    assert whole <= set(first) | set(second)


def test_a_worker_killed_midway_changes_nothing(master: Any, folder: Path, tmp_path: Path) -> None:
    killer = threading.Timer(4.0, master.kill_worker, [0])
    killer.start()
    begun = time.monotonic()
    there(master.url, folder, tmp_path / "there", at_once=1)
    assert time.monotonic() - begun > 4.0, "the worker was killed after all was over"
    killer.join()
    assert kept(tmp_path / "there") == here(folder, tmp_path / "here")


def test_a_folder_without_a_post_is_refused(master: Any, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "notes.txt").write_bytes(b"not a post\n")
    with pytest.raises(BadInput, match="Nothing in files could be read as a post"):
        there(master.url, folder, tmp_path / "home")
