"""A field whose translation is empty.

Finds fields whose target holds no letter, digit or picture sign while the source does, or where no source is known.
Leaves alone: targets of digits only (sizes, model numbers) and of emoji.

Source: MQM 2.0, accuracy (omission).
"""

import unicodedata
from collections.abc import Iterator

from app.domain.finding import Action, Finding, Origin, Place, PlaceKind, Side
from app.domain.listing import Field, Listing
from app.gate.check import Check, CheckExample, View


def find(view: View) -> Iterator[Finding]:
    """Yield a finding for every field without a translation."""
    for field in view.listing.fields:
        if not _says_something(field.target) and (field.source is None or _says_something(field.source)):
            yield Finding(
                check=CHECK.name,
                rule=CHECK.name,
                code="empty",
                place=Place(PlaceKind.FIELD, field.name, Side.TARGET, 0, len(field.target)),
                text=field.target,
                origin=Origin.TRANSLATION,
                action=Action.FIX_TRANSLATION,
                params={"field": field.name},
            )


def _says_something(text: str) -> bool:
    return any(
        unicodedata.category(character)[0] in "LN" or unicodedata.category(character) == "So" for character in text
    )


def _listing(source: str, target: str) -> Listing:
    return Listing("example", ("US",), "en", (Field("title", target, source),), source_locale="zh-CN")


CHECK = Check(
    name="empty-target",
    find=find,
    docs=__doc__ or "",
    examples=(CheckExample(_listing("棉麻桌布", " "), (" ",)), CheckExample(_listing("42码", "42"), ())),
)
