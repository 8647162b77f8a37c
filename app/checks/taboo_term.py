"""Words of the translation, or things in a picture, that name a concept the market objects to.

Finds terms of the lexicons in the target text, in image alt texts, in texts read in images and in image labels, with
their inflected forms. Leaves alone: longer words that merely contain the term (hamster), innocent phrases (ham radio),
denials (alcohol-free), categories the entry excludes. How grave it is, each market's policy says.

Source: MQM 2.0, audience-appropriateness (culture-specific reference).
"""

from collections.abc import Iterator

from app.domain.finding import Action, Finding, Origin, Place, PlaceKind, Side
from app.domain.lexicon import TermEntry
from app.domain.listing import Field, Listing
from app.gate.check import Check, CheckExample, View
from app.gate.resolving import entry_of
from app.gate.scanning import Hit


def find(view: View) -> Iterator[Finding]:
    """Yield a finding for every taboo word that counts, in texts and image labels."""
    in_source = _source_families(view)
    for hit in view.terms:
        segment = view.segment_of(hit)
        if segment.side is Side.TARGET:
            yield _finding(
                view, entry_of(hit), view.place(hit), text=view.quote(hit), origin=_origin(view, hit, in_source)
            )


def _source_families(view: View) -> set[tuple[str, str]]:
    """The families found in each field's source."""
    return {
        (view.segment_of(hit).name, entry_of(hit).family)
        for hit in view.terms
        if view.segment_of(hit).side is Side.SOURCE
    }


def _origin(view: View, hit: Hit, in_source: set[tuple[str, str]]) -> Origin:
    segment = view.segment_of(hit)
    if segment.kind is not PlaceKind.FIELD or (segment.name, Side.SOURCE) not in view.field_segments:
        return Origin.UNKNOWN
    family = entry_of(hit).family
    return Origin.ASSORTMENT if (segment.name, family) in in_source else Origin.TRANSLATION


def _finding(view: View, entry: TermEntry, place: Place, *, text: str, origin: Origin) -> Finding:
    return Finding(
        check=CHECK.name,
        rule=entry.rule,
        code="taboo",
        place=place,
        text=text,
        origin=origin,
        action=_action(view, entry.concept, place, origin),
        concept=entry.concept,
        params={"text": text, "concept": entry.concept},
        suggestions=entry.suggest if _speaks(view, entry, place) else (),
    )


def _action(view: View, concept: str, place: Place, origin: Origin) -> Action:
    if place.kind in {PlaceKind.IMAGE_TEXT, PlaceKind.IMAGE_LABEL}:
        return Action.SWAP_IMAGE
    if origin is Origin.TRANSLATION:
        return Action.FIX_TRANSLATION
    return view.release.lexicon.concepts[concept].action


def _speaks(view: View, entry: TermEntry, place: Place) -> bool:
    """Suggest only words of the language the reader would put in."""
    language = view.scan.segments[0].language if view.scan.segments else None
    return place.kind is not PlaceKind.IMAGE_LABEL and entry.language == language


def _listing(target: str, source: str | None = None, **more: str) -> Listing:
    return Listing("example", ("SA",), "en", (Field("title", target, source),), source_locale="zh-CN", **more)  # type: ignore[arg-type]


CHECK = Check(
    name="taboo-term",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(_listing("Honey Ham Slices 200 g", "蜂蜜火腿片 200克"), ("Ham",)),
        CheckExample(_listing("Handheld Ham Radio Transceiver", "手持业余电台"), ()),
        CheckExample(_listing("Alcohol-Free Toner 100 ml", "无酒精爽肤水 100毫升"), ()),
    ),
)
