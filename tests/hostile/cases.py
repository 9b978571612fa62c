"""Files that mean harm or are badly hurt, made when they are needed, and what is right for each.

``refused``: exit 3 and one line with these words. Else the file is read: its ``words`` come out,
and a finding of the code ``told`` says what was wrong.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Where a tool that fetches would knock; nothing may.
CANARY: Final = "http://127.0.0.1:8899"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One file: how it is made, and what must come of it."""

    make: Callable[[], bytes]
    refused: str = ""
    words: str = ""
    told: str = ""


def _p(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _document(body: str, namespace: str = _W, before: str = "") -> str:
    head = f'xmlns:w="{namespace}" xmlns:r="{_R}"'
    return f"{before}<w:document {head}><w:body>{body}</w:body></w:document>"


def _arrows(*arrows: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{_R}/{kind}" Target="{target}"{more}/>'
        for at, (kind, target, more) in enumerate(arrows)
    )
    return f'<Relationships xmlns="{_P}">{inner}</Relationships>'


_TOP: Final = _arrows(("officeDocument", "word/document.xml", ""))
_OUT: Final = ' TargetMode="External"'
_LAMPS: Final = _p("Lamps were lit.")


def _zip(*parts: tuple[str, str | bytes], top: str = _TOP) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("_rels/.rels", top), *parts):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _word(body: str, *parts: tuple[str, str | bytes], before: str = "") -> bytes:
    return _zip(("word/document.xml", _document(body, before=before)), *parts)


def _twice() -> bytes:
    one = ("word/document.xml", _document(_LAMPS))
    other = ("Word/Document.XML", _document(_p("Other words.")))
    return _zip(one, other)


def _locked() -> bytes:
    """Set the bit that says "encrypted" in both headers of the text's entry."""
    data = bytearray(_word(_LAMPS))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.rfind(sign)
        data[place + at] |= 1
    return bytes(data)


def _liar() -> bytes:
    """Say in the directory that a part of 60 MB has ten bytes."""
    data = bytearray(_word(_LAMPS, ("word/media/a.bin", bytes(60_000_000))))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(data)


def _flipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("_rels/.rels", _TOP)
        archive.writestr("word/document.xml", _document(_LAMPS * 20))
    data = bytearray(buffer.getvalue())
    data[data.rfind(b"lit.</w:t>") + 1] ^= 0x01
    return bytes(data)


def _bombs() -> str:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE d [<!ENTITY a0 "lol">{levels}]>'


def _external(kind: str) -> bytes:
    arrows = _arrows((kind, f"{CANARY}/{kind}", _OUT))
    image = f'<w:p><w:r><w:drawing r:link="rId0"/></w:r></w:p>{_LAMPS}'
    return _word(image, ("word/_rels/document.xml.rels", arrows))


def _include() -> bytes:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    text = f'INCLUDETEXT "{CANARY}/a" INCLUDEPICTURE "/etc/passwd"'
    code = f"<w:r><w:instrText>{text}</w:instrText></w:r>"
    parts = (sign.format("begin"), code, sign.format("separate"), sign.format("end"))
    return _word(f"<w:p>{''.join(parts)}</w:p>{_LAMPS}")


def _with(kind: str, content: str | bytes) -> bytes:
    """Return a file with a part of a kind that is not what it should be."""
    arrows = _arrows((kind, f"{kind}.xml", ""))
    return _word(_LAMPS, ("word/_rels/document.xml.rels", arrows), (f"word/{kind}.xml", content))


def _nested(inner: str, times: int) -> str:
    return f"<w:{inner}>" * times + _LAMPS + f"</w:{inner}>" * times


_TABLE: Final = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
_FILE_ENTITY: Final = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

REFUSED_DOCX: Final[Mapping[str, Case]] = {
    "old_or_encrypted": Case(make=lambda: _OLE + bytes(4096), refused="Word 97"),
    "encrypted": Case(
        make=lambda: _OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(4096),
        refused="password",
    ),
    "locked_entries": Case(make=_locked, refused="password"),
    "no_zip": Case(make=lambda: b"This is only text.", refused="named as a Word file"),
    "no_zip_binary": Case(make=lambda: bytes(range(256)) * 40, refused="no document"),
    "cut_off": Case(make=lambda: _word(_LAMPS * 900)[:-200], refused="cut off"),
    "zip_of_nothing": Case(make=lambda: _zip(top="<a/>"), refused="no Word document"),
    "workbook": Case(
        make=lambda: _zip(("xl/workbook.xml", "<workbook/>"), top="<a/>"),
        refused="no Word document",
    ),
    "bomb_of_zeros": Case(
        make=lambda: _word(_LAMPS, ("word/media/a.bin", bytes(200_000_000))), refused="far larger"
    ),
    "bomb_in_the_text": Case(make=lambda: _word(_p("lamp " * 10_000_000)), refused="far larger"),
    "swarm_of_paragraphs": Case(make=lambda: _word("<w:p/>" * 1_200_000), refused="far larger"),
    "swarm_of_runs": Case(
        make=lambda: _word(f"<w:p>{'<w:r/>' * 1_200_000}</w:p>"), refused="far larger"
    ),
    "too_many_entries": Case(
        make=lambda: _word(_LAMPS, *((f"word/media/{n}", "") for n in range(20_000))),
        refused="far larger",
    ),
    "text_twice": Case(make=_twice, refused="twice"),
    "text_is_no_xml": Case(
        make=lambda: _zip(("word/document.xml", "<w:document xmlns:w='wordprocessingml'")),
        refused="damaged",
    ),
    "text_is_empty": Case(make=lambda: _zip(("word/document.xml", "")), refused="no Word document"),
    "doctype_of_a_file": Case(
        make=lambda: _word(_p("a&x;b"), before=_FILE_ENTITY), refused="damaged"
    ),
    "doctype_from_afar": Case(
        make=lambda: _word(_LAMPS, before=f'<!DOCTYPE d SYSTEM "{CANARY}/d.dtd">'),
        refused="damaged",
    ),
    "doctype_that_explodes": Case(
        make=lambda: _word(_p("&a11;"), before=_bombs()), refused="damaged"
    ),
    "nested_100000": Case(make=lambda: _word(_nested("sdt", 100_000)), refused="damaged"),
    "nested_100000_open": Case(make=lambda: _word("<w:p>" * 100_000), refused="damaged"),
    "nested_tables": Case(
        make=lambda: _word(_TABLE[0] * 3000 + _LAMPS + _TABLE[1] * 3000), refused="damaged"
    ),
}

READ_DOCX: Final[Mapping[str, Case]] = {
    "size_that_lies": Case(make=_liar, words="Lamps were lit.", told="RDR301"),
    "bad_checksum": Case(make=_flipped, words="Lamps were", told="RDR301"),
    "name_that_climbs": Case(
        make=lambda: _word(_LAMPS, ("../../../../tmp/pwned", "owned"), ("word/../../a", "owned")),
        words="Lamps were lit.",
        told="RDR304",
    ),
    "name_of_a_drive": Case(
        make=lambda: _word(_LAMPS, ("C:\\pwned.txt", "owned")),
        words="Lamps were lit.",
        told="RDR304",
    ),
    "name_with_a_stroke": Case(
        make=lambda: _zip(("/word/document.xml", _document(_LAMPS))), words="Lamps were lit."
    ),
    "external_image": Case(make=lambda: _external("image"), words="Lamps were lit.", told="RDR305"),
    "external_header": Case(
        make=lambda: _external("header"), words="Lamps were lit.", told="RDR305"
    ),
    "external_notes": Case(
        make=lambda: _external("footnotes"), words="Lamps were lit.", told="RDR305"
    ),
    "external_template": Case(
        make=lambda: _external("attachedTemplate"), words="Lamps were lit.", told="RDR305"
    ),
    "web_link": Case(make=lambda: _external("hyperlink"), words="Lamps were lit."),
    "field_that_includes": Case(make=_include, words="Lamps were lit."),
    "styles_broken": Case(
        make=lambda: _with("styles", "<w:styles><w:style"), words="Lamps were lit.", told="RDR301"
    ),
    "styles_with_doctype": Case(
        make=lambda: _with("styles", f"{_FILE_ENTITY}<a>&x;</a>"),
        words="Lamps were lit.",
        told="RDR301",
    ),
    "numbering_of_bytes": Case(
        make=lambda: _with("numbering", b"\0\xff" * 999), words="Lamps were lit.", told="RDR301"
    ),
    "notes_broken": Case(
        make=lambda: _with("footnotes", "no XML at all"), words="Lamps were lit.", told="RDR301"
    ),
    "parts_missing": Case(
        make=lambda: _word(
            _LAMPS,
            ("word/_rels/document.xml.rels", _arrows(("styles", "s.xml", ""), ("header", "h", ""))),
        ),
        words="Lamps were lit.",
    ),
    "strict": Case(
        make=lambda: _zip(("word/document.xml", _document(_LAMPS, _STRICT))),
        words="Lamps were lit.",
    ),
    "odd_part_names": Case(
        make=lambda: _zip(
            ("odd/Text.xml", _document(_LAMPS)),
            top=_arrows(("officeDocument", "/odd/text.XML", "")),
        ),
        words="Lamps were lit.",
    ),
    "control_character": Case(
        make=lambda: _word(_p("Lamps were&#1; lit.")), words="Lamps were", told="RDR301"
    ),
    "breaks_off": Case(
        make=lambda: _zip(("word/document.xml", _document(_LAMPS * 50)[:-60])),
        words="Lamps were lit.",
        told="RDR301",
    ),
    "one_long_run": Case(make=lambda: _word(_p("lamp " * 400_000)), words="lamp lamp"),
    "style_that_is_its_own_base": Case(
        make=lambda: _with(
            "styles",
            f'<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:default="1" w:styleId="a">'
            '<w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/>'
            "</w:style></w:styles>",
        ),
        words="Lamps were lit.",
    ),
}

TEXTS: Final[Mapping[str, Case]] = {
    "empty.md": Case(make=lambda: b" \n", refused="empty"),
    "bytes.txt": Case(make=lambda: bytes(range(256)) * 9, refused="no document"),
    "page.md": Case(make=lambda: b"<!DOCTYPE html><p>Lamps", refused="web page"),
    "endless.txt": Case(make=lambda: b"It met. " * 1_500_000, refused="12 MB"),
    "stars.md": Case(make=lambda: b"*" * 1_000_000 + b"\n\nLamps were lit.", words="Lamps"),
    "pairs.md": Case(make=lambda: b"*a **b _c " * 100_000 + b"\n\nLamps lit.", words="Lamps lit."),
    "brackets.md": Case(make=lambda: b"[a](" * 200_000 + b"\n\nLamps lit.", words="Lamps lit."),
    "note_marks.md": Case(make=lambda: b"[^" * 300_000 + b"\n\nLamps lit.", words="Lamps lit."),
    "comments.md": Case(make=lambda: b"<!--" * 200_000 + b"\n\nLamps lit.", words="Lamps lit."),
    "ticks.md": Case(make=lambda: b"`a``b" * 100_000 + b"\n\nLamps lit.", words="Lamps lit."),
    "quotes.md": Case(make=lambda: b">" * 500_000 + b" a\n\nLamps lit.", words="Lamps lit."),
    "lists.md": Case(
        make=lambda: b"".join(b" " * n + b"- a\n" for n in range(1500)) + b"\nLamps lit.",
        words="Lamps lit.",
    ),
    "row.md": Case(
        make=lambda: b"|" * 100_000 + b"\n" + b"|-" * 50_000 + b"\n\nLamps lit.", words="Lamps lit."
    ),
    "links.md": Case(
        make=lambda: f"![a]({CANARY}/a.png) <img src='{CANARY}/b'> Lamps were lit.".encode(),
        words="Lamps were lit.",
    ),
    "symbols.txt": Case(
        make=lambda: b"1. " + b"CSIW/COP/WG3/2025/6 " * 10_000 + b"Lamps lit.", words="Lamps lit."
    ),
    "strokes.txt": Case(make=lambda: b"A/" * 400_000 + b"\n\nLamps lit.", words="Lamps lit."),
    "digits.txt": Case(make=lambda: b"1" * 500_000 + b"\n\nLamps lit.", words="Lamps lit."),
    "numbers.txt": Case(make=lambda: b"1. " * 200_000 + b"\n\nLamps lit.", words="Lamps lit."),
    "spaces.txt": Case(make=lambda: b"Lamps" + b" " * 1_000_000 + b"lit.", words="lit."),
    "lines.txt": Case(make=lambda: b"Lamps lit.\n" * 60_000, words="Lamps lit."),
    "utf16_broken.txt": Case(
        make=lambda: b"\xff\xfeL\0a\0m\0p\0\0\xd8", words="Lamp", told="RDR202"
    ),
    "surrogates.txt": Case(make=lambda: b"Lamps \xed\xa0\x80 were lit.", words="Lamps"),
    "bidi.txt": Case(
        make=lambda: "1. Lamps \u202ewere\u202c lit.\u2028More\x85words.".encode(), words="lit."
    ),
}


def every() -> dict[str, Case]:
    """Return all cases by file name."""
    named = {f"{name}.docx": case for name, case in {**REFUSED_DOCX, **READ_DOCX}.items()}
    return {**named, **TEXTS}
