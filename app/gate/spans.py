"""Spans of a text, searched by bisection: hits may be many, and every pair of them must not be looked at."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable


class DisjointSpans:
    """Half-open spans that do not overlap; the same span may be added twice."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def admits(self, first: int, last: int) -> bool:
        """Tell whether [first, last) overlaps none of the spans, or is one of them."""
        at = bisect_right(self._spans, (first, last))
        if at and self._spans[at - 1] == (first, last):
            return True
        before = at == 0 or self._spans[at - 1][1] <= first
        return before and (at == len(self._spans) or self._spans[at][0] >= last)

    def add(self, first: int, last: int) -> None:
        """Add a span that is admitted."""
        insort(self._spans, (first, last))


class Covers:
    """Spans that may overlap, asked which of other spans they speak for."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._reach: list[int] = []
        for _, last in self._spans:
            self._reach.append(max(last, self._reach[-1] if self._reach else last))

    def claim(self, first: int, last: int) -> bool:
        """Tell whether one of the spans shares a character with [first, last) and does not lie inside it."""
        at = bisect_left(self._spans, (last, 0))
        while at and self._reach[at - 1] > first:
            at -= 1
            begin, end = self._spans[at]
            if end > first and (begin < first or end > last):
                return True
        return False
