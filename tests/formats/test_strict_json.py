import pytest

from app.formats.strict_json import JsonError, parse_json


def test_json_is_read() -> None:
    assert parse_json('{"a": [1, 2.5, "火腿", null, true]}'.encode()) == {"a": [1, 2.5, "火腿", None, True]}
    assert parse_json(b'"\\ud83d\\udc37"') == "🐷"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{", "not JSON"),
        (b"", "not JSON"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "-Infinity"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a": {"b": 1, "b": 2}}', "twice"),
        (b'{"a": "\\ud800"}', "surrogate"),
        (b'{"\\udfff": 1}', "surrogate"),
        (b'{"a": ["x", "\\uD83D"]}', "surrogate"),
        (b"[" * 100_000, "deep"),
        (b'{"a":' * 100_000, "deep"),
        (b'{"a": ' + b"9" * 5000 + b"}", "digits"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"a": 1} x', "not JSON"),
    ],
)
def test_what_is_not_strict_json_is_refused_with_a_reason(body: bytes, reason: str) -> None:
    with pytest.raises(JsonError, match=reason):
        parse_json(body)
