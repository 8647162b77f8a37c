"""CPU time of a pass over texts, the median of several passes taken in turn so that a drift hits everyone."""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence

PASSES = 5


def microseconds_per_text(
    engines: Mapping[str, Callable[[str], object]], texts: Sequence[str], passes: int = PASSES
) -> dict[str, float]:
    """Return the median CPU microseconds per text of every engine."""
    runs: dict[str, list[float]] = {name: [] for name in engines}
    for at in range(passes + 1):
        for name, engine in engines.items():
            begun = time.process_time()
            for text in texts:
                engine(text)
            if at:  # the first pass warms up
                runs[name].append((time.process_time() - begun) / len(texts) * 1e6)
    return {name: statistics.median(times) for name, times in runs.items()}


def peak_memory_mib() -> float:
    """Return the most memory this process has held so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
