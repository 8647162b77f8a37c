import json
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from app.cli import cli, main
from app.cli.report import as_text
from app.serving import AlreadyServingError, serving_lock
from app.settings import SettingsError, read_settings
from tests.factories import SMALL, request, write_small_lexicons


def run(*arguments: str, input: str | None = None) -> Result:  # noqa: A002 - click's name
    return CliRunner().invoke(cli, arguments, input=input)


def write(path: Path, *rows: object) -> str:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("target", "fail_on", "code"),
    [("Turkey", "red", 0), ("Honey Ham", "red", 1), ("pig", "red", 0), ("pig", "amber", 1)],
)
def test_the_exit_code_tells_what_was_found(
    tmp_path: Path, small_lexicons: Path, target: str, fail_on: str, code: int
) -> None:
    file = write(tmp_path / "l.jsonl", request(target, markets=["SA"]))

    result = run("check", file, "--fail-on", fail_on, "--lexicons", str(small_lexicons))

    assert result.exit_code == code


def test_text_says_verdict_words_reason_and_better_wording(tmp_path: Path, small_lexicons: Path) -> None:
    file = write(tmp_path / "l.jsonl", request())

    shown = run("check", file, "--lexicons", str(small_lexicons)).output

    for said in ("■ red", "● green", "title:6-9", "names Pork as food", "Better: turkey slices", "Customs list"):
        assert said in shown
    assert shown.endswith("1 listings, 2 verdicts: 1 red, 0 amber, 1 green\n")
    assert "\x1b" not in shown
    assert as_text([], colour=True).startswith("0 listings")


def test_json_is_the_answer_with_its_line(tmp_path: Path, small_lexicons: Path) -> None:
    file = write(tmp_path / "l.jsonl", "", request(), request("Turkey"))

    rows = json.loads(run("check", file, "--format", "json", "--lexicons", str(small_lexicons)).output)

    assert [row["line"] for row in rows] == [f"{file}:2", f"{file}:3"]
    assert [row["worst"] for row in rows] == ["red", "green"]


def test_market_replaces_what_the_lines_say_and_stdin_is_a_file(small_lexicons: Path) -> None:
    options = ("--market", "DE", "--format", "json", "--lexicons", str(small_lexicons))

    rows = json.loads(run("check", "-", *options, input=json.dumps(request())).output)

    assert [verdict["market"] for verdict in rows[0]["verdicts"]] == ["DE"]


BAD = {
    "not JSON": ("{", "l.jsonl:1: line 1, column 2: not JSON"),
    "NaN": ('{"a": NaN}', "NaN is not a JSON number"),
    "no market": (json.dumps({k: v for k, v in request().items() if k != "markets"}), "/markets: names no market"),
    "unknown market": (json.dumps(request(markets=["XX"])), "l.jsonl:1: /markets/0: there is no market 'XX'"),
    "wrong type": (json.dumps(request(fields=1)), "l.jsonl:1: /fields: expected `array`"),
    "not an object": ("[]", "l.jsonl:1"),
}


@pytest.mark.parametrize("name", BAD)
def test_unusable_input_ends_with_2_and_says_where(
    name: str, tmp_path: Path, small_lexicons: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row, said = BAD[name]
    file = write(tmp_path / "l.jsonl", row)
    monkeypatch.setattr(sys, "argv", ["fauxpas", "check", file, "--lexicons", str(small_lexicons)])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("command", [("check", "nowhere.jsonl"), ("lexicon", "lint", "--lexicons", "nowhere")])
def test_a_missing_file_is_told(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["fauxpas", *command])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 2
    assert "nowhere" in capsys.readouterr().err


def test_lexicon_lint_and_test_tell_what_is_wrong(
    tmp_path: Path, small_lexicons: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    english = "terms/religion.pork/en.yaml"
    broken = write_small_lexicons(tmp_path / "b", **{english: SMALL[english].replace("Honey Ham Slices", "Beef")})
    unsound = write_small_lexicons(tmp_path / "u", **{english: SMALL[english].replace("why:", "wy:")})

    assert run("lexicon", "lint", "--lexicons", str(small_lexicons)).output.endswith("all sound\n")
    assert run("lexicon", "test", "--lexicons", str(small_lexicons)).exit_code == 0
    assert run("lexicon", "test", "--lexicons", str(broken)).exit_code == 1
    monkeypatch.setattr(sys, "argv", ["fauxpas", "lexicon", "lint", "--lexicons", str(unsound)])
    with pytest.raises(SystemExit):
        main()
    assert f"{english}:8: ham: object contains unknown field `wy`" in capsys.readouterr().err


def test_db_upgrade_says_what_it_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAUXPAS_DATA_DIR", str(tmp_path / "data"))

    assert "upgraded: empty" in run("db", "upgrade").output
    assert "already" in run("db", "upgrade").output


@pytest.mark.parametrize(
    "environment", [{"FAUXPAS_DATABASE_URL": "mysql://x"}, {"FAUXPAS_PORT": "http"}, {"FAUXPAS_PORT": "70000"}]
)
def test_a_setting_that_cannot_be_used_stops_the_start(environment: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=next(iter(environment))):
        read_settings(environment)


def test_one_process_serves_a_sqlite_store(tmp_path: Path) -> None:
    settings = read_settings({"FAUXPAS_DATA_DIR": str(tmp_path)})

    with serving_lock(settings), pytest.raises(AlreadyServingError, match="another fauxpas"), serving_lock(settings):
        pass


def serve(tmp_path: Path, lexicons: Path, *options: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "FAUXPAS_DATA_DIR": str(tmp_path), "FAUXPAS_LEXICONS": str(lexicons)}
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", "0", *options]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_serve_says_where_answers_and_ends_cleanly(tmp_path: Path, small_lexicons: Path) -> None:
    service = serve(tmp_path, small_lexicons)
    assert service.stdout is not None
    address = next(word for word in service.stdout.readline().split() if word.startswith("http"))

    with urllib.request.urlopen(f"{address}/health/ready", timeout=10) as answer:  # noqa: S310 - loopback
        ready = json.load(answer)
    second = serve(tmp_path, small_lexicons)
    _, refusal = second.communicate(timeout=30)
    service.send_signal(signal.SIGINT)
    _, complaints = service.communicate(timeout=30)

    assert address.startswith("http://127.0.0.1:")
    assert ready["status"] == "ok"
    assert (second.returncode, "another fauxpas serves" in refusal) == (2, True)
    assert "Traceback" not in complaints


def test_serve_says_why_an_open_address_needs_care(tmp_path: Path, small_lexicons: Path) -> None:
    service = serve(tmp_path, small_lexicons, "--host", "0.0.0.0")  # noqa: S104 - the warning is the point
    assert service.stdout is not None
    service.stdout.readline()
    service.terminate()
    _, complaints = service.communicate(timeout=30)

    assert "there are no API keys yet" in complaints


def test_serve_names_a_port_that_is_taken(tmp_path: Path, small_lexicons: Path) -> None:
    first = serve(tmp_path / "a", small_lexicons)
    assert first.stdout is not None
    port = first.stdout.readline().split("127.0.0.1:")[1].split("/")[0]
    second = serve(tmp_path / "b", small_lexicons, "--port", port)
    _, refusal = second.communicate(timeout=30)
    first.terminate()
    first.communicate(timeout=30)

    assert (second.returncode, f"cannot listen on 127.0.0.1:{port}" in refusal) == (2, True)


def test_serve_asks_for_an_upgrade_of_an_old_database(tmp_path: Path, small_lexicons: Path) -> None:
    import sqlite3  # noqa: PLC0415

    with sqlite3.connect(tmp_path / "fauxpas.db") as database:
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        database.execute("INSERT INTO alembic_version VALUES ('2020_01_01')")
    service = serve(tmp_path, small_lexicons)
    _, refusal = service.communicate(timeout=30)

    assert (service.returncode, "run `fauxpas db upgrade`" in refusal) == (2, True)


def test_lexicon_score_prints_figures_and_holds_thresholds(tmp_path: Path, small_lexicons: Path) -> None:
    row = {"id": "a", "text": "Ham", "lang": "en", "market": "SA", "concept": "religion.pork.food"}
    good = write(tmp_path / "c.jsonl", {**row, "expected": "hit", "verdict": "red"})
    bad = write(tmp_path / "d.jsonl", {**row, "expected": "no", "verdict": "green"})
    options = ("--lexicons", str(small_lexicons), "--min", "f1=0.9")

    table = run("lexicon", "score", good, *options)
    figures = json.loads(run("lexicon", "score", good, "--format", "json", *options).output)
    drawn = run("lexicon", "score", good, "--format", "svg", "--lexicons", str(small_lexicons)).output
    short = run("lexicon", "score", good, bad, "--wrong", *options)

    assert (table.exit_code, "1 of 1" in table.output) == (0, True)
    assert figures["overall"]["f1"] == 1.0
    assert ET.fromstring(drawn).tag.endswith("svg")  # noqa: S314 - our own output
    assert "verdict right in 100.0%" in drawn
    assert (short.exit_code, "f1 is 0.667, below 0.900" in short.output) == (1, True)
    assert "a SA en: false taboo-term religion.pork.food 'Ham'" in short.output
    assert run("lexicon", "score", good, "--min", "beauty=1").exit_code == 2
