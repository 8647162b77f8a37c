from typing import Any

import pytest

from app.formats.requests import RequestError, listing_from, request_from
from app.gate.release import Release
from tests.factories import request


def test_a_request_becomes_a_listing(small: Release) -> None:
    made = listing_from(
        request_from(request(category="food", glossary=[{"source": "篮", "approved": ["basket"]}])), small.lexicon
    )

    assert (made.listing_id, made.markets, made.fields[0].source) == ("sku-1", ("SA", "DE"), "蜂蜜火腿片 200克")
    assert made.glossary[0].approved == ("basket",)


def test_the_star_is_every_market(small: Release) -> None:
    assert listing_from(request_from(request(markets=["*"])), small.lexicon).markets == ("DE", "ID", "SA")


BAD: dict[str, tuple[dict[str, Any], str, str]] = {
    "unknown market": ({"markets": ["SA", "XX"]}, "unknown-market", "/markets/1"),
    "market twice": ({"markets": ["SA", "SA"]}, "duplicate-market", "/markets/1"),
    "star among others": ({"markets": ["SA", "*"]}, "unknown-market", "/markets/1"),
    "no market": ({"markets": []}, "invalid-request", "/markets"),
    "unknown locale": ({"target_locale": "english!"}, "invalid-locale", "/target_locale"),
    "unknown source locale": ({"source_locale": "??"}, "invalid-locale", "/source_locale"),
    "no texts": ({"fields": []}, "empty-listing", "/fields"),
    "blank texts": ({"fields": [{"name": "title", "target": " "}]}, "empty-listing", "/fields"),
    "field twice": (
        {"fields": [{"name": "title", "target": "a"}, {"name": "title", "target": "b"}]}, "duplicate-name", "/fields/1"
    ),
    "image twice": ({"images": [{"id": "a"}, {"id": "a"}]}, "duplicate-name", "/images/1"),
    "long field": ({"fields": [{"name": "t", "target": "x" * 20_001}]}, "invalid-request", "/fields/0/target"),
    "1 MiB field": ({"fields": [{"name": "t", "target": "x" * 2**20}]}, "invalid-request", "/fields/0/target"),
    "10,000 fields": (
        {"fields": [{"name": str(at), "target": "x"} for at in range(10_000)]}, "invalid-request", "/fields"
    ),
    "too much text": (
        {"fields": [{"name": str(at), "target": "x" * 20_000} for at in range(11)]}, "too-much-text", ""
    ),
    "number as text": ({"listing_id": 7}, "invalid-request", "/listing_id"),
    "text as number": ({"listing_version": "3"}, "invalid-request", "/listing_version"),
    "version zero": ({"listing_version": 0}, "invalid-request", "/listing_version"),
    "unknown key": ({"colour": "red"}, "invalid-request", ""),
    "score above one": (
        {"images": [{"id": "a", "labels": [{"name": "x", "score": 1.5}]}]},
        "invalid-request", "/images/0/labels/0/score",
    ),
    "no such day": ({"as_of": "2026-02-30"}, "invalid-time", "/as_of"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_says_what_and_where(name: str, small: Release) -> None:
    change, code, pointer = BAD[name]

    with pytest.raises(RequestError) as refused:
        listing_from(request_from(request(**change)), small.lexicon)

    assert (refused.value.code, refused.value.pointer) == (code, pointer)
    assert refused.value.message


def test_a_missing_key_is_named() -> None:
    with pytest.raises(RequestError, match="listing_id"):
        request_from({"markets": ["SA"], "target_locale": "en"})
