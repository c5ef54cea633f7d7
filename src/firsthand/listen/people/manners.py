"""Whether a post really asks, thanks or praises those whom its words may mean.

    house = House(handles, names)              # of the leader and the organisation, folded
    asks(post, cues, house)                    # an honest question, put to the leader
    thanks(post, cues, house)                  # thanks that go to the house
    praises(post, cues, house)                 # praise of the house's work, meant as such
    asks_everybody(post, cues)                 # an honest question, put to nobody else

Rules read the sentence around each cue: whom it names, before and after, and what is
said beside it. The words lie in `manners.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from firsthand.listen.people.bitter import closes_a_question, is_bitter, trails_off
from firsthand.listen.people.lures import is_lure
from firsthand.listen.people.wordlists import has, listed, pattern
from firsthand.records.post import Post
from firsthand.text.cues import Cue
from firsthand.text.entities import entities
from firsthand.text.tokens import fold

SHORT = 5
"""Words of a question that the writer may answer in the same breath (« Le secret ? Du travail. »)."""
TITLES = 1
"""Words that may stand beside a name when somebody is called by it (« Madame … »)."""
_ENDS = ".!?\n…;"
_MENTION = re.compile(r"[@＠]([\w.-]*\w)")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[\w'’-]+")
_TO = re.compile(r"\s*(?:a|au|aux|to)\s+\w")
_THEM = re.compile(r"\s*(?:a eux|a elles|to them)\b")
_WORKS_AT = re.compile(r"\b(?:chez|at|from|de|a) ")
_OF = re.compile(r"\s+(?:de|du|d'|of)\b")
_REPORTED = re.compile(
    r"(?:\b(?:dit|dire|said|says?|saying|repondu|answered|on m'?e?|on nous|il me|elle me|m'a|m'ont))\s*:?\s*\W?$"
)
_QUESTION_FOR = re.compile(r"(?:une |petite |ma |a |my )*questions? (?:pour|a|for|to) ")
_IN_PASSING = re.compile(
    r"\b(?:en|un|une|d'un|d'une|on an?|with an?|riding an?|by|past|near|on|about|sur|cite|citent|quotes?|mentions?|names|terrasse de|devant|pres de|seen (?:\S+ ){1,4}?"
    r"|vue?s? (?:\S+ ){1,4}?)(?:\s*)$"
)
_GRIEVANCES = frozenset({"complaint", "insult", "accusation"})


class House(NamedTuple):
    """Whom thanks, praise and questions may mean: folded handles without @, and folded names."""

    handles: frozenset[str]
    names: tuple[str, ...]

    def is_in(self, folded: str) -> bool:
        """Say whether a folded text names the house."""
        return any(True for _ in self._where(folded)) or self._is_mentioned(folded)

    def is_meant(self, folded: str) -> bool:
        """Say whether it names the house otherwise than in passing (« rentrés en Velzanor »)."""
        return self._is_mentioned(folded) or any(
            not _IN_PASSING.search(folded[:at]) for at in self._where(folded)
        )

    def _where(self, folded: str) -> Iterator[int]:
        for name in self.names:
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
                yield found.start()

    def _is_mentioned(self, folded: str) -> bool:
        return not self.handles.isdisjoint(mentions(folded))


def asks(post: Post, cues: Sequence[Cue], house: House) -> bool:
    """Say whether a post puts an honest question to the leader."""
    questions = list(_honest(post.text, cues))
    if not questions or _is_abuse(post.text, cues):
        return False
    answered = _bare(post.reply_to_author)
    if answered:
        return answered in house.handles or _turns_to(post.text, house)
    named = mentions(post.text)
    if not house.handles.isdisjoint(named):
        return any(_put_to(sentence, house) for sentence in questions)
    return not named and any(_calls(fold(sentence), house) for sentence in questions)


def asks_everybody(post: Post, cues: Sequence[Cue]) -> bool:
    """Say whether a post begins with an honest question that is put to nobody else."""
    if post.reply_to or post.reply_to_author or post.quote_of or mentions(post.text):
        return False
    if _is_abuse(post.text, cues):
        return False
    links = any(entity.kind == "url" for entity in entities(post.text))
    return not links and any(_honest(post.text, cues))


def thanks(post: Post, cues: Sequence[Cue], house: House) -> bool:
    """Say whether a post thanks the leader or the organisation."""
    if _grieves(cues):
        return False
    said = (
        cue
        for cue in cues
        if cue.kind == "thanks"
        and not (is_bitter(post.text, cue) or closes_a_question(post.text, cue))
    )
    return any(_meant(post, cue, house) for cue in said)


def praises(post: Post, cues: Sequence[Cue], house: House) -> bool:
    """Say whether a post praises work of the house, and means it."""
    folded = fold(post.text)
    if _grieves(cues) or has(folded, "mocks") or has(folded, "wishes"):
        return False
    return any(
        _meant(post, cue, house) and house.is_meant(_praising(post.text, cue))
        for cue in cues
        if cue.kind == "praise" and not trails_off(post.text, cue)
    )


def praises_head(post: Post, cues: Sequence[Cue], house: House) -> bool:
    """Say whether praise goes to the head of the house (“the head of …”) and not to its work."""
    said = [fold(_sentence(post.text, cue)[0]) for cue in cues if cue.kind == "praise"]
    return any(
        _names_next(each, found.end(), house) for each in said for found in _heads().finditer(each)
    )


@cache
def _heads() -> re.Pattern[str]:
    """Give what leads up to a name: “the head of ”, « la directrice de »."""
    return re.compile(rf"{pattern('heads').pattern}\s+(?:of|at|de|du|chez|d['’])\s*(?:the\s)?")


def _names_next(text: str, at: int, house: House) -> bool:
    """Say whether a name of the house stands at a place of a folded text."""
    return any(
        text.startswith(name, at) and not text[at + len(name) : at + len(name) + 1].isalnum()
        for name in house.names
    )


def mentions(text: str) -> list[str]:
    """Give the handles that a text names, folded, without @."""
    return [fold(name) for name in _MENTION.findall(text)]


def _bare(name: str | None) -> str:
    return fold((name or "").lstrip("@＠"))


def _grieves(cues: Iterable[Cue]) -> bool:
    return any(cue.kind in _GRIEVANCES for cue in cues)


def _is_abuse(text: str, cues: Iterable[Cue]) -> bool:
    """Say whether a post is a lure or insults: what it asks is not asked."""
    return is_lure(text) or any(cue.kind == "insult" for cue in cues)


def _honest(text: str, cues: Iterable[Cue]) -> Iterator[str]:
    """Give the sentences of a text that ask and want to know."""
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    for cue in cues:
        if cue.kind != "question" or any(a <= cue.start < b for a, b in quoted):
            continue
        sentence, rest = _sentence(text, cue)
        if not _is_rhetorical(fold(sentence), fold(rest)):
            yield sentence


def _sentence(text: str, cue: Cue) -> tuple[str, str]:
    """Give the sentence around a cue, and what follows it; « ?? » ends one sentence, not two."""
    start = cue.start
    while text[cue.start] in _ENDS and start and text[start - 1] in _ENDS:
        start -= 1
    begin = max((text.rfind(mark, 0, start) for mark in _ENDS), default=-1) + 1
    ends = [at for mark in _ENDS if (at := text.find(mark, start)) >= 0]
    end = min(ends, default=len(text))
    return text[begin:end].strip(), text[end + 1 :].strip(" ?!")


def _praising(text: str, cue: Cue) -> str:
    """Give the folded sentence of praise; the whole where that points back (“More of this”)."""
    sentence = fold(_sentence(text, cue)[0])
    return fold(text) if pattern("backward").match(sentence) else sentence


def _is_rhetorical(sentence: str, rest: str) -> bool:
    bare = _MENTION.sub(" ", sentence).strip(" ,:")
    last = bare.rsplit(",", 1)[-1].strip()
    if not bare or last in listed("tags") or has(bare, "muses") or has(bare, "silences"):
        return True
    said = _WORD.findall(bare)
    # A question of a few words that the writer answers at once.
    return (
        len(said) <= SHORT
        and bool(_WORD.search(_MENTION.sub(" ", rest)))
        and set(said).isdisjoint(listed("asks"))
        and not has(bare, "you")
    )


def _turns_to(text: str, house: House) -> bool:
    """Say whether an answer to somebody else turns to the leader: named past the opening handles.

    Networks put the handles of a thread before an answer; they say nothing of whom it is for.
    """
    opening = re.match(r"(?:\s*[@＠][\w.-]*\w)*", text)
    said = text[opening.end() :] if opening else text
    return not house.handles.isdisjoint(mentions(said))


def _put_to(sentence: str, house: House) -> bool:
    """Say whether a question is for the leader although it may open with somebody else's handle."""
    named = mentions(sentence)
    return not named or not house.handles.isdisjoint(named)


def _calls(folded: str, house: House) -> bool:
    """Say whether a sentence speaks to the leader by name: to “you”, or set off by a comma."""
    if not house.is_in(folded):
        return False
    if (found := _QUESTION_FOR.match(folded)) and _names_next(folded, found.end(), house):
        return True
    if has(folded, "you") and not re.search(
        r"\b(?:vous avez|avez-vous|tu as|have you|did you) (?:vu|lu|entendu|see|seen|read|hear)",
        folded,
    ):
        return True
    first, comma, _ = folded.partition(",")
    before, _, last = folded.rpartition(",")
    return bool(comma) and (_is_name(first, house) or (bool(before) and _is_name(last, house)))


def _is_name(folded: str, house: House) -> bool:
    """Say whether a piece of a sentence is a name and a title or greeting at most."""
    for name in (*house.names, *(f"@{handle}" for handle in house.handles)):
        if name in folded and len(_WORD.findall(folded.replace(name, " "))) <= TITLES:
            return True
    return False


def _meant(post: Post, cue: Cue, house: House) -> bool:
    """Say whether thanks or praise go to the house, by whom the words after and before them name."""
    if _REPORTED.search(fold(post.text[: cue.start])):
        return False
    after = fold(_clause(post.text, cue))
    named = mentions(after)
    if named:
        return not house.handles.isdisjoint(named)
    if _THEM.match(after):
        return _is_spoken_to(post, house)
    if _TO.match(after):
        return _ours(after) or house.is_in(_few(after)) or _works_there(post.text, cue, house)
    return _ours(after) or house.is_meant(after) or _is_spoken_to(post, house)


def _ours(after: str) -> bool:
    """Say whether those meant are “you” or “the team”, and not the team of somebody else."""
    if has(after, "you"):
        return True
    found = pattern("ours").match(after.lstrip())
    return found is not None and not _OF.match(after.lstrip()[found.end() :])


def _few(after: str) -> str:
    """Give the words in which somebody thanked is named."""
    return " ".join(after.split()[:SHORT])


def _works_there(text: str, cue: Cue, house: House) -> bool:
    """Say whether somebody praised by name is said to be of the house (« Samira, soudeuse chez … »)."""
    sentence = fold(_sentence(text, cue)[0])
    if cue.kind != "praise":
        sentence = sentence.partition(",")[2]  # what is said of somebody thanked
    return any(_names_next(sentence, found.end(), house) for found in _WORKS_AT.finditer(sentence))


def _clause(text: str, cue: Cue) -> str:
    """Give the words after a cue that say whom it is for: up to a stop, or to where the reason begins."""
    rest = text[cue.end :]
    stop = re.search(r"[.!?\n…;,:]", rest)
    clause = rest[: stop.start()] if stop else rest
    folded = fold(clause)
    cut = pattern("reasons").search(folded)
    return clause[: cut.start()] if cut and len(folded) == len(clause) else clause


def _is_spoken_to(post: Post, house: House) -> bool:
    """Say whether a post as a whole is for the house."""
    answered = _bare(post.reply_to_author)
    if answered:
        return answered in house.handles
    named = mentions(post.text)
    if named:
        return not house.handles.isdisjoint(named)
    return house.is_in(fold(post.text))
