"""Small makers shared by the parts of the demo: ids, hours, counts, addresses."""

from datetime import datetime, timedelta
from random import Random

SITES = {
    "x": "https://x.example/{handle}/status/{id}",
    "linkedin": "https://linkedin.example/posts/{handle}-{id}",
    "bluesky": "https://bluesky.example/profile/{handle}/post/{id}",
    "blog": "https://blog.solvane.example/{id}",
}
REACH = {"x": 40.0, "linkedin": 110.0, "bluesky": 18.0, "blog": 25.0}


def address(network: str, handle: str, post_id: str) -> str:
    """Give an address that leads nowhere (`.example` never resolves)."""
    return SITES[network].format(handle=handle, id=post_id)


def metrics(network: str, random: Random) -> dict[str, int]:
    """Give plausible counts: most posts do little, a few travel."""
    if network == "blog":
        return {}
    likes = int(random.lognormvariate(0, 0.9) * REACH[network])
    return {"likes": likes, "reposts": likes // random.randint(5, 12), "replies": likes // 9}


def working_hour(day: datetime, random: Random) -> datetime:
    """Give a moment of that day at which a busy person writes: early, at noon, or in the evening."""
    hour = random.choices((6, 7, 8, 12, 13, 18, 19, 21), (3, 6, 5, 4, 3, 4, 3, 1))[0]
    return day.replace(hour=hour, minute=random.randint(0, 59), second=random.randint(0, 59))


def days_before(end: datetime, days: float) -> datetime:
    """Give the moment some days before the end."""
    return end - timedelta(days=days)
