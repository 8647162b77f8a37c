"""The engine beside its peers: fold and scan with exact spans, at 1k, 10k, 100k and 1M terms, in one run.

Times are CPU microseconds per text of 1,100 characters; compare the columns of one row, and rows by their ratio.
"""

import gc
import sys
from collections.abc import Callable

from badwords import ProfanityFilter
from profanex import Filter, FilterConfig

from app.text.automaton import build
from app.text.folding import fold
from app.text.words import edged
from benchmarks.corpus import terms, texts
from benchmarks.timing import microseconds_per_text

SIZES = (1_000, 10_000, 100_000, 1_000_000)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    listings = texts(200)
    print("| terms | fauxpas | profanex | badwords-py | profanex / fauxpas | badwords-py / fauxpas |")
    print("|---|---|---|---|---|---|")
    for size in sizes:
        words = terms(size)
        times = microseconds_per_text(engines(words), listings)
        ours = times["fauxpas"]
        row = [f"{size:,}", *(f"{times[name]:.0f} us" for name in ("fauxpas", "profanex", "badwords-py"))]
        row += [f"{times[name] / ours:.1f}" for name in ("profanex", "badwords-py")]
        print("| " + " | ".join(row) + " |", flush=True)
        gc.collect()


def engines(words: list[str]) -> dict[str, Callable[[str], object]]:
    """Return one callable per engine that finds ``words`` in a text and tells where."""
    automaton = build([edged(word) for word in words])

    def ours(text: str) -> list[tuple[int, int]]:
        view = fold(f" {text} ")
        return [view.span(start + 1, end - 1) for start, end, _ in automaton.scan(view.text)]

    peer = Filter(FilterConfig(banned=words))
    other = ProfanityFilter()
    other.init(languages=[])
    other.add_words(words)
    return {"fauxpas": ours, "profanex": peer.find, "badwords-py": other.find}


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
