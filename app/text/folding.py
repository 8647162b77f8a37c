"""Folding text to what a reader takes for the same, with the way back to the original offsets.

Case, width, accents, vowel signs, invisible characters and letter variants go; punctuation of any length becomes one
space; a space is put where the writing system changes (``ham入り`` reads ``ham 入り``). One NumPy look-up over UTF-32.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from app.text.letters import BOUNDARY, SEPARATOR, folded_letter
from app.text.scripts import SPACELESS, script_of

Codes = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]

_ALL_CODES: Final = 0x110000
# A table value: the folded code point in the low 20 bits, four flags, the kind of writing as one bit from bit 24.
_LETTER: Final = 0xFFFFF
_KIND_SHIFT: Final = 24
# Two neighbours of different kinds share no bit, so a word edge stands between them. A boundary alone has every bit.
_EVERY_KIND: Final = 0x7F
_KINDS: Final = {
    "Latn": 1, "Grek": 1, "Cyrl": 1, "Armn": 1, "Geor": 1, "Zyyy": 1, "spaceless": 2, "Arab": 4, "Hebr": 4, "Hang": 8,
    "Deva": 16, "Beng": 16, "Taml": 16, "Telu": 16, "Sinh": 16, "Ethi": 16, "symbol": 32, "digit": 64,
}  # fmt: skip
# Letters that fold to themselves: ideographs and Hangul syllables.
_UNCHANGED: Final = ((0x3400, 0xA000, "spaceless"), (0xAC00, 0xD7A4, "Hang"), (0x20000, 0x2F800, "spaceless"))
_READ_ONE_BY_ONE: Final = ((0, 0x3400), (0xA000, 0xAC00), (0xD7A4, 0x20000), (0x2F800, 0x2FA20), (0xE0000, 0xE0200))
_BOUNDARY_VALUE: Final = BOUNDARY | _EVERY_KIND << _KIND_SHIFT
# Flags of values that are not simply one character: dropped ones; stand-ins (private use, which no text keeps) for what
# folds to several (ß -> ss); kana voicing marks, which may join the kana before; letters that can pass for Latin ones.
_GREEK_OR_CYRILLIC: Final = 1 << 20
_DROPPED: Final = 1 << 21
_STANDS_IN: Final = 1 << 22
_VOICES: Final = 1 << 23
_NOTHING: Final = np.empty(0, dtype=np.uint32)
_FIRST_STAND_IN: Final = 0xE000
_VOICED, _SEMIVOICED = 0x3099, 0x309A
_MARKS_AFTER_A_QUOTE = 30
# Disguised words as rows of kinds: edges with one character between them, twice; one or two digits before a letter.
_ONE_BY_ONE: Final = b"\x01\x00\x01\x00\x01"
_DIGITS_INSIDE: Final = re.compile(rb"\x40\x40?[\x01-\x10]")


class Folded:
    """Folded ``text`` and the way back to ``original``, worked out only when somebody asks for it."""

    def __init__(self, original: str, values: Codes, kept: Mask | None, flags: int) -> None:
        """``values``: what the table says of the characters ``kept`` of ``original`` (all of them if None)."""
        self.original = original
        self.text, self._single = _text_of(values, flags) if values.size else ("", values)
        self._values, self._kept = values, kept
        # Letters that can pass for Latin ones.
        self.has_greek_or_cyrillic = flags & _GREEK_OR_CYRILLIC != 0
        self._origins: Offsets | None = None

    @property
    def is_suspicious(self) -> bool:
        """Whether disguised words may be here: characters one by one, or digits inside words."""
        kinds = self._single.view(np.uint8)[3::4]
        if _ONE_BY_ONE in (kinds == _EVERY_KIND).tobytes():
            return True
        row = kinds.tobytes()
        return any(row[found.start() - 1] < _KINDS["symbol"] for found in _DIGITS_INSIDE.finditer(row))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the folded [first, last) that came from [start, end) of the original; empty where nothing did."""
        origins = self._way_back()
        return int(np.searchsorted(origins, start)), int(np.searchsorted(origins, end))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the original that folded [start, end) came from, with its trailing marks."""
        origins = self._way_back()
        first, last = int(origins[start]), int(origins[end - 1]) + 1
        limit = min(len(self.original), last + _MARKS_AFTER_A_QUOTE)
        while last < limit and unicodedata.category(self.original[last]) in {"Mn", "Me"}:
            last += 1
        return first, last

    def _way_back(self) -> Offsets:
        if self._origins is None:
            self._origins = _origins(self._values, self._kept)
        return self._origins


def fold(text: str) -> Folded:
    """Fold ``text``. Linear in its length; lone surrogates become boundaries."""
    if not text:
        return Folded(text, _NOTHING, None, 0)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    values = _tables().letters.take(codes)
    flags = int(np.bitwise_or.reduce(values))
    kept = None
    if flags & (_DROPPED | _VOICES):
        kept = _kept(values, flags)
        values = values[kept]
    return Folded(text, values, kept, flags)


def folded(text: str) -> str:
    """Fold a short ``text`` without its way back; no space at either end. The same as ``fold``, faster for one term."""
    made, before = "", _EVERY_KIND
    for character in text:
        piece, kind, is_voicing = _piece(character)
        if is_voicing:
            return fold(text).text.strip()
        if piece:
            made += piece if before & kind else f" {piece}"
            before = kind
    while "  " in made:
        made = made.replace("  ", " ")
    return made.strip()


@lru_cache(maxsize=65_536)
def _piece(character: str) -> tuple[str, int, bool]:
    """Return what a character folds to, its kind of writing, and whether it is a voicing mark."""
    value = int(_tables().letters[ord(character)])
    if value & _DROPPED:
        return "", _EVERY_KIND, False
    piece = _expansion(value) if value & _STANDS_IN else chr(value & _LETTER)
    return piece, value >> _KIND_SHIFT & _EVERY_KIND, bool(value & _VOICES)


def table_fingerprint() -> bytes:
    """Return the bytes of the fold table, for the release digest."""
    tables = _tables()
    return tables.letters.tobytes() + "\n".join(tables.expansions).encode()


@dataclass(frozen=True, slots=True)
class _Tables:
    """``letters`` by code point; ``expansions`` by stand-in."""

    letters: Codes
    expansions: tuple[str, ...]


@cache
def _tables() -> _Tables:
    letters = np.full(_ALL_CODES, _BOUNDARY_VALUE, dtype=np.uint32)
    for first, last, kind in _UNCHANGED:
        letters[first:last] = np.arange(first, last) | _KINDS[kind] << _KIND_SHIFT
    rows: dict[str, int] = {}
    for first, last in _READ_ONE_BY_ONE:
        letters[first:last] = [_value(folded_letter(chr(code)), rows) for code in range(first, last)]
    return _Tables(letters, tuple(rows))


def _value(text: str, rows: dict[str, int]) -> int:
    if not text:
        return _DROPPED | _EVERY_KIND << _KIND_SHIFT
    text = text.strip() or text[0]  # what stands beside keeps its distance anyway
    if len(text) > 1:
        kind = _with_kind(text[0]) >> _KIND_SHIFT
        return _FIRST_STAND_IN + rows.setdefault(text, len(rows)) | kind << _KIND_SHIFT | _STANDS_IN
    return _with_kind(text) | (_VOICES if ord(text) in {_VOICED, _SEMIVOICED} else 0)


@cache
def _with_kind(character: str) -> int:
    if character == chr(BOUNDARY):
        return _BOUNDARY_VALUE
    script = script_of(character)
    if character.isdecimal():
        script = "digit"
    elif script in SPACELESS:
        script = "spaceless"
    elif script == "Zyyy" and unicodedata.category(character) in {"So", "Sk"}:
        script = "symbol"
    passing = _GREEK_OR_CYRILLIC if script in {"Grek", "Cyrl"} else 0
    return ord(character) | _KINDS.get(script, 1) << _KIND_SHIFT | passing


def _text_of(values: Codes, flags: int) -> tuple[str, Codes]:
    """Return the text of table values, with a boundary where the kind of writing changes and never two in a row.

    Also the values that stay when of boundaries in a row one is kept.
    """
    shared = _shared_kinds(values)
    kept = np.ones(values.size, dtype=bool)
    np.not_equal(shared, _EVERY_KIND, out=kept[1:])
    single = values[kept]
    text = (single & _LETTER).tobytes().decode("utf-32-le")
    if b"\x00" in shared.tobytes():
        cuts = [0, *kept.cumsum()[:-1][shared == 0].tolist(), len(text)]
        text = " ".join(map(text.__getitem__, map(slice, cuts, cuts[1:])))
    return (_spelled_out(text, values) if flags & _STANDS_IN else text), single


def _origins(values: Codes, kept: Mask | None) -> Offsets:
    """Return where in the original each character of ``_text_of`` came from."""
    origins = np.arange(values.size) if kept is None else np.flatnonzero(kept)
    shared = _shared_kinds(values)
    counts = np.ones(values.size, dtype=np.intp)
    standing = np.flatnonzero(values & _STANDS_IN)
    counts[standing] = [len(_expansion(value)) for value in values[standing].tolist()]
    counts[1:] -= shared == _EVERY_KIND
    counts[:-1] += shared == 0
    return np.repeat(origins, counts)


def _shared_kinds(values: Codes) -> npt.NDArray[np.uint8]:
    kinds = values.view(np.uint8)[3::4]
    return kinds[1:] & kinds[:-1]


def _spelled_out(text: str, values: Codes) -> str:
    for value in set(values[(values & _STANDS_IN) != 0].tolist()):
        text = text.replace(chr(value & _LETTER), _expansion(value))
    return text


def _expansion(value: int) -> str:
    return _tables().expansions[(value & _LETTER) - _FIRST_STAND_IN]


def _kept(values: Codes, flags: int) -> Mask:
    """Tell which values stay. A kana before a voicing mark takes its sound, in place: ハ + ゛ -> バ."""
    kept: Mask = (values & _DROPPED) == 0
    if flags & _VOICES:
        for mark in np.flatnonzero(values & _VOICES).tolist():
            pair = unicodedata.normalize("NFC", chr(int(values[mark - 1]) & _LETTER) + chr(int(values[mark]) & _LETTER))
            if mark and len(pair) == 1:
                values[mark - 1] = _with_kind(pair)
                kept[mark] = False
    return kept


__all__ = ["BOUNDARY", "SEPARATOR", "Folded", "fold", "folded", "table_fingerprint"]
