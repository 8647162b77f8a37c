"""The category tree of listings."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CategoryScope:
    """Where an entry speaks: ``only`` in these branches, or everywhere but ``excluded``."""

    only: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def admits(self, category: str | None) -> bool:
        """Tell whether the entry speaks in ``category``; an unknown or absent one never silences it."""
        if category is None:
            return True
        if self.only:
            return any(is_within(category, branch) for branch in self.only)
        return not any(is_within(category, branch) for branch in self.excluded)


EVERYWHERE = CategoryScope()


def is_within(path: str, branch: str) -> bool:
    """Tell whether dotted ``path`` is ``branch`` or lies below it: food.snack is within food."""
    return path == branch or path.startswith(branch + ".")


@dataclass(frozen=True, slots=True)
class Categories:
    """The tree's known paths, and other names for them."""

    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)

    def resolve(self, name: str | None) -> str | None:
        """Return the path that ``name`` stands for, None where it is absent or unknown to us."""
        if name is None:
            return None
        if name in self.labels:
            return name
        return self.aliases.get(name.strip().casefold())
