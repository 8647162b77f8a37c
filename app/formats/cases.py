"""Labelled cases as JSON Lines: listings with hits, one-line traps, and listings with expected findings."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.domain.lexicon import Lexicon
from app.domain.listing import Listing
from app.domain.locale import language_of
from app.domain.severity import Colour, Severity
from app.formats.jsonl import Line
from app.formats.requests import RequestError, listing_from, request_from
from app.formats.strict_json import parse_json
from app.workflows.score_cases import Case, Expected

_REQUEST_KEYS = (
    "fields", "images", "source_locale", "target_locale", "category", "do_not_translate", "attributes", "as_of",
    "glossary",
)  # fmt: skip
_CULTURE_CHECKS = frozenset({"taboo-term", "hidden-concept", "contradiction"})


def read_cases(file: Path, lexicon: Lexicon) -> Iterator[Case]:
    """Yield the cases of a file; each row needs ``id`` and ``market``, and ``hits``, ``expected`` or ``expect``.

    Raises:
        RequestError: a row is not a case; its message names file and line.
    """
    for number, text in enumerate(file.read_bytes().splitlines(), 1):
        if text.strip():
            with Line(str(file), number):
                yield _case(parse_json(text), lexicon)


def _case(row: Any, lexicon: Lexicon) -> Case:  # noqa: ANN401 - JSON is what it is
    if not isinstance(row, dict) or not {"id", "market"} <= set(row):
        raise RequestError("invalid-case", "a case needs id and market")
    if "expected" in row:
        return _trap(row, lexicon)
    if "expect" in row:
        return _with_findings(row, lexicon)
    if "hits" in row:
        return _with_hits(row, lexicon)
    raise RequestError("invalid-case", "a case needs hits, expected or expect")


def _trap(row: dict[str, Any], lexicon: Lexicon) -> Case:
    listing = _listing(
        {"target_locale": row["lang"], "fields": [{"name": "text", "target": row["text"]}]}, row, lexicon
    )
    expected = (Expected("taboo-term", row["concept"]),) if row["expected"] == "hit" else ()
    if not _is_weighed(row["concept"], row["market"], lexicon):
        expected = ()
    verdict, tags = Colour(row["verdict"]), (row["section"],) if "section" in row else ()
    return Case(row["id"], listing, language_of(row["lang"]), expected, verdict, tags, only=row["concept"])


def _with_hits(row: dict[str, Any], lexicon: Lexicon) -> Case:
    listing = _listing({key: row[key] for key in _REQUEST_KEYS if key in row}, row, lexicon)
    concepts = dict.fromkeys(hit["concept"] for hit in row["hits"])
    expected = tuple(Expected("taboo-term", concept) for concept in concepts)
    verdict = _labelled_verdict(concepts, row["market"], lexicon)
    tags = tuple(row.get("tags", ()))
    return Case(row["id"], listing, language_of(row["target_locale"]), expected, verdict, tags, checks=_CULTURE_CHECKS)


def _with_findings(row: dict[str, Any], lexicon: Lexicon) -> Case:
    listing = _listing({key: row[key] for key in _REQUEST_KEYS if key in row}, row, lexicon)
    told = [
        Expected(e["check"], e.get("concept", e["check"]), e.get("origin"), tuple(e.get("accept", ())))
        for e in row["expect"]
    ]
    told += [Expected("taboo-term", hit["concept"]) for hit in row.get("hits", ())]
    distinct = {(e.check, e.concept): e for e in reversed(told)}
    return Case(
        id=row["id"],
        listing=listing,
        language=language_of(row["target_locale"]),
        expected=tuple(reversed(distinct.values())),
        verdict=None,
        tags=tuple(row.get("tags", ())),
        checks=_CULTURE_CHECKS,
        by_check=True,
    )


def _listing(keys: dict[str, Any], row: dict[str, Any], lexicon: Lexicon) -> Listing:
    body = {"listing_id": row["id"], "markets": [row["market"]], **keys}
    return listing_from(request_from(body), lexicon)


def _is_weighed(concept: str, market: str, lexicon: Lexicon) -> bool:
    return concept in lexicon.markets[market].severities


def _labelled_verdict(concepts: dict[str, None], market: str, lexicon: Lexicon) -> Colour:
    severities = {lexicon.markets[market].severities.get(concept) for concept in concepts}
    if Severity.CRITICAL in severities:
        return Colour.RED
    return Colour.AMBER if Severity.MAJOR in severities else Colour.GREEN
