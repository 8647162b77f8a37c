"""What a single character folds to. Read once, when the fold table is built."""

import unicodedata
from typing import Final

from app.text.scripts import script_of

BOUNDARY: Final = 0x20
# Stands between the texts of a listing; no term reaches across it.
SEPARATOR: Final = 0x1E

# Scripts whose combining marks are an accent or an optional vowel to a reader; elsewhere marks are letters.
_MARKS_FALL = frozenset({"Latn", "Grek", "Cyrl", "Arab", "Hebr", "Zyyy"})

_VARIANTS: Final = str.maketrans(
    {
        # Latin letters that no decomposition reaches
        "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
        "ŋ": "n", "ƒ": "f", "ɡ": "g", "ə": "e", "ɑ": "a", "ɪ": "i", "ʜ": "h", "ʀ": "r", "ɴ": "n", "ᴀ": "a", "ᴍ": "m",
        # Arabic, Persian and Urdu spellings of one letter
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۃ": "ه",
        "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ە": "ه", "ک": "ك", "ڪ": "ك", "ڤ": "ف", "ڨ": "ق", "ں": "ن", "ـ": "",
        # Hebrew final letters
        "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
        # Greek final sigma
        "ς": "σ",
    }
)  # fmt: skip

# Variation selectors and skin tones change how a sign looks, not what it is.
_SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x1F3FB, 0x1F3FF))
_EMOJI = ((0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F000, 0x1FAFF))
_MOST_LETTERS = 8
_INVISIBLE = frozenset({0x115F, 0x1160, 0x3164, 0xFFA0, 0x034F, 0x17B4, 0x17B5, 0x20E3, 0x1D159})
# The half-width kana voicing marks become combining marks, which the fold joins to the kana before.
_JOINING = frozenset({"\u3099", "\u309a"})
_NUKTAS = frozenset({"\u093c", "\u09bc", "\u0a3c"})


def folded_letter(character: str) -> str:
    """Return what ``character`` folds to: nothing, a space, or one or more characters."""
    code = ord(character)
    if code == SEPARATOR:
        return character
    category = unicodedata.category(character)
    if category == "Cf" or code in _INVISIBLE or any(first <= code <= last for first, last in _SELECTORS):
        return ""
    if category[0] == "C":
        return " "
    if any(first <= code <= last for first, last in _EMOJI):
        return character
    if script_of(character) == "Thai":
        return character  # NFKC would tear sara am apart
    return _folded_text(character, category)


def _folded_text(character: str, category: str) -> str:
    if category[0] in "ZPS" and not _reads_as_letters(character):
        return " "
    compatible = unicodedata.normalize("NFKC", character).casefold()
    script = next((s for s in map(script_of, compatible) if s != "Zyyy"), "Zyyy")
    parts = unicodedata.normalize("NFKD", compatible) if script in _MARKS_FALL else compatible
    if script in {"Deva", "Beng"}:
        parts = unicodedata.normalize("NFD", compatible)
    made = "".join(_plain(part, script) for part in parts).translate(_VARIANTS)
    # A sign that spells a whole sentence (ﷺ, 18 letters) stays a sign: it would let a text grow past its limit.
    return made if len(made) <= _MOST_LETTERS else character


def _reads_as_letters(character: str) -> bool:
    """Tell whether a symbol is letters or digits in disguise: ㎖, ①, Ⓐ, 🄰 are; ™, °, + are not."""
    compatible = unicodedata.normalize("NFKC", character)
    return compatible != character and all(part.isalnum() for part in compatible) and character not in "™℠"


def _plain(part: str, script: str) -> str:
    if part in _JOINING:
        return part
    if unicodedata.category(part) in {"Mn", "Me"}:
        return "" if script in _MARKS_FALL or part in _NUKTAS else part
    digit = unicodedata.digit(part, None)
    if digit is not None:
        return str(digit)
    return part if part.isalnum() or unicodedata.category(part)[0] in "LM" else " "
