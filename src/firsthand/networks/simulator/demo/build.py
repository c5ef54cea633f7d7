"""Put the demo together: who the leader is, what they wrote, what they heard."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from random import Random
from typing import Any

from firsthand.networks.simulator.demo.audience import conversation, everyday, exchanges, reposts
from firsthand.networks.simulator.demo.own import own_posts
from firsthand.networks.simulator.demo.rumour import rumour
from firsthand.records.post import Post


@dataclass(frozen=True, slots=True)
class DemoLeader:
    """A person who does not exist, and their company."""

    slug: str = "helene-darcourt"
    name: str = "Hélène Darcourt"
    handle: str = "helene_darcourt"
    organisation: str = "Solvane"
    sector: str = "industry"
    employees: int = 180
    city: str = "Saint-Aubrac"
    lang: str = "fr"


@dataclass(frozen=True, slots=True)
class Demo:
    """Everything the demo shows; both tuples are in the order of time.

    `answers` are those to the questionnaire of readiness, by question.
    """

    leader: DemoLeader
    posts: tuple[Post, ...]
    heard: tuple[Post, ...]
    strategy: str
    answers: dict[str, str]


def build(seed: int, until: datetime) -> Demo:
    """Give the demo whose two years end at `until`; times carry its zone.

    The same seed and the same day give the same posts.
    """
    leader = DemoLeader()
    end = until.replace(hour=20, minute=0, second=0, microsecond=0)
    random = Random(seed)  # noqa: S311 (an invented past needs no secrecy)
    asked, answered = exchanges(_data("audience"), leader.handle, end, random)
    told, calmed = rumour(_data("rumour"), _data("audience"), leader.handle, end, random)
    own = own_posts(_data("own")["post"], leader.handle, end, random)
    passed_on = reposts(_data("audience"), leader.handle, end, random)
    heard = everyday(_data("audience"), end, random)
    return Demo(
        leader=leader,
        posts=_in_order([*own, *answered, *passed_on, *calmed]),
        heard=_in_order([*heard, *asked, *told, *conversation(_data("audience"), end)]),
        strategy=_text("strategy.toml"),
        answers=dict(_data("answers")),
    )


def _in_order(posts: list[Post]) -> tuple[Post, ...]:
    return tuple(sorted(posts, key=lambda post: (str(post.at), post.id)))


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(f"{name}.toml"))
