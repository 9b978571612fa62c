"""Plain text: wrapped lines, and what comes out of a PDF with a blank line after each line."""

import re
from hashlib import sha256
from typing import Final

from toolkit.errors import InputError
from toolkit.model import Origin
from toolkit.readers.decoding import decode
from toolkit.readers.layout import Line, breaker, groups, lines_of, measure, page_turner
from toolkit.readers.reader import Reader, ReadOptions, ReadResult
from toolkit.structure import Mending, Para, Role, build

_BREAKS: Final = re.compile(r"\r\n?|[\f\v\u2028\u2029\u0085]")


# A whole line in the mark-up of Markdown, as notes and e-mails have it.
_MARKED: Final = re.compile(
    r"(?P<hashes>#{1,6})[ \t]+(?P<heading>[^#\s].*?)[ \t]*#*"
    r"|(?P<sign>\*\*|__)(?P<bold>(?![\s*_])(?:(?!\*\*|__).)+)(?P=sign)"
)


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
            raise InputError(_no_words(decoded.text, path))
        layout = measure(lines)
        document, told = build(
            [_para(group) for group in groups(lines, layout, alone=_is_marked)],
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


def _no_words(text: str, path: str) -> str:
    if not text.strip("\ufeff \t\r\n\f\v"):
        return f"{path} is empty."
    return f"{path} holds no words, only stars, dashes or other rules."


def _is_marked(line: Line) -> bool:
    return line.text[0] in "#*_" and _MARKED.fullmatch(line.text) is not None


def _para(group: list[Line]) -> Para:
    """Return lines as one paragraph with its line breaks, which ``structure`` undoes.

    Blank lines inside stay too, so that each line keeps its place; and so do indents, which tell
    the columns of tables.
    """
    if len(group) == 1 and (found := _MARKED.fullmatch(group[0].text)):
        depth = len(found["hashes"] or "") or None
        return Para(
            text=found["heading"] or found["bold"],
            role=Role.HEADING if depth else None,
            depth=depth,
            bold=depth is None,
            place=f"line {group[0].number}",
        )
    least = min(line.indent for line in group)
    breaks = ["", *("\n" * (line.gap + 1) for line in group[1:])]
    text = "".join(
        gap + " " * (line.indent - least) + line.text
        for gap, line in zip(breaks, group, strict=True)
    )
    return Para(text=text, place=f"line {group[0].number}")


READER = PlaintextReader()
