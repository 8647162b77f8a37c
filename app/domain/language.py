"""What we know of a language: its scripts, inflection and ways to say no."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Affix:
    """One way a folded word grows: ``prefix`` before it; ``cut`` from its end, ``add`` in its place.

    Applies where the word's end matches ``after`` and its beginning ``before`` (regular expressions; any word if None).
    """

    prefix: str = ""
    cut: str = ""
    add: str = ""
    after: str | None = None
    before: str | None = None


Steps = tuple[tuple[Affix, ...], ...]


@dataclass(frozen=True, slots=True)
class Inflection:
    """How the words of a term inflect, by place; each step offers its affixes to every form so far.

    ``alone``: steps for the word of a one-word term; ``lead``: for the first word of a longer one.
    """

    every: Steps = ()
    first: Steps = ()
    last: Steps = ()
    alone: Steps = ()
    lead: Steps = ()


@dataclass(frozen=True, slots=True)
class Negators:
    """Folded words that turn a mention into its absence: ``before`` or ``after`` it, ``fillers`` between.

    ``clause``: words that deny everything up to the end of their clause. ``joiners``: and, or. ``traps``: look alike
    and deny nothing.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InflectionExample:
    """A word and forms that its expansion must contain and must not."""

    word: str
    forms: tuple[str, ...]
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language file. ``counts_characters``: its texts are measured in characters, not words.

    ``reads_runs``: words in its script that stand in a text of another script are taken for its own (Latin words in an
    Arabic title are read as English, not as Swedish).
    Two readings of a file are two languages: identity makes it a cheap key for the forms of its words.
    """

    tag: str
    name: Mapping[str, str]
    scripts: frozenset[str]
    inflection: Inflection = Inflection()
    negators: Negators = Negators()
    counts_characters: bool = False
    reads_runs: bool = False
    examples: tuple[InflectionExample, ...] = field(default=())
