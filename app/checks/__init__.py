"""One file per check, discovered by package: add a file, and the gate, the API and the docs know it."""

import importlib
import pkgutil
from functools import cache

from app.gate.check import Check


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check of this package, in the order of their names."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return tuple(sorted((module.CHECK for module in modules), key=lambda check: check.name))
