"""Inflected forms, made when a release is compiled so that the scan itself stays a plain search."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product

from app.domain.language import Affix, Inflection, Language, Steps
from app.text.folding import folded

# Above this a term is better split by its curator: the forms of a long phrase multiply.
MOST_FORMS = 4000


def forms_of(term: str, language: Language, *, inflect: bool = True) -> tuple[str, ...]:
    """Return the folded forms of ``term``, the dictionary form first, at most MOST_FORMS, in a fixed order."""
    words = folded(term).split(" ")
    if not inflect:
        return (" ".join(words),)
    choices = [_grown(word, _steps(language.inflection, at, len(words))) for at, word in enumerate(words)]
    return tuple(islice(dict.fromkeys(map(" ".join, product(*choices))), MOST_FORMS))


def _steps(inflection: Inflection, at: int, words: int) -> Steps:
    return (
        (inflection.alone if words == 1 else inflection.lead if at == 0 else ())
        + inflection.every
        + (inflection.last if at == words - 1 else ())
        + (inflection.first if at == 0 else ())
    )


def _grown(word: str, steps: Steps) -> tuple[str, ...]:
    forms = dict.fromkeys([word])
    for step in steps:
        forms |= dict.fromkeys(_offered(forms, step))
    return tuple(forms)


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
