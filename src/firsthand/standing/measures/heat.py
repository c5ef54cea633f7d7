"""Heat: how many of the leader's own posts insult, accuse or shout, from 0 to 1."""

from firsthand.standing.hostility import attacks, shouts
from firsthand.standing.measure import ShareOfOwnPosts
from firsthand.standing.messages import HEAT, HEAT_TITLE
from firsthand.standing.reading import Reading


def _heated(reading: Reading) -> bool:
    return attacks(reading.cues) or shouts(reading.post.text)


measure = ShareOfOwnPosts("heat", HEAT_TITLE, HEAT, _heated)
