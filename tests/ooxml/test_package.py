import io
import zipfile

import pytest
from wordxml import part, word, zipped

from toolkit.errors import InputError
from toolkit.ooxml.document import read_word
from toolkit.ooxml.package import is_word, open_package, pack


def texts(data: bytes) -> list[str]:
    return [one.text for one in read_word(data, "a.docx").body]


BODY = "<w:body><w:p><w:r><w:t>Lamps</w:t></w:r></w:p></w:body>"


def test_what_is_no_zip_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError, match=r"^report\.docx: this is not a \.docx file"):
        open_package(b"hello", "report.docx")


def test_an_encrypted_file_or_old_doc_is_told_apart() -> None:
    with pytest.raises(InputError, match="encrypted Word file or an old"):
        open_package(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx")


def test_a_zip_without_a_document_is_refused() -> None:
    with pytest.raises(InputError, match="no Word document in it"):
        open_package(zipped({"xl/workbook.xml": "<workbook/>"}), "a.docx")


def test_a_cut_off_file_is_refused() -> None:
    with pytest.raises(InputError, match="cut off"):
        open_package(word("")[:-30], "a.docx")


def test_names_with_other_case_and_back_slashes_are_found() -> None:
    data = zipped({"Word\\Document.XML": part("document", BODY)})
    assert texts(data) == ["Lamps"]


def test_the_main_part_is_found_by_its_content_type() -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/odd/text.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    data = zipped({"[Content_Types].xml": types, "odd/text.xml": part("document", BODY)})
    assert texts(data) == ["Lamps"]


def test_the_strict_namespaces_are_read_as_the_transitional_ones() -> None:
    strict = part("document", BODY).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(zipped({"word/document.xml": strict})) == ["Lamps"]


def test_a_bomb_is_not_opened() -> None:
    data = zipped({"word/document.xml": part("document", BODY), "word/x.xml": bytes(40_000_000)})
    with pytest.raises(InputError, match="far larger than any document"):
        open_package(data, "a.docx")


def test_an_entity_is_not_resolved(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    root = part("document", "<w:body><w:p><w:r><w:t>a&x;b</w:t></w:r></w:p></w:body>")
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(InputError, match="damaged"):
        texts(zipped({"word/document.xml": doctype + root}))


def test_a_million_entities_are_one_sentence() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE d [<!ENTITY a0 "lol">{levels}]>'
    root = part("document", "<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body>")
    with pytest.raises(InputError, match="damaged"):
        read_word(zipped({"word/document.xml": doctype + root}), "a.docx")


def test_nesting_beyond_all_measure_is_refused_and_not_cut_off() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 1000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 1000
    data = zipped({"word/document.xml": part("document", f"<w:body>{deep}</w:body>")})
    with pytest.raises(InputError, match="damaged"):
        read_word(data, "a.docx")


def test_a_text_that_breaks_off_inside_its_xml_is_named_as_damaged() -> None:
    words = "<w:p><w:r><w:t>words</w:t></w:r></w:p>" * 9
    broken = part("document", f"<w:body>{words}</w:body>")[:-150]
    document = read_word(zipped({"word/document.xml": broken}), "a.docx")
    assert document.lost == ("word/document.xml",)


def test_the_words_before_a_damage_are_kept_and_the_part_is_named() -> None:
    words = "".join(f"<w:p><w:r><w:t>line {n} of many</w:t></w:r></w:p>" for n in range(9000))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", part("document", f"<w:body>{words}</w:body>"))
    data = bytearray(buffer.getvalue())
    data[-400_000] ^= 0xFF  # breaks the checksum
    document = read_word(bytes(data), "a.docx")
    assert document.lost == ("word/document.xml",)
    assert document.body[0].text == "line 0 of many"


def test_a_word_file_is_told_from_other_zips() -> None:
    assert is_word(word(""))
    assert not is_word(zipped({"readme.txt": "x"}))
    assert not is_word(b"PK\x03\x04 nonsense")


def test_packing_depends_on_nothing_but_the_parts() -> None:
    one = pack({"b.xml": b"2", "a.xml": b"1", "[Content_Types].xml": b"0"})
    two = pack({"[Content_Types].xml": b"0", "a.xml": b"1", "b.xml": b"2"})
    assert one == two
    assert zipfile.ZipFile(io.BytesIO(one)).namelist() == ["[Content_Types].xml", "a.xml", "b.xml"]
