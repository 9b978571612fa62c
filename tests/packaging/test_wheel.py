"""The wheel carries what the commands need, and the top-level folders ship in it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), "."]
    subprocess.run([*build, "--disable-pip-version-check"], cwd=ROOT, check=True)
    return next(folder.glob("undraft-*.whl"))


def test_templates_samples_schemas_and_data_ship(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "toolkit/_shipped/templates/draft-report/template.docx",
        "toolkit/_shipped/templates/draft-report/text.toml",
        "toolkit/_shipped/samples/CSIW_COP_WG.3_2025_6.zh.docx",
        "toolkit/schemas/document.json",
        "toolkit/languages/data/zh.toml",
        "toolkit/diagnostics/data/zh.po",
        "toolkit/py.typed",
    ):
        assert wanted in names
    assert not [name for name in names if name.startswith(("tests/", "templates/", "samples/"))]


def test_the_command_works_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """The package is put on the path unpacked, away from the checkout."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    run = [sys.executable, "-m", "toolkit"]
    for arguments in (
        ["samples", "samples"],
        ["build", "draft-report", "--data", "samples/meeting-2026.toml", "--lang", "en", "-o", "o"],
    ):
        done = subprocess.run(
            [*run, *arguments],
            cwd=tmp_path,
            env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "o").glob("*.en.docx"))) == 1
