"""Many queries as arrays in which `scan` looks up the words of a post.

A trie whose steps are not words but classes of words (a word with its plurals and
singulars): each word of a post is looked up once and gives its classes, and each
class leads from one node to the next. A node at the end of a phrase carries its number;
a phrase carries the queries that it may make match.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from firsthand.listen.match.cutting import hash_of
from firsthand.listen.match.lookup import Flags, Numbers, Rows, Table, rows, table
from firsthand.listen.match.programs import AUTHOR, Forms, Program, compiled_program
from firsthand.records.query import Query

NO_PHRASE = -1


class Arrays(NamedTuple):
    """What is looked up in compiled code. Nodes count from 1; 0 is no node.

    `words` gives the number of a hash, `classes` its classes, `roots` the node that a
    class leads to from the start, `steps` the node that follows a node by a class;
    `ends` the phrase that ends at a node, `near` whether its places matter.
    """

    words: Table
    classes: Rows
    roots: Numbers
    steps: Table
    ends: Numbers
    goes_on: Flags
    near: Flags
    triggers: Rows
    programs: Rows


@dataclass(frozen=True, slots=True)
class Index:
    """What a set of queries looks for; whether any asks for authors, or for accounts named."""

    queries: tuple[Query, ...]
    languages: dict[str, int]
    networks: dict[str, int]
    authors: bool
    mentions: bool
    arrays: Arrays


def build(queries: Sequence[Query]) -> Index:
    """Give the index of queries."""
    return _Builder().build(tuple(queries))


class _Builder:
    def __init__(self) -> None:
        self.words: dict[str, list[int]] = {}
        self.classes: dict[tuple[str, ...], int] = {}
        self.nodes: dict[int, int] = {}
        self.ends: list[int] = [NO_PHRASE]
        self.numbers: dict[Forms, int] = {}
        self.languages: dict[str, int] = {}
        self.networks: dict[str, int] = {}

    def build(self, queries: tuple[Query, ...]) -> Index:
        programs = [
            compiled_program(query.wants, self._number, self._language, self._network)
            for query in queries
        ]
        near = np.zeros(max(len(self.numbers), 1), np.bool_)
        for program in programs:
            near[list(program.near)] = True
        words, classes = self._words()
        roots, steps, goes_on = self._steps()
        arrays = Arrays(
            words, classes, roots, steps, np.array(self.ends, np.int32), goes_on, near,
            self._triggers(programs), rows([program.steps for program in programs]),
        )  # fmt: skip
        authors = any(word.startswith(AUTHOR + "@") for word in self.words)
        mentions = any(word.startswith("@") for word in self.words)
        return Index(queries, self.languages, self.networks, authors, mentions, arrays)

    def _number(self, forms: Forms) -> int:
        """Number a phrase, giving it a place in the trie when it is new."""
        known = self.numbers.get(forms)
        if known is not None:
            return known
        node = 0
        for word in forms:
            key = node << 32 | self._class(word)
            node = self.nodes.setdefault(key, len(self.ends))
            if node == len(self.ends):
                self.ends.append(NO_PHRASE)
        self.ends[node] = len(self.numbers)
        return self.numbers.setdefault(forms, len(self.numbers))

    def _class(self, forms: tuple[str, ...]) -> int:
        number = self.classes.get(forms)
        if number is None:
            number = self.classes[forms] = len(self.classes)
            for form in forms:
                self.words.setdefault(form, []).append(number)
        return number

    def _language(self, lang: str) -> int:
        return self.languages.setdefault(lang, len(self.languages))

    def _network(self, name: str) -> int:
        return self.networks.setdefault(name, len(self.networks))

    def _words(self) -> tuple[Table, Rows]:
        hashes = np.array([hash_of(word) for word in self.words], np.uint64)
        return table(hashes, np.arange(len(hashes), dtype=np.int32)), rows(
            list(self.words.values())
        )

    def _steps(self) -> tuple[Numbers, Table, Flags]:
        roots = np.zeros(max(len(self.classes), 1), np.int32)
        goes_on = np.zeros(len(self.ends), np.bool_)
        later = {}
        for key, node in self.nodes.items():
            before, step = key >> 32, key & 0xFFFFFFFF
            if before == 0:
                roots[step] = node
            else:
                goes_on[before] = True
                later[key] = node
        keys = np.fromiter(later, np.uint64, len(later))
        return roots, table(keys, np.fromiter(later.values(), np.int32, len(later))), goes_on

    def _triggers(self, programs: list[Program]) -> Rows:
        found: list[list[int]] = [[] for _ in self.numbers]
        for query, program in enumerate(programs):
            for number in program.triggers:
                found[number].append(query)
        return rows(found)
