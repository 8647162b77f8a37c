"""The translation says the opposite of the source: 不含酒精 (contains no alcohol) become "contains alcohol".

Finds fields where one side denies what the other affirms, for anything that the lexicons name. Leaves alone: fields
where both sides deny or both affirm, and things that only one side speaks of.

Source: MQM 2.0, accuracy (mistranslation).
"""

from collections.abc import Iterator

from app.domain.finding import Action, Finding, Origin, Side
from app.domain.lexicon import family_of
from app.domain.listing import Field, Listing
from app.gate.check import Check, CheckExample, View
from app.gate.resolving import entry_of
from app.gate.scanning import Hit

_Said = dict[tuple[str, Side, str], Hit]


def find(view: View) -> Iterator[Finding]:
    """Yield a finding for every field whose sides disagree about a family of concepts."""
    affirmed = _by_place(view, [meaning.hit for meaning in view.reading.meanings])
    denied = _by_place(view, list(view.reading.denied))
    for here, there in ((affirmed, denied), (denied, affirmed)):
        for (name, side, family), hit in here.items():
            opposite = there.get((name, Side.SOURCE, family))
            both = (name, side, family) in there or (name, Side.SOURCE, family) in here
            if side is Side.TARGET and opposite is not None and not both:
                yield _finding(view, hit, opposite)


def _by_place(view: View, hits: list[Hit]) -> _Said:
    said: _Said = {}
    for hit in hits:
        segment = view.segment_of(hit)
        if (segment.name, Side.TARGET) in view.field_segments:
            said.setdefault((segment.name, segment.side, family_of(entry_of(hit).concept)), hit)
    return said


def _finding(view: View, hit: Hit, opposite: Hit) -> Finding:
    text = view.quote(hit)
    return Finding(
        check=CHECK.name,
        rule=f"polarity-flip/{family_of(entry_of(hit).concept)}",
        code="polarity",
        place=view.place(hit),
        text=text,
        origin=Origin.TRANSLATION,
        action=Action.FIX_TRANSLATION,
        params={"text": text, "source": view.quote(opposite)},
    )


def _listing(source: str, target: str) -> Listing:
    return Listing("example", ("US",), "en", (Field("title", target, source),), source_locale="zh-CN")


CHECK = Check(
    name="polarity-flip",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(_listing("不含猪油的饼干 400克", "Biscuits with Lard, 400 g"), ("Lard",)),
        CheckExample(_listing("猪油饼干 400克", "Biscuits without Lard, 400 g"), ("Lard",)),
        CheckExample(_listing("不含猪油的饼干 400克", "Biscuits without Lard, 400 g"), ()),
    ),
)
