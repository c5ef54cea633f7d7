"""A signal as a press officer reads it: what, how big, since when, by whom, the posts, what next."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from firsthand.cli import listen_words as words
from firsthand.records.message import Message
from firsthand.records.signal import KIND_NAMES, STATE_NAMES, SignalKind, State
from firsthand.records.spans import moment, span

Line = Mapping[str, Any]
SHORT, SHOWN = 160, 5
_TIMED = (SignalKind.RUMOUR, SignalKind.SURGE, SignalKind.TREND)


def page(line: Line, lang: str) -> Iterator[str]:
    """Give the lines that show a signal, a blank one last; foreign text cannot steer a terminal."""
    for each in _lines(line, lang):
        yield "".join(char if char.isprintable() else " " for char in each)
    yield ""


def _lines(line: Line, lang: str) -> Iterator[str]:
    kind = KIND_NAMES[SignalKind(line["kind"])].text(lang)
    state = STATE_NAMES[State(line["state"])].text(lang)
    when = _moment(line["at"]) or "–"
    yield f"{kind} · {state} · {line['leader']} · {when}"
    yield f"  {line['says']}"
    if clock := _clock(line, lang):
        yield f"  {clock}"
    yield from (f"  {each}" for each in line["details"])
    if line["part_of"]:
        yield f"  {words.PART.text(lang)}"
    if line["course"] and line["course"]["answer"]:
        yield from _posts(words.ANSWER, [line["course"]["answer"]], lang)
    yield from _posts(words.EVIDENCE, line["evidence"], lang)
    yield from _posts(words.YOURS, line["own"], lang)
    if line["next"]:
        yield f"  {words.NEXT(what=line['next']).text(lang)}"


def _clock(line: Line, lang: str) -> str:
    clock = line["clock"]
    if SignalKind(line["kind"]) not in _TIMED or not clock["since"] or clock["seconds"] is None:
        return ""
    length = span(timedelta(seconds=clock["seconds"]))
    message = words.OVER if clock["answered"] else words.SINCE
    return message(time=_moment(clock["since"]), span=length).text(lang)


def _moment(at: str | None) -> str:
    return moment(datetime.fromisoformat(at).astimezone(UTC)) if at else ""


def _posts(title: Message, proofs: Sequence[Line], lang: str) -> Iterator[str]:
    if not proofs:
        return
    yield f"  {title.text(lang)}"
    for proof in proofs[:SHOWN]:
        yield from _post(proof, lang)
    if len(proofs) > SHOWN:
        yield f"    {words.MORE(n=len(proofs) - SHOWN).text(lang)}"


def _post(proof: Line, lang: str) -> Iterator[str]:
    text = " ".join(proof["text"].split())
    short = text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
    author = f"@{proof['author'].lstrip('@')}" if proof["author"] else words.SOMEBODY.text(lang)
    place = [
        each for each in (author, proof["network"], _moment(proof["at"]), proof["url"]) if each
    ]
    yield f"    {', '.join(place)}"
    yield f"      {short}"
    telling = [each for each in proof["words"] if any(char.isalnum() for char in each)]
    if telling:
        yield f"      → {', '.join(telling)}"


def tally(told: Mapping[str, Line], lang: str) -> Iterator[str]:
    """Give one line for each kind of signal: how many, and how things stand with them."""
    for kind in SignalKind:
        states = Counter(State(line["state"]) for line in told.values() if line["kind"] == kind)
        if states:
            parts = (
                f"{STATE_NAMES[each].text(lang)} {states[each]}" for each in State if states[each]
            )
            total = sum(states.values())
            said = words.TALLY(kind=KIND_NAMES[kind], n=total, states=", ".join(parts))
            yield f"  {said.text(lang)}"
