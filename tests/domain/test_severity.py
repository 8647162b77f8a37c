import pytest

from app.domain.severity import Colour, Severity, worst


def test_multipliers_are_those_of_mqm() -> None:
    assert [severity.multiplier for severity in Severity] == [25, 5, 1, 0]


@pytest.mark.parametrize(
    ("colours", "expected"),
    [
        ((), Colour.GREEN),
        ((Colour.GREEN, Colour.AMBER), Colour.AMBER),
        ((Colour.RED, Colour.AMBER, Colour.GREEN), Colour.RED),
    ],
)
def test_the_worse_part_is_the_verdict(colours: tuple[Colour, ...], expected: Colour) -> None:
    assert worst(*colours) is expected
