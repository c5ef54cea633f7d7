"""Spelling and grammar checkers that are installed on this machine, asked only on request.

They are programs of their own (Grammalecte, Hunspell, Aspell), which take from a
tenth of a second to a second: too long for the marks that follow the keys.
"""

from firsthand.coach.context import Proofreader
from firsthand.coach.proofreading.grammalecte import Grammalecte
from firsthand.coach.proofreading.speller import Speller

__all__ = ["installed"]


def installed() -> tuple[Proofreader, ...]:
    """Give the checkers found on this machine; none is an answer."""
    found = (Grammalecte.find(), Speller.find("hunspell"), Speller.find("aspell"))
    grammar, *spellers = found
    speller = next((each for each in spellers if each is not None), None)
    return tuple(each for each in (grammar, speller) if each is not None)
