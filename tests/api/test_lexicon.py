from fastapi.testclient import TestClient


def test_markets_are_listed_with_policies_sources_and_coverage(client: TestClient) -> None:
    listed = client.get("/v1/markets", headers={"Accept-Language": "zh"}).json()
    saudi = client.get("/v1/markets/SA").json()

    assert [market["name"] for market in listed] == ["德国", "印度尼西亚", "沙特阿拉伯"]
    assert saudi["coverage"] == [
        {"language": "ar", "entries": 0, "concepts": 0}, {"language": "en", "entries": 2, "concepts": 2}
    ]  # fmt: skip
    assert [(row["severity"], row["pending"], row["counts"]) for row in saudi["policies"]] == [
        ("critical", None, "critical"), ("major", "critical", "major")
    ]  # fmt: skip


def test_concepts_checks_and_releases_are_listed(client: TestClient) -> None:
    concepts = client.get("/v1/concepts").json()
    checks = {check["name"]: check for check in client.get("/v1/checks").json()}
    (release,) = client.get("/v1/releases").json()

    assert [concept["leaf"] for concept in concepts] == [False, False, True, True]
    assert checks["taboo-term"]["severity"] == "policy"
    assert checks["taboo-term"]["on"]
    assert release["active"]
    assert release["digest"].startswith("sha256:")


def test_health_says_what_it_runs_on(client: TestClient) -> None:
    assert client.get("/v1/health/live").json()["status"] == "ok"
    assert client.get("/v1/health/ready").json()["ledger_size"] == 2
