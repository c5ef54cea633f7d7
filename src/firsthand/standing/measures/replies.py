"""Share of replies: how many of the leader's own posts answer somebody else, from 0 to 1."""

from firsthand.standing.measure import ShareOfOwnPosts
from firsthand.standing.messages import REPLIES, REPLIES_TITLE
from firsthand.standing.reading import Reading


def _answers(reading: Reading) -> bool:
    return reading.answers_someone


measure = ShareOfOwnPosts("replies", REPLIES_TITLE, REPLIES, _answers)
