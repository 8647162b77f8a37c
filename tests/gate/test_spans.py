from hypothesis import given
from hypothesis import strategies as st

from app.gate.spans import Covers, DisjointSpans

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=20))
def test_disjoint_spans_admit_what_overlaps_nothing(spans: list[tuple[int, int]]) -> None:
    found = DisjointSpans()
    kept: list[tuple[int, int]] = []
    for first, last in spans:
        free = all(last <= a or b <= first or (a, b) == (first, last) for a, b in kept)
        assert found.admits(first, last) is free
        if free:
            found.add(first, last)
            kept.append((first, last))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_covers_claim_what_they_overlap_unless_they_lie_inside(
    spans: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    first, last = asked
    expected = any(a < last and first < b and not (first <= a and b <= last) for a, b in spans)

    assert Covers(spans).claim(first, last) is expected
