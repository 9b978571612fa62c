"""A receipt proves that nothing but furniture went, and says what is missing when something is."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from toolkit.model import Kind
from toolkit.readers import ReadOptions
from toolkit.workflows.documents.reading import Loaded, load
from toolkit.workflows.documents.receipt import receipt

FILES = sorted(p for p in SAMPLES.rglob("CSIW*") if p.suffix in {".md", ".docx"})
OPTIONS = ReadOptions()


def counts(proof: dict[str, object]) -> dict[str, int]:
    words = proof["words"]
    assert isinstance(words, dict)
    return words


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_nothing_of_a_sample_is_lost(path: Path) -> None:
    proof = receipt(load(str(path)), OPTIONS)
    assert proof["unaccounted"] == []
    assert proof["complete"] is True
    assert counts(proof)["file"] == counts(proof)["document"] > 400


@pytest.mark.parametrize("suffix", ["md", "docx"])
@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.RECOMMENDATION, Kind.ITEM, Kind.TABLE])
def test_a_block_that_goes_missing_is_seen(suffix: str, kind: Kind) -> None:
    loaded = load(str(SAMPLES / f"CSIW_COP_WG.3_2025_6.zh.{suffix}"))
    gone = next(block for block in loaded.document.blocks if block.kind is kind)
    kept = tuple(block for block in loaded.document.blocks if block is not gone)
    proof = receipt(without(loaded, kept), OPTIONS)
    assert proof["complete"] is False
    assert counts(proof)["unaccounted"] >= len(gone.text) // 3


def test_a_note_that_goes_missing_is_seen() -> None:
    loaded = load(str(SAMPLES / "CSIW_COP_WG.3_2025_6.en.docx"))
    kept = tuple(replace(block, notes=()) for block in loaded.document.blocks)
    assert receipt(without(loaded, kept), OPTIONS)["complete"] is False


def test_page_furniture_is_listed_with_its_place(tmp_path: Path) -> None:
    head = "XYZ/COP/WG.1/2030/L.1\n\n"
    pages = [
        f"{number}. Keepers spoke of lamps, logs and the long winter nights, at some length.\n\n"
        f"{head if number > 1 else ''}{number}/9\n\n"
        for number in range(1, 6)
    ]
    path = tmp_path / "wrapped.txt"
    path.write_text(f"United Nations    {head}Draft report\n\n" + "".join(pages), encoding="utf-8")
    proof = receipt(load(str(path)), OPTIONS)
    assert proof["complete"] is True
    assert counts(proof)["furniture"] > 0
    furniture = proof["furniture"]
    assert isinstance(furniture, list)
    assert all(one["text"] and one["place"] for one in furniture)


def without(loaded: Loaded, blocks: tuple[object, ...]) -> Loaded:
    return replace(loaded, document=replace(loaded.document, blocks=blocks))


def test_real_reports_and_issued_papers_lose_nothing(shared: Path) -> None:
    for path in [*(shared / "reports").iterdir(), *(shared / "data" / "un-docx").glob("*.docx")]:
        proof = receipt(load(str(path)), OPTIONS)
        assert proof["unaccounted"] == [], path.name


def test_attributes_left_out_of_markdown_are_accounted_for(tmp_path: Path) -> None:
    path = tmp_path / "pandoc.md"
    path.write_text(
        "# I. Lamps {#lamps}\n\n::: {.box}\n1. [All]{.smallcaps} of the set {a=1}\n"
        "and [oil]{.smallcaps}.\n:::\n",
        encoding="utf-8",
    )
    proof = receipt(load(str(path)), OPTIONS)
    assert proof["unaccounted"] == []
    assert counts(proof)["furniture"] == len(("lamps", "box", "smallcaps", "smallcaps"))
