"""What a request says: its JSON shape, its limits, and the listing it becomes."""

import re
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from app.domain.lexicon import Lexicon
from app.domain.listing import Field, Image, InlineGlossaryEntry, Label, Listing
from app.domain.locale import is_well_formed

# Text past a limit is refused, never judged in part.
MOST_CHARACTERS = 20_000
MOST_FIELDS = 200
MOST_CHARACTERS_IN_ALL = 100_000

Name = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(max_length=MOST_CHARACTERS)]
Code = Annotated[str, Meta(max_length=64)]


class FieldIn(Struct, frozen=True, forbid_unknown_fields=True):
    """A text of the listing."""

    name: Name
    target: Text
    source: Text | None = None
    reference: Text | None = None
    gloss: Text | None = None
    max_length: Annotated[int, Meta(ge=1, le=1_000_000)] | None = None


class LabelIn(Struct, frozen=True, forbid_unknown_fields=True):
    """What a classifier saw in an image."""

    name: Name
    score: Annotated[float, Meta(ge=0, le=1)]


class ImageIn(Struct, frozen=True, forbid_unknown_fields=True):
    """An image by what is known of it."""

    id: Name
    alt: Text | None = None
    text: Text | None = None
    locale: Code | None = None
    labels: Annotated[list[LabelIn], Meta(max_length=100)] = []
    unreadable: bool = False


class GlossaryIn(Struct, frozen=True, forbid_unknown_fields=True):
    """A glossary entry for this listing; it wins over the lexicon's."""

    source: Name
    approved: Annotated[list[Name], Meta(min_length=1, max_length=20)]
    forbidden: Annotated[list[Name], Meta(max_length=20)] = []


class AssessmentIn(Struct, frozen=True, forbid_unknown_fields=True):
    """A listing to be judged for markets (``["*"]``: all of them)."""

    listing_id: Name
    markets: Annotated[list[Code], Meta(min_length=1, max_length=100)]
    target_locale: Code
    fields: Annotated[list[FieldIn], Meta(max_length=MOST_FIELDS)] = []
    images: Annotated[list[ImageIn], Meta(max_length=50)] = []
    source_locale: Code | None = None
    category: Name | None = None
    listing_version: Annotated[int, Meta(ge=1, le=2**53 - 1)] = 1
    seller: Name | None = None
    mt_engine: Name | None = None
    as_of: Annotated[str, Meta(max_length=32)] | None = None
    attributes: dict[Name, Annotated[str, Meta(max_length=1000)]] = {}
    do_not_translate: Annotated[list[Name], Meta(max_length=200)] = []
    glossary: Annotated[list[GlossaryIn], Meta(max_length=200)] = []
    offset_unit: Literal["codepoint", "utf16"] = "codepoint"


_NO_MAP: Mapping[str, str] = MappingProxyType({})


class RequestError(ValueError):
    """A request that cannot be judged: a stable ``code``, what is wrong, and at which ``pointer``."""

    def __init__(self, code: str, message: str, pointer: str = "") -> None:
        super().__init__(f"{pointer}: {message}" if pointer else message)
        self.code, self.message, self.pointer = code, message, pointer


def request_from(value: object) -> AssessmentIn:
    """Return the request that parsed JSON holds.

    Raises:
        RequestError: a key is unknown, missing or of the wrong type, or a limit is passed.
    """
    try:
        return msgspec.convert(value, AssessmentIn)
    except msgspec.ValidationError as problem:
        message, _, path = str(problem).partition(" - at `")
        raise RequestError("invalid-request", _sentence(message), pointer_of(path.rstrip("`"))) from problem


def listing_from(request: AssessmentIn, lexicon: Lexicon, categories: Mapping[str, str] = _NO_MAP) -> Listing:
    """Return the listing a request describes, its markets resolved, its category by the operator's map.

    Raises:
        RequestError: a market or locale is unknown, names repeat, or there is nothing to judge.
    """
    _check_whole(request)
    _check_locales(request)
    _check_time(request.as_of)
    return Listing(
        listing_id=request.listing_id,
        markets=_markets(request.markets, lexicon),
        target_locale=request.target_locale,
        fields=tuple(_as(Field, field) for field in request.fields),
        images=tuple(_image(image) for image in request.images),
        source_locale=request.source_locale,
        category=categories.get(request.category or "", request.category),
        listing_version=request.listing_version,
        seller=request.seller,
        mt_engine=request.mt_engine,
        as_of=request.as_of,
        attributes=request.attributes,
        do_not_translate=tuple(request.do_not_translate),
        glossary=tuple(InlineGlossaryEntry(e.source, tuple(e.approved), tuple(e.forbidden)) for e in request.glossary),
    )


def _as(kind: Any, row: Struct) -> Any:  # noqa: ANN401 - the same keys on both sides
    return kind(**msgspec.structs.asdict(row))


def _image(image: ImageIn) -> Image:
    labels = tuple(Label(label.name, label.score) for label in image.labels)
    return Image(image.id, image.alt, image.text, image.locale, labels, image.unreadable)


def _markets(codes: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    if codes == ["*"]:
        return tuple(lexicon.markets)
    for at, code in enumerate(codes):
        if code not in lexicon.markets:
            hint = "ask for * alone" if code == "*" else "GET /v1/markets lists those we know"
            raise RequestError("unknown-market", f"there is no market {code!r}; {hint}", f"/markets/{at}")
        if code in codes[:at]:
            raise RequestError("duplicate-market", f"the market {code} is named twice", f"/markets/{at}")
    return tuple(codes)


def _check_whole(request: AssessmentIn) -> None:
    names = [field.name for field in request.fields]
    for kind, values in (("fields", names), ("images", [image.id for image in request.images])):
        double = next((at for at, value in enumerate(values) if value in values[:at]), None)
        if double is not None:
            raise RequestError(
                "duplicate-name", f"{values[double]!r} is used twice; name each once", f"/{kind}/{double}"
            )
    texts = [text for field in request.fields for text in (field.target, field.source)]
    texts += [text for image in request.images for text in (image.alt, image.text)]
    if sum(len(text) for text in texts if text) > MOST_CHARACTERS_IN_ALL:
        raise RequestError("too-much-text", f"more than {MOST_CHARACTERS_IN_ALL} characters; split the listing")
    if not any(text and text.strip() for text in texts) and not any(i.labels or i.unreadable for i in request.images):
        raise RequestError("empty-listing", "there is no text and no image to judge", "/fields")


def _check_time(as_of: str | None) -> None:
    if as_of is None:
        return
    try:
        datetime.fromisoformat(as_of)
    except ValueError as problem:
        raise RequestError("invalid-time", f"{as_of!r} is not an ISO 8601 date or time", "/as_of") from problem


def _check_locales(request: AssessmentIn) -> None:
    locales = [("/target_locale", request.target_locale), ("/source_locale", request.source_locale)]
    locales += [(f"/images/{at}/locale", image.locale) for at, image in enumerate(request.images)]
    for pointer, locale in locales:
        if locale is not None and not is_well_formed(locale):
            message = f"{locale!r} is not a BCP 47 language tag such as en or zh-CN"
            raise RequestError("invalid-locale", message, pointer)


def pointer_of(path: str) -> str:
    """Return the JSON Pointer (RFC 6901) of a msgspec path: $.fields[0].name -> /fields/0/name."""
    return re.sub(r"\[(\d+|\.\.\.)\]", r"/\1", path.removeprefix("$")).replace(".", "/")


def _sentence(message: str) -> str:
    return message[:1].lower() + message[1:]
