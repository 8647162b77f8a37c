from app.domain.language import Affix, Inflection, Language
from app.text.morphology import grown


def language(**steps: tuple[tuple[Affix, ...], ...]) -> Language:
    return Language("xx", {"en": "Some language"}, frozenset({"Latn"}), Inflection(**steps))


def test_the_dictionary_form_comes_first() -> None:
    english = language(last=((Affix(cut="y", add="ies", after="[^aeiou]y"), Affix(add="s", after="[^sy]")),))

    assert grown("cherry", english, first=True, last=True) == ("cherry", "cherries")
    assert grown("ham", english, first=True, last=True) == ("ham", "hams")


def test_steps_chain() -> None:
    chained = language(last=((Affix(add="nya"),), (Affix(add="lah"),)))

    assert set(grown("babi", chained, first=True, last=True)) == {"babi", "babinya", "babilah", "babinyalah"}


def test_steps_speak_of_words_by_their_place() -> None:
    placed = language(
        every=((Affix(add="-e"),),),
        first=((Affix(add="-f"),),),
        last=((Affix(add="-l"),),),
        alone=((Affix(add="-a"),),),
        lead=((Affix(add="-d"),),),
    )

    alone, lead, middle, end = (
        set("".join(grown("x", placed, first=first, last=last)).replace("x", ""))
        for first, last in ((True, True), (True, False), (False, False), (False, True))
    )

    assert [found - {"-"} for found in (alone, lead, middle, end)] == [
        {"e", "a", "f", "l"}, {"e", "d", "f"}, {"e"}, {"e", "l"}
    ]  # fmt: skip


def test_an_affix_asks_for_beginning_and_end() -> None:
    article = language(every=((Affix(prefix="al", before="(?!al)"),),))

    assert grown("kitab", article, first=True, last=True) == ("kitab", "alkitab")
    assert grown("alkitab", article, first=True, last=True) == ("alkitab",)
