"""The beginning of XML files, whatever their encoding and whatever stands before the root."""

import pytest

from toolkit.text.xml_files import Prolog, line_of, prolog

PAPER = '<?xml version="1.0" encoding="{}"?>\n<!-- lamps -->\n<l:lamps xmlns:l="urn:l"/>\n'


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16le"),
        ("utf-16-be", "utf-16be"),
        ("gb18030", "gb18030"),
    ],
)
def test_the_root_is_found_in_every_encoding(codec: str, encoding: str) -> None:
    found = prolog(PAPER.format(encoding).encode(codec))
    assert (found.root, found.tagged, found.blank, found.declares) == ("lamps", True, False, False)
    assert found.encoding == encoding
    assert found.refusal == ""


def test_what_a_doctype_declares_itself_is_refused_and_a_name_alone_is_not() -> None:
    named = prolog(b'<!DOCTYPE tmx PUBLIC "-//x//[y]" "tmx14.dtd"><tmx/>')
    assert (named.root, named.doctype, named.refusal) == ("tmx", True, "")
    own = prolog(b'<!DOCTYPE tmx [<!ENTITY lamp "dark">]><tmx/>')
    assert own.declares
    assert "internal DTD subset" in own.refusal


def test_an_encoding_that_is_not_read_is_refused() -> None:
    assert "'utf-7'" in prolog(b'<?xml version="1.0" encoding="UTF-7"?><tmx/>').refusal


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\x00\x00"])
def test_nothing_is_told_from_something(data: bytes) -> None:
    assert prolog(data) == Prolog(blank=True)


def test_what_is_no_xml_has_no_root() -> None:
    assert prolog(b"source\ttarget\n") == Prolog()
    assert prolog(b"<< lamps").root == ""


def test_an_element_without_a_line_stands_nowhere() -> None:
    assert line_of(object()) == 0
