"""The shape of the house, kept by tests: sizes, names, exits, and nothing outside its room."""

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "toolkit"
MODULES = sorted(PACKAGE.rglob("*.py"))
HARD_LIMIT_FILE = 350
HARD_LIMIT_FUNCTION = 60


def functions(path: Path) -> list[tuple[str, int]]:
    """Return the name and number of lines of every function in a module, docstring left out."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            body = node.body
            if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
                body = body[1:]
            lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 1
            found.append((f"{path.relative_to(ROOT)}:{node.name}", lines))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_fits_in_one_room(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= HARD_LIMIT_FILE


def test_functions_stay_short() -> None:
    sizes = [one for path in MODULES for one in functions(path)]
    assert [one for one in sizes if one[1] > HARD_LIMIT_FUNCTION] == []
    lengths = sorted(size for _, size in sizes)
    assert statistics.median(lengths) <= 8
    assert lengths[int(len(lengths) * 0.9)] <= 25


def test_no_room_is_called_after_nothing() -> None:
    banned = re.compile(r"^(utils?|helpers?|common|manager|misc|core)$")
    names = {part for path in MODULES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert [name for name in names if banned.match(name)] == []


def test_every_module_says_what_it_is_for() -> None:
    missing = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert missing == []


def test_only_the_command_line_prints_exits_or_reads_the_clock() -> None:
    banned = re.compile(r"\bprint\(|\bsys\.exit\(|\bdatetime\.now\(|\bdate\.today\(|\btime\.time\(")
    guilty = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if not path.is_relative_to(PACKAGE / "cli") and path.name != "__main__.py"
        if banned.search(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []


def test_nothing_in_the_package_can_reach_the_network() -> None:
    banned = re.compile(
        r"^\s*(?:import|from) (socket|urllib\.request|http\.client|requests|httpx)\b"
    )
    guilty = [
        f"{path.relative_to(ROOT)}: {line}"
        for path in MODULES
        for line in path.read_text(encoding="utf-8").splitlines()
        if banned.match(line)
    ]
    assert guilty == []


def test_the_layers_hold() -> None:
    """The contracts of import-linter, as `make imports` runs them."""
    command = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [str(command), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_top_level_holds_only_what_belongs_there() -> None:
    allowed = {
        "pyproject.toml", "toolkit", "templates", "tm", "tests", "samples", "docs",
        "README.md", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "Makefile", "constraints.txt",
    }  # fmt: skip
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    tops = {line.split("/")[0] for line in listed}
    assert {top for top in tops if not top.startswith(".")} - allowed == set()
