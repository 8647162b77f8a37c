import msgspec
import pytest
from fastapi.testclient import TestClient

from app.api import examples
from app.formats.requests import AssessmentIn

PATHS = {
    "/v1/assessments": {"post"},
    "/v1/assessments/batch": {"post"},
    "/v1/previews": {"post"},
    "/v1/assessments/{id}": {"get"},
    "/v1/assessments/{id}/proof": {"get"},
    "/v1/verdicts": {"get"},
    "/v1/verdicts/{id}": {"get"},
    "/v1/markets": {"get"},
    "/v1/markets/{code}": {"get"},
    "/v1/concepts": {"get"},
    "/v1/checks": {"get"},
    "/v1/releases": {"get"},
    "/v1/ledger/checkpoint": {"get"},
    "/v1/health/live": {"get"},
    "/v1/health/ready": {"get"},
}


def test_the_document_names_every_route_of_the_contract(client: TestClient) -> None:
    document = client.get("/v1/openapi.json").json()

    assert {path: set(methods) for path, methods in document["paths"].items()} == PATHS


def test_every_reference_leads_somewhere(client: TestClient) -> None:
    text = client.get("/v1/openapi.json").text
    schemas = client.get("/v1/openapi.json").json()["components"]["schemas"]
    names = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}

    assert names
    assert names <= set(schemas)


def test_every_operation_says_what_it_does_and_how_it_fails(client: TestClient) -> None:
    document = client.get("/v1/openapi.json").json()

    for path, methods in document["paths"].items():
        for operation in methods.values():
            assert operation["description"], path
            assert any(code.startswith("2") for code in operation["responses"])
            if operation.get("requestBody"):
                assert {"400", "422"} <= set(operation["responses"])


def test_the_shown_example_is_a_request_we_take(client: TestClient) -> None:
    body = client.get("/v1/openapi.json").json()["paths"]["/v1/assessments"]["post"]["requestBody"]

    shown = body["content"]["application/json"]["example"]
    assert msgspec.convert(shown, AssessmentIn).listing_id == examples.REQUEST["listing_id"]
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**shown, "fields": 1}, AssessmentIn)
