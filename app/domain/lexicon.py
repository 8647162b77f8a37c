"""What stands in lexicons/: words, policies, glossaries; parsed and checked, not yet compiled."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.domain.category import EVERYWHERE, Categories, CategoryScope
from app.domain.context import Claim, Context
from app.domain.example import Example, Origins
from app.domain.finding import Action
from app.domain.language import Language
from app.domain.severity import Part, Severity


@dataclass(frozen=True, slots=True)
class Concept:
    """A node of the taxonomy; leaves carry severities in the markets.

    ``action``: what helps when the goods themselves are the matter.
    """

    id: str
    label: Mapping[str, str]
    definition: str
    modalities: tuple[str, ...]
    leaf: bool
    action: Action


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A row of checks.yaml. ``severity`` None means: the market's severity of the concept."""

    name: str
    part: Part
    severity: Severity | None
    mqm: str


@dataclass(frozen=True, slots=True)
class Source:
    """A law, rule or article that policies cite; ``read``: a person read it when it was entered."""

    id: str
    title: str
    url: str | None
    kind: str
    read: bool


class Evidence(StrEnum):
    """What a policy row stands on."""

    READ = "read"
    UNREAD = "unread"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Policy:
    """A market's severity for one concept and what it rests on.

    ``severity`` None: judged and found harmless. ``pending``: a graver rating that waits for someone to check it.
    """

    concept: str
    severity: Severity | None
    basis: str
    confidence: str
    why: str
    sources: tuple[Source, ...]
    pending: Severity | None = None
    scope: str | None = None

    @property
    def evidence(self) -> Evidence:
        """Tell whether at least one cited source has been read."""
        if not self.sources:
            return Evidence.NONE
        return Evidence.READ if any(source.read for source in self.sources) else Evidence.UNREAD

    @property
    def counting(self) -> Severity | None:
        """Return the severity that counts: the lower one while the graver is pending."""
        if self.pending is None or self.severity is None:
            return self.severity
        return min(self.severity, self.pending, key=lambda severity: severity.multiplier)


@dataclass(frozen=True)
class Market:
    """A market: the languages it is served in, and its severity for each concept that has one."""

    code: str
    name: Mapping[str, str]
    group: str
    languages: tuple[str, ...]
    policies: Mapping[str, Policy]

    @cached_property
    def severities(self) -> Mapping[str | None, Severity]:
        """The severity that counts for each concept that has one."""
        return {concept: policy.counting for concept, policy in self.policies.items() if policy.counting is not None}

    def serves(self, language: str) -> bool:
        """Tell whether the market is served in ``language``; zh stands for both ways of writing it."""
        return any(served in {language, language.partition("-")[0]} for served in self.languages)


@dataclass(frozen=True, slots=True)
class LocaleScope:
    """The locales an entry's sense lives in."""

    only: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def admits(self, locale: str | None) -> bool:
        """Tell whether the sense lives in ``locale``; a bare language or none never silences it."""
        if locale is None or "-" not in locale:
            return True
        if self.only:
            return locale in self.only
        return locale not in self.excluded


@dataclass(frozen=True, slots=True, eq=False)
class TermEntry:
    """Words of one language that name a concept."""

    name: str
    language: str
    concept: str
    terms: tuple[str, ...]
    why: str
    flagged: tuple[Example, ...]
    clean: tuple[Example, ...]
    at: Origins
    innocent: tuple[str, ...] = ()
    suggest: tuple[str, ...] = ()
    categories: CategoryScope = EVERYWHERE
    locales: LocaleScope = LocaleScope()
    also: tuple[str, ...] = ()
    inflect: bool = True
    exact: bool = False
    near: tuple[str, ...] = ()
    within: int | None = None
    labels: tuple[str, ...] = ()
    min_score: float = 0.5

    @property
    def rule(self) -> str:
        """The entry's key in findings and reports: concept/language/name."""
        return f"{self.concept}/{self.language}/{self.name}"

    @property
    def family(self) -> str:
        """The branch whose hits compete for the same words, e.g. religion.pork."""
        return family_of(self.concept)


def family_of(concept: str) -> str:
    """Return the first two steps of a concept: religion.pork.food -> religion.pork."""
    return ".".join(concept.split(".")[:2])


@dataclass(frozen=True, slots=True)
class GlossaryExample:
    """A source and its translation that a glossary entry must flag or leave alone."""

    source: str
    target: str
    language: str
    category: str | None = None


@dataclass(frozen=True, slots=True)
class GlossaryTarget:
    """Translations of a source term into one language; the first approved form is the one suggested."""

    approved: tuple[str, ...]
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class GlossaryEntry:
    """A source term whose machine translation goes wrong."""

    source: str
    source_language: str
    domain: str
    why: str
    targets: Mapping[str, GlossaryTarget]
    flagged: tuple[GlossaryExample, ...]
    clean: tuple[GlossaryExample, ...]
    at: Origins
    categories: CategoryScope = EVERYWHERE

    @property
    def rule(self) -> str:
        """The entry's key in findings and reports: glossary/domain/source term."""
        return f"glossary/{self.domain}/{self.source}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of lexicons/, parsed and consistent."""

    concepts: Mapping[str, Concept]
    checks: Mapping[str, CheckRule]
    categories: Categories
    contexts: tuple[Context, ...]
    claims: tuple[Claim, ...]
    sources: Mapping[str, Source]
    languages: Mapping[str, Language]
    markets: Mapping[str, Market]
    terms: tuple[TermEntry, ...]
    glossary: tuple[GlossaryEntry, ...]
