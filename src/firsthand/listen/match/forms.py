"""The forms in which a word of a query may stand in a post: itself, its plural, its singular."""

from functools import lru_cache

from firsthand.listen.match.tokens import words

#: Words that end like plurals and whose “singular” is another word.
_INVARIABLE = frozenset(
    [
        "temps",
        "corps",
        "cours",
        "sens",
        "fonds",
        "news",
        "moins",
        "alors",
        "ainsi",
        "apres",
        "tres",
        "pres",
        "mais",
        "jamais",
        "toujours",
        "discours",
        "concours",
        "secours",
        "recours",
        "parcours",
        "avis",
        "repas",
        "tapis",
        "choix",
        "voix",
        "noix",
        "paix",
        "croix",
        "prix",
        "doux",
        "deux",
        "faux",
        "heureux",
        "mieux",
        "vieux",
        "ceux",
        "eux",
        "business",
        "express",
        "process",
        "access",
        "less",
        "this",
        "does",
        "goes",
        "was",
        "his",
        "its",
        "plus",
        "sous",
        "dans",
        "vous",
        "nous",
        "tous",
        "sans",
        "vers",
    ]
)
_LONG = 4


@lru_cache(maxsize=65_536)
def phrase(text: str) -> tuple[tuple[str, ...], ...]:
    """Give, for each word of a phrase, the folded forms that count as it.

    A lone word with a capital is taken for a name, of which no singular is made:
    “Paris” is not “pari”.

    >>> phrase("pièces détachées")
    (('pieces', 'piece'), ('detachees', 'detachee'))
    """
    row = words(text)
    name = len(row) == 1 and text[:1].isupper()
    return tuple(forms(word, name=name) for word in row)


def forms(word: str, *, name: bool = False) -> tuple[str, ...]:
    """Give a folded word with its plurals and singulars, French and English.

    >>> forms("journal"), forms("usines"), forms("company"), forms("paris", name=True)
    (('journal', 'journals', 'journaux'), ('usines', 'usine'), ('company', 'companys', 'companies'), ('paris',))
    """
    if len(word) < 3 or not word.isalpha() or word in _INVARIABLE:
        return (word,)
    found = [word, *_plurals(word)]
    if not name:
        found += _singulars(word)
    return tuple(dict.fromkeys(found))


def _plurals(word: str) -> list[str]:
    if word.endswith(("s", "x", "z")):
        return [word + "es"] if word.endswith(("ss", "us", "x")) else []
    found = [word + "s"]
    if word.endswith(("ch", "sh")):
        found.append(word + "es")
    elif word.endswith(("au", "eu", "ou")):
        found.append(word + "x")
    elif word.endswith(("al", "ail")):
        found.append(word.removesuffix("l").removesuffix("i") + "ux")
    elif word.endswith("y") and word[-2] not in "aeiou":
        found.append(word[:-1] + "ies")
    return found


def _singulars(word: str) -> list[str]:
    if len(word) <= _LONG or word.endswith("ss"):
        return []
    if word.endswith("ies"):
        return [word[:-1], word[:-3] + "y"]
    if word.endswith("aux") and not word.endswith("eaux"):
        return [word[:-1], word[:-2] + "l", word[:-2] + "il"]
    if word.endswith(("ches", "shes", "sses", "xes")):
        return [word[:-1], word[:-2]]
    if word.endswith(("s", "eaux", "eux", "oux")):
        return [word[:-1]]
    return []
