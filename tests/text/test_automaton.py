import pytest

from app.text.automaton import CorruptAutomatonError, build, from_bytes


def test_every_occurrence_is_found_overlapping_ones_too() -> None:
    found = build([" wine ", "wine glass"]).scan(" wine glass ")

    assert sorted(found) == [(0, 6, 0), (1, 11, 1)]


def test_no_patterns_find_nothing() -> None:
    assert build([]).scan(" anything ") == []


def test_an_empty_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="everywhere"):
        build(["ham", ""])


def test_a_stored_automaton_finds_the_same() -> None:
    automaton = build(["火腿", " ham "])

    again = from_bytes(automaton.to_bytes())

    assert again.scan(" 火腿 ham ") == automaton.scan(" 火腿 ham ")


def test_one_flipped_bit_is_noticed() -> None:
    stored = bytearray(build(["ham"]).to_bytes())
    stored[-1] ^= 1

    with pytest.raises(CorruptAutomatonError):
        from_bytes(bytes(stored))
