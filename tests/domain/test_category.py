import pytest

from app.domain.category import Categories, CategoryScope


@pytest.mark.parametrize(
    ("scope", "category", "admitted"),
    [
        (CategoryScope(only=("food",)), "food.snack", True),
        (CategoryScope(only=("food",)), "foodstuff", False),
        (CategoryScope(excluded=("pets",)), "pets", False),
        (CategoryScope(excluded=("pets",)), "toys", True),
        (CategoryScope(only=("food",)), None, True),
        (CategoryScope(excluded=("pets",)), None, True),
    ],
)
def test_an_unknown_category_never_silences(scope: CategoryScope, category: str | None, admitted: bool) -> None:  # noqa: FBT001
    assert scope.admits(category) is admitted


def test_aliases_are_found_whatever_their_case() -> None:
    categories = Categories({"food": {"en": "Food"}}, {"grocery": "food"})

    assert [categories.resolve(name) for name in ("food", " GROCERY ", "spaceships", None)] == [
        "food",
        "food",
        None,
        None,
    ]
