"""The compiled search for the phrases of a graph. Importing this module costs the start of numba."""

from firsthand.text.kernels import Codes, compiled
from firsthand.text.phrase_graph import MOST, Found, Graph

_PLANE = 65_536


@compiled
def search(codes: Codes, begin: int, graph: Graph, rows: Found) -> tuple[int, int]:
    """Write what ends where for each phrase that begins where a word or a sign does.

    A row holds the number of what was found, its start, its end, and 1 if no word goes on
    there. Gives where to go on, and how many rows were written: it stops where rows might
    find no room.
    """
    count = 0
    within = begin > 0 and _inside(codes, begin - 1, graph)
    for at in range(begin, codes.size):
        before, within = within, _inside(codes, at, graph)
        if before and within:
            continue
        if count + MOST > rows.shape[0]:
            return at, count
        count = _follow(codes, at, graph, rows, count)
    return codes.size, count


@compiled
def _inside(codes: Codes, at: int, graph: Graph) -> bool:
    """Say whether a letter or a digit stands at a place; not beyond the end."""
    return at < codes.size and codes[at] < _PLANE and graph.inside[codes[at]] == 1


@compiled
def _follow(codes: Codes, start: int, graph: Graph, rows: Found, count: int) -> int:
    """Follow the phrases that begin at a place."""
    node, at, room = graph.steps.shape[0] - 1, start, count + MOST
    while at < codes.size and codes[at] < graph.letters.size:
        node = int(graph.steps[node, graph.letters[codes[at]]])
        if node == 0:
            break
        at += 1
        means = int(graph.ends[node])
        if means >= 0 and count < room:
            whole = not (_inside(codes, at - 1, graph) and _inside(codes, at, graph))
            if whole or graph.opens[means]:
                rows[count, 0], rows[count, 1], rows[count, 2] = means, start, at
                rows[count, 3] = whole
                count += 1
    return count
