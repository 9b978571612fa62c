"""Many pairs in one run."""

from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from toolkit.errors import UsageError
from toolkit.workflows.manifest import read_manifest, run_manifest

FIRST = "CSIW_COP_WG.3_2026_L.1_Add.1"
SECOND = "CSIW_COP_WG.3_2026_L.1"


def manifest(folder: Path, *lines: str) -> str:
    path = folder / "pairs.tsv"
    path.write_text("# source\ttarget\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def pair(name: str, folder: Path) -> str:
    for language in ("en", "zh"):
        (folder / f"{name}.{language}.md").write_bytes(
            (SAMPLES / f"{name}.{language}.md").read_bytes()
        )
    return f"{name}.en.md\t{name}.zh.md"


@pytest.mark.parametrize("processes", [1, 2])
def test_every_pair_makes_its_memory_and_one_bad_pair_stops_no_other(
    tmp_path: Path, processes: int
) -> None:
    lines = [pair(FIRST, tmp_path), "absent.en.md\tabsent.zh.md", pair(SECOND, tmp_path)]
    jobs = read_manifest(manifest(tmp_path, *lines), tmp_path / "out")
    done = run_manifest(jobs, ("en", "zh"), processes=processes, force=False)
    assert [one.job for one in done] == list(jobs)
    assert [bool(one.error) for one in done] == [False, True, False]
    assert "absent.en.md was not found" in done[1].error
    assert done[0].confidence > 0.9
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [f"{SECOND}.en.tmx", f"{FIRST}.en.tmx"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("one.md", "line 3: two file names"),
        ("one.md\ttwo.md\tthree.md", "line 3: two file names"),
        ("a/x.md\tb.md\nc/x.md\td.md", "line 4: .* by another line"),
    ],
)
def test_a_line_that_does_not_hold_is_named(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_manifest(manifest(tmp_path, line), tmp_path)
