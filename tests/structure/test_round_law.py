"""What our writers write, the reader reads back equal, however the numbers are made."""

import pytest
from generated import reports
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from messy import mess, mixed
from wrapping import wrapped

from toolkit.model import Document
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.writers.docx import write
from toolkit.writers.markdown import write as as_markdown

pytestmark = pytest.mark.slow

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
# Shrinking a failure would take minutes; a report as drawn says enough.
FEW = settings(max_examples=8, phases=[Phase.explicit, Phase.generate])


def outline(document: Document) -> list[tuple[object, ...]]:
    return [
        (b.kind, b.level, b.label, b.number, b.path, b.text, b.continued,
         tuple((n.number, n.at, n.text) for n in b.notes))
        for b in document.blocks
    ]  # fmt: skip


def again(data: bytes, name: str, language: str) -> list[tuple[object, ...]]:
    return outline(read_bytes(data, name, options=ReadOptions(language=language)).document)


def unspaced(found: list[tuple[object, ...]], language: str) -> list[tuple[object, ...]]:
    """Leave Chinese spaces out: a broken line does not say whether one stood at its end."""
    if language != "zh":
        return found
    return [
        (*kept, str(text).replace(" ", ""), more, [(n[0], n[2].replace(" ", "")) for n in notes])
        for *kept, text, more, notes in found
    ]


@LANGUAGES
@given(data=st.data())
@FEW
def test_word_with_typed_numbers_comes_back(language: str, data: st.DataObject) -> None:
    document = data.draw(reports(language))
    assert again(write(document, numbers="typed"), "a.docx", language) == outline(document)


@LANGUAGES
@given(data=st.data())
@FEW
def test_word_with_its_own_numbers_comes_back(language: str, data: st.DataObject) -> None:
    document = data.draw(reports(language))
    assert again(write(document, numbers="live"), "a.docx", language) == outline(document)


@LANGUAGES
@given(data=st.data())
@FEW
def test_word_with_both_comes_back(language: str, data: st.DataObject) -> None:
    document = data.draw(reports(language))
    typed, live = write(document, numbers="typed"), write(document, numbers="live")
    counts = [data.draw(st.integers(0, 12)) for _ in range(3)]
    assert again(mixed(typed, live, *counts), "a.docx", language) == outline(document)


@LANGUAGES
@given(data=st.data(), seed=st.integers(0, 10**6))
@FEW
def test_messy_word_comes_back(language: str, data: st.DataObject, seed: int) -> None:
    document = data.draw(reports(language))
    found = again(mess(write(document, numbers="typed"), seed), "a.docx", language)
    assert unspaced(found, language) == unspaced(outline(document), language)


@LANGUAGES
@given(data=st.data())
@FEW
def test_markdown_comes_back(language: str, data: st.DataObject) -> None:
    document = data.draw(reports(language))
    assert again(as_markdown(document).encode(), "a.md", language) == outline(document)


@LANGUAGES
@given(data=st.data())
@FEW
def test_wrapped_text_comes_back(language: str, data: st.DataObject) -> None:
    # A second paragraph at the top of a page, below a full line, may as well go on with the first.
    document = data.draw(reports(language, more=False))
    found = again(wrapped(document).encode(), "a.txt", language)
    assert unspaced(found, language) == unspaced(outline(document), language)
