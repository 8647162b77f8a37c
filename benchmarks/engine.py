"""The engine beside its peers at 1k, 10k, 100k and 1M terms, in one run: fold and scan, and everything on.

Times are CPU microseconds per text of 1,100 characters; compare the columns of one row, and rows by their ratio. "All"
adds what a verdict needs of the words: longest wins, innocent phrases, denial, contexts, words in disguise.
"""

import gc
import sys
import time
from collections.abc import Callable

from badwords import ProfanityFilter
from profanex import Filter, FilterConfig

from app.domain.listing import Field, Listing
from app.gate.check import View
from app.gate.release import Release
from app.gate.scanning import scan
from app.lexicon.compiling import compile_release
from benchmarks.corpus import terms, texts
from benchmarks.lexicon import files_with
from benchmarks.timing import microseconds_per_text, peak_memory_mib

SIZES = (1_000, 10_000, 100_000, 1_000_000)
_PLAIN, _ALL, _PROFANEX, _BADWORDS = "fold and scan", "all", "profanex", "badwords-py"


def main(sizes: tuple[int, ...] = SIZES) -> None:
    listings = texts(200)
    headings = [
        "terms",
        _PLAIN,
        _ALL,
        _PROFANEX,
        _BADWORDS,
        "all / plain",
        "profanex / plain",
        "profanex / all",
        "built",
    ]
    print(f"| {' | '.join(headings)} |\n{'|---' * len(headings)}|")
    for size in sizes:
        words = terms(size)
        begun = time.process_time()
        release = compile_release(files_with(words))
        built = time.process_time() - begun
        gc.freeze()
        times = microseconds_per_text(engines(words, release), listings)
        row = [f"{size:,}", *(f"{times[name]:.0f} us" for name in (_PLAIN, _ALL, _PROFANEX, _BADWORDS))]
        row += [f"{times[a] / times[b]:.1f}" for a, b in ((_ALL, _PLAIN), (_PROFANEX, _PLAIN), (_PROFANEX, _ALL))]
        print("| " + " | ".join([*row, f"{built:.0f} s, peak {peak_memory_mib():.0f} MiB"]) + " |", flush=True)
        gc.collect()


def engines(words: list[str], release: Release) -> dict[str, Callable[[str], object]]:
    """Return one callable per engine that finds ``words`` in a text and tells where."""

    def listing(text: str) -> Listing:
        return Listing("b", (), "en", (Field("t", text),))

    def plain(text: str) -> object:
        found = scan(listing(text), release)
        return [found.span(hit) for hits in found.hits.values() for hit in hits]

    def everything(text: str) -> object:
        asked = listing(text)
        view = View(asked, release, scan(asked, release), None)
        return [view.place(meaning.hit) for meaning in view.reading.meanings]

    peer = Filter(FilterConfig(banned=words))
    other = ProfanityFilter()
    other.init(languages=[])
    other.add_words(words)
    return {_PLAIN: plain, _ALL: everything, _PROFANEX: peer.find, _BADWORDS: other.find}


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
