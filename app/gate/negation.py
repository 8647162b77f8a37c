"""Whether a mention is denied: "alcohol-free", "no pork or lard", بدون كحول, 不含酒精, "not intended to cure"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.language import Language
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


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's words of denial, edged where the script has spaces, as ``str.endswith`` and ``in`` take them."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    fillers: tuple[str, ...]
    traps_before: tuple[str, ...]
    traps_after: tuple[str, ...]
    anywhere: tuple[str, ...]


@lru_cache(maxsize=256)
def _words(language: Language) -> _Words:
    negators = language.negators
    return _Words(
        before=tuple(map(_opened, negators.before)),
        after=tuple(map(_closed, negators.after)),
        fillers=tuple(map(_opened, negators.fillers)),
        traps_before=tuple(map(_opened, negators.traps)),
        traps_after=tuple(map(_closed, negators.traps)),
        anywhere=tuple(dict.fromkeys(_closed(_opened(word)) for word in (*negators.before, *negators.clause))),
    )


def is_negated(hit: Hit, scan: Scan, languages: Mapping[str, Language]) -> bool:
    """Tell whether the hit is denied: beside it, over a list, or over its clause.

    The words of denial are those of the text's language and, for words read in another one, of that.
    """
    tags = dict.fromkeys((scan.segments[hit.segment].language, *sorted(hit.owner.languages)))
    return any(_is_denied_in(languages[tag], hit, scan) for tag in tags if tag in languages)


def _is_denied_in(language: Language, hit: Hit, scan: Scan) -> bool:
    words = _words(language)
    before, after = scan.before(hit, _CLAUSE_WINDOW), scan.after(hit, _WINDOW)
    if _denied_before(f" {before.strip()}", words) and _touches_before(hit, scan, language):
        return True
    if _denied_after(f"{after.strip()} ", words) and _touches_after(hit, scan, language):
        return True
    mentioned = f" {before} "
    if not any(word in mentioned for word in words.anywhere):
        return False
    return _denied_from_afar(_clause_before(hit, scan), language)


def _denied_before(text: str, words: _Words) -> bool:
    if text.endswith(words.traps_before):
        return False
    if text.endswith(words.before):
        return True
    if not text.endswith(words.fillers):
        return False
    filler = next(filler for filler in words.fillers if text.endswith(filler))
    return _denied_before(f" {text.removesuffix(filler).strip()}", words)


def _denied_after(text: str, words: _Words) -> bool:
    return text.startswith(words.after) and not text.startswith(words.traps_after)


def _opened(word: str) -> str:
    return word if script_of(word[0]) in SPACELESS else f" {word}"


def _closed(word: str) -> str:
    return word if script_of(word[-1]) in SPACELESS else f"{word} "


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


def _stands_in(text: str, word: str) -> bool:
    return word in text if script_of(word[0]) in SPACELESS else f" {word} " in f" {text} "
