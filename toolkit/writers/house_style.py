"""The house style as a Word file: the template we take when none is given.

``python -m toolkit.writers.house_style en OUT.docx`` writes it, so that a template folder can start
from it. One file serves all languages: fonts for Latin and Han stand side by side in its styles,
and the writer changes the figures that depend on the language (``data/house.toml``).
"""

import sys
from pathlib import Path
from typing import Literal

from toolkit.errors import WriteRefusedError
from toolkit.ooxml.build import tag, val
from toolkit.ooxml.editing import DOCUMENT_TYPE, Editing
from toolkit.ooxml.xml import R_NS, Element
from toolkit.writers.house_pages import (
    body_root,
    first_footer,
    first_header,
    running_footer,
    running_header,
)
from toolkit.writers.house_styles import house, styles_root

HOUSE_VARIABLE = "UndraftHouse"  # a document variable that says for which language it is set


def house_style(language: str, page: Literal["letter", "a4"] = "letter") -> bytes:
    """Return the house style for a language code as the bytes of a Word file.

    It holds placeholders for the masthead and one paragraph ``{{content}}``.
    """
    figures = house()["page"][page]
    width = figures["width"] - figures["left"] - figures["right"]
    editing = Editing.empty()
    editing.relate_package(f"{R_NS}/officeDocument", "word/document.xml")
    references = [
        (kind, which, editing.add_word_part(name, kind, root))
        for kind, which, name, root in (
            ("header", "even", "header1.xml", running_header(width, even=True)),
            ("header", "default", "header2.xml", running_header(width, even=False)),
            ("header", "first", "header3.xml", first_header(width)),
            ("footer", "even", "footer1.xml", running_footer(width, even=True)),
            ("footer", "default", "footer2.xml", running_footer(width, even=False)),
            ("footer", "first", "footer3.xml", first_footer()),
        )
    ]
    editing.add_part(editing.main, DOCUMENT_TYPE, body_root(figures, references))
    editing.add_word_part("styles.xml", "styles", styles_root(language))
    editing.add_word_part("settings.xml", "settings", _settings(language))
    return editing.finish()


def _settings(language: str) -> Element:
    uri = "http://schemas.microsoft.com/office/word"
    return tag(
        "settings",
        tag("zoom", percent=100),
        val("defaultTabStop", 475),
        tag("evenAndOddHeaders"),
        val("characterSpacingControl", "doNotCompress"),
        tag("compat", tag("compatSetting", name="compatibilityMode", uri=uri, val=15)),
        tag("docVars", tag("docVar", name=HOUSE_VARIABLE, val=language)),
    )


def main(arguments: list[str]) -> int:
    """Write the house style of a language (first argument) to a new file (second argument)."""
    language, target = arguments
    try:
        with Path(target).open("xb") as stream:
            stream.write(house_style(language))
    except OSError as fault:
        raise WriteRefusedError(f"{target}: not written: {fault.strerror}") from fault
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
