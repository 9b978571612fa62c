"""Which reader reads what, and one clear sentence for everything else."""

import io
import zipfile

import pytest

from toolkit.errors import InputError, UsageError
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes, readers

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("notes.txt", "words")
    return buffer.getvalue()


def test_every_reader_is_found() -> None:
    assert [one.name for one in readers()] == ["docx", "markdown", "text"]


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        ("## I. Lamps\n", "a.md", "markdown"),
        ("## I. Lamps\n", "-", "markdown"),
        ("## I. Lamps\n", "a.txt", "text"),
        ("1. Plain words.\n", "a.txt", "text"),
        ("1. Plain words.\n", "a.md", "markdown"),
        ("1. Plain words.\n", "-", "text"),
    ],
)
def test_content_decides_and_the_suffix_breaks_a_tie(text: str, path: str, name: str) -> None:
    assert read_bytes(text.encode(), path).document.origin.format == name


def test_a_named_reader_overrules_the_content() -> None:
    result = read_bytes(b"## I. Lamps\n", "a.md", name="text")
    assert result.document.origin.format == "text"
    with pytest.raises(UsageError, match="docx, markdown, text"):
        read_bytes(b"words", "a.md", name="pdf")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (OLE, "Word 97–2003"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (b"%PDF-1.7\n...", "is a PDF"),
        (zipped(), "no Word document"),
        (b"{\\rtf1 words}", "is an RTF file"),
        (b"<!DOCTYPE html><p>", "is a web page"),
        (b"\x00\x01\x02\x03words", "no document we can read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "some.file")
    message = str(caught.value)
    assert message.startswith("some.file ")
    assert says in message
    assert message.count("\n") == 0
    assert message.endswith(".")


def test_language_and_profile_of_the_user_go_before_what_is_recognised() -> None:
    result = read_bytes(b"1. One.", "a.txt", options=ReadOptions(language="zh"))
    assert result.document.language == "zh"


def test_far_more_text_than_any_report_is_refused_at_once() -> None:
    with pytest.raises(InputError, match="11 MB"):
        read_bytes(b"It met. " * 1_375_000, "long.txt")
