"""Share of replies: how many of the leader's own posts answer somebody else, from 0 to 1.

Articles are left aside: a blog has no replies.
"""

from firsthand.records.post import Kind
from firsthand.standing.measure import ShareOfOwnPosts
from firsthand.standing.messages import REPLIES, REPLIES_TITLE
from firsthand.standing.reading import Reading


def _answers(reading: Reading) -> bool:
    return reading.answers_someone


def _no_article(reading: Reading) -> bool:
    return reading.post.kind is not Kind.ARTICLE


measure = ShareOfOwnPosts("replies", REPLIES_TITLE, REPLIES, _answers, among=_no_article)
