"""Findings of a check hung on a Word file as comments, at the words they are about."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath
from string import Formatter
from typing import Any, Final

from toolkit.checks.registry import rules
from toolkit.diagnostics import Finding, Severity
from toolkit.diagnostics.catalogue import fill, say
from toolkit.diagnostics.spoken import spoken
from toolkit.errors import InputError, UsageError
from toolkit.model import Block, Document
from toolkit.model.remark import OUR_AUTHOR
from toolkit.ooxml.changes import AddComment
from toolkit.ooxml.package import is_word
from toolkit.ooxml.revising import WordText
from toolkit.readers import ReadOptions
from toolkit.workflows.checking.accepting import already_said, signature
from toolkit.workflows.documents.files import Input
from toolkit.workflows.editing.locating import Found, is_blank
from toolkit.workflows.editing.opening import Changeable, read_to_change
from toolkit.workflows.editing.word_places import WordPlaces

SCHEMA: Final = "undraft.findings/1"
ACCEPT: Final = "To accept it: answer with the reason, then resolve this comment."


@dataclass(frozen=True, slots=True)
class Told:
    """Findings about one file, and the language their messages are in."""

    findings: tuple[Finding, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """The new file, how many comments were added, and how many findings had one already."""

    data: bytes
    added: int
    known: int


def findings_for(given: Input, source: Input, lang: str | None = None) -> Told:
    """Return the findings about a file out of what ``check --json`` wrote.

    Args:
        given: the file they are to be about.
        source: the JSON.
        lang: of the messages, where the rule is known here; None as they were told then.

    Raises:
        UsageError: it is no such JSON, does not name the file, or is about another version of it.
    """
    value = _parsed(source)
    path = _checked_as(given, source, value["inputs"])
    ours = [one for one in value["findings"] if one["file"] == path]
    found = tuple(_finding(one, retell=lang is not None) for one in ours)
    return Told(found, lang or str(value.get("lang", "en")))


def annotate(given: Input, findings: Sequence[Finding], lang: str = "en") -> Annotated:
    """Hang findings on the words of a Word file; those that have their comment get no other.

    A finding about the document as a whole, or about its first page, stands at its first words.

    Raises:
        InputError: the file is no Word file, or damaged.
    """
    if not is_word(given.data):
        raise InputError(
            f"{given.path} is no Word file, and only those hold comments. Turn it into one with "
            "`undraft convert`, check that, and annotate it; or use `undraft check --format html`."
        )
    said = already_said(given.data, given.path)
    fresh = []
    for one in findings:
        if said[signature(one)] > 0:
            said[signature(one)] -= 1
        else:
            fresh.append(one)
    data = _written(given, fresh, lang) if fresh else given.data
    return Annotated(data, len(fresh), len(findings) - len(fresh))


def _written(given: Input, findings: Sequence[Finding], lang: str) -> bytes:
    taken = read_to_change(given.data, given.path, None, ReadOptions())
    try:
        return _commented(taken, findings, lang, frozenset())
    except InputError:
        tried = [_unit_if_barred(taken, one, lang) for one in findings]
    barred = frozenset(one for one in tried if one is not None)
    return _commented(taken, findings, lang, barred)


def _unit_if_barred(taken: Changeable, finding: Finding, lang: str) -> int | None:
    """Return the paragraph of a finding where no comment can stand, None where one can."""
    file = taken.open_again()
    change = _Desk(taken.document, file, lang).comment(finding)
    try:
        file.apply([change])
    except InputError:
        return change.paragraph
    return None


def _commented(
    taken: Changeable, findings: Sequence[Finding], lang: str, barred: frozenset[int]
) -> bytes:
    file = taken.open_again()
    desk = _Desk(taken.document, file, lang, barred)
    return file.apply([desk.comment(one) for one in findings])


@dataclass(slots=True)
class _Desk:
    """Where in a file findings are; ``barred`` are paragraphs that cannot bear a comment."""

    document: Document
    file: WordText
    lang: str
    barred: frozenset[int] = frozenset()
    places: WordPlaces = field(init=False)
    blocks: Mapping[tuple[str, str], Block] = field(init=False)
    paths: Mapping[str, Block] = field(init=False)

    def __post_init__(self) -> None:
        self.places = WordPlaces(self.document, self.file.paragraphs)
        every = list(reversed(self.document.blocks))
        self.blocks = {(block.path, block.place): block for block in every}
        self.paths = {block.path: block for block in every if block.path}

    def comment(self, finding: Finding) -> AddComment:
        """Return the comment for a finding."""
        block = self.blocks.get((finding.path, finding.place)) or self.paths.get(finding.path)
        place = self._place(block, finding) if block else None
        there = place is not None and place[0] not in self.barred
        unit, start, end = place if place and there else self._first()
        lead = "" if there else f"{spoken(finding.path, self.lang)}: "
        return AddComment(unit, start, end, self._words(finding, lead), OUR_AUTHOR)

    def _words(self, finding: Finding, lead: str) -> str:
        severity = fill(finding.severity.value, None, self.lang)
        accept = fill(ACCEPT, None, self.lang)
        said = f"{lead}{say(finding, self.lang)}"
        return f"{finding.code} · {severity}\n{said}\n{accept} {signature(finding)}"

    def _place(self, block: Block, finding: Finding) -> tuple[int, int, int] | None:
        found = self.places.of(block.id)
        if found is None:
            return None
        if found.text is None:
            return self._whole(found)
        if finding.start is None or finding.end is None or finding.end > len(block.text):
            return found.text.unit, *found.text.span(0, len(block.text))
        return found.text.unit, *found.text.span(finding.start, finding.end)

    def _whole(self, found: Found) -> tuple[int, int, int]:
        """Return the first paragraph with words: of a table, or of a label without a text."""
        filled = (unit for unit in found.units if not is_blank(self.file.paragraphs[unit].text))
        unit = next(filled, found.units[0])
        return unit, 0, len(self.file.paragraphs[unit].text)

    def _first(self) -> tuple[int, int, int]:
        """Return the first words of the text that can bear a comment."""
        main = [one for one in self.file.paragraphs if one.note is None and not one.boxed]
        free = [one for one in main if one.index not in self.barred]
        filled = [one for one in free if not is_blank(one.text)]
        if not free:
            raise InputError(
                f"{self.document.origin.path} has no paragraph that can bear a comment."
            )
        one = (filled or free)[0]
        return one.index, 0, len(one.text)


# -- what a check wrote --------------------------------------------------------------------
def _parsed(source: Input) -> dict[str, Any]:
    try:
        value = json.loads(source.data.decode("utf-8-sig"))
        if value["schema"] == SCHEMA and all(_is_sound(value)):
            return dict(value)
    except (ValueError, KeyError, TypeError):
        pass
    raise UsageError(
        f"{source.path} holds no findings: expected the JSON with the schema {SCHEMA} that "
        "`undraft check --json` prints."
    )


def _is_sound(value: Mapping[str, Any]) -> Iterator[bool]:
    """Yield whether each part is of the kind it should be."""
    for one in value["inputs"]:
        yield isinstance(one["path"], str) and isinstance(one["sha256"], str)
    for one in value["findings"]:
        yield one["severity"] in list(Severity)
        yield all(isinstance(one[key], str) for key in ("code", "name", "message", "file", "path"))
        yield all(isinstance(one[key], int | None) for key in ("start", "end"))
        yield isinstance(one["snippet"], str) and isinstance(one.get("values", {}), dict)


def _checked_as(given: Input, source: Input, inputs: Sequence[Mapping[str, str]]) -> str:
    """Return the name under which a file was checked."""
    same = [one["path"] for one in inputs if one["sha256"] == given.sha256]
    if same:
        return given.path if given.path in same else same[0]
    name = PurePath(given.path).name
    if any(PurePath(one["path"]).name == name for one in inputs):
        raise UsageError(
            f"The findings in {source.path} are of another version of {given.path}: its content "
            "has changed since. Check the file again and use those findings."
        )
    names = ", ".join(one["path"] for one in inputs) or "no file"
    raise UsageError(f"The findings in {source.path} are of {names}, not of {given.path}.")


def _finding(value: Mapping[str, Any], *, retell: bool) -> Finding:
    template, values = "{message}", {"message": str(value["message"])}
    own = _templates().get(value["code"])
    if retell and own is not None and isinstance(value.get("values"), dict):
        filling = {str(key): str(text) for key, text in value["values"].items()}
        if _names(own) <= filling.keys():
            template, values = own, filling
    return Finding(
        code=value["code"],
        name=value["name"],
        severity=Severity(value["severity"]),
        template=template,
        values=values,
        file=value["file"],
        path=value["path"],
        label=value.get("label"),
        place=str(value.get("place") or ""),
        snippet=value["snippet"],
        start=value["start"],
        end=value["end"],
    )


@cache
def _templates() -> Mapping[str, str]:
    return {one.code: one.message for one in rules()}


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}
