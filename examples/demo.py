"""make demo: start the service, send the sample listings through the REST API, show what it says.

On a terminal it keeps serving until Ctrl-C; elsewhere it ends with exit 0.
"""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

ROOT = Path(__file__).parent.parent
LISTINGS = ROOT / "examples" / "listings.jsonl"
PATIENCE_SECONDS = 60

# A word and a shape beside the colour: colour alone must never carry the verdict.
MARKS = {"red": ("■ red", "bold red"), "amber": ("▲ amber", "bold yellow"), "green": ("● green", "green")}


def main() -> int:
    """Run the demo; returns the exit code."""
    console = Console(width=None if sys.stdout.isatty() else 140)
    console.print("Starting the service; its first start compiles the lexicons, which takes some 20 seconds ...")
    service = _start()
    try:
        address = _wait_until_ready(service)
        rows = LISTINGS.read_text("utf-8").splitlines()
        answers = [_post(f"{address}/v1/assessments", row) for row in rows]
        _show(console, [json.loads(row) for row in rows], answers)
        checkpoint = _get(f"{address}/v1/ledger/checkpoint")
        console.print(f"\nThe ledger holds {checkpoint['size']} entries under root {checkpoint['root_hash'][:16]}…")
        if sys.stdout.isatty():
            _keep_serving(console, service, address)
    finally:
        service.terminate()
        service.wait(timeout=10)
    return 0


def _start() -> subprocess.Popen[str]:
    environment = {**os.environ, "FAUXPAS_DATA_DIR": str(ROOT / "var" / "demo"), "FAUXPAS_PORT": "0"}
    environment.pop("FAUXPAS_DATABASE_URL", None)
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own command


def _wait_until_ready(service: subprocess.Popen[str]) -> str:
    """Return the address the service says it serves, once it answers."""
    line = service.stdout.readline() if service.stdout else ""
    address = next((word.removesuffix("/v1") for word in line.split() if word.startswith("http://")), None)
    if address is None:
        raise SystemExit(service.wait(timeout=10) or 1)
    patience = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < patience:
        try:
            _get(f"{address}/v1/health/ready")
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return address
    raise SystemExit(f"the service did not answer within {PATIENCE_SECONDS} seconds")


def _post(url: str, body: str) -> Any:  # noqa: ANN401 - JSON is what it is
    request = urllib.request.Request(url, body.encode(), {"Content-Type": "application/json"})  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310
        return json.load(response)


def _get(url: str) -> Any:  # noqa: ANN401
    with urllib.request.urlopen(url, timeout=30) as response:  # noqa: S310 - loopback
        return json.load(response)


def _show(console: Console, listings: list[dict[str, Any]], answers: list[dict[str, Any]]) -> None:
    table = Table(title="Sample listings through POST /v1/assessments", title_justify="left", show_lines=False)
    for heading, width in (("Listing", 28), ("Market", 7), ("Verdict", 8), ("Words that decided", 28), ("Why", None)):
        table.add_column(heading, width=width, overflow="fold")
    for listing, answer in zip(listings, answers, strict=True):
        for row in _rows(listing, answer):
            table.add_row(*row)
    console.print(table)
    counts = Counter(verdict["verdict"] for answer in answers for verdict in answer["verdicts"])
    console.print(f"{len(answers)} listings: " + ", ".join(f"{counts[c]} {c}" for c in MARKS) + " verdicts")


def _rows(listing: dict[str, Any], answer: dict[str, Any]) -> list[tuple[str | Text, ...]]:
    findings = {finding["id"]: finding for finding in answer["findings"]}
    verdicts = answer["verdicts"]
    if listing["markets"] == ["*"]:
        counts = Counter(verdict["verdict"] for verdict in verdicts)
        everywhere = ", ".join(f"{counts[colour]} {colour}" for colour in MARKS if counts[colour])
        return [(listing["listing_id"], f"all {len(verdicts)}", _mark(answer["worst"]), "", everywhere)]
    return [
        (listing["listing_id"], verdict["market"], _mark(verdict["verdict"]), *_reason(verdict, findings))
        for verdict in verdicts
    ]


def _reason(verdict: dict[str, Any], findings: dict[str, Any]) -> tuple[str, str]:
    deciding = [w for w in verdict["findings"] if w["severity"] in {"critical", "major"}]
    words = dict.fromkeys(findings[w["id"]]["text"] for w in deciding if findings[w["id"]]["text"])
    by_rule = {findings[w["id"]]["rule"]: w for w in reversed(deciding)}
    reasons = [findings[w["id"]]["message"] + (f" {w['why']}." if w["why"] else "") for w in by_rule.values()]
    return ", ".join(words), " ".join(reasons[-2:])


def _mark(verdict: str) -> Text:
    word, style = MARKS[verdict]
    return Text(word, style=style)


def _keep_serving(console: Console, service: subprocess.Popen[str], address: str) -> None:
    console.print(f"\nStill serving: [bold]{address}/v1[/bold] (try {address}/v1/markets/SA). Ctrl-C ends it.")
    try:
        service.wait()
    except KeyboardInterrupt:
        console.print("Bye.")


if __name__ == "__main__":
    sys.exit(main())
