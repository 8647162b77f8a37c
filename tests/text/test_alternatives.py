import pytest

from app.text.alternatives import AlternativesError, alternatives


@pytest.mark.parametrize(
    ("term", "terms"),
    [
        ("ham", ("ham",)),
        ("(cure|heal) (gout|flu)", ("cure gout", "cure flu", "heal gout", "heal flu")),
        ("(magic|) tea", ("magic tea", "tea")),
        ("腰(痛|疼)", ("腰痛", "腰疼")),
    ],
)
def test_brackets_stand_for_each_combination(term: str, terms: tuple[str, ...]) -> None:
    assert alternatives(term) == terms


@pytest.mark.parametrize("term", ["(cure", "cure)", "((a|b)|c)", " ".join(["(a|b|c|d|e|f|g|h|i|j)"] * 4)])
def test_brackets_that_do_not_pair_or_explode_are_refused(term: str) -> None:
    with pytest.raises(AlternativesError):
        alternatives(term)
