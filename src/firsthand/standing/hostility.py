"""Whether a text attacks somebody: by insult, by accusation, or by shouting."""

from firsthand.text.cues import Cue, cues

_HOSTILE = frozenset({"insult", "accusation"})
_SHOUTED_WORDS = 4
_SHOUTED_LETTERS = 16


def hostile(text: str) -> bool:
    """Say whether a text attacks somebody or shouts.

    >>> hostile("You are a liar."), hostile("Thank you for your work.")
    (True, False)
    """
    return attacks(cues(text)) or shouts(text)


def attacks(found: tuple[Cue, ...]) -> bool:
    """Say whether some cue is an insult or an accusation."""
    return any(cue.kind in _HOSTILE for cue in found)


def shouts(text: str) -> bool:
    """Say whether several words in a row are written in capitals.

    Four words and sixteen letters: shorter runs are mostly names and acronyms.

    >>> shouts("THIS IS AN ABSOLUTE DISGRACE"), shouts("The EU, NATO and WHO agree")
    (True, False)
    """
    run = letters = 0
    for word in text.split():
        if word.isupper() and not word.startswith(("#", "@", "$")):
            run += 1
            letters += sum(map(str.isalpha, word))
            if run >= _SHOUTED_WORDS and letters >= _SHOUTED_LETTERS:
                return True
        else:
            run = letters = 0
    return False
