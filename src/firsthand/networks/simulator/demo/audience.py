"""Who speaks with the leader: questions, answers, what is passed on, and everyday talk."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from firsthand.networks.simulator.demo.made import address, days_before, metrics, working_hour
from firsthand.records.post import Post

EVERYDAY_WEEKS = 12
EVERYDAY_A_DAY = 9


def exchanges(
    data: dict[str, Any], handle: str, end: datetime, random: Random
) -> tuple[list[Post], list[Post]]:
    """Give what people asked the leader, and what the leader answered; some still wait."""
    asked: list[Post] = []
    answered: list[Post] = []
    entries = data["exchange"]
    for number, entry in enumerate(entries):
        day = days_before(end, 5 + (len(entries) - number) * 26)
        if "answers" not in entry:
            day = days_before(end, 4 + len(entries) - number)
        at = working_hour(day, random)
        lang = entry.get("lang", "fr")
        question = Post(
            id=f"demo-asked-{number:03}",
            at=at,
            author=entry["from"],
            network="x",
            lang=lang,
            text=entry["asks"],
            url=address("x", entry["from"], f"demo-asked-{number:03}"),
        )
        asked.append(question)
        if "answers" in entry:
            answered.append(
                Post(
                    id=f"demo-answer-{number:03}",
                    at=at + timedelta(hours=entry["wait"], minutes=random.randint(0, 50)),
                    author=handle,
                    network="x",
                    lang=lang,
                    text=entry["answers"],
                    url=address("x", handle, f"demo-answer-{number:03}"),
                    reply_to=question.id,
                    reply_to_author=entry["from"],
                    metrics=metrics("x", random),
                )
            )
    return asked, answered


def reposts(data: dict[str, Any], handle: str, end: datetime, random: Random) -> Iterator[Post]:
    """Give what the leader passed on in others' words."""
    for number, entry in enumerate(data["repost"]):
        post_id = f"demo-passed-{number:03}"
        yield Post(
            id=post_id,
            at=working_hour(days_before(end, 40 + 120 * number), random),
            author=handle,
            network="x",
            lang="fr",
            text=entry["text"],
            url=address("x", handle, post_id),
            repost_of=f"demo-said-{number:03}",
            repost_of_author=entry["from"],
        )


def conversation(data: dict[str, Any], end: datetime) -> Iterator[Post]:
    """Give what people of the leader's communities say to each other, in one thread."""
    talk = data["talk"]
    hour, minute = (int(part) for part in talk["at"].split(":"))
    start = days_before(end, talk["days_before_the_end"]).replace(hour=hour, minute=minute)
    first = talk["post"][0]["from"]
    for number, entry in enumerate(talk["post"]):
        post_id = f"demo-talk-{number:03}"
        yield Post(
            id=post_id,
            at=start + timedelta(minutes=entry["minute"]),
            author=entry["from"],
            network="x",
            lang="fr",
            text=entry["text"],
            url=address("x", entry["from"], post_id),
            reply_to="demo-talk-000" if number else None,
            reply_to_author=first if number else None,
        )


def of_place(place: str) -> str:
    """Give a place after « de ».

    >>> of_place("Issoire"), of_place("Le Puy"), of_place("Thiers")
    ("d'Issoire", 'du Puy', 'de Thiers')
    """
    if place.startswith("Le "):
        return f"du {place[3:]}"
    return f"d'{place}" if place[0] in "AEIOUÉÈY" else f"de {place}"


def at_place(place: str) -> str:
    """Give a place after « à ».

    >>> at_place("Le Puy"), at_place("Aurillac")
    ('au Puy', 'à Aurillac')
    """
    return f"au {place[3:]}" if place.startswith("Le ") else f"à {place}"


def everyday(data: dict[str, Any], end: datetime, random: Random) -> Iterator[Post]:
    """Give what people say around the company when nothing happens, over the last weeks."""
    talk = data["everyday"]
    for number in range(EVERYDAY_WEEKS * 7 * EVERYDAY_A_DAY):
        lang = "en" if random.random() < 0.08 else "fr"
        said, n = random.choice(talk[lang]), random.randint(2, 19)
        place = random.choice(talk["places"])
        text = said.format(n=n, place=place, of_place=of_place(place), at_place=at_place(place))
        day = days_before(end, random.uniform(1, EVERYDAY_WEEKS * 7))
        yield Post(
            id=f"demo-heard-{number:04}",
            at=working_hour(day, random),
            author=f"voisin_{random.randint(1, 240)}",
            network=random.choice(("x", "bluesky")),
            lang=lang,
            text=text,
        )
