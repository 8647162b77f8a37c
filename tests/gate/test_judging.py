from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from app.checks import all_checks
from app.domain.finding import Finding, Origin
from app.domain.listing import Field, Image, InlineGlossaryEntry, Label
from app.domain.severity import Colour, Severity
from app.domain.verdict import Judgement
from app.gate.check import Check, View
from app.gate.judging import findings_of, judge
from app.gate.release import Release
from tests.factories import listing, small_release

SMALL = small_release()


def colours(judgement: Judgement) -> dict[str, str]:
    return {verdict.market: verdict.colour for verdict in judgement.verdicts}


def test_one_finding_weighs_differently_in_each_market(small: Release) -> None:
    judged = judge(listing("Honey Ham", markets=("SA", "ID", "DE")), small, all_checks())

    assert colours(judged) == {"SA": Colour.RED, "ID": Colour.AMBER, "DE": Colour.GREEN}
    assert [finding.text for finding in judged.findings if finding.check == "taboo-term"] == ["Ham"]


def test_findings_that_concern_no_market_asked_are_left_out(small: Release) -> None:
    assert judge(listing("Honey Ham", markets=("DE",)), small, all_checks()).findings == ()


def test_a_pending_severity_counts_with_its_lower_one(small: Release) -> None:
    judged = judge(listing("Pink pig plush"), small, all_checks())

    assert judged.verdicts[0].weighed[0].severity is Severity.MAJOR


def broken_check() -> Check:
    def find(_view: View) -> Iterator[Finding]:
        raise RuntimeError("no such luck")

    return Check("taboo-term", find, "", ())


def test_a_check_that_breaks_leaves_amber_and_its_cause(small: Release) -> None:
    judged = judge(listing("Rattan basket"), small, [broken_check()])

    assert colours(judged) == {"SA": Colour.AMBER}
    assert [finding.code for finding in judged.findings] == ["check-failed"]
    assert str(judged.failures[0].problem) == "no such luck"


def test_origin_tells_whether_translation_or_goods_are_at_fault(small: Release) -> None:
    origins = {
        case: findings_of(listing("Ham", source), small, all_checks())[0].origin
        for case, source in {"both": "火腿", "translation": "牛肉", "unknown": None}.items()
    }

    assert origins == {"both": Origin.ASSORTMENT, "translation": Origin.TRANSLATION, "unknown": Origin.UNKNOWN}


def test_emoji_and_labels_speak_every_language(small: Release) -> None:
    labels = (Label("a pink piggy bank on a desk", 0.9), Label("piggy bank", 0.3))
    pictured = listing("🐷 sticker", images=(Image("hero", alt="a pig", labels=labels, locale="en"),))

    found = findings_of(pictured, small, all_checks())

    assert [(f.place.kind, f.text) for f in found] == [
        ("field", "🐷"), ("image_alt", "pig"), ("image_label", "a pink piggy bank on a desk")
    ]  # fmt: skip


def test_a_foreign_script_run_is_read_in_its_own_language(small: Release) -> None:
    found = findings_of(listing("蜂蜜Ham片", target_locale="zh-CN"), small, all_checks())

    assert [finding.text for finding in found if finding.check == "taboo-term"] == ["Ham"]


def test_an_inline_glossary_wins_over_ours(small: Release) -> None:
    ours = listing("A basket", "藤编篮")
    inline = listing("A basket", "藤编篮", glossary=(InlineGlossaryEntry("藤编篮", ("basket",)),))

    assert [f.rule for f in findings_of(ours, small, all_checks())] == ["glossary/home/藤编篮"]
    assert findings_of(inline, small, all_checks()) == []


def test_no_term_reaches_across_two_fields(small: Release) -> None:
    parted = listing("", fields=(Field("a", "pet"), Field("b", "supplies ham"), Field("c", "radio")))

    assert [finding.text for finding in findings_of(parted, small, all_checks())] == ["ham"]


@given(st.text(max_size=60), st.text(alphabet="hampork igdune火腿🐷- ", max_size=40))
def test_a_quote_is_always_the_original_text_of_its_place(before: str, after: str) -> None:
    text = before.replace("\ud800", "") + " Ham " + after

    for finding in findings_of(listing(text), SMALL, all_checks()):
        place = finding.place
        assert text[place.start : place.end] == finding.text


@given(st.text(alphabet="ham pork pig guinea radio 火腿🐷.,", max_size=60))
def test_all_markets_at_once_equal_each_alone(text: str) -> None:
    together = judge(listing(text or "x", markets=("SA", "DE", "ID")), SMALL, all_checks())

    for verdict in together.verdicts:
        alone = judge(listing(text or "x", markets=(verdict.market,)), SMALL, all_checks())
        assert (alone.verdicts[0].colour, alone.verdicts[0].quality) == (verdict.colour, verdict.quality)
        assert [alone.findings[w.finding].rule for w in alone.verdicts[0].weighed] == [
            together.findings[w.finding].rule for w in verdict.weighed
        ]


WORDS = ["ham", "radio", "guinea", "pig", "no", "pet", "pork", "p", "o", "r", "k", "火腿"]


@given(
    st.text(alphabet="ham pork pig radio.,-火腿🐷", min_size=1, max_size=40),
    st.sampled_from("\u200b\u200d\u00ad\u2060\u202e"),
    st.data(),
)
def test_an_invisible_character_never_hides_a_finding(text: str, invisible: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    disguised = text[:at] + invisible + text[at:]

    plain, hidden = (findings_of(listing(one), SMALL, all_checks()) for one in (text, disguised))

    assert [finding.rule for finding in hidden] == [finding.rule for finding in plain]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_texts_of_two_fields_are_never_read_as_one(words: list[str]) -> None:
    parted = listing("", fields=tuple(Field(f"field {at}", word) for at, word in enumerate(words)))

    alone = [finding.rule for word in words for finding in findings_of(listing(word), SMALL, all_checks())]

    assert sorted(finding.rule for finding in findings_of(parted, SMALL, all_checks())) == sorted(alone)
