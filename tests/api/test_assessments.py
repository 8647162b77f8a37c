from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.ledger.merkle import leaf_hash, root_from_inclusion
from tests.factories import request


def post(client: TestClient, body: Any = None, **headers: str) -> Any:  # noqa: ANN401 - JSON is what it is
    return client.post("/v1/assessments", json=request() if body is None else body, headers=headers)


def test_a_listing_comes_in_and_its_verdicts_stand_in_the_ledger(client: TestClient) -> None:
    answer = post(client)

    made = answer.json()
    assert answer.status_code == 201
    assert made["summary"] == {"publish": ["DE"], "review": [], "hold": ["SA"]}
    assert made["worst"] == "red"
    assert made["ledger"]["index"] == 2
    assert client.get(f"/v1/assessments/{made['id']}").json() == made


def test_a_finding_says_what_where_why_and_what_instead(client: TestClient) -> None:
    made = post(client).json()

    (finding,) = made["findings"]
    (weighed,) = made["verdicts"][0]["findings"]
    assert finding["place"] == {"kind": "field", "name": "title", "side": "target", "start": 6, "end": 9}
    assert (finding["text"], finding["rule"], finding["origin"]) == ("Ham", "religion.pork.food/en/ham", "assortment")
    assert finding["suggestions"] == ["turkey slices"]
    assert weighed == {
        "id": finding["id"],
        "severity": "critical",
        "basis": "law",
        "why": "On the list",
        "evidence": "read",
        "sources": [{"title": "Customs list", "url": "https://example.org/list"}],
    }


def test_messages_come_in_the_language_asked_for(client: TestClient) -> None:
    made = post(client, **{"Accept-Language": "zh-CN"}).json()

    assert made["findings"][0]["message"] == "“Ham”涉及猪肉食品。"
    assert client.get(f"/v1/assessments/{made['id']}").json()["findings"][0]["message"] == "“Ham” names Pork as food."


def test_offsets_may_be_counted_in_utf16(client: TestClient) -> None:
    made = post(client, request("🍯 Ham", offset_unit="utf16")).json()

    assert (made["findings"][0]["place"]["start"], made["findings"][0]["place"]["end"]) == (3, 6)


def test_the_same_key_and_body_give_the_same_answer(client: TestClient) -> None:
    first, second = (post(client, **{"Idempotency-Key": "k"}) for _ in range(2))
    other = post(client, request("Turkey"), **{"Idempotency-Key": "k"})

    assert first.json() == second.json()
    assert (other.status_code, other.json()["code"]) == (422, "idempotency-conflict")


def test_a_preview_judges_the_same_and_stores_nothing(client: TestClient) -> None:
    before = client.get("/v1/ledger/checkpoint").json()

    seen = client.post("/v1/previews", json=request()).json()

    assert (seen["worst"], seen["id"]) == ("red", None)
    assert "ledger" not in seen
    assert client.get("/v1/ledger/checkpoint").json() == before


def test_a_batch_answers_in_order_and_reports_a_bad_item_in_its_place(client: TestClient) -> None:
    rows = [request(), request(markets=["XX"]), {**request("Turkey"), "idempotency_key": "k"}, 7]

    results = client.post("/v1/assessments/batch", json={"listings": rows}).json()["results"]

    assert [result["status"] for result in results] == [201, 422, 201, 422]
    assert results[1]["problem"]["code"] == "unknown-market"
    assert [results[at]["assessment"]["worst"] for at in (0, 2)] == ["red", "green"]


def test_a_proof_leads_from_the_leaf_to_the_signed_root(client: TestClient) -> None:
    ids = [post(client).json()["id"] for _ in range(5)]

    proof = client.get(f"/v1/assessments/{ids[2]}/proof").json()

    path = [bytes.fromhex(step) for step in proof["audit_path"]]
    found = root_from_inclusion(leaf_hash(proof["leaf"].encode()), proof["index"], proof["checkpoint"]["size"], path)
    assert found.hex() == proof["checkpoint"]["root_hash"]
    assert "蜂蜜" not in proof["leaf"]


def test_verdicts_that_wait_are_listed_page_by_page(client: TestClient) -> None:
    for at in range(3):
        post(client, request(listing_id=f"sku-{at}"))

    first = client.get("/v1/verdicts", params={"limit": 2, "market": "SA"}).json()
    rest = client.get("/v1/verdicts", params={"limit": 2, "market": "SA", "cursor": first["next"]}).json()

    assert [row["listing_id"] for row in first["verdicts"] + rest["verdicts"]] == ["sku-2", "sku-1", "sku-0"]
    assert rest["next"] is None


def test_one_verdict_is_shown_with_its_findings(client: TestClient) -> None:
    made = post(client).json()

    red, green = (client.get(f"/v1/verdicts/{verdict['id']}").json() for verdict in made["verdicts"])

    assert (red["state"], len(red["findings"])) == ("open", 1)
    assert (green["state"], green["findings"]) == ("done", [])


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/v1/assessments/nobody", "unknown-assessment"),
        ("/v1/assessments/nobody/proof", "unknown-assessment"),
        ("/v1/verdicts/nobody.SA", "unknown-assessment"),
        ("/v1/markets/XX", "unknown-market"),
        ("/v1/nothing", "not-found"),
    ],
)
def test_what_is_not_there_is_a_404_that_says_so(client: TestClient, path: str, code: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.json()["code"]) == (404, code)
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_unknown_market_of_an_assessment_is_a_404(client: TestClient) -> None:
    made = post(client).json()

    assert client.get(f"/v1/verdicts/{made['id']}.ID").json()["code"] == "unknown-verdict"
