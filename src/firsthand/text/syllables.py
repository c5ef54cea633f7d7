"""Counting the syllables that are heard in a French or an English word."""

import re
from functools import lru_cache

# An é is heard apart from the vowel after it (cré-a-tion), unless that is a mute e.
_FRENCH_VOWELS = re.compile(
    r"[aeiouyàâäèêëîïôöùûüœæ]*é(?=[aàâiîoôuû])|[aeiouyàâäéèêëîïôöùûüœæ]+", re.IGNORECASE
)
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def french_syllables(word: str) -> int:
    """Count the syllables of a French word as spoken in the north: a final e is mute."""
    if word[-1] in "'’":
        return 0
    lower = word.lower()
    groups = len(_FRENCH_VOWELS.findall(lower))
    if groups > 1 and re.search(r"[^aeiouyéèê]e(?:s|nt)?$", lower):
        groups -= 1
    return max(1, groups)


@lru_cache(maxsize=65_536)
def english_syllables(word: str) -> int:
    """Count the syllables of an English word."""
    lower = word.lower()
    groups = len(_ENGLISH_VOWELS.findall(lower))
    if groups > 1 and re.search(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouysxz]es)$", lower):
        groups -= 1
    return max(1, groups)
