"""Made-up streams: everyday talk, a question, thanks, and a rumour that grows."""

import json
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from firsthand.listen.match.compiling import compile_strategy
from firsthand.listen.match.matcher import Matcher
from firsthand.listen.match.plain import account
from firsthand.listen.pipeline import Pipeline
from firsthand.records.strategy import Community, Company, Expertise, Strategy, Topic

STRATEGY = Strategy(
    leader="Claire Zelmont",
    handles=("claire_zelmont",),
    topics=(Topic(name="Vélos", expertise=Expertise.EXPERT, phrases_fr=("vélo",)),),
    communities=(Community(name="Cyclistes", hashtags=("cyclistes",)),),
    company=Company(name="Velzanor"),
)
START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def pipeline() -> Pipeline:
    queries = compile_strategy(STRATEGY)
    return Pipeline(
        Matcher.of(queries), {"Claire Zelmont": frozenset(map(account, STRATEGY.handles))}
    )


def stream(count: int = 2_400, seed: int = 1) -> list[dict[str, Any]]:
    """Give posts in the order of time: one every minute, a rumour among them at the end."""
    random = Random(seed)
    posts = []
    for number in range(count):
        text = random.choice(
            ["Belle journée", "Un vélo neuf", "Velzanor livre vite", "Le train a du retard"]
        )
        posts.append(
            _post(number, f"{text} {random.randint(1, 99)}", START + timedelta(minutes=2 * number))
        )
    posts[10]["text"] = "@claire_zelmont pourquoi vos prix montent-ils ?"
    posts[20]["text"] = "Merci @claire_zelmont pour votre réponse"
    posts[30]["text"] = "Quel casque choisir avec un vélo, #cyclistes ?"
    for number in range(80):
        at = START + timedelta(minutes=2 * count + number // 12)
        text = random.choice(
            ["Il paraît que Velzanor ferme son usine de Lyon", "Velzanor ferme l'usine de Lyon, c'est vrai ?",
             "Source ? Velzanor ferme son usine de Lyon, honteux"]
        )  # fmt: skip
        posts.append(_post(count + number, text, at))
    return posts


def _post(number: int, text: str, at: datetime) -> dict[str, Any]:
    author = f"voisin_{number % 397}"
    return {"id": f"p{number}", "at": at.isoformat(), "author": author, "network": "x", "lang": "fr", "text": text}  # fmt: skip


def written(posts: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(post).encode() + b"\n" for post in posts)
