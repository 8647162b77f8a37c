"""What a seller publishes, as the gate sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """One named text of a listing: the translation and, where known, what it was translated from."""

    name: str
    target: str
    source: str | None = None
    reference: str | None = None
    gloss: str | None = None
    max_length: int | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """What an image classifier saw; ``score`` in [0, 1]."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the listing: its alt text, the text written in it, what a classifier saw."""

    id: str
    alt: str | None = None
    text: str | None = None
    locale: str | None = None
    labels: tuple[Label, ...] = ()
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class InlineGlossaryEntry:
    """A glossary entry that travels with the request and wins over ours."""

    source: str
    approved: tuple[str, ...]
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A listing to be judged for ``markets`` (codes, never the star)."""

    listing_id: str
    markets: tuple[str, ...]
    target_locale: str
    fields: tuple[Field, ...] = ()
    images: tuple[Image, ...] = ()
    source_locale: str | None = None
    category: str | None = None
    listing_version: int = 1
    seller: str | None = None
    mt_engine: str | None = None
    as_of: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    do_not_translate: tuple[str, ...] = ()
    glossary: tuple[InlineGlossaryEntry, ...] = ()
