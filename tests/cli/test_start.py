"""What a command loads before it answers: little, since that is most of the time one waits."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from toolkit.memory import TranslationUnit, open_change

STARTING = """
import sys
from toolkit.cli.app import run
assert run(sys.argv[1:]) == 0
print(sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""
SLOW = ("pydantic", "numpy", "scipy", "lxml", "docx", "jinja2", "translate", "rich")


@pytest.mark.parametrize("command", ["match", "find"])
def test_a_look_up_loads_no_large_library(command: str, tmp_path: Path) -> None:
    memory = str(tmp_path / "lamps.undraft")
    with open_change(memory) as change:
        change.put(TranslationUnit(source="The lamp is lit.", target="灯亮着。"))
    started = [sys.executable, "-c", STARTING, command, "The lamp is lit.", "--tm", memory]
    ran = subprocess.run(started, capture_output=True, text=True, cwd=ROOT, check=True)
    assert "灯" in ran.stdout
    loaded = ran.stderr.splitlines()[-1]
    assert not [name for name in SLOW if f"'{name}'" in loaded]
