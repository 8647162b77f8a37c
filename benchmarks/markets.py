"""One listing judged for 1, 10 and all markets: the scan is shared, so a market should cost little more."""

import json

from app.checks import all_checks
from app.domain.listing import Listing
from app.formats.lexicon_folder import load_release
from app.formats.requests import listing_from, request_from
from app.gate.judging import judge
from app.settings import shipped
from benchmarks.corpus import EXAMPLES
from benchmarks.timing import microseconds_per_text


def main() -> None:
    release = load_release(shipped("lexicons"))
    codes = sorted(release.lexicon.markets)
    rows = [json.loads(line) for line in EXAMPLES.read_text("utf-8").splitlines()]

    def judging(count: int) -> dict[str, Listing]:
        asked = ["SA", *(code for code in codes if code != "SA")][:count]
        requests = [request_from({**row, "markets": asked}) for row in rows]
        return {str(at): listing_from(request, release.lexicon) for at, request in enumerate(requests)}

    sizes = {count: judging(count) for count in (1, 10, 50, len(codes))}
    engines = {
        str(count): (lambda key, listings=listings: judge(listings[key], release, all_checks()))
        for count, listings in sizes.items()
    }
    times = microseconds_per_text(engines, [str(at) for at in range(len(rows))] * 5)
    print("| markets | us per listing | ratio to one market |")
    print("|---|---|---|")
    for count, time in times.items():
        print(f"| {count} | {time:.0f} | {time / times['1']:.2f} |")


if __name__ == "__main__":
    main()
