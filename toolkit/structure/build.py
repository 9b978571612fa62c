"""From paragraphs to a document: the one place that decides for every reader."""

from collections.abc import Sequence

from toolkit.diagnostics import Finding
from toolkit.model import Document, Origin, Profile
from toolkit.structure.para import Para


def build(
    paras: Sequence[Para],
    *,
    origin: Origin,
    options_profile: Profile | None = None,
    language: str | None = None,
    masthead: Sequence[Para] = (),
    mend: bool = False,
) -> tuple[Document, tuple[Finding, ...]]:
    """Return the document that ``paras`` are, and what was repaired or could not be kept.

    Args:
        paras: in reading order; a line break of the layout inside a paragraph is a newline.
        origin: the file they come from.
        options_profile: the profile the user named; None: recognised.
        language: BCP-47 code the user named; None: from the script.
        masthead: paragraphs certainly of the masthead (first-page header, text boxes, first
            table); when empty, the masthead is the head of ``paras``.
        mend: whether the file lost its paragraphs to a layout (text, Markdown out of a PDF), so
            that cut sentences are joined and page furniture is dropped.
    """
    raise NotImplementedError
