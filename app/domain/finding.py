"""One thing that a check found, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.severity import Severity


class PlaceKind(StrEnum):
    """Which text of the listing a place lies in."""

    FIELD = "field"
    IMAGE_ALT = "image_alt"
    IMAGE_TEXT = "image_text"
    IMAGE_LABEL = "image_label"


class Side(StrEnum):
    """The source text or its translation."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Place:
    """A half-open span of Unicode code points in one text of the listing.

    ``name`` is the field's name or the image's id.
    """

    kind: PlaceKind
    name: str
    side: Side
    start: int
    end: int


class Origin(StrEnum):
    """Where the fault came in: with the translation, with the goods, or only in the source."""

    TRANSLATION = "translation"
    ASSORTMENT = "assortment"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"


class Action(StrEnum):
    """What the seller or translator should do."""

    FIX_TRANSLATION = "fix-translation"
    REWRITE_SOURCE = "rewrite-source"
    SWAP_IMAGE = "swap-image"
    ADD_CERTIFICATE = "add-certificate"
    DO_NOT_SELL_HERE = "do-not-sell-here"
    ADVISE = "advise"


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of one check; free of market except where ``markets`` names the only ones it concerns.

    ``weighs``: severities by market that stand in for the policies. ``covers``: concepts whose taboo-terms it tells
    better.
    """

    check: str
    rule: str
    code: str
    place: Place
    text: str
    origin: Origin
    action: Action
    concept: str | None = None
    obfuscated: bool = False
    params: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    markets: frozenset[str] | None = None
    weighs: Mapping[str, Severity] | None = None
    covers: tuple[str, ...] = ()
