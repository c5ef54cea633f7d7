"""`firsthand serve`: one command, one address, a clean end."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.request import urlopen

import pytest
from click.testing import CliRunner, Result

from firsthand.cli.main import main
from firsthand.cli.serve import _own_machine

T = TypeVar("T")


def serve(*args: str) -> Result:
    return CliRunner().invoke(main, ["serve", *args], env={"FIRSTHAND_LANG": "en"})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def test_a_taken_port_is_one_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = serve("--port", str(port))
    assert answer.exit_code == 1
    assert f"Port {port} is taken" in answer.stderr
    assert f"--port {port + 1}" in answer.stderr


@pytest.mark.django_db
def test_other_machines_are_let_in_only_at_a_named_address() -> None:
    answer = serve("--host", "0.0.0.0", "--port", str(free_port()))
    assert answer.exit_code == 1
    assert "FIRSTHAND_ORIGIN" in answer.stderr


def test_an_address_of_another_machine() -> None:
    answer = serve("--host", "192.0.2.1")
    assert answer.exit_code == 1
    assert "192.0.2.1" in answer.stderr


@pytest.mark.parametrize(
    ("host", "own"),
    [("localhost", True), ("127.0.0.1", True), ("::1", True), ("0.0.0.0", False),
     ("192.168.1.4", False), ("desk.example.com", False)],
)  # fmt: skip
def test_which_addresses_are_this_machine_alone(host: str, own: bool) -> None:
    assert _own_machine(host) is own


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_desk_opens_works_and_closes(tmp_path: Path, ending: signal.Signals) -> None:
    port = free_port()
    env = {**os.environ, "FIRSTHAND_HOME": str(tmp_path), "FIRSTHAND_LANG": "en"}
    for name in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL"):
        env.pop(name, None)
    script = "from firsthand.cli.main import main; main()"
    desk = subprocess.Popen(
        [sys.executable, "-c", script, "serve", "--port", str(port)],
        env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert desk.stdout is not None
        assert f"http://localhost:{port}" in desk.stdout.readline()
        page = _until(lambda: urlopen(f"http://localhost:{port}/", timeout=30).read().decode())
        assert "Firsthand" in page
        style = re.search(r'href="(/static/[^"]+\.css)"', page)
        assert style is not None
        assert urlopen(f"http://localhost:{port}{style[1]}", timeout=10).status == 200
        children = _until(lambda: _children(desk.pid) or None)
    finally:
        desk.send_signal(ending)
        _, errors = desk.communicate(timeout=30)
    assert desk.returncode == 0, errors
    assert "Traceback" not in errors
    assert _until(lambda: not any(map(_alive, children)))


def _until(look: Callable[[], T], seconds: float = 20) -> T:
    """Look again until there is something to see; the desk takes a moment to open."""
    end = time.monotonic() + seconds
    while True:
        try:
            if found := look():
                return found
        except OSError:
            if time.monotonic() > end:
                raise
        assert time.monotonic() < end
        time.sleep(0.1)


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in listed]


def _alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "\nState:\tZ" not in status.read_text()
