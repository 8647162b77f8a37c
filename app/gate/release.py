"""A compiled lexicon: one automaton over every term, innocent phrase and glossary form of every language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from app.domain.context import Claim, Context
from app.domain.lexicon import GlossaryEntry, Lexicon, TermEntry
from app.text.automaton import Automaton
from app.text.phrases import Phrase


class Role(Enum):
    """What a pattern is to the entry that owns it."""

    TERM = auto()
    LABEL = auto()
    NEAR = auto()
    CONTEXT = auto()
    CLAIM = auto()
    AGAINST = auto()
    INNOCENT = auto()
    GLOSSARY_SOURCE = auto()
    APPROVED = auto()
    FORBIDDEN = auto()
    SUSPICION = auto()


@dataclass(frozen=True, slots=True)
class Owner:
    """An entry that owns patterns, in the languages it is read in.

    ``phrase``: what is left to compare where a pattern stands; None where the pattern is all. ``slip``: the patterns
    are misspellings of the entry's terms. ``of_labels``: it speaks of image labels only.
    """

    role: Role
    languages: frozenset[str]
    entry: TermEntry | GlossaryEntry | Context | Claim | None
    phrase: Phrase | None = None
    slip: bool = False
    of_labels: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """One immutable compilation of all of lexicons/.

    ``owned[p]`` is the number of the owner of pattern p; negative for patterns of several owners: ~row of ``shared``.
    ``languages`` have terms; ``run_languages`` read foreign-script runs. ``sources``: the parsed files as canonical
    JSON, compressed; from them it compiles again.
    """

    digest: str
    lexicon: Lexicon
    automaton: Automaton
    owners: Sequence[Owner]
    owned: Sequence[int]
    shared: Sequence[tuple[int, ...]]
    languages: frozenset[str]
    run_languages: frozenset[str]
    sources: bytes = field(repr=False)
    _served: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def served_in(self, language: str) -> frozenset[str]:
        """Return the markets that are served in ``language``."""
        known = self._served.get(language)
        if known is None:
            markets = self.lexicon.markets.values()
            known = self._served[language] = frozenset(m.code for m in markets if m.serves(language))
        return known
