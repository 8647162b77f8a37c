import pytest

from app.formats.guarded_yaml import MOST_BYTES, read_yaml
from app.lexicon.nodes import LexiconError


def test_every_scalar_stays_a_string_and_keys_know_their_lines() -> None:
    table = read_yaml(b"country: NO\nsizes:\n  - 1\n  - yes\n", "f.yaml")

    assert table == {"country": "NO", "sizes": ["1", "yes"]}
    assert table.lines == {"country": 1, "sizes": 2}
    assert table["sizes"].lines == [3, 4]


HOSTILE = {
    "anchor": (b"a: &x 1\nb: *x", "anchor"),
    "alias": (b"a: *x", "alias"),
    "billion laughs": (b"a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]", "anchor"),
    "tag": (b"a: !!python/object/apply:os.system [ls]", "tag"),
    "custom tag": (b"a: !x 1", "tag"),
    "duplicate key": (b"a: 1\nb: 2\na: 3", "line 1"),
    "duplicate merge key": (b"<<: 1\n<<: 2", "line 1"),
    "list as key": (b"? [a]\n: b", "key"),
    "mapping as key": (b"? {a: b}\n: c", "key"),
    "two documents": (b"a: 1\n---\nb: 2", "second document"),
    "deep list": (b"[" * 100_000, "nesting"),
    "deep mapping": (b"{a: " * 100_000, "nesting"),
    "deep block": (b"".join(b" " * depth + b"a:\n" for depth in range(60)), "nesting"),
    "bare list": (b"- a", "mapping"),
    "bare text": (b"ham", "mapping"),
    "nothing": (b"", "mapping"),
    "unclosed": (b"a: [1, 2", "not valid YAML"),
    "tab": (b"a:\n\tb: 1", "not valid YAML"),
    "colon": (b"a: b: c", "not valid YAML"),
    "not UTF-8": (b"a: \xff\xfe", "UTF-8"),
    "UTF-16": ("a: 1".encode("utf-16"), "UTF-8"),
    "NUL": (b"a: \x00", "U+0000"),
    "bidi override": ("a: \u202eham".encode(), "U+202E"),
    "bidi isolate": ("a: \u2066ham".encode(), "U+2066"),
    "byte order mark inside": ("a: b\ufeff".encode(), "U+FEFF"),
    "directive": (b"%YAML 3.0\n--- a: 1", "not valid YAML"),
    "huge": (b"a: " + b"x" * MOST_BYTES, "larger"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_yaml_is_refused_with_file_and_reason(name: str) -> None:
    content, reason = HOSTILE[name]

    with pytest.raises(LexiconError) as refused:
        read_yaml(content, "terms/x.yaml")

    assert str(refused.value).startswith("terms/x.yaml:")
    assert reason in str(refused.value)


def test_the_line_of_an_error_is_the_line_in_the_file() -> None:
    with pytest.raises(LexiconError) as refused:
        read_yaml(b"a: 1\nb:\n  c: 1\n  c: 2\n", "f.yaml")

    assert (refused.value.line, refused.value.key) == (4, "c")
