"""Measuring a source text, for the quality figure."""

import re
from collections.abc import Mapping

from app.domain.language import Language
from app.domain.listing import Listing
from app.gate.segments import told_or_guessed

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CHARACTER = re.compile(r"[^\W_]")


def source_words(listing: Listing, languages: Mapping[str, Language]) -> int | None:
    """Return the words of the source texts (characters where the language counts them), None without source."""
    sources = [field.source for field in listing.fields if field.source]
    if not sources:
        return None
    return sum(_length(text, languages.get(told_or_guessed(listing.source_locale, text))) for text in sources)


def _length(text: str, language: Language | None) -> int:
    unit = _CHARACTER if language is not None and language.counts_characters else _WORD
    return sum(1 for _ in unit.finditer(text))
