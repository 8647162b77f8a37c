"""Folding text to what a reader takes for the same, with the way back to the original offsets.

Case, width, accents, vowel signs, invisible characters and letter variants go; punctuation of any length becomes one
space; a space is put where the writing system changes (``ham入り`` reads ``ham 入り``). One NumPy look-up over UTF-32.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from app.text.letters import BOUNDARY, SEPARATOR, folded_letter
from app.text.scripts import SPACELESS, script_of

Codes = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.intp]

_ALL_CODES: Final = 0x110000
# A table value: the folded code point in the low 21 bits, its writing systems as one bit each above bit 24.
_LETTER: Final = np.uint32(0x1FFFFF)
_KIND_SHIFT: Final = 24
# Set on values that are not one character: dropped ones, and rows of the table of expansions (ß -> ss).
_SPECIAL: Final = 1 << 31
_DROPPED: Final = _SPECIAL
_EVERY_KIND: Final = 0x7F
# Two neighbours of different kinds share no bit, so a word edge stands between them; a boundary has every bit.
_KINDS: Final = {
    "Latn": 1, "Grek": 1, "Cyrl": 1, "Armn": 1, "Geor": 1,
    "digit": 2, "symbol": 4, "spaceless": 8, "Arab": 16, "Hebr": 16, "Hang": 32,
    "Deva": 64, "Beng": 64, "Taml": 64, "Telu": 64, "Sinh": 64, "Ethi": 64,
}  # fmt: skip
# Letters that fold to themselves: ideographs and Hangul syllables.
_UNCHANGED: Final = ((0x3400, 0xA000, "spaceless"), (0xAC00, 0xD7A4, "Hang"), (0x20000, 0x2F800, "spaceless"))
_READ_ONE_BY_ONE: Final = ((0, 0x3400), (0xA000, 0xAC00), (0xD7A4, 0x20000), (0x2F800, 0x2FA20), (0xE0000, 0xE0200))
_VOICED, _SEMIVOICED = 0x3099, 0x309A
_MARKS_AFTER_A_QUOTE = 30


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text. ``steps`` lead back: character i of a step's result was character ``step[i]`` before it."""

    text: str
    original: str
    steps: tuple[Offsets, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the original that folded [start, end) came from, with its trailing marks."""
        first, last = self._origin(start), self._origin(end - 1) + 1
        limit = min(len(self.original), last + _MARKS_AFTER_A_QUOTE)
        while last < limit and unicodedata.category(self.original[last]) in {"Mn", "Me"}:
            last += 1
        return first, last

    def _origin(self, at: int) -> int:
        for step in reversed(self.steps):
            at = int(step[at])
        return at


def fold(text: str) -> Folded:
    """Fold ``text``. Linear in its length; lone surrogates become boundaries."""
    tables = _tables()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    values = tables.letters.take(codes)
    steps: list[Offsets] = []
    if values.size and values.max() >= _SPECIAL:
        values = _joined_voicing(_expanded(values, tables, steps), steps)
    values = _spaced(values, steps)
    return Folded((values & _LETTER).tobytes().decode("utf-32-le"), text, tuple(steps))


def folded(text: str) -> str:
    """Fold ``text`` without its way back; no space at either end."""
    return fold(text).text.strip()


def table_fingerprint() -> bytes:
    """Return the bytes of the fold table, for the release digest."""
    tables = _tables()
    return tables.letters.tobytes() + tables.expansions.tobytes()


@dataclass(frozen=True, slots=True)
class _Tables:
    letters: Codes
    expansions: Codes
    lengths: npt.NDArray[np.intp]


@cache
def _tables() -> _Tables:
    letters = np.full(_ALL_CODES, BOUNDARY | _EVERY_KIND << _KIND_SHIFT, dtype=np.uint32)
    for first, last, kind in _UNCHANGED:
        letters[first:last] = np.arange(first, last) | _KINDS[kind] << _KIND_SHIFT
    rows: dict[str, int] = {}
    for first, last in _READ_ONE_BY_ONE:
        letters[first:last] = [_value(folded_letter(chr(code)), rows) for code in range(first, last)]
    expansions = np.zeros((len(rows), max(map(len, rows))), dtype=np.uint32)
    for text, row in rows.items():
        expansions[row - 1, : len(text)] = [_with_kind(character) for character in text]
    return _Tables(letters, expansions, np.array([len(text) for text in rows], dtype=np.intp))


def _value(text: str, rows: dict[str, int]) -> int:
    if len(text) == 1:
        special = _SPECIAL if ord(text) in {_VOICED, _SEMIVOICED} else 0
        return _with_kind(text) | special
    # Row 0 is the empty text, so a dropped character is the special value without a row number.
    return _SPECIAL | rows.setdefault(text, len(rows) + 1) if text else _DROPPED


@cache
def _with_kind(character: str) -> int:
    script = script_of(character)
    if character.isdecimal():
        script = "digit"
    elif script in SPACELESS:
        script = "spaceless"
    elif script == "Zyyy" and unicodedata.category(character) in {"So", "Sk"}:
        script = "symbol"
    return ord(character) | _KINDS.get(script, _EVERY_KIND) << _KIND_SHIFT


def _expanded(values: Codes, tables: _Tables, steps: list[Offsets]) -> Codes:
    special = values >= _SPECIAL
    rows = np.where(special, values & _LETTER, 0).astype(np.intp)
    rows[(rows == _VOICED) | (rows == _SEMIVOICED)] = 0
    counts = np.where(values == _DROPPED, 0, 1)
    counts[rows > 0] = tables.lengths[rows[rows > 0] - 1]
    step = np.repeat(np.arange(values.size), counts)
    inside = np.arange(step.size) - np.repeat(np.cumsum(counts) - counts, counts)
    values, rows = values[step], rows[step]
    grown = rows > 0
    values[grown] = tables.expansions[rows[grown] - 1, inside[grown]]
    steps.append(step)
    return values


def _joined_voicing(values: Codes, steps: list[Offsets]) -> Codes:
    """Join kana and a voicing mark that stands apart (half-width and decomposed text): ハ + ゛ -> バ."""
    letters = values & _LETTER
    marks = np.flatnonzero((letters == _VOICED) | (letters == _SEMIVOICED))
    if marks.size == 0:
        return values
    kept = np.ones(values.size, dtype=bool)
    for mark in marks[marks > 0]:
        pair = unicodedata.normalize("NFC", chr(letters[mark - 1]) + chr(letters[mark]))
        if len(pair) == 1:
            values[mark - 1] = _with_kind(pair)
            kept[mark] = False
    step = np.flatnonzero(kept)
    steps.append(step)
    return values[step]


def _spaced(values: Codes, steps: list[Offsets]) -> Codes:
    """Make runs of boundaries one, and put one where the kind of writing changes."""
    kinds = values.view(np.uint8)[3::4]
    shared = kinds[1:] & kinds[:-1] & _EVERY_KIND
    counts = np.ones(values.size, dtype=np.intp)
    counts[:-1] += shared == 0
    counts[:-1] -= (shared == _EVERY_KIND) & (values[1:] == values[:-1])
    step = np.repeat(np.arange(values.size), counts)
    spaced = values[step]
    spaced[1:][step[1:] == step[:-1]] = BOUNDARY | _EVERY_KIND << _KIND_SHIFT
    steps.append(step)
    return spaced


__all__ = ["BOUNDARY", "SEPARATOR", "Folded", "fold", "folded", "table_fingerprint"]
