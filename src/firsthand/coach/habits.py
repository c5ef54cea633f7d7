"""What each network does with a post beside counting it, read from `networks.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """A network's habits; None is unknown or does not apply.

    `name` is how the network writes itself; `fold` counts the characters shown before “see more”; `hashtags` how many are
    still read; `longest` what accounts may write that may write more than usual;
    `post` and `link` are the prices of one post without and with a link.
    """

    name: str = ""
    fold: int | None = None
    hashtags: int = 3
    longest: int | None = None
    threads: bool = False
    hides_mentions: bool = False
    post: float | None = None
    link: float | None = None


def habits(network: str) -> Habits:
    """Give the habits of a network, or the usual ones for a network not known."""
    return _all().get(network, Habits(name=network))


@cache
def _all() -> dict[str, Habits]:
    text = files(__package__).joinpath("networks.toml").read_text("utf-8")
    return {name: Habits(**values) for name, values in tomllib.loads(text).items()}
