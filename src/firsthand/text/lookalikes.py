"""Letters of other alphabets that look like Latin ones, used to slip past a search.

A small part of Unicode's confusables (UTS #39), only what is told apart by no
reader. A Russian or Greek text keeps its own letters.
"""

import regex

_PAIRS = (
    "аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd ԛq ԝw ӏl һh "
    "αa βb εe ηn ιi κk νv οo ρp τt υu χx γy ϲc ϳj"
)
LATIN_OF = {ord(pair[0]): pair[1] for pair in _PAIRS.split()}
LOOKALIKES = frozenset(map(chr, LATIN_OF))

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_FOREIGN = regex.compile(r"[\p{Cyrillic}\p{Greek}]")


def unmask(folded: str) -> str:
    """Give a folded text with look-alike letters made Latin where they imitate Latin words."""
    rest = _FOREIGN.findall(folded)
    imitates = all(ord(char) in LATIN_OF for char in rest) and _has_latin(folded)

    def plain(word: regex.Match[str]) -> str:
        return word[0].translate(LATIN_OF) if imitates or _has_latin(word[0]) else word[0]

    return _WORD.sub(plain, folded)


def _has_latin(text: str) -> bool:
    return any("a" <= char <= "z" for char in text)
