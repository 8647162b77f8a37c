"""Source script left standing in the translation: "Storage Basket 手工编织".

Finds runs of letters in a script that the source language writes and the target language does not; a run may go on
over spaces and punctuation. Leaves alone: names the listing says not to translate, and Latin letters (brands, models,
units stand in Latin letters in every language).

Source: MQM 2.0, accuracy (untranslated).
"""

from collections.abc import Iterator

from app.domain.finding import Action, Finding, Origin, Place, PlaceKind, Side
from app.domain.listing import Field, Listing
from app.gate.check import Check, CheckExample, View
from app.text.scripts import script_of


def find(view: View) -> Iterator[Finding]:
    """Yield a finding for every run of source script in a target."""
    languages = view.release.lexicon.languages
    for field in view.listing.fields:
        source = view.field_segments.get((field.name, Side.SOURCE))
        target = view.scan.segments[view.field_segments[field.name, Side.TARGET]]
        ours = languages.get(target.language)
        theirs = languages.get(view.scan.segments[source].language) if source is not None else None
        if ours is None or theirs is None or field.target.isascii():
            continue
        foreign = theirs.scripts - ours.scripts - {"Latn"}
        for start, end in _runs(field.target, foreign, view.listing.do_not_translate):
            yield _finding(field, start, end)


def _runs(text: str, scripts: frozenset[str], names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for name in filter(None, names):
        text = text.replace(name, "\0" * len(name))
    start = end = None
    for at, character in enumerate(text):
        if script_of(character) in scripts:
            start, end = at if start is None else start, at + 1
        elif (character.isalnum() or character == "\0") and start is not None and end is not None:
            yield start, end
            start = end = None
    if start is not None and end is not None:
        yield start, end


def _finding(field: Field, start: int, end: int) -> Finding:
    text = field.target[start:end]
    return Finding(
        check=CHECK.name,
        rule=CHECK.name,
        code="residue",
        place=Place(PlaceKind.FIELD, field.name, Side.TARGET, start, end),
        text=text,
        origin=Origin.TRANSLATION,
        action=Action.FIX_TRANSLATION,
        params={"text": text},
    )


def _listing(source: str, target: str, *names: str) -> Listing:
    fields = (Field("title", target, source),)
    return Listing("example", ("US",), "en", fields, source_locale="zh-CN", do_not_translate=names)


CHECK = Check(
    name="untranslated-residue",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(_listing("棉麻桌布 防水", "Cotton Linen Tablecloth 防水"), ("防水",)),
        CheckExample(_listing("老干妈辣椒酱", "老干妈 Chili Sauce", "老干妈"), ()),
        CheckExample(_listing("USB充电线", "USB Charging Cable"), ()),
    ),
)
