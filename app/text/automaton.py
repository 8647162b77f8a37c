"""Finding every pattern of a release in one pass, behind an interface small enough to change the engine."""

import hashlib
from collections.abc import Sequence
from typing import Protocol

import daachorse


class CorruptAutomatonError(Exception):
    """A stored automaton does not have the bytes it was stored with."""


class Automaton(Protocol):
    """Finds patterns in folded text."""

    def scan(self, folded: str) -> list[tuple[int, int, int]]:
        """Return (start, end, pattern number) of every occurrence, overlapping ones too."""
        ...

    def to_bytes(self) -> bytes:
        """Return what ``from_bytes`` reads."""
        ...


class DaachorseAutomaton:
    """An Aho-Corasick double array over code points. Source: Kanda et al. 2023, doi:10.1002/spe.3190."""

    def __init__(self, engine: daachorse.CharwiseDoubleArrayAhoCorasick) -> None:
        self._engine = engine

    def scan(self, folded: str) -> list[tuple[int, int, int]]:
        """See Automaton."""
        return self._engine.find_overlapping(folded)

    def to_bytes(self) -> bytes:
        """Return the automaton behind its SHA-256: the engine itself accepts flipped bits silently."""
        body = self._engine.serialize()
        return hashlib.sha256(body).digest() + body


def build(patterns: Sequence[str]) -> DaachorseAutomaton:
    """Build the automaton of distinct, non-empty, folded ``patterns``; a hit's number is its place here."""
    if not all(patterns):
        raise ValueError("an empty pattern would be found everywhere")
    # The engine wants at least one pattern; U+10FFFF is a noncharacter that folding never yields.
    return DaachorseAutomaton(daachorse.CharwiseDoubleArrayAhoCorasick(list(patterns) or ["\U0010ffff"]))


def from_bytes(stored: bytes) -> DaachorseAutomaton:
    """Read an automaton back.

    Raises:
        CorruptAutomatonError: the bytes are not those that were written.
    """
    digest, body = stored[:32], stored[32:]
    if hashlib.sha256(body).digest() != digest:
        raise CorruptAutomatonError("the stored automaton is damaged; delete the cache and start again")
    return DaachorseAutomaton(daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(body))
