"""The leader's way of writing: learnt from their archive, and held against a text."""

from firsthand.coach.voice.learning import learn
from firsthand.coach.voice.profile import Likeness, Profile

__all__ = ["Likeness", "Profile", "learn"]
