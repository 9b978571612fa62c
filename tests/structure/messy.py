"""Word files as years of editing leave them: the words are the same, hardly anything else is."""

import copy
import io
import random
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DOCUMENT = "word/document.xml"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """Return a Word file with some of its parts in another form."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for one in old.namelist():
            new.writestr(one, parts.get(one) or old.read(one))
    return buffer.getvalue()


def mixed(typed: bytes, live: bytes, headings: int, paragraphs: int, items: int) -> bytes:
    """Return a file whose first headings, paragraphs and items are numbered by Word.

    The counts say how many of each are; the others are typed. An item under a typed paragraph
    is typed: Word would go on counting from the list before.
    """
    tree = etree.fromstring(part(live, DOCUMENT))
    other = etree.fromstring(part(typed, DOCUMENT))
    body = tree.find(w("body"))
    left = {"heading": headings, "paragraph": paragraphs, "item": items}
    under_live = True
    for mine, theirs in zip(list(body), list(other.find(w("body"))), strict=True):
        sort = _sort(mine)
        if sort is None:
            continue
        if sort == "paragraph":
            under_live = left[sort] > 0
        keep = left[sort] > 0 and (sort != "item" or under_live)
        left[sort] -= keep
        if not keep:
            left[sort] = 0
            body.replace(mine, theirs)
    return with_parts(live, {DOCUMENT: etree.tostring(tree)})


def _sort(element: etree._Element) -> str | None:
    style = element.find(f"{w('pPr')}/{w('pStyle')}")
    name = "" if style is None else style.get(w("val"), "")
    if name.endswith("N") and name[0] == "H":
        return "heading"
    return {"ParaN": "paragraph", "SubParaN": "item", "SubSubParaN": "item"}.get(name)


def mess(data: bytes, seed: int) -> bytes:
    """Return a file with the same words, split and wrapped in everything Word has."""
    rng = random.Random(seed)
    tree = etree.fromstring(part(data, DOCUMENT))
    body = tree.find(w("body"))
    for paragraph in list(body.iter(w("p"))):
        _split(paragraph, rng)
        _wrap(paragraph, rng)
        _restyle(paragraph, rng)
        _respace(paragraph, rng)
    _wrap_paragraphs(body, rng)
    return with_parts(data, {DOCUMENT: etree.tostring(tree)})


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs that hold one stretch of words and nothing else, outside of fields."""
    if paragraph.find(f".//{w('fldChar')}") is not None:
        return
    for run in list(paragraph.findall(w("r"))):
        words = [one for one in run if one.tag != w("rPr")]
        if len(words) == 1 and words[0].tag == w("t") and len(words[0].text or "") > 3:
            yield run


def _split(paragraph: etree._Element, rng: random.Random) -> None:
    for run in _runs(paragraph):
        text = run.find(w("t")).text
        cuts = sorted({0, len(text), *(rng.randrange(len(text)) for _ in range(3))})
        pieces = [text[a:b] for a, b in pairwise(cuts)]
        for piece in pieces:
            one = copy.deepcopy(run)
            one.set(w("rsidR"), f"00{rng.randrange(16**6):06X}")
            one.find(w("t")).text = piece
            one.find(w("t")).set(XML_SPACE, "preserve")
            run.addprevious(one)
            _between(one, piece, rng)
        paragraph.remove(run)


def _between(run: etree._Element, piece: str, rng: random.Random) -> None:
    """Set signs behind a run that show nothing, or a line break in place of a space."""
    choice = rng.randrange(6)
    if choice == 0:
        run.addnext(etree.Element(w("proofErr"), {w("type"): "spellStart"}))
    elif choice == 1:
        run.append(etree.Element(w("lastRenderedPageBreak")))
    elif choice == 2:
        run.addnext(_deleted("stray words"))
    elif choice == 3 and piece.endswith(" ") and "议" not in piece and _in_text(run, piece):
        run.find(w("t")).text = piece[:-1]
        run.append(etree.Element(w("br")))
    elif choice == 4 and piece[-1:].isalpha() and piece[-1:].isascii():
        run.append(etree.Element(w("softHyphen")))


def _in_text(run: etree._Element, piece: str) -> bool:
    """Return whether a line break means nothing here: in a table's cell it parts lines."""
    return bool(piece.strip()) and next(run.iterancestors(w("tc")), None) is None


def _deleted(words: str) -> etree._Element:
    mark = etree.Element(w("del"), {w("id"): "9", w("author"): "A"})
    run = etree.SubElement(mark, w("r"))
    etree.SubElement(run, w("delText")).text = words
    return mark


def _wrap(paragraph: etree._Element, rng: random.Random) -> None:
    """Put runs into insertions, moves, smart tags, content controls and links."""
    for run in list(_runs(paragraph)):
        name = rng.choice(["", "", "ins", "moveTo", "smartTag", "sdt", "hyperlink", "customXml"])
        if not name:
            continue
        holder = etree.Element(w(name))
        if name in ("ins", "moveTo"):
            holder.set(w("id"), str(rng.randrange(10**6)))
            holder.set(w("author"), "A")
        if name == "hyperlink":
            holder.set(w("anchor"), "_Ref1")
        run.addprevious(holder)
        inner = etree.SubElement(holder, w("sdtContent")) if name == "sdt" else holder
        inner.append(run)


UNKNOWN = "CustomLook7"


def _restyle(paragraph: etree._Element, rng: random.Random) -> None:
    """Take the style away from text, or give headings one that nobody knows."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    if style is None or style.get(w("val"), "").endswith("N"):
        return
    name = style.get(w("val"))
    if name in ("SingleTxt", "SubPara", "SubSubPara", "RecBody"):
        choice = rng.randrange(4)
        if choice == 0:
            style.getparent().remove(style)
        elif choice == 1:
            style.set(w("val"), UNKNOWN)
        elif choice == 2:
            style.set(w("val"), "SingleTxt")
    elif name in ("HCh", "H1", "H23", "RecHeading") and rng.randrange(2):
        style.set(w("val"), rng.choice(["Normal", UNKNOWN]))


def _respace(paragraph: etree._Element, rng: random.Random) -> None:
    """Set other white space behind a typed number."""
    for run in paragraph.findall(w("r")):
        parts = [one for one in run if one.tag != w("rPr")]
        if len(parts) > 1 and parts[-1].tag == w("tab"):
            choice = rng.randrange(3)
            if choice == 0:
                parts[-1].tag = w("t")
                parts[-1].text = rng.choice([" ", "\u00a0", "   "])
                parts[-1].set(XML_SPACE, "preserve")
            elif choice == 1:
                run.append(etree.Element(w("tab")))


def _wrap_paragraphs(body: etree._Element, rng: random.Random) -> None:
    """Add empty and deleted paragraphs, and put others into controls."""
    for paragraph in list(body.findall(w("p"))):
        choice = rng.randrange(8)
        if choice == 0:
            paragraph.addprevious(etree.Element(w("p")))
        elif choice == 1:
            paragraph.addprevious(_deleted_paragraph())
        elif choice in (2, 3):
            holder = etree.Element(w("sdt" if choice == 2 else "customXml"))
            paragraph.addprevious(holder)
            inner = etree.SubElement(holder, w("sdtContent")) if choice == 2 else holder
            inner.append(paragraph)


def _deleted_paragraph() -> etree._Element:
    paragraph = etree.Element(w("p"))
    properties = etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("rPr"))
    etree.SubElement(properties, w("del"), {w("id"): "8", w("author"): "A"})
    paragraph.append(_deleted("99. Nobody was to read this any more."))
    return paragraph


V = "urn:schemas-microsoft-com:vml"
PLACES = ("table", "box", "lines")


def moved(data: bytes, place: str) -> bytes:
    """Return a file whose masthead stands at the head of the body, as one of ``PLACES``."""
    header = _first_header(data)
    tree = etree.fromstring(part(data, DOCUMENT))
    body = tree.find(w("body"))
    inner = etree.fromstring(part(data, header))
    blocks = list(inner)
    if place != "table":
        blocks = [one for block in blocks for one in block.iter(w("p"))]
    if place == "box":
        box = etree.Element(f"{{{V}}}textbox")
        etree.SubElement(box, w("txbxContent")).extend(blocks)
        holder = etree.Element(w("p"))
        picture = etree.SubElement(etree.SubElement(holder, w("r")), w("pict"))
        etree.SubElement(picture, f"{{{V}}}shape").append(box)
        blocks = [holder]
    for at, block in enumerate(blocks):
        body.insert(at, block)
    for one in list(inner):
        inner.remove(one)
    etree.SubElement(inner, w("p"))
    return with_parts(data, {DOCUMENT: etree.tostring(tree), header: etree.tostring(inner)})


def _first_header(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        headers = [one for one in archive.namelist() if one.startswith("word/header")]
        return next(one for one in headers if b"Distr" in archive.read(one))
