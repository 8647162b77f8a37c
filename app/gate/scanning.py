"""One fold and one scan over all texts of a listing, for every market at once."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.finding import PlaceKind
from app.domain.listing import Listing
from app.gate.release import Owner, Release, Role
from app.gate.segments import Segment, segments_of
from app.text.evasion import Suspect, is_evenly_spaced, signed, suspects
from app.text.folding import SEPARATOR, Folded, fold
from app.text.scripts import SPACELESS, script_of

_LABEL_ROLES = frozenset({Role.LABEL, Role.INNOCENT})
_REACH_WORDS, _REACH_CHARACTERS = 5, 12
# Further apart than any neighbour may stand, in characters.
_FAR = 600
_SEPARATOR = chr(SEPARATOR)
# A space on both sides lets a term's word edges match at the ends of a text, and no term reaches across.
_JOINT = f" {_SEPARATOR} "


class Hit(NamedTuple):
    """An occurrence of an owner's pattern: half-open offsets in the folded whole, word edges left out."""

    owner: Owner
    segment: int
    first: int
    last: int
    obfuscated: bool = False

    @property
    def length(self) -> int:
        """Folded characters."""
        return self.last - self.first

    def touches(self, other: "Hit") -> bool:
        """Tell whether the two share a character."""
        return self.first < other.last and other.first < self.last


@dataclass(frozen=True, slots=True)
class Scan:
    """The texts of a listing, folded as one, and every hit that its language lets count, by role."""

    segments: tuple[Segment, ...]
    starts: Sequence[int]
    folded: Folded
    hits: Mapping[Role, Sequence[Hit]]

    def of(self, *roles: Role) -> list[Hit]:
        """Return the hits in any of the roles."""
        return [hit for role in roles for hit in self.hits.get(role, ())]

    def span(self, hit: Hit) -> tuple[int, int]:
        """Return the half-open code-point span of a hit in its segment's text."""
        if self.segments[hit.segment].kind is PlaceKind.IMAGE_LABEL:
            return 0, len(self.segments[hit.segment].text)
        start, end = self.folded.span(hit.first, hit.last)
        offset = self.starts[hit.segment]
        return start - offset, min(end - offset, len(self.segments[hit.segment].text))

    def quote(self, hit: Hit) -> str:
        """Return the original text of a hit."""
        start, end = self.span(hit)
        return self.segments[hit.segment].text[start:end]

    def original(self, segment: int, first: int, last: int) -> str:
        """Return the original text of folded [first, last), which lies within one segment."""
        start, end = self.folded.span(first, last)
        offset = self.starts[segment]
        return self.segments[segment].text[start - offset : end - offset]

    def distance(self, one: Hit, other: Hit) -> int:
        """Return how far apart two hits of one text stand: in words, or characters where the script has no spaces."""
        left, right = (one, other) if one.first <= other.first else (other, one)
        if right.first - left.last > _FAR:
            return _FAR
        between = self.folded.text[left.last : max(left.last, right.first)]
        return len(between) if self._is_spaceless(one) else len(between.split())

    def reach_of(self, hit: Hit) -> int:
        """Return how far a neighbour may stand from a hit where its entry does not say."""
        return _REACH_CHARACTERS if self._is_spaceless(hit) else _REACH_WORDS

    def before(self, hit: Hit, most: int) -> str:
        """Return up to ``most`` folded characters before the hit, within its text."""
        return self.folded.text[max(0, hit.first - most) : hit.first].rpartition(_SEPARATOR)[2]

    def after(self, hit: Hit, most: int) -> str:
        """Return up to ``most`` folded characters after the hit, within its text."""
        return self.folded.text[hit.last : hit.last + most].partition(_SEPARATOR)[0]

    def _is_spaceless(self, hit: Hit) -> bool:
        return script_of(self.folded.text[hit.first]) in SPACELESS


def scan(listing: Listing, release: Release) -> Scan:
    """Find every pattern of the release in every text, then words in disguise where some are suspected."""
    segments = segments_of(listing)
    texts = [segment.text.replace(_SEPARATOR, " ") for segment in segments]
    folded = fold(f" {_JOINT.join(texts)} ")
    hits: dict[Role, list[Hit]] = defaultdict(list)
    for hit in _hits(folded.text, segments, release):
        hits[hit.owner.role].append(hit)
    found = Scan(segments, _starts(texts), folded, hits)
    if _is_suspicious(found):
        hits[Role.TERM] += _disguised(found, release)
    return found


def _is_suspicious(found: Scan) -> bool:
    folded = found.folded
    signs = "@" in folded.original or "$" in folded.original
    return signs or folded.has_greek_or_cyrillic or Role.SUSPICION in found.hits or folded.is_suspicious


def _starts(texts: list[str]) -> list[int]:
    starts, at = [], 1
    for text in texts:
        starts.append(at)
        at += len(text) + len(_JOINT)
    return starts


def _hits(text: str, segments: tuple[Segment, ...], release: Release) -> Iterator[Hit]:
    parted = _separators(text)
    owned, owners, shared = release.owned, release.owners, release.shared
    for start, end, pattern in release.automaton.scan(text):
        first, last = start + (text[start] == " "), end - (text[end - 1] == " ")
        number = bisect_right(parted, first)
        segment, owner = segments[number], owned[pattern]
        for at in (owner,) if owner >= 0 else shared[~owner]:
            phrase = owners[at].phrase
            if not _is_read(owners[at], segment, release, text[first:last]):
                continue
            span = (first, last) if phrase is None else phrase.around(text, first, last)
            if span is not None:
                yield Hit(owners[at], number, *span, owners[at].slip)


def _disguised(found: Scan, release: Release) -> Iterator[Hit]:
    """Yield term hits of disguised words: the whole reading must be a word of the lexicon."""
    parted = _separators(found.folded.text)
    for suspect in _suspects(found, parted):
        number = bisect_right(parted, suspect.first)
        segment = found.segments[number]
        for reading in suspect.readings:
            for owner in _owners_of_word(reading, release):
                if owner.role is Role.TERM and _is_read(owner, segment, release, reading):
                    yield Hit(owner, number, suspect.first, suspect.last, obfuscated=True)


def _suspects(found: Scan, parted: list[int]) -> Iterator[Suspect]:
    folded = found.folded
    if folded.has_greek_or_cyrillic or Role.SUSPICION in found.hits or folded.is_suspicious:
        for suspect in suspects(folded.text, greek_or_cyrillic=folded.has_greek_or_cyrillic):
            number = bisect_right(parted, suspect.first)
            if is_evenly_spaced(found.original(number, suspect.first, suspect.last)):
                yield suspect
    for start, end, reading in signed(folded.original):
        first, last = folded.place(start, end)
        if first < last:
            yield Suspect(first, last, (reading,))


def _owners_of_word(word: str, release: Release) -> Iterator[Owner]:
    text = f" {word} "
    for start, end, pattern in release.automaton.scan(text):
        if start <= 1 and end >= len(text) - 1:
            owner = release.owned[pattern]
            for at in (owner,) if owner >= 0 else release.shared[~owner]:
                if release.owners[at].phrase is None:
                    yield release.owners[at]


def _separators(text: str) -> list[int]:
    found, at = [], text.find(_SEPARATOR)
    while at >= 0:
        found.append(at)
        at = text.find(_SEPARATOR, at + 1)
    return found


def _is_read(owner: Owner, segment: Segment, release: Release, word: str) -> bool:
    """Tell whether a reader of the segment reads the owner's words: own language, shared words, foreign script.

    Image labels are read by the entries' labels alone, and texts never are.
    """
    if segment.kind is PlaceKind.IMAGE_LABEL or owner.of_labels:
        return segment.kind is PlaceKind.IMAGE_LABEL and owner.role in _LABEL_ROLES and "und" in owner.languages
    if segment.language in owner.languages or "und" in owner.languages or segment.language == "und":
        return True
    if owner.languages.isdisjoint(release.run_languages):
        return False
    language = release.lexicon.languages.get(segment.language)
    script = script_of(next(filter(str.isalpha, word), " "))
    return language is not None and script != "Zyyy" and script not in language.scripts
