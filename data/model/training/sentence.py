"""The sentence that all sources of training data are turned into."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Sentence:
    id: str
    words: list[str]
    # A treebank's annotation; empty lists where a source has names alone.
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    """1-based index of each word's head, 0 for the root."""
    relations: list[str] = field(default_factory=list)
    names: list[set[int] | None] | None = None
    """Allowed name labels of each word: one is gold, several leave the choice, None masks the word.
    None for the whole sentence where the source says nothing of names."""

    @property
    def has_tree(self) -> bool:
        return len(self.heads) > 0
