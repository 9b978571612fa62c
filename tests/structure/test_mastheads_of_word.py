"""Every field of the contract is read from a Word file, wherever its masthead stands."""

import pytest
from mastheads import FIELDS, FORMS, word_file

from toolkit.model import Kind
from toolkit.readers.registry import read_bytes


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", FORMS)
def test_each_field_is_read_wherever_the_masthead_stands(form: str, language: str) -> None:
    document = read_bytes(word_file(form, language), "a.docx").document
    found = {name: getattr(document.masthead, name) for name in FIELDS[language]}
    assert found == FIELDS[language]
    assert document.language == language
    assert [(one.kind, one.number) for one in document.blocks] == [(Kind.PARAGRAPH, 1)]
