"""Alternatives in a term: "(cure|treat) (diabetes|cancer)" stands for every combination."""

import re
from functools import lru_cache
from itertools import product

# Above this an entry is better split by its curator.
MOST_COMBINATIONS = 4000

_GROUP = re.compile(r"\(([^()]*)\)")


class AlternativesError(ValueError):
    """Brackets do not pair, nest, or make more than MOST_COMBINATIONS terms."""


@lru_cache(maxsize=4096)
def alternatives(term: str) -> tuple[str, ...]:
    """Return the terms that ``term`` stands for; itself where it holds no brackets.

    Raises:
        AlternativesError: see there.
    """
    if "(" not in term and ")" not in term:
        return (term,)
    parts = _GROUP.split(term)
    if any("(" in part or ")" in part for part in parts):
        raise AlternativesError(f"the brackets of {term!r} do not pair")
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    combined = tuple(dict.fromkeys(" ".join("".join(chosen).split()) for chosen in product(*choices)))
    if len(combined) > MOST_COMBINATIONS:
        raise AlternativesError(f"{term!r} makes {len(combined)} terms, more than {MOST_COMBINATIONS}; split it")
    return combined
