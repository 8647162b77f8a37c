"""Word edges of folded forms."""

import unicodedata

from app.text.scripts import SPACELESS, script_of


def edged(form: str, *, left: bool = True, right: bool = True) -> str:
    """Return the pattern of a folded form: a space where a word edge must stand; spaceless scripts have none."""
    before = " " if left and _has_edge(form[0]) else ""
    return before + form + (" " if right and _has_edge(form[-1]) else "")


def _has_edge(character: str) -> bool:
    return script_of(character) not in SPACELESS and unicodedata.category(character) not in {"So", "Sk"}
