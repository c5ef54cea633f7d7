"""Carrying out the imports that wait, one at a time.

The work is state on the row: whoever takes an import leases it for a minute and
renews the lease after each batch. When that process dies, the lease runs out and
the next one begins the import again, which finds stored what was stored. No queue
library is needed for that, and nothing but the desk's own process to run.
"""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from firsthand.library import messages, uploads
from firsthand.library.importing import ImportReport, import_archive
from firsthand.library.models import Import
from firsthand.records.clock import Clock, SystemClock
from firsthand.records.errors import FirsthandError
from firsthand.records.message import Said

LEASE = timedelta(minutes=1)
MAX_ATTEMPTS = 3

logger = logging.getLogger(__name__)


class LeaseLost(Exception):
    """Somebody else took the import over, or it was deleted: stop without a trace."""


def step(clock: Clock | None = None) -> bool:
    """Carry out the import that has waited longest; False when none waits."""
    clock = clock or SystemClock()
    brought = _take(clock.now())
    if brought is None:
        return False
    if brought.attempts > MAX_ATTEMPTS:
        _fail(brought, messages.BROKE_OFF(times=MAX_ATTEMPTS), clock.now())
    else:
        _carry_out(brought, clock)
    return True


def _take(now: datetime) -> Import | None:
    with transaction.atomic():
        waiting = Import.objects.select_for_update(of=("self",)).filter(
            Q(state=Import.State.WAITING) | Q(state=Import.State.RUNNING, leased_until__lt=now)
        )
        brought = waiting.select_related("leader").order_by("pk").first()
        if brought is not None:
            brought.state = Import.State.RUNNING
            brought.attempts += 1
            brought.started = now
            brought.leased_until = now + LEASE
            brought.save()
    return brought


def _carry_out(brought: Import, clock: Clock) -> None:
    def show(report: ImportReport, progress: float | None) -> None:
        _renew(brought, report, progress, clock.now())

    try:
        report = import_archive(brought.leader, uploads.paths(brought), show)
    except LeaseLost:
        logger.warning("import %s: taken over by another process", brought.pk)
    except (KeyboardInterrupt, SystemExit):
        _release(brought)
        raise
    except FirsthandError as error:
        _fail(brought, error.said, clock.now())
    except Exception as error:  # the row must say that it ended, whatever happened
        logger.exception("import %s: broke off", brought.pk)
        _fail(brought, messages.UNEXPECTED(what=type(error).__name__), clock.now())
    else:
        _end(brought, report, clock.now())


def _release(brought: Import) -> None:
    """Let the import begin again as soon as the desk is opened again."""
    Import.objects.filter(pk=brought.pk, state=Import.State.RUNNING).update(
        state=Import.State.WAITING, leased_until=None, attempts=brought.attempts - 1
    )


def _renew(brought: Import, report: ImportReport, progress: float | None, now: datetime) -> None:
    mine = Import.objects.filter(
        pk=brought.pk, state=Import.State.RUNNING, attempts=brought.attempts
    )
    counts = _counts(report)
    if not mine.update(progress=progress, leased_until=now + LEASE, **counts):
        raise LeaseLost


def _end(brought: Import, report: ImportReport, now: datetime) -> None:
    if report.faults and not report.posts:
        first = next(found for found in report.reasons if found.fault)
        _record(brought, report)
        said = messages.NOTHING_READABLE(name=brought.name, place=first.place, reason=first.reason)
        _fail(brought, said, now)
        return
    _record(brought, report)
    _close(brought, Import.State.DONE, now)


def _record(brought: Import, report: ImportReport) -> None:
    reasons = [
        {"place": found.place, "fault": found.fault, "en": found.reason.text("en"),
         "fr": found.reason.text("fr")}
        for found in report.reasons
    ]  # fmt: skip
    Import.objects.filter(pk=brought.pk).update(reasons=reasons, **_counts(report))


def _counts(report: ImportReport) -> dict[str, object]:
    return {
        "format": report.format[:80],
        "imported": report.imported,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
    }


def _fail(brought: Import, said: Said, now: datetime) -> None:
    error = {"en": said.text("en"), "fr": said.text("fr")}
    Import.objects.filter(pk=brought.pk).update(error=error)
    _close(brought, Import.State.FAILED, now)


def _close(brought: Import, state: str, now: datetime) -> None:
    Import.objects.filter(pk=brought.pk).update(state=state, ended=now, leased_until=None, path="")
    uploads.discard(brought)
