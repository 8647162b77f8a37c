"""Slips and splits of long words: "canabis", "cannabsi", "can nabis". Made at compile time, searched for like terms."""

from collections.abc import Callable, Iterator
from functools import lru_cache

import wordfreq

from app.text.folding import folded

# Shorter words have too many neighbours that mean something.
LEAST_LETTERS = 6
# Languages whose frequent words we can tell from slips; elsewhere a slip might be a word we do not know.
LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "id", "tr", "ru"})
_FREQUENT_WORDS = 50_000
_VOWELS = "aeiou"
_LEAST_PART = 2


def slips(word: str, is_frequent: Callable[[str], bool]) -> Iterator[str]:
    """Yield one-edit slips of a folded word that are no frequent words, its first letter kept, and unnatural splits.

    Nothing for words of fewer than LEAST_LETTERS letters, or with anything but letters.
    """
    if len(word) < LEAST_LETTERS or not word.isalpha():
        return
    yield from (slip for slip in dict.fromkeys(_edits(word)) if slip != word and not is_frequent(slip))
    for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        left, right = word[:at], word[at:]
        if not (is_frequent(left) and is_frequent(right)):
            yield f"{left} {right}"


def _edits(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
        if word[at] in _VOWELS:
            yield from (word[:at] + vowel + word[at + 1 :] for vowel in _VOWELS)


@lru_cache(maxsize=32)
def frequent_words(language: str) -> frozenset[str]:
    """Return the folded 50,000 most frequent words of one of LANGUAGES. Source: wordfreq (Speer 2022)."""
    return frozenset(map(folded, wordfreq.top_n_list(language, _FREQUENT_WORDS)))
