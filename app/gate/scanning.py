"""One fold and one scan over all texts of a listing, for every market at once."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.finding import PlaceKind
from app.domain.listing import Listing
from app.gate.release import Owner, Release, Role
from app.gate.segments import Segment, segments_of
from app.text.folding import SEPARATOR, Folded, fold
from app.text.scripts import SPACELESS, script_of

_LABEL_ROLES = frozenset({Role.LABEL, Role.INNOCENT})
_REACH_WORDS, _REACH_CHARACTERS = 5, 12
_SEPARATOR = chr(SEPARATOR)
# A space on both sides lets a term's word edges match at the ends of a text, and no term reaches across.
_JOINT = f" {_SEPARATOR} "


@dataclass(frozen=True, slots=True)
class Hit:
    """An occurrence of an owner's pattern; offsets in the segment's text, and in the folded whole."""

    owner: Owner
    segment: int
    start: int
    end: int
    folded_start: int
    folded_end: int

    def holds(self, other: "Hit") -> bool:
        """Tell whether ``other`` lies inside this hit and is shorter."""
        return (
            self.folded_start <= other.folded_start
            and other.folded_end <= self.folded_end
            and (self.folded_end - self.folded_start) > (other.folded_end - other.folded_start)
        )

    def touches(self, other: "Hit") -> bool:
        """Tell whether the two share a character."""
        return self.folded_start < other.folded_end and other.folded_start < self.folded_end

    @property
    def length(self) -> int:
        """Folded characters."""
        return self.folded_end - self.folded_start


@dataclass(frozen=True, slots=True)
class Scan:
    """The texts of a listing, folded as one, and every hit that its language lets count."""

    segments: tuple[Segment, ...]
    folded: Folded
    hits: tuple[Hit, ...]

    def of(self, *roles: Role) -> Iterator[Hit]:
        """Yield the hits in one of the roles."""
        return (hit for hit in self.hits if hit.owner.role in roles)

    def distance(self, one: Hit, other: Hit) -> int:
        """Return how far apart two hits of one text stand: in words, or characters where the script has no spaces."""
        first, last = sorted((one, other), key=lambda hit: hit.folded_start)
        between = self.folded.text[first.folded_end : max(first.folded_end, last.folded_start)]
        return len(between) if self._is_spaceless(one) else len(between.split())

    def reach_of(self, hit: Hit) -> int:
        """Return how far a neighbour may stand from a hit where its entry does not say."""
        return _REACH_CHARACTERS if self._is_spaceless(hit) else _REACH_WORDS

    def _is_spaceless(self, hit: Hit) -> bool:
        return script_of(self.folded.text[hit.folded_start]) in SPACELESS

    def before(self, hit: Hit, most: int) -> str:
        """Return up to ``most`` folded characters before the hit, within its text."""
        return self.folded.text[max(0, hit.folded_start - most) : hit.folded_start].rpartition(_SEPARATOR)[2]

    def after(self, hit: Hit, most: int) -> str:
        """Return up to ``most`` folded characters after the hit, within its text."""
        return self.folded.text[hit.folded_end : hit.folded_end + most].partition(_SEPARATOR)[0]


def scan(listing: Listing, release: Release) -> Scan:
    """Find every pattern of the release in every text of the listing."""
    segments = segments_of(listing)
    texts = [segment.text.replace(_SEPARATOR, " ") for segment in segments]
    folded = fold(f" {_JOINT.join(texts)} ")
    starts = _starts(texts)
    hits = [
        hit
        for start, end, pattern in release.automaton.scan(folded.text)
        for hit in _hits(release, folded, pattern=pattern, span=(start, end), segments=(segments, starts))
    ]
    return Scan(segments, folded, tuple(hits))


def _starts(texts: list[str]) -> list[int]:
    starts, at = [], 1
    for text in texts:
        starts.append(at)
        at += len(text) + len(_JOINT)
    return starts


def _hits(
    release: Release,
    folded: Folded,
    *,
    pattern: int,
    span: tuple[int, int],
    segments: tuple[tuple[Segment, ...], list[int]],
) -> Iterator[Hit]:
    first, last = _without_edges(folded.text, *span)
    start, end = folded.span(first, last)
    number = bisect_right(segments[1], start) - 1
    segment, offset = segments[0][number], segments[1][number]
    for owner in release.owners_of(pattern):
        if _is_read(owner, segment, release, folded.text[first]):
            yield Hit(owner, number, start - offset, min(end - offset, len(segment.text)), first, last)


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    return start + (text[start] == " "), end - (text[end - 1] == " ")


def _is_read(owner: Owner, segment: Segment, release: Release, first: str) -> bool:
    """Tell whether a reader of the segment reads the owner's words: own language, shared words, foreign script.

    Image labels are read by the entries' labels alone, and texts never are.
    """
    if segment.kind is PlaceKind.IMAGE_LABEL or owner.role is Role.LABEL:
        return segment.kind is PlaceKind.IMAGE_LABEL and owner.role in _LABEL_ROLES and owner.language == "und"
    if owner.language in {segment.language, "und"} or segment.language == "und":
        return True
    if segment.language in getattr(owner.entry, "also", ()):
        return True
    language = release.lexicon.languages.get(segment.language)
    script = script_of(first)
    return language is not None and script != "Zyyy" and script not in language.scripts
