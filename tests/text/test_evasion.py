import pytest

from app.text.evasion import is_disguised, is_evenly_spaced, signed, suspects
from app.text.folding import fold


def readings(text: str) -> set[str]:
    view = fold(f" {text} ")
    found = suspects(view.text, greek_or_cyrillic=view.has_greek_or_cyrillic)
    return {reading for suspect in found for reading in suspect.readings}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("p.o.r.k ribs", "pork"),
        ("P O R K", "pork"),
        ("p-o-r-k", "pork"),
        ("p0rk", "pork"),
        ("b33r mug", "beer"),
        ("v1n rouge", "vin"),
        ("poooork", "pork"),
        ("beeeer", "beer"),
        ("рork chop", "pork"),
        ("vоdka", "vodka"),
        ("猪 肉 脯", "猪肉脯"),
        ("خ.ن.ز.ي.ر", "خنزير"),
    ],
)
def test_a_disguised_word_is_read(text: str, word: str) -> None:
    assert word in readings(text)


@pytest.mark.parametrize(
    ("text", "suspicious"),
    [
        ("Honey slices 200 g", False),
        ("30 x 20 cm, 200g", False),
        ("Storage box, 2 pcs", False),
        ("p.o.r.k", True),
        ("p0rk", True),
        ("b33r", True),
        ("猪 肉 脯", True),
    ],
)
def test_plain_text_is_not_looked_at_twice(text: str, suspicious: bool) -> None:  # noqa: FBT001
    assert fold(f" {text} ").is_suspicious is suspicious


@pytest.mark.parametrize(("text", "word"), [("h@m", "ham"), ("c@nn4bis oil", "cannabis"), ("$ex toy", "sex")])
def test_signs_for_letters_are_read_before_folding(text: str, word: str) -> None:
    assert word in {reading for _, _, reading in signed(text)}


@pytest.mark.parametrize(
    ("text", "even"), [("p.o.r.k", True), ("C B D", True), ("C, B, D", False), ("a b.c", False), ("p \u200bo r", True)]
)
def test_a_list_of_letters_is_no_word(text: str, even: bool) -> None:  # noqa: FBT001
    assert is_evenly_spaced(text) is even


@pytest.mark.parametrize(
    ("quote", "hidden"),
    [
        ("h\u200bam", True),
        ("po\u00adrk", True),
        ("ｐｏｒｋ", True),
        ("ha\u0338m", True),
        ("jamón", False),
        ("Ham", False),
    ],
)
def test_a_quote_that_hides_what_it_says_is_known(quote: str, hidden: bool) -> None:  # noqa: FBT001
    assert is_disguised(quote) is hidden
