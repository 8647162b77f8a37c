import pytest

from app.text.misspelling import frequent_words, slips


def made(word: str) -> set[str]:
    return set(slips(word, frequent_words("en").__contains__))


@pytest.mark.parametrize("slip", ["canabis", "cannnabis", "cannabsi", "cannibis", "can nabis", "cannab is"])
def test_a_long_word_is_known_in_its_slips(slip: str) -> None:
    assert slip in made("cannabis")


@pytest.mark.parametrize(("word", "innocent"), [("brandy", "randy"), ("gambling", "rambling"), ("nation", "ration")])
def test_no_slip_is_another_word(word: str, innocent: str) -> None:
    assert innocent not in made(word)
    assert not {slip for slip in made(word) if slip in frequent_words("en")}


@pytest.mark.parametrize("word", ["wine", "ham", "5 star", "two words"])
def test_short_words_and_phrases_have_none(word: str) -> None:
    assert made(word) == set()
