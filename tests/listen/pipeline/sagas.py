"""Made-up days around a leader: a rumour that grows, is answered, and goes on or calms."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from tests.listen.pipeline.streams import START, pipeline, written

from firsthand.listen.pipeline import Pipeline
from firsthand.listen.pipeline.decoding import decode
from firsthand.records.signal import Signal, SignalKind

NOON = START + timedelta(days=3, hours=4)
TOLD = [
    "Il paraît que Velzanor ferme son atelier de Lyon", "Velzanor ferme l'atelier de Lyon, c'est vrai ?",
    "On me dit que Velzanor va fermer l'atelier de Lyon. Source ?", "Fermeture de l'atelier Velzanor de Lyon : honteux",
    "Une source pour la fermeture de l'atelier lyonnais de Velzanor ?",
]  # fmt: skip
DENIED = [
    "Démenti : Velzanor ne ferme pas l'atelier de Lyon", "J'ai effacé mon message sur la fermeture de l'atelier Velzanor, c'était faux",
]  # fmt: skip
OTHER = [
    "Il paraît que Velzanor a pollué la rivière du Gier", "Velzanor et la pollution du Gier, c'est vrai ?",
    "On me dit que la rivière est polluée par Velzanor. Source ?", "Pollution de la rivière : honteux, Velzanor",
]  # fmt: skip
EVERYDAY = [
    "Velzanor livre vite",
    "Un vélo neuf chez Velzanor",
    "Belle selle, Velzanor",
    "Velzanor recrute",
]


def post(name: str, text: str, at: datetime, author: str, **more: str) -> dict[str, Any]:
    base = {"id": name, "at": at.isoformat(), "author": author, "network": "x", "lang": "fr"}
    return {**base, "text": text, **more}


def everyday(seed: int = 1) -> list[dict[str, Any]]:
    random = Random(seed)
    return [
        post(
            f"e{n}",
            f"{random.choice(EVERYDAY)} {n}",
            START + timedelta(minutes=20 * n),
            f"v{n % 61}",
        )
        for n in range(3 * 72)
    ]


def rumour(
    start: datetime, minutes: Iterable[float], texts: list[str] = TOLD, name: str = "r"
) -> list[dict[str, Any]]:
    random = Random(name)
    return [
        post(f"{name}{n}", random.choice(texts), start + timedelta(minutes=at), f"{name}-author{n}")
        for n, at in enumerate(minutes)
    ]


def growing(until: float = 90.0, count: int = 90) -> list[float]:
    """Give minutes at which posts come, ever closer to one another."""
    return [until * ((n + 1) / count) ** 0.5 for n in range(count)]


def answer(minutes: float = 90.0) -> dict[str, Any]:
    text = "Non, l'atelier de Lyon ne ferme pas : deux machines changent de place."
    return post("own", text, NOON + timedelta(minutes=minutes), "claire_zelmont")


def calm() -> list[dict[str, Any]]:
    """Give a rumour that grows, its answer, and little afterwards."""
    after = rumour(NOON, [95, 101, 112, 130, 155, 190, 230], DENIED, "d")
    late = [post("late", "Velzanor livre vite", NOON + timedelta(hours=6), "v1")]
    return told(everyday(), rumour(NOON, growing()), [answer()], after, late)


def rise(at: datetime, text: str = "Pénurie de cuivre annoncée #cyclistes") -> list[dict[str, Any]]:
    return [post(f"c{n}", text, at + timedelta(minutes=4 * n), f"c-author{n}") for n in range(12)]


def told(*parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted((each for part in parts for each in part), key=lambda each: str(each["at"]))


def hear(posts: list[dict[str, Any]], line: Pipeline | None = None) -> list[Signal]:
    line = line or pipeline()
    found: list[Signal] = []
    lines = written(posts).splitlines()
    for at in range(0, len(lines), 64):
        found += line.take(decode(lines[at : at + 64], line.left_out)).signals
    return found + line.finish().signals


def rumours(signals: list[Signal]) -> list[Signal]:
    return [signal for signal in signals if signal.kind is SignalKind.RUMOUR]
