from app.domain.language import Affix, Inflection, Language
from app.text.morphology import forms_of

ENGLISH = Language(
    "en",
    {"en": "English"},
    frozenset({"Latn"}),
    Inflection(last=((Affix(cut="y", add="ies", after="[^aeiou]y"), Affix(add="s", after="[^sy]")),)),
)


def test_forms_begin_with_the_folded_dictionary_form() -> None:
    assert forms_of("Whisky Glass", ENGLISH) == ("whisky glass",)
    assert forms_of("Cherry", ENGLISH) == ("cherry", "cherries")


def test_only_the_words_a_step_speaks_of_inflect() -> None:
    assert forms_of("ham sandwich", ENGLISH) == ("ham sandwich", "ham sandwichs")


def test_steps_chain() -> None:
    chained = Language("id", {}, frozenset(), Inflection(last=((Affix(add="nya"),), (Affix(add="lah"),))))

    assert set(forms_of("babi", chained)) == {"babi", "babinya", "babilah", "babinyalah"}


def test_alone_speaks_of_one_word_terms_only() -> None:
    pronoun = Language("ar", {}, frozenset(), Inflection(alone=((Affix(add="ها"),),)))

    assert forms_of("كتاب", pronoun) == ("كتاب", "كتابها")
    assert forms_of("كتاب جيد", pronoun) == ("كتاب جيد",)


def test_a_term_that_does_not_inflect_stays() -> None:
    assert forms_of("Cherry", ENGLISH, inflect=False) == ("cherry",)
