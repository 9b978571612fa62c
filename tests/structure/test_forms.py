"""One report in every form it takes has one outline."""

import random
from pathlib import Path

import pytest
from messy import PLACES, mess, mixed, moved
from wrapping import wrapped

from tests.conftest import SAMPLES
from toolkit.model import Document
from toolkit.readers.registry import read_bytes
from toolkit.writers.docx import write
from toolkit.writers.markdown import write as as_markdown

SOURCES = sorted(SAMPLES.glob("CSIW*.??.md"))


def read(data: bytes, name: str) -> Document:
    return read_bytes(data, name).document


def outline(document: Document) -> list[tuple[object, ...]]:
    return [
        (
            one.kind,
            one.level,
            one.label,
            one.number,
            one.path,
            one.text,
            one.continued,
            tuple((note.number, note.at, note.text) for note in one.notes),
        )
        for one in document.blocks
    ]


def same(found: Document, expected: Document) -> None:
    """Compare block by block, so that a failure names the first that differs."""
    for mine, theirs in zip(outline(found), outline(expected), strict=False):
        assert mine == theirs
    assert len(found.blocks) == len(expected.blocks)
    assert found.masthead == expected.masthead
    assert (found.profile, found.language) == (expected.profile, expected.language)


@pytest.fixture(params=SOURCES, ids=lambda path: path.name)
def document(request: pytest.FixtureRequest) -> Document:
    path: Path = request.param
    return read(path.read_bytes(), path.name)


def test_word_with_typed_numbers(document: Document) -> None:
    same(read(write(document, numbers="typed"), "a.docx"), document)


def test_word_with_its_own_numbers(document: Document) -> None:
    same(read(write(document, numbers="live"), "a.docx"), document)


def test_word_with_some_numbers_of_its_own_and_some_typed(document: Document) -> None:
    typed, live = write(document, numbers="typed"), write(document, numbers="live")
    rng = random.Random(len(document.blocks))
    for _ in range(3):
        counts = [rng.randrange(40) for _ in range(3)]
        same(read(mixed(typed, live, *counts), "a.docx"), document)


def test_messy_word(document: Document) -> None:
    for seed, numbers in enumerate(("typed", "live")):
        same(read(mess(write(document, numbers=numbers), seed), "a.docx"), document)


def test_messy_word_with_its_masthead_elsewhere(document: Document) -> None:
    for seed, place in enumerate(PLACES):
        same(read(moved(mess(write(document), seed), place), "a.docx"), document)


def test_markdown(document: Document) -> None:
    same(read(as_markdown(document).encode(), "a.md"), document)


def test_wrapped_text_on_pages(document: Document) -> None:
    same(read(wrapped(document).encode(), "a.txt"), document)
