"""Running heads, footers and page numbers: left out where that is certain."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import Final

from toolkit.diagnostics import Finding
from toolkit.model import Masthead
from toolkit.structure.cells import BARE_JOB, JOB_NUMBER, with_job
from toolkit.structure.para import Para
from toolkit.structure.pieces import further
from toolkit.structure.repairs import DROPPED_FURNITURE

_NUMBER: Final = r"\d{1,3}(?:/\d{1,3})?"  # of a page: 3, 3/24
_PAGE: Final = re.compile(
    rf"{BARE_JOB}(?:\s{{0,3}}[(\[][ACEFRSG][)\]](?:\s+\d{{6}}){{0,2}})?(?:\s+{_NUMBER})?"
    rf"|{_NUMBER}\s+{BARE_JOB}|\d{{1,3}}/\d{{1,3}}"
    r"|Page \d{1,3}(?: of \d{1,3})?|第 ?\d{1,3} ?页(?:[，,/ ]*共 ?\d{1,3} ?页)?"
    r"|Please recycle|请回收"
)
_BESIDE: Final = re.compile(rf"^{_NUMBER}\s+|\s+{_NUMBER}$")  # a running head
_PAGE_BEHIND: Final = re.compile(r"(?<=\S)\s+\d{1,3}/\d{1,3}\s*$")
_BARCODE: Final = re.compile(r"\*(\d{7})\*")
_LONGEST: Final = 200
_LONE: Final = re.compile(r"[-–— ]*(\d{1,3})[-–— ]*")


def drop_furniture(
    paras: Sequence[Para],
    masthead: Masthead,
    file: str,
    spared: frozenset[tuple[int, int]] = frozenset(),
) -> tuple[list[Para], list[Finding]]:
    """Return the paragraphs without page furniture, and what was left out.

    A lone figure is a page number only where at least two of them rise by one. Lines left out are
    blanked, which shows that a page ended there. ``spared`` are lines (paragraph, line) that are
    no furniture whatever they look like: a lone figure above its note.
    """
    pages = _page_numbers(paras, spared)
    kept: list[Para] = []
    findings: list[Finding] = []
    for at, para in enumerate(paras):
        if para.rows or para.label is not None:
            kept.append(para)
            continue
        lines = para.text.split("\n")
        out = frozenset(
            place
            for place, line in enumerate(lines)
            if (at, place) not in spared and _is_furniture(line.strip(), masthead, pages)
        )
        for place in sorted(out):
            words = " ".join(lines[place].split())
            there = replace(para, text=words, place=further(para.place, place))
            findings.append(DROPPED_FURNITURE.at(there, file, text=words))
        kept.append(_without(para, lines, out) if out else para)
    return kept, findings


def claim_footer(paras: Sequence[Para], masthead: Masthead) -> tuple[list[Para], Masthead]:
    """Take job number and barcode into the masthead when they stand below the first page's text.

    So they come out of a PDF, at the foot of a page; they are lines of their own, and only what
    the masthead lacks is taken.
    """
    kept: list[Para] = []
    for para in paras:
        lines = para.text.split("\n")
        for place, line in enumerate(lines):
            own = _PAGE_BEHIND.sub("", line).strip()
            found = _claimed(own, masthead) if len(line) <= _LONGEST else None
            if found is not None:
                masthead = found
                lines[place] = line.replace(own, " " * len(own), 1)
        kept.append(replace(para, text="\n".join(lines)))
    return kept, masthead


def _claimed(line: str, masthead: Masthead) -> Masthead | None:
    job = JOB_NUMBER.fullmatch(line)
    if job is not None and masthead.job_number is None:
        return with_job(masthead, job)
    if masthead.barcode is None and (barcode := _BARCODE.fullmatch(line)):
        return replace(masthead, barcode=barcode[1])
    return None


def _without(para: Para, lines: Sequence[str], out: Set[int]) -> Para:
    """Blank the furniture lines of a paragraph, so that every offset stays."""
    text = "\n".join(" " * len(line) if at in out else line for at, line in enumerate(lines))
    return replace(para, text=text)


def _page_numbers(paras: Sequence[Para], spared: frozenset[tuple[int, int]]) -> frozenset[int]:
    found = [
        int(match[1])
        for at, para in enumerate(paras)
        for place, line in enumerate(para.text.split("\n"))
        if len(line) < 20 and (match := _LONE.fullmatch(line.strip())) and (at, place) not in spared
    ]
    rising = all(later == earlier + 1 for earlier, later in pairwise(found))
    return frozenset(found) if len(found) > 1 and rising else frozenset()


def _is_furniture(line: str, masthead: Masthead, pages: frozenset[int]) -> bool:
    if not line or len(line) > _LONGEST:
        return False
    if _BESIDE.sub("", line) == masthead.symbol or _PAGE.fullmatch(line):
        return True
    lone = _LONE.fullmatch(line)
    return lone is not None and int(lone[1]) in pages
