"""The signals of surges: one for each, told again when it is twice as large."""

from collections.abc import Iterator

from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.counts import STEP, Run, Surge
from firsthand.listen.pipeline.followed import Followed
from firsthand.listen.pipeline.outlook import outlook_of, where_it_goes
from firsthand.listen.pipeline.signals import name_of, usual
from firsthand.listen.pipeline.watched import TONES, Key
from firsthand.records.message import Said
from firsthand.records.signal import Course, Signal, SignalKind, State
from firsthand.records.spans import span
from firsthand.text.tone import NEGATIVE, POSITIVE

YEAR = 365
"""Nothing is called rarer than this many days: no past tells it."""
_SAYS = {
    TONES[NEGATIVE]: (say.SURGE_BAD, say.SURGE_BAD_AGAIN),
    TONES[POSITIVE]: (say.SURGE_GOOD, say.SURGE_GOOD_AGAIN),
}


def of_surge(
    surge: Surge, rumour: Followed | None, whole: tuple[Key, Run] | None = None
) -> Iterator[Signal]:
    """Give the signal of a surge when it is news: at first, then when it is twice as large.

    `rumour`: the one that most of its posts speak of; `whole`: a surge that it is a part of.
    """
    leader, watch = surge.key
    verdict, run = surge.verdict, surge.run
    if verdict.total < 2 * run.told:
        return
    run.told, run.number = verdict.total, run.number + 1
    at = surge.start + STEP
    outlook = outlook_of(run.growth, at)
    details = [*([say.MOSTLY(claim=rumour.claim)] if rumour else []), *where_it_goes(outlook)]
    yield Signal(
        id=_name(surge.key, run),
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
        part_of=rumour.id if rumour else _name(*whole) if whole else None,
    )


def _name(key: Key, run: Run) -> str:
    return name_of(SignalKind.SURGE, *key, run.start.isoformat())


def _surge_says(surge: Surge) -> Said:
    verdict = surge.verdict
    figures = {
        "count": round(verdict.total), "span": span(verdict.over),
        "expected": usual(verdict.usual), "watch": _where(surge.key[1]),
    }  # fmt: skip
    first, again = _SAYS.get(surge.key[1], (say.SURGE, say.SURGE_AGAIN))
    if surge.run.number:
        return again(**figures)
    days = round(verdict.days)
    rare = say.ONCE_IN_DAYS(days=days) if days <= YEAR else say.HARDLY_EVER()
    return first(**figures, rare=rare)


def _where(watch: str) -> Said | str:
    """Say where the posts of a watch are; one whose name is somebody's own is named as it is."""
    kind, _, name = watch.partition(": ")
    return say.WATCHES[kind](name=name) if kind in say.WATCHES else f"“{watch}”"
