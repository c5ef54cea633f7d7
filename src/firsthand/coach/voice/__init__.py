"""The leader's way of writing: learnt from their archive, and held against a text."""

from firsthand.coach.voice.learning import learn
from firsthand.coach.voice.profile import Likeness, Profile
from firsthand.coach.voice.storing import from_bytes, to_bytes

__all__ = ["Likeness", "Profile", "from_bytes", "learn", "to_bytes"]
