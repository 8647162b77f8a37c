"""The shape of every YAML kind in lexicons/, as msgspec structs. Files hold strings; numbers are read here."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

Text = Annotated[str, Meta(min_length=1, max_length=2000)]
Words = Annotated[list[Text], Meta(min_length=1, max_length=2000)]
SeverityName = Literal["critical", "major", "minor"]


class Strict(Struct, forbid_unknown_fields=True):
    """A mapping that takes only the keys it knows."""


class ConceptRow(Strict):
    """A concept in concepts.yaml."""

    label: dict[str, Text]
    definition: Text
    modalities: list[Literal["text", "image"]]
    action: Literal["rewrite-source", "swap-image", "add-certificate", "do-not-sell-here", "advise"] | None = None


class CheckRow(Strict):
    """A check in checks.yaml."""

    part: Literal["culture", "translation"]
    severity: Literal["policy", "critical", "major", "minor", "neutral"]
    mqm: Text


class CategoryRow(Strict):
    """A category in categories.yaml."""

    label: dict[str, Text]
    aliases: list[Text] = []


class SourceRow(Strict):
    """A source in sources.yaml."""

    title: Text
    kind: Text
    read: bool
    url: Text | None = None


class WhenRow(Strict):
    """What must hold around a hit."""

    negated: bool = False
    quoted: bool = False
    places: list[Literal["field", "image_alt", "image_text", "image_label"]] = []
    categories: dict[Literal["only", "not"], Words] = {}
    entries: list[Text] = []
    fields: list[Text] = []
    near: dict[str, Words] = {}
    within: Annotated[int, Meta(ge=1, le=60)] | None = None
    attributes: list[Text] = []


class ThenRow(Strict):
    """What becomes of the hit."""

    drop: bool = False
    recast: Text | None = None
    add: Text | None = None
    severity: dict[str, SeverityName] | None = None
    suggest: bool = True


class ContextRow(Strict):
    """A context rule in contexts.yaml."""

    concepts: Words
    when: WhenRow
    then: ThenRow
    why: Text
    flagged: list[Any]
    clean: list[Any]


class ClaimRow(Strict):
    """A claim in claims.yaml."""

    excludes: Words
    concept: Text
    why: Text
    flagged: list[dict[str, Text]]
    clean: list[dict[str, Text]]
    words: dict[str, Words] = {}
    denials: list[Text] = []
    against: dict[str, Words] = {}
    keeps: list[Text] = []
    silences: list[Text] = []


class ExampleRow(Strict):
    """A text, or an image label with its score, that proves an entry."""

    text: str = ""
    label: str = ""
    score: float = 1.0
    category: str | None = None
    locale: str | None = None
    place: Literal["field", "image_alt", "image_text"] = "field"
    field: Text = "text"


class TermRow(Strict):
    """An entry of terms/<family>/<language>.yaml."""

    concept: Text
    why: Text
    flagged: Annotated[list[Any], Meta(min_length=1)]
    clean: Annotated[list[Any], Meta(min_length=1)]
    terms: list[Text] = []
    innocent: list[Text] = []
    suggest: list[Text] = []
    categories: dict[Literal["only", "not"], Words] = {}
    locales: dict[Literal["only", "not"], Words] = {}
    also: list[Text] = []
    inflect: bool = True
    exact: bool = False
    near: list[Text] = []
    within: Annotated[int, Meta(ge=1, le=60)] | None = None
    labels: list[Text] = []
    min_score: Annotated[float, Meta(ge=0, le=1)] = 0.5


class TermFile(Strict):
    """terms/<family>/<language>.yaml."""

    language: Text
    provenance: Text
    entries: dict[str, Any]


class PolicyRow(Strict):
    """A market's row for one concept."""

    severity: SeverityName | Literal["none"]
    basis: Literal["law", "platform", "culture", "brand_practice"]
    confidence: Literal["high", "medium", "low"]
    why: Text
    sources: list[Text] = []
    pending: SeverityName | None = None
    scope: Literal["example_or_other_market"] | None = None


class MarketFile(Strict):
    """markets/<CODE>.yaml."""

    market: Text
    name: dict[str, Text]
    group: Text
    languages: Words
    concepts: dict[str, Any]


class GlossaryTargetRow(Strict):
    """Translations into one language."""

    approved: Words
    forbidden: list[Text] = []


class GlossaryExampleRow(Strict):
    """A source and its translation."""

    source: Text
    target: Text
    language: Text
    category: str | None = None


class GlossaryRow(Strict):
    """An entry of glossaries/<domain>.yaml."""

    why: Text
    targets: dict[str, GlossaryTargetRow]
    flagged: Annotated[list[GlossaryExampleRow], Meta(min_length=1)]
    clean: Annotated[list[GlossaryExampleRow], Meta(min_length=1)]
    categories: dict[Literal["only", "not"], Words] = {}


class GlossaryFile(Strict):
    """glossaries/<domain>.yaml."""

    source_language: Text
    domain: Text
    provenance: Text
    entries: dict[str, Any]


class AffixRow(Strict):
    """One way a word grows."""

    prefix: str = ""
    cut: str = ""
    add: str = ""
    after: str | None = None
    before: str | None = None


class InflectionRow(Strict):
    """Steps by place of the word in the term."""

    every: list[list[AffixRow]] = []
    first: list[list[AffixRow]] = []
    last: list[list[AffixRow]] = []
    alone: list[list[AffixRow]] = []
    lead: list[list[AffixRow]] = []


class NegatorsRow(Strict):
    """Words that deny."""

    before: list[Text] = []
    after: list[Text] = []
    fillers: list[Text] = []
    traps: list[Text] = []
    clause: list[Text] = []
    joiners: list[Text] = []


class InflectionExampleRow(Strict):
    """A word with forms that must come out, and forms that must not."""

    word: Text
    forms: list[Text]
    never: list[Text] = []


class LanguageFile(Strict):
    """languages/<tag>.yaml."""

    language: Text
    name: dict[str, Text]
    scripts: Words
    counts: Literal["words", "characters"] = "words"
    reads_runs: bool = False
    inflection: InflectionRow = field(default_factory=InflectionRow)
    negators: NegatorsRow = field(default_factory=NegatorsRow)
    examples: list[InflectionExampleRow] = []
