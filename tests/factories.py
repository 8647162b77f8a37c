"""Small lexicons, listings and requests for tests."""

from pathlib import Path
from typing import Any

from app.domain.listing import Field, Listing
from app.formats.guarded_yaml import read_yaml
from app.gate.release import Release
from app.lexicon.compiling import compile_release
from app.lexicon.nodes import Table

SMALL: dict[str, str] = {
    "concepts.yaml": """
concepts:
  religion: {label: {en: Religion, zh: 宗教}, definition: Faith, modalities: [text], action: do-not-sell-here}
  religion.pork: {label: {en: Pork, zh: 猪}, definition: Pigs, modalities: [text]}
  religion.pork.food: {label: {en: Pork as food, zh: 猪肉食品}, definition: Eaten, modalities: [text, image]}
  religion.pork.imagery: {label: {en: Pig imagery, zh: 猪形象}, definition: Shown, modalities: [text, image]}
""",
    "checks.yaml": """
checks:
  taboo-term: {part: culture, severity: policy, mqm: audience-appropriateness}
  hidden-concept: {part: culture, severity: policy, mqm: audience-appropriateness}
  contradiction: {part: culture, severity: policy, mqm: audience-appropriateness}
  polarity-flip: {part: translation, severity: major, mqm: mistranslation}
  gate-incomplete: {part: culture, severity: major, mqm: other}
  locale-unserved: {part: translation, severity: neutral, mqm: locale-conventions}
  glossary-forbidden: {part: translation, severity: major, mqm: wrong-term}
  glossary-missing: {part: translation, severity: major, mqm: inconsistent-with-terminology-resource}
  untranslated-residue: {part: translation, severity: major, mqm: untranslated}
  empty-target: {part: translation, severity: major, mqm: omission}
""",
    "categories.yaml": """
categories:
  food: {label: {en: Food}, aliases: [grocery]}
  food.snack: {label: {en: Snacks}}
  pets: {label: {en: Pets}}
""",
    "contexts.yaml": """
contexts:
  absence-stated:
    concepts: [religion.pork]
    when: {negated: true}
    then: {drop: true}
    why: A denial is no offer.
    flagged: [{text: "Ham, free shipping", locale: en}]
    clean: [{text: Contains no pork, locale: en}]
""",
    "claims.yaml": """
claims:
  halal:
    words: {en: [halal]}
    excludes: [religion.pork]
    concept: religion.pork.food
    why: No pork is halal.
    flagged: [{language: en, claim: Halal jelly, field: Pork jelly}]
    clean: [{language: en, claim: Halal jelly, field: Beef jelly}]
""",
    "sources.yaml": """
sources:
  customs: {title: Customs list, url: "https://example.org/list", kind: official, read: true}
  hearsay: {title: Hearsay, kind: general, read: false}
""",
    "languages/en.yaml": """
language: en
name: {en: English, zh: 英语}
scripts: [Latn]
reads_runs: true
inflection:
  last:
    - - {after: "[^s]", add: s}
negators: {before: [no, without], after: [free], fillers: [any], traps: [free shipping]}
examples: [{word: ham, forms: [hams], never: [hamster]}]
""",
    "languages/zh-Hans.yaml": """
language: zh-Hans
name: {en: Simplified Chinese, zh: 简体中文}
scripts: [Hani]
counts: characters
negators: {before: [不含, 无]}
""",
    "terms/religion.pork/en.yaml": """
language: en
provenance: Written for the tests.
entries:
  ham:
    concept: religion.pork.food
    terms: [ham, pork]
    why: Meat of pigs.
    flagged: [Honey Ham Slices]
    clean: [Ham radio set, Hamster wheel]
    innocent: [ham radio]
    suggest: [turkey slices]
  pig:
    concept: religion.pork.imagery
    terms: [pig, pig bank]
    why: The animal.
    flagged: [Pink pig plush]
    clean: [Guinea pig hay]
    innocent: [guinea pig]
    categories: {not: [pets]}
""",
    "terms/religion.pork/zh-Hans.yaml": """
language: zh-Hans
provenance: Written for the tests.
entries:
  火腿:
    concept: religion.pork.food
    terms: [火腿]
    why: Ham.
    flagged: [蜂蜜火腿片]
    clean: [海豚玩具]
""",
    "terms/religion.pork/und.yaml": """
language: und
provenance: Written for the tests.
entries:
  pig face:
    concept: religion.pork.imagery
    terms: [🐷]
    labels: [piggy bank]
    why: The animal.
    flagged: [{label: pink piggy bank, score: 0.9}, 🐷 sticker]
    clean: [{label: piggy bank, score: 0.2}, 🐶 sticker]
    min_score: 0.5
""",
    "glossaries/home.yaml": """
source_language: zh-Hans
domain: home
provenance: Written for the tests.
entries:
  藤编篮:
    why: Woven from rattan.
    targets: {en: {approved: [rattan basket, wicker basket], forbidden: [pet supplies, basket of pets]}}
    flagged: [{source: 藤编篮, target: Pet supplies, language: en}]
    clean: [{source: 藤编篮, target: Rattan baskets, language: en}]
""",
    "markets/SA.yaml": """
market: SA
name: {en: Saudi Arabia, zh: 沙特阿拉伯}
group: gulf
languages: [ar, en]
concepts:
  religion.pork.food: {severity: critical, basis: law, confidence: high, why: On the list, sources: [customs]}
  religion.pork.imagery: {severity: major, pending: critical, basis: culture, confidence: low, why: Disliked}
""",
    "markets/DE.yaml": """
market: DE
name: {en: Germany, zh: 德国}
group: west
languages: [de, en]
concepts:
  religion.pork.imagery: {severity: none, basis: culture, confidence: high, why: A lucky charm}
""",
    "markets/ID.yaml": """
market: ID
name: {en: Indonesia, zh: 印度尼西亚}
group: asia
languages: [id]
concepts:
  religion.pork.food: {severity: major, basis: law, confidence: medium, why: Needs a mark, sources: [hearsay]}
  religion.pork.imagery: {severity: minor, basis: culture, confidence: low, why: Sensitive}
""",
}


def small_files(**changes: str) -> dict[str, Table]:
    """The small lexicons, parsed; ``changes`` replaces whole files by path."""
    return {name: read_yaml(text.encode(), name) for name, text in {**SMALL, **changes}.items()}


def small_release(**changes: str) -> Release:
    return compile_release(small_files(**changes))


def write_small_lexicons(folder: Path, **changes: str) -> Path:
    for name, text in {**SMALL, **changes}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def listing(target: str, source: str | None = None, **more: Any) -> Listing:  # noqa: ANN401 - any key of a listing
    keys: dict[str, Any] = {"listing_id": "sku-1", "markets": ("SA",), "target_locale": "en", **more}
    keys.setdefault("fields", (Field("title", target, source),))
    if source is not None:
        keys.setdefault("source_locale", "zh-CN")
    return Listing(**keys)


def request(target: str = "Honey Ham Slices 200 g", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any key of a request
    source = "蜂蜜火腿片 200克" if "Ham" in target else "蜂蜜火鸡片 200克"
    return {
        "listing_id": "sku-1",
        "markets": ["SA", "DE"],
        "source_locale": "zh-CN",
        "target_locale": "en",
        "fields": [{"name": "title", "source": source, "target": target}],
        **more,
    }
