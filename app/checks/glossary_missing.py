"""A source term none of whose approved translations stands in the target.

Finds source terms of the glossaries whose field has neither an approved nor a forbidden form opposite; it quotes the
source. Leaves alone: fields where a forbidden form tells the same fault better, terms left untranslated (that is
untranslated-residue), languages the entry has no translation for.

Source: MQM 2.0, terminology (inconsistent with terminology resource).
"""

from collections.abc import Iterator

from app.domain.finding import Action, Finding, Origin, Place, PlaceKind, Side
from app.domain.listing import Field, Listing
from app.gate.check import Check, CheckExample, View
from app.gate.glossary import glossary_matches


def find(view: View) -> Iterator[Finding]:
    """Yield a finding for every source term without an approved translation."""
    for match in glossary_matches(view):
        if match.approved or match.forbidden or match.source in match.field.target:
            continue
        yield Finding(
            check=CHECK.name,
            rule=match.rule,
            code="missing",
            place=Place(PlaceKind.FIELD, match.field.name, Side.SOURCE, match.start, match.end),
            text=match.source,
            origin=Origin.TRANSLATION,
            action=Action.FIX_TRANSLATION,
            params={"source": match.source, "approved": ", ".join(match.approved_forms)},
            suggestions=match.approved_forms,
        )


def _listing(source: str, target: str) -> Listing:
    return Listing("example", ("US",), "en", (Field("title", target, source),), source_locale="zh-CN")


CHECK = Check(
    name="glossary-missing",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(_listing("手工藤编篮 收纳", "Handmade Vine Thing for Storage"), ("藤编篮",)),
        CheckExample(_listing("手工藤编篮 收纳", "Handmade Wicker Baskets for Storage"), ()),
    ),
)
