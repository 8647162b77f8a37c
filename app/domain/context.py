"""Rules about what stands around a word, and claims that the rest of a listing can belie."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.category import CategoryScope, is_within
from app.domain.example import Example, Origins
from app.domain.finding import PlaceKind
from app.domain.severity import Severity


@dataclass(frozen=True, slots=True)
class When:
    """What must hold around a hit, all of it; a part that is None or empty asks for nothing.

    ``fields``: the field's name begins with one of these. ``categories``: a known category, within ``only`` if given.
    ``near``: by language, words of which one stands at most ``within`` words away (characters in spaceless scripts).
    ``attributes``: one of these stands in the request.
    """

    negated: bool = False
    quoted: bool = False
    places: frozenset[PlaceKind] = frozenset()
    categories: CategoryScope | None = None
    entries: frozenset[str] = frozenset()
    fields: tuple[str, ...] = ()
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    within: int | None = None
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Then:
    """What becomes of the hit.

    ``recast``: it names another concept. ``add``: it names another one too. ``severity``: it weighs this much in these
    markets and nothing elsewhere. ``suggest`` False: no better wording is offered.
    """

    drop: bool = False
    recast: str | None = None
    add: str | None = None
    severity: Mapping[str, Severity] | None = None
    suggest: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """A rule for the hits of ``concepts``: drop, recast, add, weigh, keep quiet about better words."""

    id: str
    concepts: tuple[str, ...]
    when: When
    then: Then
    why: str
    flagged: tuple[Example, ...]
    clean: tuple[Example, ...]
    at: Origins

    @property
    def rule(self) -> str:
        """The rule's key in reports."""
        return f"contexts/{self.id}"

    def speaks_of(self, concept: str) -> bool:
        """Tell whether the rule is for hits of ``concept``."""
        return any(is_within(concept, branch) for branch in self.concepts)

    @property
    def outcome(self) -> tuple[str, ...]:
        """The concepts that a flagged example must show."""
        told = self.then.recast or self.then.add
        return (told,) if told else self.concepts


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """Words such as halal or vegan, and what belies them elsewhere in the listing.

    ``denials``: the claim is made, too, where a mention of these concepts is denied. ``excludes``: concepts that may
    not stand beside the claim. ``against``: further words, by language, that may not. ``concept``: what such words are
    told as; ``keeps``: excluded concepts that are told as themselves. ``silences``: concepts of the bare claim that
    need not be told beside the contradiction.
    """

    id: str
    words: Mapping[str, tuple[str, ...]]
    denials: tuple[str, ...]
    excludes: tuple[str, ...]
    against: Mapping[str, tuple[str, ...]]
    concept: str
    keeps: tuple[str, ...]
    silences: tuple[str, ...]
    why: str
    flagged: tuple[Mapping[str, str], ...]
    clean: tuple[Mapping[str, str], ...]
    at: Origins

    @property
    def rule(self) -> str:
        """The claim's key in findings and reports."""
        return f"claims/{self.id}"
