"""The probability that a story is a rumour: a logistic regression with readable weights."""

from functools import cache
from importlib.resources import files
from math import exp

import msgspec

from firsthand.listen.rumour.features import NAMES


class Weight(msgspec.Struct, frozen=True):
    """One feature: its mean and spread where it was learnt, and what one spread more changes."""

    name: str
    mean: float
    spread: float
    weight: float


class Model(msgspec.Struct, frozen=True):
    """The weights, and the probability from which an alert is raised."""

    learnt_from: str
    bias: float
    threshold: float
    weights: tuple[Weight, ...]

    def probability(self, values: list[float]) -> float:
        """Give the probability for the features of a story."""
        total = self.bias
        for each, value in zip(self.weights, values, strict=True):
            total += each.weight * (value - each.mean) / each.spread
        return 1 / (1 + exp(-total))


@cache
def shipped() -> Model:
    """Give the model that comes with the package."""
    model = msgspec.json.decode((files(__package__) / "model.json").read_bytes(), type=Model)
    if tuple(each.name for each in model.weights) != NAMES:
        raise ValueError("model.json does not fit features.py: train it again")
    return model
