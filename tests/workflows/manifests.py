"""Manifests of sample pairs, and what a run over them made."""

from pathlib import Path

from tests.conftest import SAMPLES

NAMES = (
    "CSIW_COP_WG.3_2026_L.1_Add.1",
    "CSIW_COP_WG.3_2026_L.1_Add.2",
    "CSIW_COP_WG.3_2026_L.1",
)


def manifest(folder: Path, *lines: str) -> str:
    """Write a manifest with a comment and a blank line before ``lines``; return its name."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "pairs.tsv"
    path.write_text("# source\ttarget\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def pair(name: str, folder: Path, copy: str = "") -> str:
    """Copy a sample pair, under another name if asked, and return its line."""
    copy = copy or name
    for language in ("en", "zh"):
        data = (SAMPLES / f"{name}.{language}.md").read_bytes()
        (folder / f"{copy}.{language}.md").write_bytes(data)
    return f"{copy}.en.md\t{copy}.zh.md"


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
