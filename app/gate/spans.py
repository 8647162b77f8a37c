"""Spans of a text, searched by bisection: hits may be many, and every pair of them must not be looked at."""

from bisect import bisect_right, insort
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
    """Spans that may overlap, asked what lies inside one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._reach: list[int] = []
        for _, last in self._spans:
            self._reach.append(max(last, self._reach[-1] if self._reach else last))

    def hold(self, first: int, last: int) -> bool:
        """Tell whether [first, last) lies inside one of the spans and is shorter than it."""
        at = bisect_right(self._spans, (first, float("inf")))
        while at and self._reach[at - 1] >= last:
            at -= 1
            begin, end = self._spans[at]
            if end >= last and (begin, end) != (first, last):
                return True
        return False
