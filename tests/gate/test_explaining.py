import ast
from pathlib import Path

import pytest

import app
from app.gate.explaining import language_for, message_of
from app.gate.messages import LANGUAGES, MESSAGES
from app.gate.release import Release


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("en;q=0.2, zh;q=0.7", "zh-CN"),
        ("zh;q=0, en", "en"),
        ("fr, de", "en"),
        ("*", "en"),
        ("zh;q=x", "en"),
        (",;,", "en"),
    ],
)
def test_the_reader_chooses_the_language(header: str | None, language: str) -> None:
    assert language_for(header) == language


def test_a_message_names_the_concept_in_the_readers_language(small: Release) -> None:
    params = {"text": "Ham {x}", "concept": "religion.pork.food"}

    said = [message_of("taboo", params, small.lexicon.concepts, language) for language in LANGUAGES]

    assert said == ["“Ham {x}” names Pork as food.", "“Ham {x}”涉及猪肉食品。"]


def test_every_code_is_said_in_every_language_with_the_same_params() -> None:
    for texts in MESSAGES.values():
        assert set(texts) == set(LANGUAGES)
        fields = {frozenset(part.split("}")[0] for part in text.split("{")[1:]) for text in texts.values()}
        assert len(fields) == 1


def test_every_code_a_check_gives_has_a_message() -> None:
    folder = Path(app.__file__).parent
    codes = set()
    for path in [*folder.glob("checks/*.py"), folder / "gate" / "judging.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "code" and isinstance(node.value, ast.Constant):
                codes.add(node.value.value)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "incomplete":
                codes |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)}

    assert len(codes) >= 8
    assert codes <= set(MESSAGES)
