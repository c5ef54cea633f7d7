"""What is said of a rumour at each of its turns."""

from collections.abc import Iterator
from datetime import datetime

from firsthand.listen.calmed import Calmed
from firsthand.listen.pipeline import messages as say
from firsthand.listen.pipeline.followed import SILENT, Followed
from firsthand.listen.pipeline.outlook import outlook_of, where_it_goes
from firsthand.records.message import Message, Said
from firsthand.records.signal import Course, Outlook, Signal, SignalKind, State
from firsthand.records.spans import moment, span

CLAIM = 120
"""Characters shown of a rumour's claim."""
REAL, HEAVY = 0.35, 0.65
"""From where on what a rumour could damage (0–1) is called real, and heavy."""


def tell(rumour: Followed, at: datetime, found: Calmed | None = None) -> Signal:
    """Give the signal of a rumour as it stands, and note that it was told.

    `found`: what a look after the answer found.
    """
    outlook = outlook_of(rumour.growth, at)
    first = rumour.told == 0
    signal = Signal(
        id=rumour.id,
        kind=SignalKind.RUMOUR,
        leader=rumour.leader,
        at=at,
        says=_says(rumour, at, found),
        watches=tuple(rumour.watches),
        proofs=tuple(rumour.proofs),
        p=rumour.p,
        figures={"harm": rumour.harm, "posts": rumour.posts, "voices": len(rumour.voices)},
        state=rumour.state,
        number=rumour.number if first else rumour.number + 1,
        details=tuple(_details(rumour, outlook, found)),
        since=rumour.since,
        answered=rumour.answered,
        starter=rumour.first,
        course=_course(rumour, outlook, found),
    )
    rumour.number = signal.number
    rumour.told, rumour.told_at = rumour.posts, at
    rumour.foreseen = rumour.foreseen or outlook is not None
    return signal


def _says(rumour: Followed, at: datetime, found: Calmed | None) -> Said:
    claim, posts, voices = rumour.claim, rumour.posts, len(rumour.voices)
    match rumour.state:
        case State.ANSWERED if rumour.answered:
            length = span(rumour.answered - rumour.since)
            return say.ANSWERED(claim=claim, posts=posts, span=length)
        case State.CALMED | State.NOT_CALMED | State.UNSURE if found and rumour.answered:
            message = {State.CALMED: say.CALMED, State.UNSURE: say.UNSURE}
            return message.get(rumour.state, say.NOT_CALMED)(
                claim=claim, span=span(at - rumour.answered),
                before=round(found.pace_before), now=round(found.pace_now),
            )  # fmt: skip
        case State.FADED:
            return say.FADED(claim=claim, posts=posts, span=span(SILENT))
        case State.GROWING:
            return say.GROWS(claim=claim, posts=posts, voices=voices, before=rumour.told)
        case _:
            return say.RUMOUR(claim=claim, posts=posts, voices=voices)


def _details(rumour: Followed, outlook: Outlook | None, found: Calmed | None) -> Iterator[Said]:
    if rumour.first and rumour.first.at:
        author = f"@{rumour.first.author}" if rumour.first.author else say.SOMEBODY_LOW
        yield say.STARTED(author=author, time=moment(rumour.first.at))
    if found is not None:
        yield from _against_forecast(found)
        return
    if rumour.state in (State.OPEN, State.GROWING) and (carriers := rumour.carriers()):
        yield say.CARRIED(names=", ".join(f"@{name} ({posts})" for name, posts in carriers))
    if rumour.state in (State.OPEN, State.GROWING):
        yield say.HARM(p=round(100 * rumour.p), harm=_harm(rumour.harm)())
    if rumour.state is not State.FADED:
        yield from where_it_goes(outlook)


def _harm(harm: float) -> Message:
    return say.SMALL if harm < REAL else say.REAL if harm < HEAVY else say.HEAVY


def _against_forecast(found: Calmed) -> Iterator[Said]:
    """Say what came against what was forecast at the answer, and what that proves."""
    yield say.CAME(
        came=round(found.came), expected=round(found.expected),
        low=round(found.low), high=round(found.high),
    )  # fmt: skip
    if found.calmed:
        yield say.FEWER(chance=max(1, round(100 * found.chance)))
    elif found.calmed is None:
        yield say.AS_OTHERS()


def _course(rumour: Followed, outlook: Outlook | None, found: Calmed | None) -> Course:
    if found is None:
        return Course(outlook=outlook, answer=rumour.answer)
    return Course(
        outlook=outlook, answer=rumour.answer, came=found.came, expected=found.expected,
        low=found.low, high=found.high, chance=found.chance,
    )  # fmt: skip
