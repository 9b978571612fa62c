"""How long writing a Word file takes, beside lxml alone and python-docx, as reports grow."""

import io
import time
import zipfile
from collections.abc import Callable
from typing import Final

import docx
from lxml import etree

from toolkit.model import Block, Document, Kind, Masthead, Note, Profile
from toolkit.ooxml.freezing import freeze
from toolkit.writers.docx import write

TITLE: Final = "Writing"
NOTE: Final = """
A made-up report (a heading in every hundred paragraphs, numbered paragraphs of thirty words) is
written as a Word file in the house style; "with notes" has a footnote and a reference in every
tenth paragraph. Beside it "lxml" is what the same XML costs at the least: the elements of its text
are made one by one with lxml's own `SubElement`, with the same names, attributes and words, turned
to bytes and packed. "python-docx" adds the same paragraphs to a new document, label and words as
one run, a style object for each. Processor time, the best of three by turns; python-docx once.
"""
_WORDS: Final = (
    "the Working Group considered the training of pilots and rescue crews, taking into account the "
    "report of the Secretariat and the views that States parties had expressed on it in writing"
)


def rows(quick: bool) -> list[dict[str, str]]:
    """Measure; ``quick`` with a tenth of everything."""
    part = 10 if quick else 1
    found = []
    for count in (1_000, 5_000, 20_000, 80_000):
        for rich in (False, True) if count == 20_000 else (False,):
            found += _measured(count // part, rich=rich)
    return found


def _measured(count: int, *, rich: bool) -> list[dict[str, str]]:
    report = _report(count, rich=rich)
    built = write(report)
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(built)).read("word/document.xml"))
    bare, typed, live = _best(
        lambda: _bare(tree), lambda: write(report), lambda: write(report, numbers="live")
    )
    drafted = write(report, numbers="live")
    (frozen,) = _best(lambda: freeze(drafted, "a.docx"), turns=1)
    row = {
        "what": f"{count:,} paragraphs{', with notes' if rich else ''}",
        "lxml": f"{bare:.2f} s",
        "typed": f"{typed:.2f} s",
        "ratio": f"{typed / bare:.1f}",
        "live": f"{live:.2f} s",
        "frozen": f"{frozen:.2f} s",
    }
    if count <= 20_000 and not rich:
        (theirs,) = _best(lambda: _python_docx(report), turns=1)
        row |= {"python-docx": f"{theirs:.1f} s", "times ours": f"{theirs / typed:.0f}"}
    return [row]


def _report(count: int, *, rich: bool) -> Document:
    blocks: list[Block] = []
    chapter = note = 0
    for number in range(1, count + 1):
        if number % 100 == 1:
            chapter += 1
            blocks.append(
                Block(id=f"h{number}", kind=Kind.HEADING, text="Deliberations", level=2,
                      label=f"{chapter}.", number=chapter, path=f"I/{chapter}")
            )  # fmt: skip
        text, notes = f"At its {number}th meeting, {_WORDS}.", ()
        if rich and number % 10 == 0:
            note += 1
            text = f"{text} See paragraph {number - 5} above."
            notes = (Note(number=str(note), at=len(text), text="On file."),)
        blocks.append(
            Block(id=f"p{number}", kind=Kind.PARAGRAPH, text=text, label=f"{number}.",
                  number=number, path=f"I/{chapter}/para {number}", notes=notes)
        )  # fmt: skip
    masthead = Masthead(title="Report", symbol="ABC/COP/WG.1/2030/L.1")
    return Document(profile=Profile.DRAFT, language="en", masthead=masthead, blocks=tuple(blocks))


def _bare(tree: etree._Element) -> bytes:
    """Make the elements of a tree anew and pack them."""
    root = etree.Element(tree.tag, nsmap=tree.nsmap)
    _copied(tree, root)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", data)
    return buffer.getvalue()


def _copied(old: etree._Element, new: etree._Element) -> None:
    for child in old:
        made = etree.SubElement(new, child.tag)
        for key, value in child.attrib.items():
            made.set(key, value)
        if child.text:
            made.text = child.text
        if len(child):
            _copied(child, made)


def _python_docx(report: Document) -> None:
    made = docx.Document()
    style = made.styles["Normal"]
    for block in report.blocks:
        made.add_paragraph(f"{block.label}\t{block.text}", style)
    made.save(io.BytesIO())


def _best(*works: Callable[[], object], turns: int = 3) -> tuple[float, ...]:
    """Return the shortest processor time of each, taken by turns so that load hits all alike."""
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(turns):
        for at, work in enumerate(works):
            start = time.process_time()
            work()
            spent[at].append(time.process_time() - start)
    return tuple(min(one) for one in spent)
