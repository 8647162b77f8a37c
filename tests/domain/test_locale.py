import pytest

from app.domain.locale import is_well_formed, language_of


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en-US", "en"),
        ("fil", "tl"),
        ("fil-PH", "tl"),
        ("iw-IL", "he"),
        ("zh-CN", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("yue-HK", "zh-Hant"),
        ("AR_sa", "ar"),
    ],
)
def test_a_locale_falls_back_to_the_language_its_words_are_filed_under(tag: str, language: str) -> None:
    assert language_of(tag) == language


@pytest.mark.parametrize("tag", ["", "e", "english", "en--US", "zh-CN-", "中文", "en US", "x" * 300])
def test_what_is_no_language_tag_is_told_apart(tag: str) -> None:
    assert not is_well_formed(tag)


@pytest.mark.parametrize("tag", ["en", "zh-Hant-HK", "es-419", "fil", "de-CH-1996"])
def test_language_tags_are_well_formed(tag: str) -> None:
    assert is_well_formed(tag)
