"""Locales as BCP 47 tags, and the languages our words are filed under."""

import re
from functools import lru_cache

# Well-formed enough to be meant: language, then script, region and variants. Source: RFC 5646, section 2.1.
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*")

_MACRO = {
    "fil": "tl",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "nb": "no",
    "nn": "no",
    "may": "ms",
    "zsm": "ms",
    "arb": "ar",
}
_TRADITIONAL_REGIONS = frozenset({"TW", "HK", "MO"})


def is_well_formed(tag: str) -> bool:
    """Tell whether ``tag`` is a language tag as BCP 47 writes them, e.g. ``zh-Hant-HK``."""
    return _TAG.fullmatch(tag) is not None


@lru_cache(maxsize=1024)
def language_of(tag: str) -> str:
    """Return the language a locale falls back to: en-US -> en, fil -> tl, zh-HK -> zh-Hant, zh -> zh-Hans."""
    subtags = tag.replace("_", "-").split("-")
    language = _MACRO.get(subtags[0].lower(), subtags[0].lower())
    if language in {"zh", "yue", "cmn"}:
        return "zh-Hant" if _is_traditional(subtags[1:]) else "zh-Hans"
    return language


def _is_traditional(subtags: list[str]) -> bool:
    scripts = [subtag.title() for subtag in subtags if len(subtag) == 4]  # noqa: PLR2004 - ISO 15924 codes have four letters
    return scripts == ["Hant"] or (not scripts and any(subtag.upper() in _TRADITIONAL_REGIONS for subtag in subtags))
