import pytest

from app.domain.language import Affix, Inflection, Language
from app.text.alternatives import AlternativesError
from app.text.phrases import MOST_WHOLE_FORMS, phrase_of

ENGLISH = Language("en", {}, frozenset({"Latn"}), Inflection(last=((Affix(add="s", after="[^s]"),),)))
CHINESE = Language("zh-Hans", {}, frozenset({"Hani"}))
VERBS = "(cure|heal|treat|stop|end|beat|fight)"
ILLS = "(gout|flu|cancer|asthma|eczema|joint pain|high blood pressure|insomnia)"


def patterns(term: str, language: Language | None = ENGLISH) -> set[str]:
    return set(phrase_of(term, language).patterns())


def spans(term: str, text: str, language: Language = ENGLISH) -> list[str]:
    """What a phrase finds in folded ``text``, looked up the way the automaton would."""
    phrase, found = phrase_of(term, language), []
    for pattern in phrase.patterns():
        at = text.find(pattern)
        while at >= 0:
            first, last = at + pattern.startswith(" "), at + len(pattern) - pattern.endswith(" ")
            span = (first, last) if phrase.is_whole else phrase.around(text, first, last)
            found += [text[slice(*span)]] if span else []
            at = text.find(pattern, at + 1)
    return sorted(set(found))


def test_a_short_term_is_searched_for_whole() -> None:
    assert patterns("wine cup") == {" wine cup ", " wine cups "}
    assert patterns("(red|) wine") == {" red wine ", " red wines ", " wine ", " wines "}


def test_stars_open_edges_and_spaceless_scripts_have_none() -> None:
    assert patterns("*ham*", None) == {"ham"}
    assert patterns("火腿", CHINESE) == {"火腿"}
    assert patterns("腰(痛|疼)", CHINESE) == {"腰痛", "腰疼", "腰 痛", "腰 疼"}


def test_a_long_phrase_is_searched_for_by_its_anchor() -> None:
    phrase = phrase_of(f"{VERBS} {ILLS}", ENGLISH)

    assert not phrase.is_whole
    assert len(set(phrase.patterns())) < MOST_WHOLE_FORMS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" tea to cure gouts now ", ["cure gouts"]),
        (" fight high blood pressure ", ["fight high blood pressure"]),
        (" cure the gout ", []),
        (" secure gout ", []),
        (" cure goutlike ", []),
        (" cure flu end asthma ", ["cure flu", "end asthma"]),
    ],
)
def test_the_other_slots_are_compared_where_the_anchor_stands(text: str, found: list[str]) -> None:
    assert spans(f"{VERBS} {ILLS}", text) == found


def test_slots_may_be_optional_anywhere() -> None:
    term = f"(really|) {VERBS} (your|my|) {ILLS} (fast|)"

    assert spans(term, " really cure gout ") == ["really cure gout"]
    assert spans(term, " cure my gout fast ") == ["cure my gout fast"]


def test_slots_of_spaceless_scripts_touch() -> None:
    term = "(治疗|治愈|根治|缓解|消除|改善|预防)(糖尿病|高血压|关节炎|失眠|痛风|癌症|哮喘|湿疹)"

    assert spans(term, " 本品治愈糖尿病 ", CHINESE) == ["治愈糖尿病"]
    assert spans(term, " 治愈 痛风 ", CHINESE) == ["治愈 痛风"]
    assert spans(term, " 治愈了痛风 ", CHINESE) == []


@pytest.mark.parametrize("term", ["(ham", "!!!", "(a|b", "(|) (|)"])
def test_what_cannot_be_searched_for_is_refused(term: str) -> None:
    with pytest.raises(AlternativesError):
        phrase_of(term, ENGLISH)


def test_a_slot_of_too_many_forms_is_refused() -> None:
    term = (
        "("
        + "|".join(f"w{chr(97 + a)}{chr(97 + b)}{chr(97 + c)}" for a in range(26) for b in range(26) for c in range(5))
        + ")"
    )

    with pytest.raises(AlternativesError, match="forms in one place"):
        phrase_of(term, ENGLISH)
