"""Questions asked: how many of the leader's own posts ask something, from 0 to 1."""

from firsthand.standing.measure import ShareOfOwnPosts
from firsthand.standing.messages import QUESTIONS, QUESTIONS_TITLE
from firsthand.standing.reading import Reading


def _asks(reading: Reading) -> bool:
    return reading.has("question")


measure = ShareOfOwnPosts("questions", QUESTIONS_TITLE, QUESTIONS, _asks)
