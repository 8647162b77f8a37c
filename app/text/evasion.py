"""Words written so that a machine shall not read them: p.o.r.k, p0rk, рork with a Cyrillic р, pooork.

Works on folded text, where dots and dashes between letters are single spaces and digits stand apart from letters.
Yields readings of suspicious places; whether a reading is a word of the lexicon, the caller finds out.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from app.text.folding import folded
from app.text.scripts import SPACELESS, script_of

# Source: Unicode confusables.txt, the letters that fold to no Latin letter themselves.
_TO_LATIN = str.maketrans("авсеһіјкмнорѕтухԁԛԝгп" + "αβεικνορτυχω", "abcehijkmhopstyxdqwrn" + "abeiknoptuxw")
_TO_CYRILLIC = str.maketrans("abcehijkmopstyx", "авсеһіјкморѕтух")
_LEET = str.maketrans("0134578@$", "oieastbas")
_LEET_L = str.maketrans("0134578@$", "oleastbas")
# A sign for a letter can only be seen before folding: h@m.
_SIGNED = re.compile(r"(?<![\w@$])[^\W_]*[@$][^\W_][^\W_@$]*[@$]?[^\W_]*")

_SPACED = re.compile(r"(?<![^ ])(?:[^\W_] ){1,}[^\W_](?![^ ])")
_LEETED = re.compile(r"(?<![^ ])(?:[^\W\d_]+ )?[0-9]{1,2}(?: [^\W\d_]+ [0-9]{1,2})* [^\W\d_]+(?: [0-9]{1,2})?(?![^ ])")
_REPEATED = re.compile(r"(?<![^ ])[^\W\d_]*?([^\W\d_])\1\1[^\W\d_]*(?![^ ])")
_MIXED = re.compile(r"(?<![^ ])(?=[^ ]*[a-z])(?=[^ ]*[\u0370-\u052f])[^\W\d_]+(?![^ ])")
_LEAST_LETTERS = 3
_LEAST_LEET = 4
_HIDING = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\uff01-\uff5e]"
)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A place [first, last) of the folded text, and words it may stand for."""

    first: int
    last: int
    readings: tuple[str, ...]


def suspects(text: str, *, greek_or_cyrillic: bool) -> Iterator[Suspect]:
    """Yield the suspicious places of a folded text. ``greek_or_cyrillic``: whether it holds such letters at all."""
    yield from _spaced(text)
    yield from _leeted(text)
    for found in _REPEATED.finditer(text):
        word = found[0]
        once, twice = (re.sub(r"(.)\1{2,}", keep, word) for keep in (r"\1", r"\1\1"))
        yield Suspect(found.start(), found.end(), (once, twice))
    if greek_or_cyrillic:
        for found in _MIXED.finditer(text):
            readings = (found[0].translate(_TO_LATIN), found[0].translate(_TO_CYRILLIC))
            yield Suspect(found.start(), found.end(), readings)


def signed(original: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, reading) of words in ``original`` text that write a letter as a sign."""
    for found in _SIGNED.finditer(original):
        reading = folded(found[0].translate(_LEET))
        if len(reading) >= _LEAST_LETTERS and " " not in reading:
            yield found.start(), found.end(), reading


def is_evenly_spaced(original: str) -> bool:
    """Tell whether what stands between the letters is always the same: "p.o.r.k" is one word, "C, B, or D" a list."""
    seen = "".join(character for character in original if unicodedata.category(character) != "Cf")
    gaps = re.findall(r"(?<=\w)\W+(?=\w)", seen)
    return len(set(gaps)) <= 1 and all(len(gap) == 1 for gap in gaps)


def is_disguised(quote: str) -> bool:
    """Tell whether a quote hides what it says: invisible characters, full width, accents stacked on letters."""
    if _HIDING.search(quote):
        return True
    marks = [unicodedata.combining(character) > 0 for character in unicodedata.normalize("NFC", quote)]
    latin = any(script_of(character) == "Latn" for character in quote)
    return latin and any(marks)


def _spaced(text: str) -> Iterator[Suspect]:
    for found in _SPACED.finditer(text):
        letters = found[0].split(" ")
        spaceless = script_of(letters[0]) in SPACELESS
        if len(letters) >= (2 if spaceless else _LEAST_LETTERS):
            word = "".join(letters)
            yield Suspect(found.start(), found.end(), tuple(dict.fromkeys((word, word.translate(_LEET)))))


def _leeted(text: str) -> Iterator[Suspect]:
    for found in _LEETED.finditer(text):
        word = found[0].replace(" ", "")
        if len(word) >= _LEAST_LEET:
            yield Suspect(found.start(), found.end(), tuple({word.translate(_LEET), word.translate(_LEET_L)}))
