"""Whether a mention is denied: "alcohol-free", "contains no pork", بدون كحول, 不含酒精."""

import re
from collections.abc import Iterable, Mapping

from app.domain.language import Language, Negators
from app.gate.scanning import Hit, Scan
from app.text.scripts import SPACELESS, script_of

_WINDOW = 60
# A pause between the mention and the word of denial parts them: "Ham, free shipping" denies nothing.
_PAUSE = re.compile(r"[.,;:!?|/\n。，、；：！？،؛۔।]")
_GAP_AFTER = re.compile(r"[\W_]*")
_GAP_BEFORE = re.compile(r"[\W_]*\Z")


def is_negated(hit: Hit, scan: Scan, languages: Mapping[str, Language]) -> bool:
    """Tell whether a negator of the text's language stands right before or after the hit."""
    segment = scan.segments[hit.segment]
    language = languages.get(segment.language)
    if language is None:
        return False
    negators = language.negators
    denied_before = _denied_before(scan.before(hit, _WINDOW).rstrip(), negators)
    denied_after = _denied_after(scan.after(hit, _WINDOW).lstrip(), negators)
    if not denied_before and not denied_after:
        return False
    start, end = scan.span(hit)
    spaceless = not language.scripts.isdisjoint(SPACELESS)
    gap_before = _GAP_BEFORE.search(segment.text, max(0, start - _WINDOW), start)
    if denied_before and not _paused(gap_before, spaceless=spaceless):
        return True
    return denied_after and not _paused(_GAP_AFTER.match(segment.text, end), spaceless=spaceless)


def _denied_before(text: str, negators: Negators) -> bool:
    if _any_ends(text, negators.traps):
        return False
    if _any_ends(text, negators.before):
        return True
    shorter = next(
        (text.removesuffix(filler).rstrip() for filler in negators.fillers if _ends_with(text, filler)), None
    )
    return shorter is not None and _denied_before(shorter, negators)


def _denied_after(text: str, negators: Negators) -> bool:
    if any(_begins_with(text, trap) for trap in negators.traps):
        return False
    return any(_begins_with(text, word) for word in negators.after)


def _any_ends(text: str, words: Iterable[str]) -> bool:
    return any(_ends_with(text, word) for word in words)


def _ends_with(text: str, word: str) -> bool:
    at = len(text) - len(word)
    return text.endswith(word) and (at == 0 or text[at - 1] == " " or script_of(word[0]) in SPACELESS)


def _begins_with(text: str, word: str) -> bool:
    end = len(word)
    return text.startswith(word) and (len(text) == end or text[end] == " " or script_of(word[-1]) in SPACELESS)


def _paused(gap: re.Match[str] | None, *, spaceless: bool) -> bool:
    """Tell whether a gap is a pause; where words are written without spaces, a space is one too."""
    return gap is not None and (_PAUSE.search(gap[0]) is not None or (spaceless and any(map(str.isspace, gap[0]))))
