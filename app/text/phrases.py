"""Terms as phrases: a row of slots, each a set of folded forms.

"(cure|treat) (diabetes|cancer)" in its inflected forms would be hundreds of patterns. A phrase keeps its slots apart:
one of them, the anchor, is searched for; the others are compared where the anchor stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod

from app.domain.language import Language
from app.text.alternatives import AlternativesError, alternatives
from app.text.folding import folded
from app.text.morphology import grown
from app.text.scripts import SPACELESS
from app.text.words import has_edge

# Up to so many forms a phrase is searched for whole.
MOST_WHOLE_FORMS = 48
# Forms of one slot; above this a term is better split by its curator.
MOST_SLOT_FORMS = 6000
# Beyond so many letters a longer anchor is no rarer.
_LONG_ENOUGH = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """Folded forms of which one must stand here; ``optional``: or none. ``lengths`` of the forms, longest first."""

    forms: frozenset[str]
    lengths: tuple[int, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of slots. ``spaced``: a boundary stands between them; else it may. ``left``, ``right``: open word edges.

    ``anchor``: the slot to search for.
    """

    slots: tuple[Slot, ...]
    spaced: bool
    anchor: int
    left: bool = False
    right: bool = False

    def patterns(self) -> Iterator[str]:
        """Yield what to search for: whole forms, or the anchor's."""
        if self.is_whole:
            yield from (self._edged(form, first=True, last=True) for form in self._whole_forms())
            return
        at = self.anchor
        first, last = at == 0, at == len(self.slots) - 1
        for form in self.slots[at].forms:
            yield self._edged(form, first=first, last=last)

    @property
    def is_whole(self) -> bool:
        """Whether the patterns are whole forms, with nothing left to compare."""
        counts = prod(len(slot.forms) + slot.optional for slot in self.slots)
        return counts <= MOST_WHOLE_FORMS or len(self.slots) == 1

    def around(self, text: str, first: int, last: int) -> tuple[int, int] | None:
        """Return the span of the phrase around its anchor [first, last) of folded ``text``, None if it is not there."""
        end = self._forward(text, self.anchor + 1, last)
        start = self._backward(text, self.anchor - 1, first)
        return None if start is None or end is None else (start, end)

    def _forward(self, text: str, at: int, here: int) -> int | None:
        if at == len(self.slots):
            return here if self.right or self._is_edge(text, here - 1, here) else None
        slot = self.slots[at]
        for begin in self._steps(text, here, 1):
            for length in slot.lengths:
                if text[begin : begin + length] in slot.forms:
                    end = self._forward(text, at + 1, begin + length)
                    if end is not None:
                        return end
        return self._forward(text, at + 1, here) if slot.optional else None

    def _backward(self, text: str, at: int, here: int) -> int | None:
        if at < 0:
            return here if self.left or self._is_edge(text, here, here - 1) else None
        slot = self.slots[at]
        for end in self._steps(text, here, -1):
            for length in slot.lengths:
                if length <= end and text[end - length : end] in slot.forms:
                    start = self._backward(text, at - 1, end - length)
                    if start is not None:
                        return start
        return self._backward(text, at - 1, here) if slot.optional else None

    def _steps(self, text: str, here: int, way: int) -> tuple[int, ...]:
        """Return where the next slot may begin: behind a boundary, or right here where scripts have no spaces."""
        beside = text[here] if way > 0 and here < len(text) else text[here - 1] if way < 0 and here else ""
        if beside == " ":
            return (here + way,)
        return () if self.spaced else (here,)

    def _is_edge(self, text: str, inside: int, outside: int) -> bool:
        return not has_edge(text[inside]) or not 0 <= outside < len(text) or text[outside] == " "

    def _whole_forms(self) -> Iterator[str]:
        choices = [[*slot.forms, ""] if slot.optional else list(slot.forms) for slot in self.slots]
        for chosen in product(*choices):
            words = [word for word in chosen if word]
            yield " ".join(words)
            if not self.spaced and len(words) > 1:
                yield folded("".join(words))

    def _edged(self, form: str, *, first: bool, last: bool) -> str:
        left = not (self.left and first) and (self.spaced or first) and has_edge(form[0])
        right = not (self.right and last) and (self.spaced or last) and has_edge(form[-1])
        return f"{' ' if left else ''}{form}{' ' if right else ''}"


def phrase_of(term: str, language: Language | None, *, inflect: bool = True) -> Phrase:
    """Return the phrase that a written ``term`` stands for; stars at its ends open its edges.

    Raises:
        AlternativesError: its brackets do not pair, or it makes too many forms, or nothing to search for is left.
    """
    spaced = language is None or language.scripts.isdisjoint(SPACELESS)
    chunks = [alternatives(chunk) for chunk in _chunks(term.strip("*"), spaced=spaced)]
    folds = [tuple(dict.fromkeys(_fold(one) for one in chunk)) for chunk in chunks]
    folds = [chunk for chunk in folds if any(chunk)]
    if all("" in chunk for chunk in folds):
        raise AlternativesError(f"{term!r} folds to nothing: no letter, digit or emoji is left to search for")
    slots = tuple(_slot(chunk, at, folds, language if inflect else None) for at, chunk in enumerate(folds))
    largest = max(len(slot.forms) for slot in slots)
    if largest > MOST_SLOT_FORMS:
        raise AlternativesError(f"{term!r} makes {largest} forms in one place, more than {MOST_SLOT_FORMS}; split it")
    return Phrase(slots, spaced, _anchor(slots), term.startswith("*"), term.endswith("*"))


def _anchor(slots: tuple[Slot, ...]) -> int:
    """Return the slot whose shortest form is longest; of equal ones the one with fewer forms, of those the first."""
    needed = [at for at, slot in enumerate(slots) if not slot.optional]
    return max(needed, key=lambda at: (min(slots[at].lengths[-1], _LONG_ENOUGH), -len(slots[at].forms)))


def _slot(chunk: tuple[str, ...], at: int, chunks: list[tuple[str, ...]], language: Language | None) -> Slot:
    first = all("" in before for before in chunks[:at])
    last = all("" in after for after in chunks[at + 1 :])
    forms = frozenset(form for one in chunk if one for form in _forms(one, language, first=first, last=last))
    return Slot(forms, tuple(sorted({len(form) for form in forms}, reverse=True)), "" in chunk)


def _forms(text: str, language: Language | None, *, first: bool, last: bool) -> Iterator[str]:
    if language is None:
        yield text
        return
    words = text.split(" ")
    end = len(words) - 1
    choices = [grown(word, language, first=first and at == 0, last=last and at == end) for at, word in enumerate(words)]
    yield from map(" ".join, product(*choices))


def _chunks(term: str, *, spaced: bool) -> list[str]:
    """Split a term where its slots meet: at spaces outside brackets; in spaceless scripts at brackets too."""
    chunks, depth = [""], 0
    for character in term:
        opens, closes = character == "(", character == ")"
        if depth == 0 and (character == " " or (opens and not spaced)):
            chunks.append("")
        depth += opens - closes
        if depth or character != " ":
            chunks[-1] += character
        if closes and depth == 0 and not spaced:
            chunks.append("")
    return [chunk for chunk in chunks if chunk]


@lru_cache(maxsize=200_000)
def _fold(text: str) -> str:
    return folded(text)
