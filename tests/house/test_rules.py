"""The house's rules hold, and each can be broken: a guard that finds nothing must be able to find something."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house import rules

ROOT = Path(__file__).parents[2]
APP = rules.read(ROOT, "app/**/*.py")
TESTS = {name: text for name, text in rules.read(ROOT, "tests/**/*.py").items() if not name.startswith("tests/house/")}
LOCKS = rules.read(ROOT, "requirements/*.txt")

Rule = Callable[[dict[str, str]], list[str]]
HELD: list[tuple[Rule, dict[str, str]]] = [
    (rules.long_files, APP),
    (rules.long_functions, APP),
    (rules.many_parameters, APP),
    (rules.undocumented, APP),
    (rules.bare_ignores, {**APP, **TESTS}),
    (rules.skips, TESTS),
    (rules.registry_addresses, LOCKS),
    (rules.unhashed, LOCKS),
]
BREAKS: list[tuple[Rule, str]] = [
    (rules.long_files, "x = 1\n" * 301),
    (rules.long_functions, "def f():\n" + "    x = 1\n" * 40),
    (rules.many_parameters, "def f(a, b, c, *, d, e, f): ..."),
    (rules.undocumented, '"""Doc."""\ndef f(): ...'),
    (rules.bare_ignores, "x = 1  # noqa"),
    (rules.skips, "pytest.skip('later')"),
    (rules.registry_addresses, "--index-url https://example.org/simple"),
    (rules.unhashed, "click==8.1"),
]


@pytest.mark.parametrize(("rule", "files"), HELD, ids=lambda value: getattr(value, "__name__", ""))
def test_the_rule_holds(rule: Rule, files: dict[str, str]) -> None:
    assert files
    assert rule(files) == []


@pytest.mark.parametrize(("rule", "text"), BREAKS, ids=lambda value: getattr(value, "__name__", ""))
def test_the_rule_can_be_broken(rule: Rule, text: str) -> None:
    assert rule({"x.py": text})


def test_every_rule_is_held_and_can_be_broken() -> None:
    assert {rule for rule, _ in HELD} == {rule for rule, _ in BREAKS}
