"""The sample reports from file to beads, against beads made by reading them.

The gold: every paragraph, item, note and cell has its counterpart at the same place, and its
sentences correspond one to one in order, but for the paragraphs listed in ``REGROUPED``. Both
versions were read side by side for it; no aligner was asked.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.structure.wrapping import wrapped
from tests.workflows.reviews import LANGUAGES
from toolkit.align import Segment, align_documents
from toolkit.model import Block, Document
from toolkit.readers.registry import read_bytes
from toolkit.workflows.alignment.aligning import Aligned, align_files, align_inputs
from toolkit.workflows.documents.files import Input
from toolkit.writers.docx import write

REPORT = "CSIW_COP_WG.3_2025_6"
FIRST = "CSIW_COP_WG.3_2026_L.1"
NAMES = (REPORT, FIRST, f"{FIRST}_Add.1", f"{FIRST}_Add.2")

# By paragraph, the sentences of each side that belong together, as many as each bead has.
REGROUPED = {
    (REPORT, "I/para 3"): "2-1",
    (REPORT, "II/A/rec 2"): "2-1",
    (REPORT, "II/C/rec 25"): "2-1",
    (REPORT, "III/A/para 14"): "1-1 2-1 1-1 1-1",
    (REPORT, "III/A/para 21"): "1-1 1-1 1-1 2-1 1-1",
    (REPORT, "III/B/para 35"): "1-1 1-1 1-2",
    (REPORT, "III/B/para 42"): "1-1 1-1 1-2",
    (REPORT, "V/para 71"): "1-2",
    (REPORT, "annex/para 1"): "2-1",
    (FIRST, "III/A/para 8"): "1-1 2-1 1-1 1-1 1-1",
    (f"{FIRST}_Add.1", "II/B/rec 12"): "2-1",
    (f"{FIRST}_Add.2", "II/C/rec 19"): "2-1",
    (f"{FIRST}_Add.2", "III/B/para 8"): "1-1 2-1",
}
Pair = tuple[str, str]


def document(name: str, code: str) -> Document:
    path = SAMPLES / f"{name}.{code}.md"
    return read_bytes(path.read_bytes(), str(path)).document


def bare(text: str) -> str:
    """Return a text without what a flavour may change: white space and the marks of hyphens."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def gold(name: str) -> Counter[Pair]:
    """Return the pairs of a sample as texts without white space, and how often each is there."""
    found = align_documents(document(name, "en"), document(name, "zh"))  # only for its segments
    sides = [_places(side) for side in (found.source, found.target)]
    assert [key for key, _ in sides[0]] == [key for key, _ in sides[1]]
    return Counter(
        pair
        for (key, ours), (_, theirs) in zip(*sides, strict=True)
        for pair in _beads(REGROUPED.get((name, key[1]), ""), ours, theirs)
    )


def _places(side: tuple[Segment, ...]) -> list[tuple[tuple[str, str], list[str]]]:
    grouped = groupby(side, key=lambda one: (one.kind, one.path, one.block_id))
    return [((kind, path), [bare(one.text) for one in group]) for (kind, path, _), group in grouped]


def _beads(sizes: str, ours: list[str], theirs: list[str]) -> Iterator[Pair]:
    i = j = 0
    for size in (sizes or " ".join(["1-1"] * len(ours))).split():
        k, m = map(int, size.split("-"))
        yield "".join(ours[i : i + k]), "".join(theirs[j : j + m])
        i, j = i + k, j + m
    assert (i, j) == (len(ours), len(theirs)), ours


def strict_f1(found: Aligned, expected: Counter[Pair]) -> float:
    pairs = Counter(
        (bare("".join(bead.source_texts)), bare("".join(bead.target_texts)))
        for bead in found.beads
        if bead.source and bead.target
    )
    return 2 * (pairs & expected).total() / (pairs.total() + expected.total())


def as_shipped(name: str, code: str) -> bytes:
    return (SAMPLES / f"{name}.{code}.docx").read_bytes()


def as_markdown(name: str, code: str) -> bytes:
    return (SAMPLES / f"{name}.{code}.md").read_bytes()


def as_typed(name: str, code: str) -> bytes:
    return write(document(name, code), numbers="typed")


def as_automatic(name: str, code: str) -> bytes:
    return write(document(name, code), numbers="live")


def as_wrapped(name: str, code: str) -> bytes:
    return wrapped(document(name, code)).encode("utf-8")


Flavour = Callable[[str, str], bytes]
FLAVOURS = (as_shipped, as_typed, as_automatic, as_markdown, as_wrapped)


def aligned(name: str, source: Flavour, target: Flavour) -> Aligned:
    return align_inputs(
        Input("source", source(name, "en")), Input("target", target(name, "zh")), LANGUAGES
    )


@pytest.mark.slow
@pytest.mark.parametrize("flavour", FLAVOURS, ids=lambda one: one.__name__)
def test_the_long_sample_is_aligned_as_a_reader_would(flavour: Flavour) -> None:
    found = aligned(REPORT, flavour, flavour)
    assert strict_f1(found, gold(REPORT)) >= 0.99
    assert found.documents is not None
    assert found.documents.differences == ()


@pytest.mark.parametrize("name", NAMES[1:])
@pytest.mark.parametrize(
    ("source", "target"),
    [(as_typed, as_automatic), (as_wrapped, as_shipped)],
    ids=["typed-automatic", "wrapped-shipped"],
)
def test_flavours_may_be_mixed(name: str, source: Flavour, target: Flavour) -> None:
    found = aligned(name, source, target)
    assert strict_f1(found, gold(name)) >= 0.99
    assert found.documents is not None
    assert found.documents.differences == ()


def test_every_number_that_differs_is_reported(tmp_path: Path) -> None:
    whole = document(REPORT, "zh")
    changed = [_changed(block) for block in whole.blocks]
    expected = {
        after.path
        for before, after in zip(whole.blocks, changed, strict=True)
        if before.text != after.text
    }
    assert len(expected) > 50
    path = tmp_path / "changed.docx"
    path.write_bytes(write(replace(whole, blocks=tuple(changed))))
    found = align_files(str(SAMPLES / f"{REPORT}.en.docx"), str(path), LANGUAGES)
    assert found.documents is not None
    told = {one.path for one in found.documents.differences}
    assert expected - told == set()
    assert told - expected == set()


def _changed(block: Block) -> Block:
    """Raise the last number that is written in figures in a block, outside symbols."""
    numbers = list(re.finditer(r"(?<![\w./,(-])\d{1,3}(?:,\d{3})*(?![\w/,.)-])", block.text))
    if not numbers or block.rows:
        return block
    start, end = numbers[-1].span()
    value = int(block.text[start:end].replace(",", "")) + 1
    return replace(block, text=f"{block.text[:start]}{value}{block.text[end:]}")
