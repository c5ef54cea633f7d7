"""Words of thanks: how many of the leader's own posts thank or praise someone, from 0 to 1."""

from firsthand.standing.measure import ShareOfOwnPosts
from firsthand.standing.messages import THANKS, THANKS_TITLE
from firsthand.standing.reading import Reading


def _thanks(reading: Reading) -> bool:
    return reading.has("thanks", "praise")


measure = ShareOfOwnPosts("thanks", THANKS_TITLE, THANKS, _thanks)
