"""What was heard around the leader, made ready for a review.

hear(lines, own, handles, now)    # posts, signals and trends, as lines of JSON
"""

from firsthand.coach.hearing.hearing import NOTHING, Hearing, hear

__all__ = ["NOTHING", "Hearing", "hear"]
