"""XML files of others, without parsing them: their beginning, and the lines of their elements.

The beginning is looked at before any parser sees a file: what its first element is called, whether
it declares anything of its own, and in which encoding it says that it is.
"""

import re
from dataclasses import dataclass
from typing import Final

ENCODINGS: Final = re.compile(
    r"utf-?8|utf-?16(le|be)?|us-ascii|ascii|iso-8859-\d+|windows-125\d|gb18030|gbk|gb2312|big5"
)
"""Encodings that are read, in lower case."""

_HEAD: Final = 1 << 17  # the first element must begin within these bytes
_SKIPPED: Final = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DECLARED: Final = re.compile(r"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{1,40})[\"']")
_DOCTYPE: Final = re.compile(r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*", re.DOTALL)
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prolog:
    """The beginning of a file.

    Attributes:
        root: the local name of the first element, "" for what does not begin as XML.
        encoding: as declared, in lower case, "" where nothing is declared.
        doctype: whether there may be a DOCTYPE.
        declares: whether it declares entities or attributes of its own.
        blank: whether there is nothing at all.
        tagged: whether it begins with a <, whatever comes of it.
    """

    root: str = ""
    encoding: str = ""
    doctype: bool = False
    declares: bool = False
    blank: bool = False
    tagged: bool = False

    @property
    def refusal(self) -> str:
        """What speaks against parsing the file, to be said behind its name; "" for nothing."""
        if self.declares:
            return (
                "declares entities or attributes of its own (an internal DTD subset, which could "
                "also be external entities); remove the part in [ ] from its DOCTYPE."
            )
        if self.encoding and not ENCODINGS.fullmatch(self.encoding):
            return (
                f"says that its encoding is {self.encoding!r}, which is not read; save it as UTF-8 "
                "and try again."
            )
        return ""


def prolog(data: bytes) -> Prolog:
    """Return the beginning of a file, of which ``data`` are the first bytes; 128 KiB are read."""
    text = _decoded(data[:_HEAD]).lstrip("\ufeff")
    declared = _DECLARED.match(text)
    at = _skipped(text, 0)
    doctype = _DOCTYPE.match(text, at)
    if doctype:
        at = _skipped(text, doctype.end() + 1)
    root = _ROOT.match(text, at)
    return Prolog(
        root=root[1] if root else "",
        encoding=declared[1].lower() if declared else "",
        doctype="<!DOCTYPE" in text,
        declares=doctype is not None and text[doctype.end() : doctype.end() + 1] == "[",
        blank=not text.strip("\x00 \t\r\n"),
        tagged=text.lstrip().startswith("<"),
    )


def line_of(element: object) -> int:
    """Return where an element that a parser made stands in its file, 0 for nowhere."""
    line = getattr(element, "sourceline", None)
    return line if isinstance(line, int) else 0


def _skipped(text: str, at: int) -> int:
    while found := _SKIPPED.match(text, at):
        at = found.end()
    return at


def _decoded(head: bytes) -> str:
    """Return the beginning as text; all encodings but UTF-16 have ASCII where we look."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace")
    if head[:2] == b"<\x00":
        return head.decode("utf-16-le", "replace")
    if head[:2] == b"\x00<":
        return head.decode("utf-16-be", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
