"""Whether a mention is denied: "alcohol-free", "no pork or lard", بدون كحول, 不含酒精, "not intended to cure"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from app.domain.language import Language, Negators
from app.gate.scanning import Hit, Scan
from app.text.folding import folded
from app.text.scripts import SPACELESS, script_of

_WINDOW = 60
_CLAUSE_WINDOW = 140
# A pause between the mention and the word of denial parts them: "Ham, free shipping" denies nothing.
_PAUSE = re.compile(r"[.,;:!?|/\n。，、；：！？،؛۔।]")
_CLAUSE_END = re.compile(r"[.;!?|\n。；！？؛؟۔।]")
_LIST_COMMA = re.compile(r"[,、，،/&+]")
_GAP_AFTER = re.compile(r"[\W_]*")
_GAP_BEFORE = re.compile(r"[\W_]*\Z")
# How long an item of a denied list may be: words, or characters in spaceless scripts.
_ITEM_WORDS, _ITEM_CHARACTERS, _MOST_ITEMS = 4, 12, 6


def is_negated(hit: Hit, scan: Scan, languages: Mapping[str, Language]) -> bool:
    """Tell whether a negator of the text's language denies the hit: beside it, over a list, or over its clause."""
    language = languages.get(scan.segments[hit.segment].language)
    if language is None:
        return False
    negators = language.negators
    before, after = scan.before(hit, _CLAUSE_WINDOW), scan.after(hit, _WINDOW)
    beside = _denied_before(before[-_WINDOW:].rstrip(), negators) and _touches_before(hit, scan, language)
    if beside or (_denied_after(after.lstrip(), negators) and _touches_after(hit, scan, language)):
        return True
    mentioned = f" {before} "
    if not any(word in mentioned for word in (*negators.before, *negators.clause)):
        return False
    return _denied_from_afar(_clause_before(hit, scan), language)


def _denied_before(text: str, negators: Negators) -> bool:
    if _any_ends(text, negators.traps):
        return False
    if _any_ends(text, negators.before):
        return True
    filler = next((filler for filler in negators.fillers if _ends_with(text, filler)), None)
    return filler is not None and _denied_before(text.removesuffix(filler).rstrip(), negators)


def _denied_after(text: str, negators: Negators) -> bool:
    if any(_begins_with(text, trap) for trap in negators.traps):
        return False
    return any(_begins_with(text, word) for word in negators.after)


def _touches_before(hit: Hit, scan: Scan, language: Language) -> bool:
    start, text = scan.span(hit)[0], scan.segments[hit.segment].text
    return not _paused(_GAP_BEFORE.search(text, max(0, start - _WINDOW), start), language)


def _touches_after(hit: Hit, scan: Scan, language: Language) -> bool:
    end, text = scan.span(hit)[1], scan.segments[hit.segment].text
    return not _paused(_GAP_AFTER.match(text, end), language)


def _paused(gap: re.Match[str] | None, language: Language) -> bool:
    """Tell whether a gap is a pause; where words are written without spaces, a space is one too."""
    if gap is None:
        return False
    return _PAUSE.search(gap[0]) is not None or (_is_spaceless(language) and any(map(str.isspace, gap[0])))


def _clause_before(hit: Hit, scan: Scan) -> str:
    """Return the original text from the beginning of the hit's clause to the hit."""
    start, text = scan.span(hit)[0], scan.segments[hit.segment].text
    return _CLAUSE_END.split(text[max(0, start - _CLAUSE_WINDOW) : start])[-1]


def _denied_from_afar(clause: str, language: Language) -> bool:
    negators = language.negators
    whole = folded(clause)
    trapped = any(_stands_in(whole, trap) for trap in negators.traps)
    if not trapped and any(_stands_in(whole, word) for word in negators.clause):
        return True
    return any(_opens_denied_list(item, language) for item in _items_back(clause, language))


def _items_back(clause: str, language: Language) -> Iterator[str]:
    """Yield the items of a list before the hit, nearest first, as long as each is short: "no pork, lard or [hit]"."""
    joiners = language.negators.joiners
    items = [folded(part) for part in _LIST_COMMA.split(clause)]
    parts = [part for item in items for part in _split_at(item, joiners, spaceless=_is_spaceless(language))]
    if len(parts) < 2 or parts[-1]:  # noqa: PLR2004 - a list has two items, and the hit opens the last one
        return
    for part in list(reversed(parts[:-1]))[:_MOST_ITEMS]:
        yield part
        if _is_long(part, language):
            return


def _opens_denied_list(item: str, language: Language) -> bool:
    for word in language.negators.before:
        at = item.rfind(word)
        if at >= 0 and _stands_in(item, word) and not _is_long(item[at + len(word) :], language):
            return not any(_stands_in(item, trap) for trap in language.negators.traps)
    return False


def _split_at(item: str, joiners: Iterable[str], *, spaceless: bool) -> list[str]:
    edge = "" if spaceless else r"(?:^|(?<= ))"
    close = "" if spaceless else r"(?:$|(?= ))"
    pattern = "|".join(map(re.escape, sorted(joiners, key=len, reverse=True)))
    return [part.strip() for part in re.split(f"{edge}(?:{pattern}){close}", item)] if pattern else [item]


def _is_long(item: str, language: Language) -> bool:
    return len(item) > _ITEM_CHARACTERS if _is_spaceless(language) else len(item.split()) > _ITEM_WORDS


def _is_spaceless(language: Language) -> bool:
    return not language.scripts.isdisjoint(SPACELESS)


def _any_ends(text: str, words: Iterable[str]) -> bool:
    return any(_ends_with(text, word) for word in words)


def _ends_with(text: str, word: str) -> bool:
    at = len(text) - len(word)
    return text.endswith(word) and (at == 0 or text[at - 1] == " " or script_of(word[0]) in SPACELESS)


def _begins_with(text: str, word: str) -> bool:
    end = len(word)
    return text.startswith(word) and (len(text) == end or text[end] == " " or script_of(word[-1]) in SPACELESS)


def _stands_in(text: str, word: str) -> bool:
    return word in text if script_of(word[0]) in SPACELESS else f" {word} " in f" {text} "
