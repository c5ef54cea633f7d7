"""A key pressed in a draft of 3,000 characters: all that the desk does before the marks come back.

The desk is the demo's in a folder and a process of its own, the voice learnt, everything
the coach knows at hand. What is measured is the whole answer to one edit: session, ledger,
revision, review, counters, page parts. What the browser adds is printed by
`pytest -m browser -s tests/web/test_write_browser.py -k marks`.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter, process_time

from firsthand.cli.benchmarks import Row, at_most

KEYS = 60
WARM = 10
LIMIT = 150  # milliseconds, from the key to the marks
LINE = "Nous ouvrons un atelier à Brest parce que nos apprentis l'ont demandé. "


def run() -> list[Row]:
    """Give the time of a key by the processor and by the clock, and against the review alone."""
    with tempfile.TemporaryDirectory(prefix="firsthand-bench-") as home:
        env = {**os.environ, "FIRSTHAND_HOME": home}
        env.pop("DATABASE_URL", None)
        script = "from firsthand.cli.benchmarks.write import measure; measure()"
        told = subprocess.run(
            [sys.executable, "-c", script], env=env, check=True, stdout=subprocess.PIPE
        )
    taken: dict[str, float] = json.loads(told.stdout)
    name = "a key in 3,000 characters, at the desk"
    return [
        Row(f"{name}, median, processor", taken["processor"], "ms"),
        at_most(f"{name}, p95, clock", taken["clock"], "ms", LIMIT),
        Row(f"{name} / the review alone", taken["processor"] / taken["review"], "×"),
    ]


def measure() -> None:
    """Write in a draft of the demo leader and print the times as JSON."""
    from firsthand.config.desk import open_desk

    open_desk()
    from django.test import Client

    from firsthand.desk import drafts, voices
    from firsthand.desk.coaching import beside
    from firsthand.people.founding import person_here
    from firsthand.web.demo import open_demo

    person = person_here()
    leader = open_demo(person)
    voices.step()
    draft = drafts.begin(leader, person, text=LINE * 42, networks=["x", "linkedin"])
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    length, version = len(LINE) * 42, drafts.find(leader, draft.pk).ledger.version
    address = f"/{leader.slug}/write/{draft.pk}/edits"

    def press(key: int) -> None:
        nonlocal version
        edit = {"at": length + key, "out": "", "put": "x", "how": "typed"}
        sent = {"client": "bench", "first": key + 1, "base": version, "edits": [edit]}
        answer = client.post(address, json.dumps(sent), content_type="application/json")
        version = answer.json()["version"]

    keys = [_taken(press, key) for key in range(KEYS)][WARM:]
    ledger = drafts.find(leader, draft.pk).ledger
    alone = [_taken(lambda _: beside(leader, draft, ledger), key) for key in range(KEYS)][WARM:]
    found = {
        "processor": median(busy for busy, _ in keys),
        "clock": quantiles([clock for _, clock in keys], n=20)[-1],
        "review": median(busy for busy, _ in alone),
    }
    sys.stdout.write(json.dumps(found))


def _taken(work: Callable[[int], object], key: int) -> tuple[float, float]:
    """Give the milliseconds of the processor and of the clock."""
    busy, clock = process_time(), perf_counter()
    work(key)
    return (process_time() - busy) * 1000, (perf_counter() - clock) * 1000
