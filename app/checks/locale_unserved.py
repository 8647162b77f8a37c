"""The translation is in a language the market is not served in: advice, it never changes a colour.

Finds target languages that a market's file does not list. Leaves alone: regional variants of a listed language.

Source: our own rule, from the languages of each market file.
"""

from collections.abc import Iterator

from app.domain.finding import Action, Finding, Origin, Place, PlaceKind, Side
from app.domain.listing import Field, Listing
from app.domain.locale import language_of
from app.gate.check import Check, CheckExample, View


def find(view: View) -> Iterator[Finding]:
    """Yield one finding that names the markets not served in the target language."""
    language = language_of(view.listing.target_locale)
    unserved = frozenset(view.listing.markets) - view.release.served_in(language)
    if unserved:
        field = view.listing.fields[0].name if view.listing.fields else ""
        yield Finding(
            check=CHECK.name,
            rule=CHECK.name,
            code="unserved",
            place=Place(PlaceKind.FIELD, field, Side.TARGET, 0, 0),
            text="",
            origin=Origin.UNKNOWN,
            action=Action.ADVISE,
            params={"language": language},
            markets=unserved,
        )


CHECK = Check(
    name="locale-unserved",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(Listing("example", ("JP",), "de", (Field("title", "Hübscher Korb"),)), ("",)),
        CheckExample(Listing("example", ("DE",), "de-AT", (Field("title", "Hübscher Korb"),)), ()),
    ),
)
