"""From arc scores to a tree: best heads, else the maximum spanning tree (Chu and Liu 1965; Edmonds 1967)."""
from __future__ import annotations

import numpy as np


def decode_tree(scores: np.ndarray) -> np.ndarray:
    """Heads of words 1..n from scores[dependent, head], root at 0."""
    scores = scores.astype(np.float64)
    np.fill_diagonal(scores, -1e9)
    heads = scores.argmax(1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and _cycle(heads) is None:
        return heads[1:]
    scores[1:, 0] -= 1e4  # leaves exactly one root in the optimum
    return _spanning_tree(scores)[1:]


def _cycle(heads: np.ndarray) -> list[int] | None:
    seen = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path = []
        node = start
        while node and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node and seen[node] == start:
            return path[path.index(node) :]
    return None


def _spanning_tree(scores: np.ndarray) -> np.ndarray:
    """Contracts a cycle into one node, solves the smaller problem and expands it again."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [node for node in range(len(heads)) if node not in cycle]
    size = len(rest)
    smaller = np.full((size + 1, size + 1), -1e9)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    gain = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    smaller[size, :size] = gain.max(0)
    smaller[:size, size] = scores[np.ix_(rest, cycle)].max(1)
    solved = _spanning_tree(smaller)
    result = heads.copy()
    for at, node in enumerate(rest[1:], 1):
        outside = solved[at] < size
        result[node] = rest[solved[at]] if outside else cycle[scores[node, cycle].argmax()]
    entered = solved[size]
    result[cycle[gain[:, entered].argmax()]] = rest[entered]
    return result
