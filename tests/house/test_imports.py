"""The import contracts are held by import-linter in `make test`; here is the twin that trips them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("app/domain/category.py", "import app.gate.verdict"),
        ("app/gate/verdict.py", "import sqlalchemy"),
        ("app/text/folding.py", "import random"),
        ("app/domain/severity.py", "import numpy"),
    ],
)
def test_an_import_that_points_up_is_caught(module: str, line: str, tmp_path: Path) -> None:
    for path in [*ROOT.glob("app/**/*.py"), ROOT / "pyproject.toml"]:
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text("utf-8"), "utf-8")
    broken = tmp_path / module
    broken.write_text(broken.read_text("utf-8") + f"\n{line}\n", "utf-8")

    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    ran = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )

    assert ran.returncode == 1
    assert "BROKEN" in ran.stdout
