"""Documents to Word files."""

from collections.abc import Mapping, Sequence
from typing import Literal

from toolkit.errors import UndraftError
from toolkit.model import Document, Remark

Numbers = Literal["live", "typed"]
Marks = Literal["comments", "colour", "none"]


def write(
    document: Document,
    *,
    base: bytes | None = None,
    styles: Mapping[str, str] | None = None,
    numbers: Numbers = "typed",
    remarks: Sequence[Remark] = (),
    marks: Marks = "none",
    fields: Mapping[str, str] | None = None,
) -> bytes:
    """Return the document as the bytes of a Word file; the same input gives the same bytes.

    ``base`` is a Word file with ``{{placeholders}}`` in headers, footers and body and one
    paragraph ``{{content}}``; None takes the house style. ``styles`` maps roles ("chapter",
    "text", …) to the names of styles in ``base``; roles that are not in it keep their default.
    ``numbers`` "live" lets Word count, "typed" writes the labels as text. ``remarks`` are shown
    as Word comments or as colours, or not at all, as ``marks`` says. ``fields`` fills
    placeholders that the masthead does not.

    Raises:
        TemplateError: ``base`` has no ``{{content}}``, lacks a style that is needed, or has a
            placeholder that nothing fills.
    """
    raise UndraftError("writing Word files is not there yet")
