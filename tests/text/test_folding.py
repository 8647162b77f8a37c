import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.folding import fold, folded, table_fingerprint


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Honey HAM-Slices", "honey ham slices"),
        ("Ｐｏｒｋ", "pork"),
        ("Ⓟⓞⓡⓚ", "pork"),
        ("h\u200ba\u00adm", "ham"),
        ("ha\u0301m", "ham"),
        ("Straße", "strasse"),
        ("İçki IĞDIR ılık", "icki igdir ilik"),
        ("لَحْمُ الخِنْزِيرِ", "لحم الخنزير"),
        ("بيــرة", "بيره"),
        ("ویسکی", "ويسكي"),
        ("בירה לבן", "בירה לבנ"),
        ("ﾋﾞｰﾙ", "ビール"),
        ("ヒ\u3099ール", "ビール"),
        ("ham入り200g", "ham 入り 200 g"),
        ("한국LED등", "한국 led 등"),
        ("🍷wine", "🍷 wine"),
        ("👩🏽", "👩"),
        ("٥٠٠ مل", "500 مل"),
        ("น้ำหมู", "น้ำหมู"),
        ("ज़्यादा", "ज्यादा"),
        ("100% pure™", "100 pure"),
        ("a\ud800b", "a b"),
        ("", ""),
    ],
)
def test_text_folds_to_what_a_reader_reads(text: str, reads: str) -> None:
    assert folded(text) == reads


def test_a_span_leads_back_to_the_original_with_its_marks() -> None:
    text = "Fre\u0301sh H\u200bA\u0301M\u0301!"
    view = fold(text)
    at = view.text.index("ham")

    start, end = view.span(at, at + 3)

    assert text[start:end] == "H\u200bA\u0301M\u0301"


@pytest.mark.parametrize(
    ("text", "starts"),
    [("ﾋﾞｰﾙ", [0, 2, 3]), ("aß!!b", [0, 1, 1, 2, 4]), ("ham入り2", [0, 1, 2, 2, 3, 4, 4, 5]), ("\u200bx", [1])],
)
def test_offsets_lead_back_over_what_was_joined_spelled_out_or_dropped(text: str, starts: list[int]) -> None:
    view = fold(text)

    assert [view.span(at, at + 1)[0] for at in range(len(view.text))] == starts


@given(st.text(max_size=300))
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    view = fold(text)
    spans = [view.span(at, at + 1) for at in range(len(view.text))]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


@given(st.text(max_size=100))
def test_folding_a_term_is_folding_a_text(text: str) -> None:
    assert folded(text) == fold(text).text.strip()


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text

    assert fold(once).text == once


@given(
    st.text(alphabet="ham pork 火腿", min_size=1, max_size=30), st.sampled_from("\u200b\u200d\u00ad\u2060\u202e\ufeff")
)
def test_invisible_characters_change_nothing(text: str, invisible: str) -> None:
    assert fold(invisible.join(text)).text == fold(text).text


def test_no_letter_of_our_scripts_folds_to_nothing() -> None:
    letters = [chr(code) for code in range(0x250) if unicodedata.category(chr(code))[0] == "L"]

    assert [letter for letter in letters if not folded(letter)] == []


def test_the_table_has_a_fingerprint() -> None:
    assert table_fingerprint() == table_fingerprint()
    assert len(table_fingerprint()) > 0x110000
