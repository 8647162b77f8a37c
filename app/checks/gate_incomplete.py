"""Something could not be looked at, so the listing must not pass unseen.

Finds texts whose language has no compiled terms, and images that could not be read. A check that breaks leaves the
same finding. Leaves alone: languages with terms, images without text.

Source: our own rule: never a silent green.
"""

from collections.abc import Iterator

from app.domain.finding import Finding, Place, PlaceKind, Side
from app.domain.listing import Field, Image, Listing
from app.gate.check import Check, CheckExample, View
from app.gate.judging import incomplete


def find(view: View) -> Iterator[Finding]:
    """Yield a finding per language without terms and per unreadable image."""
    unknown: set[str] = set()
    for segment in view.scan.segments:
        if segment.kind is PlaceKind.IMAGE_LABEL or segment.side is Side.SOURCE:
            continue
        if segment.language not in view.release.languages | unknown:
            unknown.add(segment.language)
            yield incomplete("language-without-terms", {"language": segment.language}, segment.place(0, 0))
    for image in view.listing.images:
        if image.unreadable:
            place = Place(PlaceKind.IMAGE_TEXT, image.id, Side.TARGET, 0, 0)
            yield incomplete("image-unreadable", {"image": image.id}, place)


CHECK = Check(
    name="gate-incomplete",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(Listing("example", ("US",), "eo", (Field("title", "Bela korbo"),)), ("",)),
        CheckExample(Listing("example", ("US",), "en", images=(Image("hero", unreadable=True),)), ("",)),
        CheckExample(Listing("example", ("US",), "en", (Field("title", "A pretty basket"),)), ()),
    ),
)
