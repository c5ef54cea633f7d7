"""Reading posts in batches: language, tone, cues, lengths, entities.

The least possible work is folding the same posts' case and nothing else. Times are this
process's own, so that a busy machine matters less.
"""

from collections.abc import Callable, Sequence
from random import Random
from time import process_time

from firsthand.cli.benchmarks import Row, at_least
from firsthand.text.cues import cues_many
from firsthand.text.entities import entities
from firsthand.text.language import detect_many
from firsthand.text.lengths import measure
from firsthand.text.tone import tone_many

POSTS = 20_000
_OPENINGS = (
    "Merci à toute l'équipe de", "C'est vrai que", "Toujours en panne ce matin chez",
    "We are so proud of", "Is it true that", "Still waiting for an answer from",
    "Il paraît que", "Nous recrutons pour", "Looking forward to meeting",
)  # fmt: skip
_SUBJECTS = (
    "Ateliers Martin",
    "@ateliersmartin",
    "#AteliersMartin",
    "la nouvelle usine",
    "the plant",
)
_ENDINGS = (
    ", on en parle demain à Lyon avec Léa 😀", " ? Source ?", " https://example.com/article/42",
    ", and it was not bad at all!", " : deux heures d'attente, c'est lamentable…",
    ", thanks to the people who made it happen", " et les équipes du service client n'y peuvent rien",
)  # fmt: skip
_NAMES = ("Alvarez", "Benali", "Costa", "Dupuis", "Evans", "Fournier", "Garnier", "Hoang", "Ito")


def run() -> list[Row]:
    """Give posts read a second of each kind, and the ratio to folding alone."""
    posts = made_up(POSTS)
    least = _best(lambda: [post.lower() for post in posts], posts)
    rows: list[Row] = [Row("folding case alone", 1 / least, "posts/s")]
    for name, work, mark in (
        ("language", detect_many, 450_000),
        ("tone, language known", lambda some: tone_many(some, ["fr"] * len(some)), 300_000),
        ("cues", cues_many, 200_000),
        ("lengths on one network", lambda some: [measure(post, "x") for post in some], 0),
        ("entities", lambda some: [entities(post) for post in some], 0),
    ):
        rows += _measured(name, work, mark, posts, least)
    return rows


def made_up(count: int) -> list[str]:
    """Give posts in French and English, few of them alike."""
    random = Random(1)  # noqa: S311 (made-up posts need no secrecy)
    return [
        f"{random.choice(_OPENINGS)} {random.choice(_SUBJECTS)}"
        f"{random.choice(_ENDINGS)} {random.choice(_NAMES)} {random.randrange(10_000)}"
        for _ in range(count)
    ]


def _measured(
    name: str, work: Callable[[list[str]], object], mark: int, posts: list[str], least: float
) -> list[Row]:
    work(posts[:2_000])
    took = _best(lambda: work(posts), posts)
    speed = at_least(name, 1 / took, "posts/s", mark) if mark else Row(name, 1 / took, "posts/s")
    return [speed, Row(f"{name} / folding", took / least, "×")]


def _best(work: Callable[[], object], posts: Sequence[str]) -> float:
    """Give the seconds that one post takes, by the shortest of five runs."""
    best = float("inf")
    for _ in range(5):
        start = process_time()
        work()
        best = min(best, process_time() - start)
    return best / len(posts)
