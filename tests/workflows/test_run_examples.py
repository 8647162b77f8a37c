from app.checks import all_checks
from app.gate.release import Release
from app.workflows.run_examples import count_examples, run_examples
from tests.factories import SMALL, small_release

ENGLISH = "terms/religion.pork/en.yaml"


def broken(**changes: str) -> list[str]:
    return [str(example) for example in run_examples(small_release(**changes), all_checks())]


def test_the_small_examples_hold() -> None:
    assert broken() == []
    assert count_examples(small_release()) == 19


def test_a_flagged_text_that_is_not_found_is_told() -> None:
    change = SMALL[ENGLISH].replace("flagged: [Honey Ham Slices]", "flagged: [Honey Beef Slices]")

    assert broken(**{ENGLISH: change}) == [f"{ENGLISH}:5: ham: not found in 'Honey Beef Slices'"]


def test_a_clean_text_that_is_found_is_told() -> None:
    change = SMALL[ENGLISH].replace("clean: [Ham radio set, ", "clean: [Ham sandwich, ")

    assert broken(**{ENGLISH: change}) == [
        f"{ENGLISH}:5: ham: 'Ham sandwich' should be clean; found 'Ham' (religion.pork.food/en/ham)"
    ]


def test_glossary_context_and_inflection_examples_run_too() -> None:
    assert broken(
        **{
            "glossaries/home.yaml": SMALL["glossaries/home.yaml"].replace(
                "target: Pet supplies", "target: Rattan basket"
            )
        }
    )
    assert broken(**{"contexts.yaml": SMALL["contexts.yaml"].replace("Contains no pork", "Contains pork")})
    assert broken(**{"languages/en.yaml": SMALL["languages/en.yaml"].replace("forms: [hams]", "forms: [hame]")})
    assert broken(**{"languages/en.yaml": SMALL["languages/en.yaml"].replace("never: [hamster]", "never: [hams]")})


def test_every_shipped_example_holds(shipped_release: Release) -> None:
    assert [str(example) for example in run_examples(shipped_release, all_checks())] == []
    assert count_examples(shipped_release) > 1000
