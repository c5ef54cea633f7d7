"""A real Spark cluster on this machine: a standalone master and two workers."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyspark

HOME = Path(pyspark.__file__).parent
PATIENCE = 90.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass
class Cluster:
    """Where the master listens, and its processes; the workers come after the master."""

    folder: Path
    url: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, name: str, *given: str) -> Path:
        """Start a part of the cluster, and give its log."""
        log = self.folder / f"{name}.log"
        env = {
            **os.environ,
            "SPARK_HOME": str(HOME),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_WORKER_DIR": str(self.folder / name),
            "PYSPARK_PYTHON": sys.executable,
        }
        with log.open("wb") as out:
            started = subprocess.Popen(
                [HOME / "bin" / "spark-class", *given],
                stdout=out, stderr=out, env=env, start_new_session=True,
            )  # fmt: skip
        self.processes.append(started)
        return log

    def kill_worker(self, which: int) -> None:
        """Kill a worker and what it runs, at once."""
        process = self.processes[1 + which]
        for child in children(process.pid):
            os.kill(child, signal.SIGKILL)
        os.killpg(process.pid, signal.SIGKILL)

    def stop(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=30)


def children(pid: int) -> list[int]:
    """Give the processes that a process started, and theirs."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, check=False)
    own = [int(line) for line in found.stdout.split()]
    return [*own, *(below for child in own for below in children(child))]


def wait_for(log: Path, words: str) -> None:
    end = time.monotonic() + PATIENCE
    while not re.search(words, log.read_text("utf-8", "replace")):
        if time.monotonic() > end:
            raise TimeoutError(f"{words}: {log.read_text('utf-8', 'replace')[-2000:]}")
        time.sleep(0.2)


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Give a cluster that is up, and take it down afterwards."""
    made = Cluster(folder)
    port = free_port()
    made.url = f"spark://127.0.0.1:{port}"
    deploy = "org.apache.spark.deploy"
    try:
        log = made.start(
            "master", f"{deploy}.master.Master", "--host", "127.0.0.1", "--port", str(port),
            "--webui-port", str(free_port()),
        )  # fmt: skip
        wait_for(log, "I have been elected leader")
        for number in range(workers):
            made.start(
                f"worker{number}", f"{deploy}.worker.Worker", made.url, "--host", "127.0.0.1",
                "--webui-port", str(free_port()), "--cores", "1", "--memory", "1g",
            )  # fmt: skip
        for number in range(workers):
            wait_for(folder / f"worker{number}.log", "Successfully registered")
        yield made
    finally:
        made.stop()
