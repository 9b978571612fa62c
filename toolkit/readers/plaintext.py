"""Plain text: wrapped lines, and what comes out of a PDF with a blank line after each line."""

import re
from hashlib import sha256
from typing import Final

from toolkit.errors import InputError
from toolkit.model import Origin
from toolkit.readers.decoding import decode
from toolkit.readers.layout import Line, breaker, groups, lines_of, measure, page_turner
from toolkit.readers.reader import Reader, ReadOptions, ReadResult
from toolkit.structure import Mending, Para, build

_BREAKS: Final = re.compile(r"\r\n?|[\f\v\u2028\u2029\u0085]")


class PlaintextReader(Reader):
    """Reads text without mark-up."""

    name = "text"
    suffixes = (".txt", ".text")

    def recognises(self, data: bytes) -> bool:
        """Return whether the bytes are text in an encoding we know."""
        return decode(data) is not None

    def read(self, data: bytes, path: str, options: ReadOptions) -> ReadResult:
        """Read text; findings tell what was joined, parted and left out."""
        decoded = decode(data)
        if decoded is None:
            raise InputError(f"{path} is not a text file; save it as UTF-8 text.")
        lines = lines_of(_BREAKS.sub("\n", decoded.text))
        if not lines:
            raise InputError(f"{path} is empty.")
        layout = measure(lines)
        document, told = build(
            [_para(group) for group in groups(lines, layout)],
            origin=Origin(path=path, format=self.name, sha256=sha256(data).hexdigest()),
            options_profile=options.profile,
            language=options.language,
            mending=Mending(breaks=breaker(layout), pages=page_turner(layout), tells_splits=False),
        )
        return ReadResult(document, (*decoded.findings(path), *told))

    def visible(self, data: bytes, path: str, options: ReadOptions) -> str:  # noqa: ARG002
        """Return the text as it is."""
        decoded = decode(data)
        if decoded is None:
            raise InputError(f"{path} is not a text file; save it as UTF-8 text.")
        return decoded.text


def _para(group: list[Line]) -> Para:
    """Return lines as one paragraph with its line breaks, which ``structure`` undoes.

    Blank lines inside stay too, so that each line keeps its place; and so do indents, which tell
    the columns of tables.
    """
    least = min(line.indent for line in group)
    breaks = ["", *("\n" * (line.gap + 1) for line in group[1:])]
    text = "".join(
        gap + " " * (line.indent - least) + line.text
        for gap, line in zip(breaks, group, strict=True)
    )
    return Para(text=text, place=f"line {group[0].number}")


READER = PlaintextReader()
