"""Messages of a PO that gettext does not take: twice the same, or forms that cannot be."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import polib

from toolkit.diagnostics import Finding
from toolkit.exchange.findings import Findings
from toolkit.exchange.po_text import Place
from toolkit.text.normalize import strip_controls

_MOST_FORMS = re.compile(r"nplurals[ \t]*=[ \t]*(\d{1,3})")
_QUOTED = 60

Form = tuple[int, str]
"""The number of a message from 0, and its plural form ("" without)."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """What is left out: whole messages by number, single plural forms, and what is told of them."""

    entries: frozenset[int]
    forms: frozenset[Form]
    findings: tuple[Finding, ...]

    def has(self, entry: int, form: str) -> bool:
        """Return whether a form of a message is left out."""
        return entry in self.entries or (entry, form) in self.forms


def unfit(
    entries: Sequence[polib.POEntry], places: Sequence[Place], formula: str, path: str
) -> Unfit:
    """Return what msgfmt would refuse of the messages of a file; the first of two is kept.

    Args:
        entries: the messages, those that are obsolete left out.
        places: where their translations stand in the file.
        formula: the field Plural-Forms of the header, "" for none.
        path: the name of the file.
    """
    return _Judge(places, formula, path).judged(entries)


class _Judge:
    def __init__(self, places: Sequence[Place], formula: str, path: str) -> None:
        self._places: dict[int, list[Place]] = defaultdict(list)
        for place in places:
            self._places[place.entry].append(place)
        most = _MOST_FORMS.search(formula)
        self._most = int(most[1]) if most else None
        self._told = Findings(path)
        self._left: set[int] = set()
        self._forms: set[Form] = set()

    def judged(self, entries: Sequence[polib.POEntry]) -> Unfit:
        met: dict[tuple[str | None, str], int] = {}
        for number, entry in enumerate(entries):
            first = met.setdefault((entry.msgctxt, entry.msgid), entry.linenum)
            if first != entry.linenum:
                self._say("EXC126", entry, entry.linenum, first=first)
                self._left.add(number)
            elif self._in_order(number, entry) and self._most is not None:
                self._not_too_many(number, entry, self._most)
        return Unfit(frozenset(self._left), frozenset(self._forms), self._told.all())

    def _in_order(self, number: int, entry: polib.POEntry) -> bool:
        """Leave a message out whose translations are not numbered as they must be."""
        for at, place in enumerate(self._places[number]):
            wanted = str(at) if entry.msgid_plural else ""
            if place.form != wanted:
                found, expected = _keyword(place.form), _keyword(wanted)
                self._say("EXC128", entry, place.start + 1, found=found, expected=expected)
                self._left.add(number)
                return False
        return True

    def _not_too_many(self, number: int, entry: polib.POEntry, most: int) -> None:
        for place in self._places[number][most:]:
            if place.form:
                self._say("EXC127", entry, place.start + 1, form=place.form, count=most)
                self._forms.add((number, place.form))

    def _say(self, code: str, entry: polib.POEntry, line: int, **values: object) -> None:
        words = strip_controls(" ".join(entry.msgid.split()))
        source = words if len(words) <= _QUOTED else words[:_QUOTED] + "…"
        self._told.add(code, path="", place=f"line {line}", source=source, **values)


def _keyword(form: str) -> str:
    return f"msgstr[{form}]" if form else "msgstr"
