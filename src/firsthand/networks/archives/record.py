"""What reading an archive gives besides posts."""

from dataclasses import dataclass

from firsthand.records.message import Said


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose archive it is, as far as the archive says; what it does not say is empty."""

    handle: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that gives no post: where it stands and why.

    `place` reads the same in any language: `data/tweets.js #12`, `Shares.csv:14`.
    `fault` is false for what was left out on purpose, such as a draft.
    """

    place: str
    reason: Said
    fault: bool = True
