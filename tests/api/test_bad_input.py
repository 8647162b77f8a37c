import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.api.bodies import MOST_BODY_BYTES
from tests.factories import request

GOOD = json.dumps(request(), ensure_ascii=False)

RAW: dict[str, tuple[bytes, int, str]] = {
    "nothing": (b"", 400, "invalid-json"),
    "not JSON": (b"ham", 400, "invalid-json"),
    "cut off": (GOOD.encode()[:-9], 400, "invalid-json"),
    "NaN": (GOOD.replace('"listing_id"', '"x": NaN, "listing_id"').encode(), 400, "invalid-json"),
    "infinity": (b'{"a": Infinity}', 400, "invalid-json"),
    "key twice": (GOOD.replace('"listing_id"', '"listing_id": "a", "listing_id"').encode(), 400, "invalid-json"),
    "lone surrogate": (GOOD.replace("Honey", "\\ud800").encode(), 400, "invalid-json"),
    "deep": (b"[" * 100_000, 400, "invalid-json"),
    "5,000 digits": (b'{"listing_version": ' + b"9" * 5000 + b"}", 400, "invalid-json"),
    "not UTF-8": (GOOD.encode("utf-16"), 400, "invalid-json"),
    "list": (b"[]", 422, "invalid-request"),
    "null": (b"null", 422, "invalid-request"),
    "text": (b'"ham"', 422, "invalid-request"),
    "unknown market": (json.dumps(request(markets=["XX"])).encode(), 422, "unknown-market"),
    "unknown locale": (json.dumps(request(target_locale="klingon!")).encode(), 422, "invalid-locale"),
    "empty listing": (json.dumps(request(fields=[])).encode(), 422, "empty-listing"),
    "field twice": (
        json.dumps(request(fields=[{"name": "t", "target": "a"}] * 2)).encode(), 422, "duplicate-name"
    ),
    "1 MiB field": (
        json.dumps(request(fields=[{"name": "t", "target": "x" * 2**20}])).encode(), 422, "invalid-request"
    ),
    "10,000 fields": (
        json.dumps(request(fields=[{"name": str(at), "target": "x"} for at in range(10_000)])).encode(),
        422, "invalid-request",
    ),
    "wrong types": (json.dumps(request(fields={"title": "Ham"})).encode(), 422, "invalid-request"),
    "3 MiB body": (b" " * (MOST_BODY_BYTES + 1), 413, "body-too-large"),
}  # fmt: skip


@pytest.mark.parametrize("path", ["/v1/assessments", "/v1/previews", "/v1/assessments/batch"])
@pytest.mark.parametrize("name", RAW)
def test_bad_bodies_are_problems_and_nothing_is_stored(client: TestClient, name: str, path: str) -> None:
    body, status, code = RAW[name]

    answer = client.post(path, content=body, headers={"Content-Type": "application/json"})

    problem: dict[str, Any] = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    if path != "/v1/assessments/batch" or status != 422:
        assert (answer.status_code, problem["code"]) == (status, code)
    assert 400 <= answer.status_code < 500
    assert client.get("/v1/health/ready").json()["ledger_size"] == 2


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=x", "verdict=green", "cursor=;DROP", "state=lost", f"market={'x' * 300}"]
)
def test_bad_queries_are_problems(client: TestClient, query: str) -> None:
    answer = client.get(f"/v1/verdicts?{query}")

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid-request")
    assert query.split("=")[1] not in answer.text or query == "limit=0"


def test_a_problem_does_not_echo_the_input(client: TestClient) -> None:
    answer = client.post("/v1/assessments", json=request(listing_version="secret-canary"))

    assert "secret-canary" not in answer.text


def test_what_breaks_inside_is_a_plain_500(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_more: object) -> None:
        raise RuntimeError("secret-canary")

    monkeypatch.setattr("app.api.assessments.listing_from", broken)

    answer = client.post("/v1/previews", json=request())

    assert (answer.status_code, answer.json()["code"]) == (500, "internal-error")
    assert "secret-canary" not in answer.text
