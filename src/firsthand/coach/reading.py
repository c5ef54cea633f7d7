"""A draft read once: tokens, sentences, names and entities, shared by all the checks."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from firsthand.coach.lexicon import Hit, Lexicon
from firsthand.coach.rules import shared_words
from firsthand.text.entities import Entity, entities
from firsthand.text.tokens import fold, sentences

_TOKEN = re.compile(
    r"(?i:(?:[ldjnsmtc]|qu|jusqu|lorsqu|puisqu)['’ʼ])(?=\w)"
    r"|\d+(?:[.,\u00a0\u202f]\d+)*"
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*[\d]*"
)
_CAMEL = re.compile(r"[^\W\d_]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])|[^\W\d_]+|\d+")
_QUOTED = re.compile(r"«[^»]{1,600}»|“[^”]{1,600}”|\"[^\"\n]{1,600}\"")
_HEADLINE = 0.6


@lru_cache(maxsize=50_000)
def _form(word: str) -> str:
    return fold(word).replace("’", "'").replace("ʼ", "'").strip()


class Reading:
    """The analysis of one text. Token lists run in parallel; spans count characters.

    `kinds` holds `word`, `num`, `@` (a mention) or `tag` (a word of a hashtag);
    `stops[i]` is the index after the last token of token i's sentence.
    """

    def __init__(self, text: str, lang: str | None, lexicon: Lexicon | None = None) -> None:
        self.text = text
        self.lang = lang
        self._lexicon = lexicon
        self.entities: tuple[Entity, ...] = entities(text)
        self.sentences: list[tuple[int, int]] = [
            (start, end) for start, end in sentences(text) if end > start
        ]
        self.forms: list[str] = []
        self.kinds: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentence_of: list[int] = []
        for start, end, kind in self._pieces():
            self._add(start, end, kind)
        self.stops = self._stops()
        self.content: list[tuple[str, int]] | None = None  # kept by stems.content

    def _add(self, start: int, end: int, kind: str) -> None:
        form = "@" if kind == "@" else _form(self.text[start:end])
        if not form:
            return
        self.forms.append(form)
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(end)

    def _pieces(self) -> Iterator[tuple[int, int, str]]:
        at = 0
        for entity in self.entities:
            yield from self._words(at, entity.start)
            if entity.kind == "mention":
                yield entity.start, entity.end, "@"
            elif entity.kind == "hashtag":
                for m in _CAMEL.finditer(self.text, entity.start + 1, entity.end):
                    yield m.start(), m.end(), "tag"
            at = entity.end
        yield from self._words(at, len(self.text))

    def _words(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        for m in _TOKEN.finditer(self.text, start, end):
            yield m.start(), m.end(), "num" if m[0][0].isdigit() else "word"

    def _stops(self) -> list[int]:
        """Give each token the end of its sentence, and fill `sentence_of`."""
        bounds = [end for _, end in self.sentences] or [len(self.text)]
        sentence = 0
        for start in self.starts:
            while sentence < len(bounds) - 1 and start >= bounds[sentence]:
                sentence += 1
            self.sentence_of.append(sentence)
        stops = [0] * len(self.starts)
        stop = len(stops)
        for index in range(len(stops) - 1, -1, -1):
            if index + 1 < len(stops) and self.sentence_of[index + 1] != self.sentence_of[index]:
                stop = index + 1
            stops[index] = stop
        return stops

    def alike(self, text: str) -> "Reading":
        """Read another text, in the same language and with the same lists."""
        return Reading(text, self.lang, self._lexicon)

    # Words and lists

    @cached_property
    def found(self) -> Mapping[tuple[str, str], list[Hit]]:
        """Give what the lexicon finds, by check (or shared file) and list."""
        return self._lexicon.find(self) if self._lexicon else {}

    def shared(self, subject: str, name: str = "words") -> list[Hit]:
        """Give what a list that several checks share finds."""
        return self.found.get((f"words.{subject}", name), [])

    @cached_property
    def words(self) -> int:
        """Count the words, hashtags left out."""
        return sum(kind != "tag" for kind in self.kinds)

    def original(self, index: int) -> str:
        """Give a token as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def tokens_of(self, sentence: int) -> range:
        """Give the indexes of the tokens of a sentence."""
        indexes = [i for i, s in enumerate(self.sentence_of) if s == sentence]
        return range(indexes[0], indexes[-1] + 1) if indexes else range(0)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Give the span of the sentence at a character."""
        for start, end in self.sentences:
            if start <= position < end:
                return start, end
        return 0, len(self.text)

    def is_question(self, span: tuple[int, int]) -> bool:
        """Tell whether the words of a span end with a question mark."""
        words = self.text[span[0] : span[1]].rstrip(" \u00a0\u202f!»”\"')")
        return words.endswith("?") or self.text[span[1] : span[1] + 2].lstrip().startswith("?")

    # Quotations and negation

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Give the spans between quotation marks."""
        return [m.span() for m in _QUOTED.finditer(self.text)]

    def in_quotes(self, start: int, end: int) -> bool:
        """Tell whether a span stands inside quotation marks: somebody else's words."""
        return any(first <= start and end <= last for first, last in self.quoted)

    def negated(self, index: int, reach: int = 3) -> bool:
        """Tell whether a negation stands just before a token, in its sentence."""
        low = max(0, index - reach)
        return any(
            self.sentence_of[i] == self.sentence_of[index]
            and (self.forms[i] in NEGATIONS or self.forms[i].endswith("n't"))
            for i in range(low, index)
        )

    # Names

    @cached_property
    def shouting(self) -> bool:
        """Tell whether capitals say nothing here: a headline, or all in capitals."""
        long = [self.original(i) for i, kind in enumerate(self.kinds) if kind == "word"]
        long = [word for word in long if len(word) > 3]
        capital = sum(word[0].isupper() for word in long)
        return len(long) > 3 and capital > _HEADLINE * len(long)

    @cached_property
    def _names(self) -> list[bool]:
        return [self._looks_like_name(i) for i in range(len(self.forms))]

    def is_name(self, index: int) -> bool:
        """Tell whether a token is a mention, or is written as a proper name."""
        return self._names[index]

    def _looks_like_name(self, index: int) -> bool:
        if self.kinds[index] != "word":
            return self.kinds[index] == "@"
        word = self.original(index)
        if self.shouting or not word[0].isupper() or len(word) < 2:
            return False
        if self.forms[index] in _never_names() or self.forms[index].endswith("'"):
            return False
        return word[1:].islower() or any(c.isupper() for c in word[1:])


@lru_cache(maxsize=1)
def _never_names() -> frozenset[str]:
    lists = shared_words()["not_names"]["words"]
    return frozenset(word for words in lists.values() for word in words)


NEGATIONS = frozenset({
    "ne", "n'", "pas", "non", "ni", "jamais", "aucun", "aucune", "sans", "nul", "rien", "personne",
    "not", "no", "never", "without", "neither", "nor", "cannot", "nobody", "none", "hardly",
})  # fmt: skip
