"""Rumours: stories that grow among distinct accounts with doubt, denial or accusation.

    rumours = Rumours()
    verdicts = rumours.add(posts, stories)    # `stories`: what `Stories.add` said of the same posts
    verdict.story, verdict.p, verdict.alert, verdict.cues
    rumours.joined(stories.joined)            # before `add`: stories that became part of others
    report = rumours.report(verdict.story)    # evidence, claim, first source, carriers, harm
    saved = rumours.state()                   # bytes; Rumours.load(saved) goes on from there

A reply or repost belongs to the story of what it answers. The probability comes from a
few shares that can be read (`features.py`), weighed by a logistic regression whose
weights lie in `model.json` (made by `tools/train_rumour.py`).
"""

from firsthand.listen.rumour.detector import FEWEST, Rumours, Verdict
from firsthand.listen.rumour.phrases import said_many
from firsthand.listen.rumour.tally import Report, without_opening

__all__ = ["FEWEST", "Report", "Rumours", "Verdict", "said_many", "without_opening"]
