from typing import Any

from app.checks import all_checks
from app.domain.listing import Field
from app.gate.judging import judge
from app.gate.release import Release
from app.ledger.leaf import assessment_judgement, canonical, commitment, leaf_bytes
from tests.factories import listing

SECRETS = ("Secret Ham Seller", "secret-sku", "secret-shop", "secret-field", "火腿")


def leaf_of(small: Release, salt: bytes = b"s" * 32) -> dict[str, Any]:
    secret = listing(
        "", listing_id="secret-sku", seller="secret-shop",
        fields=(Field("secret-field", "Secret Ham Seller", "火腿"),),
    )  # fmt: skip
    judged = judge(secret, small, all_checks())
    return assessment_judgement(secret, judged, request=b"{}", salt=salt, engine="fauxpas/test")


def test_a_leaf_holds_no_text_and_no_name(small: Release) -> None:
    leaf = leaf_bytes({"index": 0}, leaf_of(small)).decode()

    assert "religion.pork.food/en/ham" in leaf
    assert [secret for secret in SECRETS if secret in leaf] == []


def test_a_leaf_holds_no_float(small: Release) -> None:
    assert b"." not in canonical(leaf_of(small)["verdicts"])


def test_commitments_differ_with_salt_and_label() -> None:
    made = {commitment(salt, label, "ham") for salt in (b"a", b"b") for label in ("listing", "seller")}

    assert len(made) == 4
    assert commitment(b"a", "listing", None) is None


def test_canonical_json_sorts_its_keys() -> None:
    assert canonical({"b": 1, "a": "ä"}) == '{"a":"ä","b":1}'.encode()
