"""What the leader published, spread unevenly over two years: August and bad weeks are quiet."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from firsthand.networks.simulator.demo.made import address, days_before, metrics, working_hour
from firsthand.records.post import Media, Post

YEARS_IN_DAYS = 730
ALT = "Vue de l'atelier de Saint-Aubrac, côté usinage."


def own_posts(
    written: list[dict[str, Any]], handle: str, end: datetime, random: Random
) -> Iterator[Post]:
    """Give each written post on each of its networks, minutes apart."""
    for number, (entry, day) in enumerate(
        zip(written, _days(len(written), end, random), strict=True)
    ):
        at = working_hour(day, random)
        picture = (Media(f"atelier-{number:03}.jpg", alt=ALT if random.random() < 0.7 else None),)
        with_picture = random.random() < 0.2
        for network in entry["on"]:
            post_id = f"demo-{network}-{number:03}"
            yield Post(
                id=post_id,
                at=at,
                author=handle,
                network=network,
                lang=entry.get("lang", "fr"),
                title=entry.get("title"),
                text=entry["text"].strip(),
                url=address(network, handle, post_id),
                media=picture if with_picture else (),
                metrics=metrics(network, random),
            )
            at += timedelta(minutes=random.randint(1, 9))


def _days(count: int, end: datetime, random: Random) -> list[datetime]:
    """Give that many days in order over two years, few in August, the last a week before the end."""
    days: set[int] = set()
    while len(days) < count:
        before = random.randint(6, YEARS_IN_DAYS)
        day = days_before(end, before)
        quiet = day.month == 8 or day.weekday() >= 5
        if not quiet or random.random() < 0.2:
            days.add(before)
    return [days_before(end, before) for before in sorted(days, reverse=True)]
