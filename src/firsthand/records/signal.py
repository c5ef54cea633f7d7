"""A signal: something heard that is worth the leader's time, with the posts and words that say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from firsthand.records.message import Message, Said


class SignalKind(StrEnum):
    """What a signal is."""

    QUESTION = "question"
    THANKS = "thanks"
    RECOGNITION = "recognition"
    INVITATION = "invitation"
    SURGE = "surge"
    RUMOUR = "rumour"


KIND_NAMES = {
    SignalKind.QUESTION: Message("Question", "Question"),
    SignalKind.THANKS: Message("Somebody to thank", "À remercier"),
    SignalKind.RECOGNITION: Message("Work to recognise", "Travail à saluer"),
    SignalKind.INVITATION: Message("A conversation to join", "Conversation à rejoindre"),
    SignalKind.SURGE: Message("Surge", "Poussée"),
    SignalKind.RUMOUR: Message("Rumour", "Rumeur"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A post that speaks for a signal, and the words of it that do."""

    id: str
    text: str
    author: str = ""
    network: str = ""
    at: datetime | None = None
    url: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One finding. `id` stays the same when the same posts are heard again.

    `watches`: names of the queries concerned; `p`: how sure it is, None where that
    has no meaning; `says`: one sentence; `figures`: counts and the like, by name.
    """

    id: str
    kind: SignalKind
    leader: str
    at: datetime | None
    says: Said
    watches: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    p: float | None = None
    figures: Mapping[str, float]


def to_line(signal: Signal, lang: str) -> dict[str, Any]:
    """Write a signal as the dictionary of one JSON line, its sentence in the reader's language."""
    return {
        "id": signal.id,
        "kind": signal.kind.value,
        "leader": signal.leader,
        "at": signal.at.isoformat() if signal.at else None,
        "says": signal.says.text(lang),
        "watches": list(signal.watches),
        "p": signal.p,
        "figures": dict(signal.figures),
        "evidence": [_proof(proof) for proof in signal.proofs],
    }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "id": proof.id,
        "author": proof.author,
        "network": proof.network,
        "at": proof.at.isoformat() if proof.at else None,
        "url": proof.url,
        "text": proof.text,
        "words": list(proof.words),
    }
