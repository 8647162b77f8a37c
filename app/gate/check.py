"""What a check is, and what it gets to see."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from app.domain.finding import Finding, Place, PlaceKind, Side
from app.domain.listing import Listing
from app.gate.contexts import Surroundings
from app.gate.release import Release
from app.gate.resolving import Reading, read_terms
from app.gate.scanning import Hit, Scan
from app.gate.segments import Segment


@dataclass(frozen=True)
class View:
    """A listing as the checks see it: scanned once, shared by all."""

    listing: Listing
    release: Release
    scan: Scan
    category: str | None

    @cached_property
    def reading(self) -> Reading:
        """What the words say: taboo words that count and mentions that are denied, on both sides and in images."""
        attributes = frozenset(self.listing.attributes)
        return read_terms(Surroundings(self.scan, self.release, self.category, attributes))

    @cached_property
    def field_segments(self) -> dict[tuple[str, Side], int]:
        """The number of the segment of each field and side."""
        return {
            (segment.name, segment.side): number
            for number, segment in enumerate(self.scan.segments)
            if segment.kind is PlaceKind.FIELD
        }

    def segment_of(self, hit: Hit) -> Segment:
        """Return the text a hit stands in."""
        return self.scan.segments[hit.segment]

    def quote(self, hit: Hit) -> str:
        """Return the original text of a hit."""
        return self.scan.quote(hit)

    def place(self, hit: Hit) -> Place:
        """Return where a hit stands."""
        return self.segment_of(hit).place(*self.scan.span(hit))


@dataclass(frozen=True, slots=True)
class CheckExample:
    """A listing that proves a check: ``finds`` is the quoted text of each finding, in order; empty: stays silent."""

    listing: Listing
    finds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked for. ``docs`` says what it finds, what it leaves alone, and by whose authority."""

    name: str
    find: Callable[[View], Iterator[Finding]]
    docs: str
    examples: tuple[CheckExample, ...]
