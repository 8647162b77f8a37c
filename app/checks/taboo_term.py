"""Words of the translation, or things in a picture, that name a concept the market objects to.

Finds terms of the lexicons in the target text, in image alt texts, in texts read in images and in image labels, with
their inflected forms. Leaves alone: longer words that merely contain the term (hamster), innocent phrases (ham radio),
denials (alcohol-free), categories the entry excludes. How grave it is, each market's policy says.

Source: MQM 2.0, audience-appropriateness (culture-specific reference).
"""

from collections.abc import Iterator

from app.domain.finding import Action, Finding, Origin, Place, PlaceKind, Side
from app.domain.lexicon import family_of
from app.domain.listing import Field, Listing
from app.gate.check import Check, CheckExample, View
from app.gate.contexts import Meaning
from app.text.evasion import is_disguised


def find(view: View) -> Iterator[Finding]:
    """Yield a finding for every taboo word that counts, in texts and image labels."""
    in_source = _source_families(view)
    for meaning in view.reading.meanings:
        if view.segment_of(meaning.hit).side is Side.TARGET:
            yield _finding(view, meaning, _origin(view, meaning, in_source))


def _source_families(view: View) -> set[tuple[str, str]]:
    """The families found in each field's source."""
    return {
        (view.segment_of(meaning.hit).name, family_of(meaning.concept))
        for meaning in view.reading.meanings
        if view.segment_of(meaning.hit).side is Side.SOURCE
    }


def _origin(view: View, meaning: Meaning, in_source: set[tuple[str, str]]) -> Origin:
    segment = view.segment_of(meaning.hit)
    if segment.kind is not PlaceKind.FIELD or (segment.name, Side.SOURCE) not in view.field_segments:
        return Origin.UNKNOWN
    return Origin.ASSORTMENT if (segment.name, family_of(meaning.concept)) in in_source else Origin.TRANSLATION


def _finding(view: View, meaning: Meaning, origin: Origin) -> Finding:
    place, text = view.place(meaning.hit), view.quote(meaning.hit)
    return Finding(
        check=CHECK.name,
        rule=meaning.entry.rule,
        code="taboo",
        place=place,
        text=text,
        origin=origin,
        action=_action(view, meaning.concept, place, origin),
        concept=meaning.concept,
        obfuscated=meaning.hit.obfuscated or is_disguised(text),
        params={"text": text, "concept": meaning.concept},
        suggestions=meaning.entry.suggest if _speaks(view, meaning) else (),
        weighs=meaning.weighs,
    )


def _action(view: View, concept: str, place: Place, origin: Origin) -> Action:
    if place.kind in {PlaceKind.IMAGE_TEXT, PlaceKind.IMAGE_LABEL}:
        return Action.SWAP_IMAGE
    if origin is Origin.TRANSLATION:
        return Action.FIX_TRANSLATION
    return view.release.lexicon.concepts[concept].action


def _speaks(view: View, meaning: Meaning) -> bool:
    """Suggest only words of the language that the text is in."""
    return meaning.suggest and meaning.entry.language == view.segment_of(meaning.hit).language


def _listing(target: str, source: str | None = None, **more: str) -> Listing:
    return Listing("example", ("SA",), "en", (Field("title", target, source),), source_locale="zh-CN", **more)  # type: ignore[arg-type]


CHECK = Check(
    name="taboo-term",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(_listing("Honey Ham Slices 200 g", "蜂蜜火腿片 200克"), ("Ham",)),
        CheckExample(_listing("Soft Hay for Guinea Pigs 1 kg", "豚鼠专用软草 1公斤"), ()),
        CheckExample(_listing("Alcohol-Free Toner 100 ml", "无酒精爽肤水 100毫升"), ()),
    ),
)
