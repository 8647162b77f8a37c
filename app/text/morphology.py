"""Inflected forms, made when a release is compiled so that the scan itself stays a plain search."""

import re
from collections.abc import Iterable
from functools import lru_cache

from app.domain.language import Affix, Language, Steps


@lru_cache(maxsize=200_000)
def grown(word: str, language: Language, *, first: bool, last: bool) -> tuple[str, ...]:
    """Return the forms of a folded word by its place in a term, the dictionary form first, in a fixed order."""
    forms = dict.fromkeys([word])
    for step in _steps(language, first=first, last=last):
        forms |= dict.fromkeys(_offered(forms, step))
    return tuple(forms)


@lru_cache(maxsize=1024)
def _steps(language: Language, *, first: bool, last: bool) -> Steps:
    inflection = language.inflection
    return (
        inflection.every
        + (inflection.alone if first and last else inflection.lead if first else ())
        + (inflection.last if last else ())
        + (inflection.first if first else ())
    )


def _offered(forms: Iterable[str], step: tuple[Affix, ...]) -> Iterable[str]:
    return [_affixed(form, affix) for form in forms for affix in step if _applies(affix, form)]


def _applies(affix: Affix, form: str) -> bool:
    if affix.cut and not form.endswith(affix.cut):
        return False
    after = affix.after is None or _pattern(f"(?:{affix.after})$").search(form) is not None
    return after and (affix.before is None or _pattern(affix.before).match(form) is not None)


def _affixed(form: str, affix: Affix) -> str:
    return affix.prefix + form.removesuffix(affix.cut) + affix.add


@lru_cache(maxsize=1024)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
