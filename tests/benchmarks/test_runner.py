"""The page of benchmarks keeps what it is not asked to change."""

import importlib
import subprocess
import sys

from tests.benchmarks.__main__ import names
from tests.benchmarks.page import INTRO, put, replaced, section, table
from tests.conftest import ROOT


def test_a_section_is_replaced_alone_and_sections_stand_in_order() -> None:
    page = replaced(replaced("", "read", "## Read\n\nold"), "align", "## Align\n\nkept")
    page = replaced(page, "read", "## Read\n\nnew")
    assert page.startswith(INTRO)
    assert "old" not in page
    assert page.index("kept") < page.index("new")
    assert page.count("<!-- section:") == 2


def test_putting_the_same_section_twice_changes_nothing(tmp_path) -> None:
    page = tmp_path / "page.md"
    text = section("Read", "As it is.", "One machine.", [{"size": "1", "ratio": "2.0"}])
    put(page, "read", text)
    once = page.read_bytes()
    put(page, "read", text)
    assert page.read_bytes() == once


def test_a_table_has_a_column_for_whatever_a_row_names() -> None:
    shown = table([{"what": "a|b", "time": "1 s"}, {"what": "c", "ratio": "2"}])
    assert shown.splitlines() == [
        "| what | time | ratio |",
        "| --- | --: | --: |",
        "| a\\|b | 1 s |  |",
        "| c |  | 2 |",
    ]


def test_every_benchmark_has_a_title_a_note_and_rows() -> None:
    for name in names():
        module = importlib.import_module(f"tests.benchmarks.bench_{name}")
        assert module.TITLE.strip()
        assert module.NOTE.strip()
        assert callable(module.rows)


def test_a_name_that_is_no_benchmark_is_a_matter_of_usage() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "nonesuch"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "there is no nonesuch" in run.stderr
