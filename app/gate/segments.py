"""The texts of a listing, side by side, each with its place and language."""

from collections.abc import Iterator
from typing import NamedTuple

from app.domain.finding import Place, PlaceKind, Side
from app.domain.listing import Image, Listing
from app.domain.locale import language_of
from app.text.scripts import scripts_in

# The language of a source whose locale nobody told, where its script tells enough.
_LANGUAGE_OF_SCRIPT = {
    "Kana": "ja", "Hira": "ja", "Hang": "ko", "Hani": "zh-Hans", "Thai": "th", "Hebr": "he", "Beng": "bn", "Deva": "hi",
}  # fmt: skip


class Segment(NamedTuple):
    """One text; ``locale`` as told, ``language`` as we file it ("und": nobody told and the script does not tell).

    ``score`` in [0, 1]: how sure the classifier is of a label; 1 for texts.
    """

    kind: PlaceKind
    name: str
    side: Side
    text: str
    locale: str | None
    language: str
    score: float = 1.0

    def place(self, start: int, end: int) -> Place:
        """Return the place of a span of this text."""
        return Place(self.kind, self.name, self.side, start, end)


def segments_of(listing: Listing) -> tuple[Segment, ...]:
    """Return every text of the listing: fields in order, target before source, then images."""
    return (
        *_field_segments(listing),
        *(segment for image in listing.images for segment in _image_segments(image, listing)),
    )


def _field_segments(listing: Listing) -> Iterator[Segment]:
    target = language_of(listing.target_locale)
    for field in listing.fields:
        yield Segment(PlaceKind.FIELD, field.name, Side.TARGET, field.target, listing.target_locale, target)
        if field.source:
            language = told_or_guessed(listing.source_locale, field.source)
            yield Segment(PlaceKind.FIELD, field.name, Side.SOURCE, field.source, listing.source_locale, language)


def _image_segments(image: Image, listing: Listing) -> Iterator[Segment]:
    locale = image.locale or listing.target_locale
    for kind, text in ((PlaceKind.IMAGE_ALT, image.alt), (PlaceKind.IMAGE_TEXT, image.text)):
        if text:
            yield Segment(kind, image.id, Side.TARGET, text, locale, language_of(locale))
    for label in image.labels:
        yield Segment(PlaceKind.IMAGE_LABEL, image.id, Side.TARGET, label.name, None, "und", label.score)


def told_or_guessed(locale: str | None, text: str) -> str:
    """Return the language of ``locale``, else what the script of ``text`` tells, else und."""
    if locale:
        return language_of(locale)
    scripts = scripts_in(text)
    return next((language for script, language in _LANGUAGE_OF_SCRIPT.items() if script in scripts), "und")
