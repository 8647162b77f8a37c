"""What the source names and the translation keeps quiet about: 猪皮 (pigskin) become "leather".

Finds goods, ingredients and materials in the source of a field of which no text of the translation, in no field and no
picture, names anything of the same family. Leaves alone: wordings and claims (what is not translated is not published),
mentions the source denies, and listings that name the thing elsewhere.

Source: our own rule; import and labelling law looks at the goods, not at the words.
"""

from collections.abc import Iterator

from app.domain.finding import Action, Finding, Origin, Side
from app.domain.lexicon import family_of
from app.domain.listing import Field, Listing
from app.gate.check import Check, CheckExample, View
from app.gate.contexts import Meaning
from app.text.evasion import is_disguised


def find(view: View) -> Iterator[Finding]:
    """Yield a finding for every thing that only the source names."""
    named = {family_of(m.concept) for m in view.reading.meanings if view.segment_of(m.hit).side is Side.TARGET}
    concepts = view.release.lexicon.concepts
    for meaning in view.reading.meanings:
        is_goods = concepts[meaning.concept].action is Action.DO_NOT_SELL_HERE
        if view.segment_of(meaning.hit).side is Side.SOURCE and is_goods and family_of(meaning.concept) not in named:
            yield _finding(view, meaning)


def _finding(view: View, meaning: Meaning) -> Finding:
    text = view.quote(meaning.hit)
    return Finding(
        check=CHECK.name,
        rule=meaning.entry.rule,
        code="hidden",
        place=view.place(meaning.hit),
        text=text,
        origin=Origin.HIDDEN,
        action=Action.DO_NOT_SELL_HERE,
        concept=meaning.concept,
        obfuscated=meaning.hit.obfuscated or is_disguised(text),
        params={"text": text, "concept": meaning.concept},
        weighs=meaning.weighs,
    )


def _listing(source: str, target: str) -> Listing:
    return Listing("example", ("SA",), "en", (Field("title", target, source),), source_locale="zh-CN")


CHECK = Check(
    name="hidden-concept",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(_listing("男士钱包 猪皮 短款", "Men's Short Leather Wallet"), ("猪皮",)),
        CheckExample(_listing("男士钱包 猪皮 短款", "Men's Short Pigskin Wallet"), ()),
        CheckExample(_listing("不含猪油的饼干", "Butter Biscuits"), ()),
    ),
)
