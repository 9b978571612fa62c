"""Drives LibreOffice as an editor would; run with the Python that has its bridge (``uno``).

``python3 drive.py PROFILE FILE OUT.txt OUT.docx STEP…``: each step is "split:WORDS", a new
paragraph behind the one that begins with the words, saying "New."; or "copy:WORDS", the paragraph
that begins with the words and the one behind it put in again before it, by the clipboard. Fields
are updated then, and the text is written as it is shown.
"""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]


def prop(name: str, value: Any) -> Any:
    """Return a named value as the office takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(pipe: str) -> Any:
    """Return the context of a running office; waits until it listens."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001  # the bridge raises its own kinds until it is there
            time.sleep(0.5)
    raise SystemExit("the office does not answer")


def paragraphs(document: Any) -> list[Any]:
    """Return the paragraphs of the text, tables left out."""
    found, every = [], document.Text.createEnumeration()
    while every.hasMoreElements():
        one = every.nextElement()
        if one.supportsService("com.sun.star.text.Paragraph"):
            found.append(one)
    return found


def beginning(document: Any, words: str) -> int:
    """Return the place of the paragraph that begins with words."""
    for at, one in enumerate(paragraphs(document)):
        if one.String.startswith(words):
            return at
    raise SystemExit(f"no paragraph begins with {words!r}")


def split(document: Any, words: str) -> None:
    """Press Enter at the end of a paragraph and type."""
    every = paragraphs(document)
    cursor = document.Text.createTextCursorByRange(every[beginning(document, words)].End)
    document.Text.insertControlCharacter(cursor, 0, False)  # PARAGRAPH_BREAK
    document.Text.insertString(cursor, "New.", False)


def copy(document: Any, words: str) -> None:
    """Copy a paragraph and the one behind it, and put both in again before them."""
    every = paragraphs(document)
    at = beginning(document, words)
    view = document.CurrentController
    cursor = document.Text.createTextCursorByRange(every[at].Start)
    cursor.gotoRange(every[at + 2].Start, True)
    view.select(cursor)
    held = view.getTransferable()
    view.ViewCursor.gotoRange(every[at].Start, False)
    view.insertTransferable(held)


def shown(document: Any) -> str:
    """Return every paragraph as it is seen: its label, a tab, its words."""
    lines = []
    for one in paragraphs(document):
        label = one.ListLabelString if one.NumberingIsNumber else ""
        lines.append(f"{label}\t{one.String}")
    return "\n".join(lines)


def main(profile: str, source: str, text: str, target: str, *steps: str) -> None:
    """Open, edit, update, write."""
    pipe = f"undraft{abs(hash(profile))}"
    command = [
        "soffice",
        f"-env:UserInstallation={Path(profile).as_uri()}",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={pipe};urp;",
    ]
    office = subprocess.Popen(command)
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context
        )
        document = desktop.loadComponentFromURL(
            Path(source).as_uri(), "_blank", 0, (prop("Hidden", True),)
        )
        for step in steps:
            name, _, words = step.partition(":")
            {"split": split, "copy": copy}[name](document, words)
        document.TextFields.refresh()
        document.refresh()
        Path(text).write_text(shown(document), encoding="utf-8")
        document.storeToURL(Path(target).as_uri(), (prop("FilterName", "MS Word 2007 XML"),))
        document.close(True)
        desktop.terminate()
        office.wait(60)
    finally:
        office.kill()


main(*sys.argv[1:])
