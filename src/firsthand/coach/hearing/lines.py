"""Lines of what was heard: posts, signals as `firsthand listen --json` prints them, trends.

{"text": "…", "at": "…", "author": "…"}                   a post
{"kind": "rumour", "at": "…", "evidence": [{"text": …}]}  a signal
{"trend": "#vivatech", "state": "stale", "says": "…"}     a trend
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from firsthand.coach import messages as say
from firsthand.coach.context import OpenSignal, Trend, TrendState
from firsthand.coach.quoting import short
from firsthand.coach.reading import Reading
from firsthand.coach.stems import content
from firsthand.records.errors import BadInput
from firsthand.records.message import Said
from firsthand.records.post import Post, from_line, read_time
from firsthand.records.signal import SignalKind

OPEN = timedelta(days=7)
"""How long a signal is taken for open when nothing says that it ended."""
SHARED = 0.6
"""Share of a signal's posts that hold a word for it to be its subject."""
MOST = 2
TRAGEDY = "tragedy"


@dataclass(frozen=True, slots=True)
class Given:
    """What the lines hold; `asked` are the posts of signals that are questions.

    `skipped` tells of each line that is none of these what it should have been.
    """

    posts: tuple[Post, ...]
    signals: tuple[OpenSignal, ...]
    trends: tuple[Trend, ...]
    asked: tuple[Post, ...]
    skipped: tuple[Said, ...]


def given(lines: Iterable[Mapping[str, Any]], now: datetime) -> Given:
    """Read lines; what cannot be read is left out and told."""
    posts: list[Post] = []
    rumoured: list[tuple[str, tuple[Post, ...]]] = []
    trends: list[Trend] = []
    asked: list[Post] = []
    skipped: list[Said] = []
    for line in lines:
        try:
            if "trend" in line:
                trends.append(_trend(line))
            elif "evidence" not in line:
                posts.append(from_line(line))
            elif line.get("kind") == SignalKind.QUESTION:
                asked += _evidence(line)
            else:
                rumoured += _rumoured(line, now)
        except BadInput as error:
            skipped.append(error.said)
    signals = tuple(_signals(rumoured))
    return Given(tuple(posts), signals, tuple(trends), tuple(asked), tuple(skipped))


def _trend(line: Mapping[str, Any]) -> Trend:
    term, state = line["trend"], line.get("state")
    if not isinstance(term, str) or not term.strip():
        raise BadInput(say.HEARD_FIELD(name="trend", what=say.A_TERM()))
    if state not in set(TrendState):
        raise BadInput(say.HEARD_FIELD(name="state", what=", ".join(TrendState)))
    since = line.get("since")
    return Trend(
        term=term.strip(),
        state=TrendState(state),
        says=str(line.get("says") or ""),
        since=read_time(since) if since is not None else None,
    )


def _evidence(line: Mapping[str, Any]) -> list[Post]:
    evidence = line["evidence"]
    if not isinstance(evidence, list) or not all(isinstance(one, dict) for one in evidence):
        raise BadInput(say.HEARD_FIELD(name="evidence", what=say.POSTS()))
    return [from_line(one) for one in evidence]


def _rumoured(line: Mapping[str, Any], now: datetime) -> Iterator[tuple[str, tuple[Post, ...]]]:
    """Read a rumour or a tragedy that is still open; other kinds say nothing of a draft."""
    if line.get("kind") not in {SignalKind.RUMOUR, TRAGEDY} or line.get("state") == "closed":
        return
    if line.get("at") is None or now - read_time(line["at"]) <= OPEN:
        yield str(line["kind"]), tuple(_evidence(line))


def _signals(found: Sequence[tuple[str, tuple[Post, ...]]]) -> Iterator[OpenSignal]:
    """Name each signal by what its posts share, above all by what other signals share too."""
    held = [_held(posts) for _, posts in found]
    everywhere = sum(held, Counter[str]())
    for (kind, posts), words in zip(found, held, strict=True):
        shared = [word for word in words if words[word] >= max(2, SHARED * len(posts))]
        shared.sort(key=lambda word: (-everywhere[word], word))
        phrases = [word for word in shared if 2 * everywhere[word] >= everywhere[shared[0]]]
        if phrases:
            said = short(posts[0].text)
            yield OpenSignal(kind=kind, phrases=tuple(phrases[:MOST]), says=said, posts=posts)


def _held(posts: Iterable[Post]) -> Counter[str]:
    """Count in how many posts each word stands, names left out."""
    held: Counter[str] = Counter()
    for post in posts:
        reading = Reading(post.text, post.lang)
        words = {reading.forms[i] for _, i in content(reading) if not reading.is_name(i)}
        held.update(words)
    return held
