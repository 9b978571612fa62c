"""Blocks of Markdown found again where they are written, whatever stands between their words."""

import pytest

from toolkit.readers.registry import read_bytes
from toolkit.workflows.editing.text_places import TextPlaces


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "head", ["## Recommendation 2 {#two .rec}\n\n", "Recommendation 2 {#two}\n---\n\n"]
)
@pytest.mark.parametrize("frame", ["", "::: {.box}\n", "::: box\n"])
def test_attributes_do_not_hide_the_words_behind_them(head: str, frame: str, end: str) -> None:
    text = f"# I. Lamps\n\n{head}{frame}States [should]{{.u}} keep {{a=1}}\nlamps.\n"
    source = text.replace("\n", end)
    document = read_bytes(source.encode(), "r.md").document
    block = next(one for one in document.blocks if one.label == "Recommendation 2")
    found = TextPlaces(document, source).of(block.id)
    assert found is not None
    assert found.label is not None
    assert found.text is not None
    assert source[found.label.start : found.label.end] == "Recommendation 2"
    assert source[found.text.start : found.text.end].startswith("States [should]")
    assert source[found.text.start : found.text.end].endswith("lamps.")
