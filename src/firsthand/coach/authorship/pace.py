"""How much a hand can have typed, or a voice said, in a time.

A hundred and fifty words a minute of typing, and twice that of speech, are about what
anybody has been seen to do; a browser that claims more did not see hands at work.
"""

from dataclasses import dataclass

from firsthand.coach.authorship.edits import Edit, How

RATE = {How.TYPED: 13.0, How.DICTATED: 30.0}  # characters a second, kept up
BURST = {How.TYPED: 80.0, How.DICTATED: 400.0}  # characters that may come at once, at first
MOST = 4_000.0  # and after a while without any: what was written while the connection was lost


@dataclass(frozen=True, slots=True)
class Pace:
    """What is left of the characters that may come at once, for each way of writing."""

    typed: float = BURST[How.TYPED]
    dictated: float = BURST[How.DICTATED]

    def after(self, seconds: float) -> "Pace":
        """Give what is left once some time has passed."""
        passed = max(seconds, 0.0)
        return Pace(
            min(MOST, self.typed + passed * RATE[How.TYPED]),
            min(MOST, self.dictated + passed * RATE[How.DICTATED]),
        )

    def spent(self, edit: Edit) -> "Pace | None":
        """Give what is left after an edit, or None when no hand was as quick."""
        if edit.how is How.TYPED and self.typed >= len(edit.put):
            return Pace(self.typed - len(edit.put), self.dictated)
        if edit.how is How.DICTATED and self.dictated >= len(edit.put):
            return Pace(self.typed, self.dictated - len(edit.put))
        return None
