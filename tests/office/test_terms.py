"""Our termbase in a real translation tool: OmegaT takes it as its glossary."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import type_command
from tests.conftest import SAMPLES
from tests.programs import needs_omegat

pytestmark = [pytest.mark.office, pytest.mark.slow]


def test_the_sample_termbase_loads_as_a_glossary(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_omegat()
    monkeypatch.chdir(tmp_path)
    made = type_command(f"undraft term import {SAMPLES / 'terms.csv'} -o terms.tbx --usable")
    assert made.code == 0
    script = shared / "tools" / "omegat_glossary_check.sh"
    ran = subprocess.run(
        ["bash", str(script), "terms.tbx"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    name, entries, targets, first = ran.stdout.strip().split("\t")
    assert (name, first) == ("terms.tbx", "State party => 缔约国")
    # Each English form of a concept with each of its Chinese forms.
    assert entries.removeprefix("entries=") == targets.removeprefix("with_target=") == "14"
