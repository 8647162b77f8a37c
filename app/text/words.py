"""Word edges of folded forms."""

import unicodedata
from functools import lru_cache

from app.text.scripts import SPACELESS, script_of


def edged(form: str) -> str:
    """Return the pattern of a folded form: a space where a word edge must stand; spaceless scripts have none."""
    return f"{' ' if has_edge(form[0]) else ''}{form}{' ' if has_edge(form[-1]) else ''}"


@lru_cache(maxsize=65_536)
def has_edge(character: str) -> bool:
    """Tell whether a word beginning or ending with ``character`` has an edge there; emoji and ideographs have none."""
    return script_of(character) not in SPACELESS and unicodedata.category(character) not in {"So", "Sk"}
