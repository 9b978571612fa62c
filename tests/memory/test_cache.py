"""Indexes of TMX files: made once, made again after a change, bounded, and never in the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.units import units
from toolkit.memory import cache, open_memory
from toolkit.tmx.write import write_tmx

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDRAFT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.tmx"
    path.write_bytes(write_tmx(units(900), source_lang="en", target_lang="zh"))
    return path


def opened(path: Path) -> list[tuple[int, int]]:
    """Open a memory, and return what was told of building its index."""
    told: list[tuple[int, int]] = []
    open_memory(str(path), tick=lambda done, whole: told.append((done, whole))).close()
    return told


def test_an_index_is_made_once_and_told_of(large: Path) -> None:
    assert opened(large)
    assert opened(large) == []
    assert cache.size()[0] == 1


def test_a_small_memory_needs_no_index(tmp_path: Path) -> None:
    path = tmp_path / "small.tmx"
    path.write_bytes(write_tmx(units(20), source_lang="en", target_lang="zh"))
    opened(path)
    assert cache.size() == (0, 0)


@pytest.mark.parametrize("keep_time", [False, True], ids=["later", "same time and size"])
def test_a_changed_file_is_indexed_again(large: Path, keep_time: bool) -> None:
    opened(large)
    before = large.stat()
    data = large.read_bytes()
    large.write_bytes(data.replace(b"Lantern Board", b"Lantern Bored"))
    if keep_time:
        os.utime(large, ns=(before.st_atime_ns, before.st_mtime_ns))
    with open_memory(str(large)) as memory:
        assert any("Lantern Bored" in unit.source for unit in memory.units())
        assert not any("Lantern Board" in unit.source for unit in memory.units())


def test_both_directions_share_an_index(large: Path) -> None:
    opened(large)
    with open_memory(str(large), source_lang="zh", target_lang="en") as memory:
        assert len(memory) == len(open_memory(str(large)))
    assert cache.size()[0] == 1


def test_a_cache_that_cannot_be_written_keeps_nobody_from_working(
    large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("UNDRAFT_CACHE", str(tmp_path / "file" / "cache"))
    with open_memory(str(large)) as memory:
        assert len(memory) > 800


def test_a_broken_index_keeps_nobody_from_working(large: Path) -> None:
    opened(large)
    (index,) = cache.folder().glob("*.index")
    index.write_bytes(b"\xa5" * 50_000)
    with open_memory(str(large)) as memory:
        assert len(memory) > 800


def test_what_was_left_out_is_told_from_the_index_too(large: Path) -> None:
    lone = b'<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu></body>'
    large.write_bytes(large.read_bytes().replace(b"</body>", lone))
    said = []
    for _ in range(2):
        with open_memory(str(large)) as memory:
            said.append([(one.code, one.message, one.severity) for one in memory.findings])
    assert said[0] == said[1]
    assert any(code == "TMX103" for code, _, _ in said[0])


def test_indexes_used_longest_ago_go_first(
    large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(large)
    (old,) = cache.folder().glob("*.index")
    os.utime(old, (1, 1))
    monkeypatch.setattr(cache, "MOST_BYTES", old.stat().st_size + 1)
    other = tmp_path / "other.tmx"
    other.write_bytes(write_tmx(units(900, seed=5), source_lang="en", target_lang="zh"))
    opened(other)
    assert cache.size()[0] == 1
    assert not old.exists()


@pytest.mark.slow
def test_two_processes_may_make_the_same_index_at_once(large: Path) -> None:
    code = (
        "import sys; from toolkit.memory import open_memory; print(len(open_memory(sys.argv[1])))"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(large)],
            cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    said = [process.communicate(timeout=120)[0] for process in running]
    assert said[0] == said[1] != ""
    assert cache.size()[0] == 1
