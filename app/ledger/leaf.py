"""What a ledger entry says: an envelope and a judgement in codes, offsets and integers.

Listing text, names and reasons stand as salted commitments, so that erasing the text (and its salt) leaves the proof.
"""

import hashlib
import hmac
from typing import Any

import rfc8785

from app.domain.finding import Finding
from app.domain.listing import Listing
from app.domain.verdict import Judgement, Verdict


def canonical(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return ``value`` as canonical JSON. Source: RFC 8785."""
    return bytes(rfc8785.dumps(value))


def commitment(salt: bytes, label: str, value: bytes | str | None) -> str | None:
    """Return HMAC-SHA256 of a labelled value under the entry's salt, in hex; None for None."""
    if value is None:
        return None
    content = value.encode() if isinstance(value, str) else value
    return hmac.new(salt, label.encode() + b"\x00" + content, hashlib.sha256).hexdigest()


def leaf_bytes(envelope: dict[str, Any], judgement: dict[str, Any]) -> bytes:
    """Return the bytes whose hash stands in the tree."""
    return canonical({"envelope": envelope, "judgement": judgement})


def assessment_judgement(
    listing: Listing, judgement: Judgement, *, request: bytes, salt: bytes, engine: str
) -> dict[str, Any]:
    """Return the judgement of an assessment's leaf; ``request`` is the canonical JSON that was judged."""
    return {
        "engine": engine,
        "release": judgement.release,
        "checks_off": list(judgement.checks_off),
        "inputs": {
            "request": commitment(salt, "request", request),
            "listing": commitment(salt, "listing", listing.listing_id),
            "seller": commitment(salt, "seller", listing.seller),
            "version": listing.listing_version,
            "category": commitment(salt, "category", listing.category),
            "markets": list(listing.markets),
            "as_of": listing.as_of,
        },
        "findings": [_finding(finding, _orders(listing)) for finding in judgement.findings],
        "verdicts": [_verdict(verdict) for verdict in judgement.verdicts],
    }


def _orders(listing: Listing) -> dict[str, dict[str, int]]:
    fields = {field.name: at for at, field in enumerate(listing.fields)}
    images = {image.id: at for at, image in enumerate(listing.images)}
    return {"field": fields, "image_alt": images, "image_text": images, "image_label": images}


def _finding(finding: Finding, orders: dict[str, dict[str, int]]) -> dict[str, Any]:
    place = finding.place
    return {
        "check": finding.check,
        "rule": finding.rule,
        "concept": finding.concept,
        # Field and image names are the seller's, so places are counted, not named.
        "place": [place.kind, orders[place.kind].get(place.name, -1), place.side, place.start, place.end],
        "origin": finding.origin,
        "action": finding.action,
        "obfuscated": finding.obfuscated,
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "market": verdict.market,
        "colour": verdict.colour,
        "culture": verdict.culture,
        "translation": verdict.translation,
        # Hundredths, so that no leaf depends on how a float is written.
        "quality": None if verdict.quality is None else round(verdict.quality * 100),
        "findings": [[weighed.finding, weighed.severity] for weighed in verdict.weighed],
        "valid_until": verdict.valid_until,
    }
