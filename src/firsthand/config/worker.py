"""The desk's second process: it carries out what must not hold up a page.

`firsthand serve` starts it beside the pages and starts it again should it die. A
process of its own, because reading an archive would share one thread's time with
every page otherwise; no queue beside the database, because what there is to do is
rows with a lease already (see `library.work`).
"""

import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from typing import Self

from firsthand.config.desk import open_desk

PAUSE = 1.0  # seconds between two looks at what there is to do
COURTESY = 5  # pages come first where there are few processors
logger = logging.getLogger(__name__)


def work(parent: int) -> None:
    """Do what there is to do until the process that started this one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the parent, which stops us
    signal.signal(signal.SIGTERM, _leave)
    os.nice(COURTESY)
    open_desk(migrate=False)
    threading.Thread(target=_ready, daemon=True).start()
    steps = _steps()
    while os.getppid() == parent:
        done = [_safely(step) for step in steps]
        if not any(done):
            time.sleep(PAUSE)


def _steps() -> list[Callable[[], bool]]:
    """Give the works, each doing one thing when called and telling whether there was one."""
    from firsthand.desk import voices
    from firsthand.library import work as imports
    from firsthand.plan import archive_reading

    return [imports.step, archive_reading.step, voices.step]


def _ready() -> None:
    """Compile on a new machine what the first pages will need, while they are being read."""
    from firsthand.text.ready import ready

    ready()


def _safely(step: Callable[[], bool]) -> bool:
    from django.db import close_old_connections

    close_old_connections()
    try:
        return step()
    except Exception:
        logger.exception("%s failed; it is tried again", step.__module__)
        return False


def _leave(*_: object) -> None:
    raise SystemExit(0)


class Keeper:
    """Keeps one worker running beside the pages, until it is told to stop."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._keep, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join(timeout=15)

    def _keep(self) -> None:
        while not self._stopped.is_set():
            process = _start()
            while process.is_alive() and not self._stopped.wait(0.2):
                pass
            process.terminate()
            process.join(timeout=10)
            self._stopped.wait(PAUSE)


def _start() -> BaseProcess:
    process = multiprocessing.get_context("spawn").Process(
        target=work, args=(os.getpid(),), name="firsthand worker", daemon=True
    )
    process.start()
    return process
