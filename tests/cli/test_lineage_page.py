"""The commands on the page about lineage run as printed."""

import re
from collections.abc import Callable

from tests.cli.conftest import Ran
from tests.conftest import ROOT


def commands() -> list[str]:
    text = (ROOT / "docs" / "lineage.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL)
    lines = "\n".join(blocks).replace("\\\n", " ").splitlines()
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ undraft")]


def test_the_commands_of_the_page_run_one_after_the_other(undraft: Callable[..., Ran]) -> None:
    lines = commands()
    assert len(lines) >= 5
    for line in lines:
        ran = undraft(f"{line} --force" if " -o " in line else line)
        assert ran.code == 0, f"{line}\n{ran.err}"
