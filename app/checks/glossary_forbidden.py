"""A source term translated by a word its glossary forbids: 藤编篮 (rattan basket) sold as pet supplies.

Finds forbidden forms, inflected too, in the field whose source holds the term; the longest source term counts.
Leaves alone: the same words where the source term does not stand, and forbidden words inside an approved form.

Source: MQM 2.0, terminology (wrong term).
"""

from collections.abc import Iterator

from app.domain.finding import Action, Finding, Origin, Place, PlaceKind, Side
from app.domain.listing import Field, Listing
from app.gate.check import Check, CheckExample, View
from app.gate.glossary import glossary_matches


def find(view: View) -> Iterator[Finding]:
    """Yield a finding for every forbidden translation."""
    for match in glossary_matches(view):
        for span in match.forbidden:
            text = match.field.target[span.start : span.end]
            suggestion = match.approved_forms[:1]
            yield Finding(
                check=CHECK.name,
                rule=match.rule,
                code="forbidden",
                place=Place(PlaceKind.FIELD, match.field.name, Side.TARGET, span.start, span.end),
                text=text,
                origin=Origin.TRANSLATION,
                action=Action.FIX_TRANSLATION,
                params={"text": text, "source": match.source, "approved": ", ".join(suggestion)},
                suggestions=suggestion,
            )


def _listing(source: str, target: str) -> Listing:
    return Listing("example", ("US",), "en", (Field("title", target, source),), source_locale="zh-CN")


CHECK = Check(
    name="glossary-forbidden",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(_listing("手工藤编篮 收纳", "Handmade Pet Supplies for Storage"), ("Pet Supplies",)),
        CheckExample(_listing("手工藤编篮 收纳", "Handmade Rattan Basket for Storage"), ()),
        CheckExample(_listing("宠物用品收纳架", "Pet Supplies Storage Rack"), ()),
    ),
)
