"""The signals of surges: one for each, told again when it is twice as large."""

from collections.abc import Iterator

from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.counts import STEP, Surge
from firsthand.listen.pipeline.followed import Followed
from firsthand.listen.pipeline.outlook import outlook_of, where_it_goes
from firsthand.listen.pipeline.signals import name_of
from firsthand.records.message import Said
from firsthand.records.signal import Course, Signal, SignalKind, State
from firsthand.records.spans import span

YEAR = 365
"""Nothing is called rarer than this many days: no past tells it."""


def of_surge(surge: Surge, part: Followed | None) -> Iterator[Signal]:
    """Give the signal of a surge when it is news: at first, then when it is twice as large.

    `part`: the rumour that most of its posts speak of.
    """
    leader, watch = surge.key
    verdict, run = surge.verdict, surge.run
    if verdict.count < 2 * run.told:
        return
    run.told, run.number = verdict.count, run.number + 1
    at = surge.start + STEP
    outlook = outlook_of(run.growth, at)
    details = [*([say.MOSTLY(claim=part.claim)] if part else []), *where_it_goes(outlook)]
    yield Signal(
        id=name_of(SignalKind.SURGE, leader, watch, run.start.isoformat()),
        kind=SignalKind.SURGE,
        leader=leader,
        at=at,
        says=_surge_says(surge),
        watches=(watch,),
        proofs=surge.proofs,
        p=round(verdict.score, 4),
        figures={
            "count": verdict.total,
            "expected": verdict.usual,
            "minutes": verdict.over.total_seconds() / 60,
            "days": verdict.days,
        },
        state=State.GROWING if run.number else State.OPEN,
        number=run.number,
        details=tuple(details),
        since=run.start,
        starter=surge.proofs[0] if surge.proofs and not run.number else None,
        course=Course(outlook=outlook),
        part_of=part.id if part else None,
    )


def _surge_says(surge: Surge) -> Said:
    verdict = surge.verdict
    figures = {
        "count": round(verdict.total), "span": span(verdict.over),
        "expected": round(verdict.usual, 1), "watch": surge.key[1],
    }  # fmt: skip
    if surge.run.number:
        return say.SURGE_AGAIN(**figures)
    days = round(verdict.days)
    rare = say.ONCE_IN_DAYS(days=days) if days <= YEAR else say.HARDLY_EVER()
    return say.SURGE(**figures, rare=rare)
