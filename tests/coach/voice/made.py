"""Three made-up people who write of the same subjects, each in their own way."""

import random

SUBJECTS = [
    "prices",
    "energy",
    "schools",
    "trains",
    "hospitals",
    "farms",
    "taxes",
    "housing",
    "ports",
    "forests",
]
REST = [
    "today",
    "again",
    "in",
    "our",
    "towns",
    "for",
    "all",
    "of",
    "us",
    "with",
    "your",
    "help",
    "after",
    "this",
    "long",
    "year",
]


def calm(chance: random.Random) -> str:
    return f"I think that {chance.choice(SUBJECTS)} matter {' '.join(chance.sample(REST, 5))}."


def loud(chance: random.Random) -> str:
    return f"{chance.choice(SUBJECTS).upper()} NOW!!! so {' '.join(chance.sample(REST, 5))} 🔥"


def plain(chance: random.Random) -> str:
    return f"we say {chance.choice(SUBJECTS)} - {' '.join(chance.sample(REST, 6))}…"


def authors(n: int) -> list[list[str]]:
    chance = random.Random(1)
    return [[write(chance) for _ in range(n)] for write in (calm, loud, plain)]
