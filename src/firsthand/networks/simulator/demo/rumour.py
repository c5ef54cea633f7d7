"""The rumour: a first photograph, an hour and a half of growth, one answer, and calm."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from firsthand.networks.simulator.demo.made import address, days_before, metrics
from firsthand.records.post import Post

TELLERS = 150
GROWTH_MINUTES = 34.0
CALM_MINUTES = 70.0


def rumour(
    data: dict[str, Any], audience: dict[str, Any], handle: str, end: datetime, random: Random
) -> tuple[list[Post], list[Post]]:
    """Give what was told, and the leader's answer on each of its networks."""
    hour, minute = (int(part) for part in data["start"]["at"].split(":"))
    start = days_before(end, data["start"]["days_before_the_end"])
    start = start.replace(hour=hour, minute=minute)
    answered = start + timedelta(minutes=data["answer"]["minute"])
    told = [*_first(data, start), *_spread(data, start, answered, random)]
    told += _calm(data, answered, audience, random)
    return told, [*_answer(data, handle, answered, random)]


def _first(data: dict[str, Any], start: datetime) -> Iterator[Post]:
    for number, entry in enumerate(data["first"]):
        text = entry["text"]
        yield Post(
            id=f"demo-rumour-{number:03}",
            at=start + timedelta(minutes=entry["minute"]),
            author=entry["from"],
            network="x",
            lang="fr",
            text=text,
            reply_to="demo-rumour-000" if text.startswith("@") else None,
            url=address("x", entry["from"], f"demo-rumour-{number:03}"),
        )


def _spread(
    data: dict[str, Any], start: datetime, answered: datetime, random: Random
) -> Iterator[Post]:
    spread = data["spread"]
    for number in range(TELLERS):
        at = _moment(start, answered, random)
        if random.random() < 0.22:
            text = random.choice(spread["doubts"])
        else:
            parts = (random.choice(spread[part]) for part in ("openings", "claims", "endings"))
            opening, claim, ending = parts
            text = f"{opening} {claim}. {ending}".strip()
        yield Post(
            id=f"demo-spread-{number:03}",
            at=at,
            author=f"voisin_{random.randint(1, 900)}",
            network=random.choice(("x", "x", "bluesky")),
            lang="fr",
            text=text,
        )


def _moment(start: datetime, answered: datetime, random: Random) -> datetime:
    """Draw a moment: growing exponentially until the answer, then dying out."""
    if random.random() < 0.75:
        until = (answered - start).total_seconds() / 60 + 15
        minutes = until - min(random.expovariate(1 / GROWTH_MINUTES), until - 2)
        return start + timedelta(minutes=minutes)
    return answered + timedelta(minutes=15 + random.expovariate(1 / CALM_MINUTES))


def _calm(
    data: dict[str, Any], answered: datetime, audience: dict[str, Any], random: Random
) -> Iterator[Post]:
    people = [person["handle"] for person in audience["person"]]
    for number in range(30):
        yield Post(
            id=f"demo-calm-{number:03}",
            at=answered + timedelta(minutes=random.uniform(5, 240)),
            author=random.choice(people),
            network="x",
            lang="fr",
            text=random.choice(data["after"]["calm"]),
        )


def _answer(
    data: dict[str, Any], handle: str, answered: datetime, random: Random
) -> Iterator[Post]:
    for network in data["answer"]["on"]:
        post_id = f"demo-{network}-answer"
        yield Post(
            id=post_id,
            at=answered,
            author=handle,
            network=network,
            lang="fr",
            text=data["answer"]["text"].strip(),
            url=address(network, handle, post_id),
            metrics=metrics(network, random),
        )
