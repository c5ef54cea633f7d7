"""Where many phrases stand in a long text: a graph of their letters, followed in compiled code.

Phrases share their beginnings and, where they mean the same, their endings too (J. Daciuk
et al., "Incremental construction of minimal acyclic finite-state automata", 2000), so that
tens of thousands fit into a processor's cache. Searching costs the start of numba.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from firsthand.text.flat import LAST_EMOJI, inside

MOST = 256
"""Phrases that may begin at one place; room is made for so many before a place is looked at."""
NOTHING = -1
Meaning = TypeVar("Meaning", bound=Hashable)
Codes = npt.NDArray[np.uint32]
Found = npt.NDArray[np.int32]


class Graph(NamedTuple):
    """A graph as arrays; its root is the last node.

    `letters` gives the column of a character (0: no phrase has it), `steps` the node that
    follows a node by a column (0: none), `ends` the number of what ends at a node, or
    NOTHING; `opens` whether a word may go on after it; `inside` is 1 for the letters and digits of the basic plane.
    """

    letters: npt.NDArray[np.uint8]
    steps: npt.NDArray[np.uint16]
    ends: npt.NDArray[np.int16]
    opens: npt.NDArray[np.bool_]
    inside: npt.NDArray[np.uint8]


@dataclass(slots=True)
class _Node:
    end: int = NOTHING
    steps: dict[str, int] = field(default_factory=dict)


class PhraseGraph(Generic[Meaning]):
    """Phrases, each with what it means; found wherever a word or a sign begins with one."""

    def __init__(
        self, phrases: Iterable[tuple[str, Meaning]], opens: Callable[[Meaning], bool]
    ) -> None:
        means: dict[Meaning, int] = {}
        numbered = sorted((phrase, means.setdefault(mean, len(means))) for phrase, mean in phrases)
        self.meanings = tuple(means)
        nodes = _nodes(numbered)
        self.graph = _arrays(nodes, np.array([opens(mean) for mean in means], np.bool_))

    def find(self, codes: Codes) -> Iterator[tuple[int, int, int, int]]:
        """Give four numbers for each phrase found, in the order of their starts.

        They are the number of its meaning, where it starts and ends, and 1 if a word ends
        there. Of the phrases whose last word goes on, only those that `opens` allows it.
        `codes` are those of a folded text.
        """
        # Imported here because compiled code takes a second to start.
        from firsthand.text.phrase_kernels import search

        rows = np.empty((max(codes.size // 4, 2 * MOST), 4), np.int32)
        at, end = 0, codes.size
        while at < end:
            at, count = search(codes, at, self.graph, rows)
            # By columns, for a list of every row keeps the garbage collector busy.
            yield from zip(*rows[:count].T.tolist(), strict=True)


def _nodes(phrases: list[tuple[str, int]]) -> list[_Node]:
    """Give the graph of sorted phrases; its root comes last."""
    known: dict[tuple[int, tuple[tuple[str, int], ...]], int] = {}
    nodes: list[_Node] = [_Node()]  # the first stands for no node
    held = [_Node()]
    before = ""

    def settle(depth: int) -> None:
        """Settle what no later phrase changes, sharing it with what is the same."""
        while len(held) > depth:
            node = held.pop()
            key = node.end, tuple(node.steps.items())
            number = known.setdefault(key, len(nodes))
            if number == len(nodes):
                nodes.append(node)
            if held:
                held[-1].steps[before[len(held) - 1]] = number

    for phrase, end in phrases:
        shared = _shared(before, phrase)
        settle(shared + 1)
        held += [_Node() for _ in phrase[shared:]]
        held[-1].end = end
        before = phrase
    settle(0)
    return nodes


def _shared(one: str, other: str) -> int:
    """Give how many letters two phrases begin with alike."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


def _arrays(nodes: list[_Node], opens: npt.NDArray[np.bool_]) -> Graph:
    letters = sorted({letter for node in nodes for letter in node.steps})
    columns = {letter: at for at, letter in enumerate(letters, 1)}
    table = np.zeros(LAST_EMOJI + 1, np.uint8)
    steps = np.zeros((len(nodes), len(letters) + 1), np.uint16)
    for letter, column in columns.items():
        table[ord(letter)] = column
    for number, node in enumerate(nodes):
        for letter, following in node.steps.items():
            steps[number, columns[letter]] = following
    ends = np.array([node.end for node in nodes], np.int16)
    return Graph(table, steps, ends, opens, inside())
