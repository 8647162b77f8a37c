import pytest

from app.checks import all_checks
from app.gate.judging import findings_of
from app.gate.release import Release
from tests.factories import listing

CASES = [
    ("en", "Contains no pork", True),
    ("en", "Free from pork, lard and alcohol", True),
    ("en", "No pork, no lard, no bacon", True),
    ("en", "Made without any real bacon", True),
    ("en", "Alcohol-free beer batter without lard", True),
    ("en", "Free ham with every order", False),
    ("en", "Smoked ham, free shipping", False),
    ("en", "Not only ham but cheese", False),
    ("en", "No. 1 ham", False),
    ("en", "No sugar. Ham inside", False),
    ("ar", "بسكويت خالٍ من دهن الخنزير", True),
    ("ar", "بسكويت بدهن الخنزير", False),
    ("zh-Hans", "不含猪油的饼干", True),
    ("zh-Hans", "不添加酒精和猪油", True),
    ("zh-Hans", "无糖猪肉脯", False),
    ("id", "Tanpa minyak babi", True),
    ("id", "Kerupuk kulit babi", False),
    ("tr", "Domuz yağı içermez", True),
    ("tr", "Domuz yağı içerir", False),
    ("de", "Ohne Schweinefleisch", True),
    ("de", "Nicht nur Schweinefleisch", False),
    ("ja", "豚肉不使用", True),
    ("ja", "豚肉使用", False),
]


@pytest.mark.parametrize(("locale", "text", "denied"), CASES)
def test_a_denial_is_heard_in_each_language(locale: str, text: str, denied: bool, shipped_release: Release) -> None:  # noqa: FBT001
    found = findings_of(listing(text, target_locale=locale), shipped_release, all_checks())
    pork = [finding.text for finding in found if (finding.concept or "").startswith("religion.pork")]

    assert (pork == []) is denied, pork
