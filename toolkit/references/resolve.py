"""From the words of a reference to the blocks it means."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.languages import AGAINS, ReferenceList, RefKind
from toolkit.references.fingerprint import digest, fingerprint, set_aside
from toolkit.references.index import Index, Key
from toolkit.references.places import annex_of
from toolkit.references.reference import Target
from toolkit.text.numerals import letter_value

_MOST = 1000  # numbers of one range that are looked up
_PUT_IN_LATER = (RefKind.PARAGRAPH, RefKind.RECOMMENDATION)
# Kinds whose numbers are all that there is to look for.
_BY_NUMBER = frozenset(
    {RefKind.PARAGRAPH, RefKind.RECOMMENDATION, RefKind.SECTION, RefKind.AGENDA_ITEM}
    | {RefKind.TABLE, RefKind.FIGURE}
)
_MARKS = re.compile(r"\(\w+\)")
_LINK = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|to)\s|\s?[-–]\s?")


class _Wanted(NamedTuple):
    """A number that a list names, before it is known where that is: as ``Target`` begins."""

    number: int | None
    again: str = ""
    part: str = ""
    member: int | None = None

    @property
    def nowhere(self) -> Target:
        """The target where there is no such thing."""
        return Target(*self)


class Resolver:
    """Leads references to blocks of one document; each fingerprint is worked out once."""

    def __init__(self, index: Index, *, prints: bool = True) -> None:
        self._index = index
        self._wants_prints = prints
        self._blocks = index.document.blocks
        self._prints: dict[int, str] = {}
        self._annexes: list[int] = []
        self._sections_by_number: dict[int | None, list[int]] = {}
        for key, place in index.places.items():
            if key.kind is RefKind.ANNEX:
                self._annexes.append(place)
            elif key.kind is RefKind.SECTION:
                self._sections_by_number.setdefault(key.number, []).append(place)

    def targets(
        self, found: ReferenceList, at: int, annex: ReferenceList | None = None
    ) -> tuple[Target, ...]:
        """Return what a reference in block ``at`` means; empty for kinds that always lead out.

        ``annex`` is the annex of which it is said to be a part, None where none is named.
        """
        if annex is not None:
            named = self.targets(annex, at)[0]
            if named.path is None:
                return tuple(one.nowhere for one in _wanted(found))
            at = self._index.paths[named.path]
            scope = (self._annex_scope(found.kind, at),)
            return self._all(found, scope)
        if found.kind in _BY_NUMBER:
            return self._all(found, self._scopes(found.kind, at))
        match found.kind:
            case RefKind.ARTICLE | RefKind.RESOLUTION | RefKind.DECISION:
                return ()
            case RefKind.SUBPARAGRAPH:
                return (self._beside(found, at),)
            case RefKind.ANNEX if not found.members:
                return (self._at(self._bare_annex(at), _Wanted(None)),)
            case RefKind.FOOTNOTE:
                return tuple(self._note(one) for one in _wanted(found))
            case RefKind.CHAPTER if found.part:
                return tuple(self._sections(found, at))
        return self._all(found, self._scopes(found.kind, at))

    def _all(self, found: ReferenceList, scopes: Sequence[str]) -> tuple[Target, ...]:
        """Return each number named, and what was put in later inside a range."""
        whole: list[Target] = []
        for one in _wanted(found):
            if whole and one.member is not None and found.members[one.member].ends_range:
                whole += self._later(found, whole[-1], one, scopes)
            whole.append(self._at(self._place(found, one, scopes), one))
        return tuple(whole)

    def _later(
        self, found: ReferenceList, low: Target, high: _Wanted, scopes: Sequence[str]
    ) -> Iterator[Target]:
        """Yield what stands between two neighbours of a range: "12 bis" in 12 to 14."""
        if low.number is None or high.number is None or found.kind not in _PUT_IN_LATER:
            return
        past = AGAINS.index(low.again) + 1 if low.again else 0
        for again in AGAINS[past:]:
            one = _Wanted(low.number, again, member=high.member)
            place = self._place(found, one, scopes)
            if place is None:
                return
            yield self._at(place, one)

    def _print(self, at: int) -> str:
        if at not in self._prints:
            self._prints[at] = fingerprint(self._index.document, at)
        return self._prints[at]

    def _place(self, found: ReferenceList, one: _Wanted, scopes: Sequence[str]) -> int | None:
        """Return where a number is found first: each scope is an annex, or a section's chapter."""
        for scope in scopes:
            place = self._index.places.get(Key(found.kind, one.number, scope, one.again))
            if place is not None:
                return place
        return self._only_section(one.number) if found.kind is RefKind.SECTION else None

    def _annex_scope(self, kind: RefKind, at: int) -> str:
        """Return where the numbers of a kind are that the annex at ``at`` has."""
        series = self._index.series.get(kind)
        return annex_of(self._blocks[at]) if series is None else series[at][0]

    def _scopes(self, kind: RefKind, at: int) -> Sequence[str]:
        """Return where a number is looked for: a block's own series, annex or chapter first."""
        series = self._index.series.get(kind)
        if series is not None:
            return series[at]
        block = self._blocks[at]
        annex = annex_of(block)
        if kind is RefKind.SECTION:
            steps = block.path.split("/")
            return ("/".join(steps[: 2 if annex else 1]),)
        if kind in (RefKind.ANNEX, RefKind.AGENDA_ITEM) or not annex:
            return ("",)
        return (annex, "")

    def _only_section(self, number: int | None) -> int | None:
        """Return the one section of the report with a number, None where chapters share it."""
        found = self._sections_by_number.get(number, ())
        return found[0] if len(found) == 1 else None

    def _bare_annex(self, at: int) -> int | None:
        """Return the annex that a block stands in, else the only one there is."""
        own = annex_of(self._blocks[at])
        if own:
            return self._index.paths.get(own)
        return self._annexes[0] if len(self._annexes) == 1 else None

    def _sections(self, found: ReferenceList, at: int) -> Iterator[Target]:
        """Yield the sections of a chapter that is named with them."""
        (chapter,) = list(_wanted(found))[:1]
        place = self._place(found, chapter, self._scopes(found.kind, at))
        scope = self._blocks[place].path if place is not None else ""
        for letter in _letters(found.part):
            target = _Wanted(chapter.number, part=letter, member=chapter.member)
            key = Key(kind=RefKind.SECTION, number=letter_value(letter), scope=scope)
            yield self._at(self._index.places.get(key) if scope else None, target)

    def _note(self, one: _Wanted) -> Target:
        if one.number is None or one.number not in self._index.notes:
            return one.nowhere
        at, place = self._index.notes[one.number]
        block = self._blocks[at]
        words = set_aside(block.notes[place].text, self._index.document.language)
        return Target(
            number=one.number,
            member=one.member,
            block_id=block.id,
            path=block.path,
            note=place,
            fingerprint=digest(words),
        )

    def _beside(self, found: ReferenceList, at: int) -> Target:
        """Return the subparagraph of the paragraph that the reference itself stands in."""
        steps = [s for s in self._blocks[at].path.split("/") if not _MARKS.fullmatch(s)]
        return self._at(self._index.paths.get("/".join(steps)), _Wanted(None, part=found.part))

    def _at(self, place: int | None, one: _Wanted) -> Target:
        if place is None:
            return one.nowhere
        block = self._blocks[place]
        paths = _item_paths(block.path, one.part) if one.part else ()
        items = [self._index.paths.get(path) for path in paths]
        return Target(
            *one,
            block_id=block.id,
            path=block.path,
            items=tuple(None if at is None else self._blocks[at].id for at in items),
            fingerprint=self._prints_of(place, items) if self._wants_prints else None,
        )

    def _prints_of(self, place: int, items: Sequence[int | None]) -> str | None:
        """Return the fingerprints of what is named: of the whole where a part is not there."""
        seen = [place] if not items or None in items else [at for at in items if at is not None]
        return " ".join(map(self._print, seen)) or None


def _wanted(found: ReferenceList) -> Iterator[_Wanted]:
    """Yield each number that a list names, without its block."""
    for at, one in enumerate(found.members):
        if one.ends_range and at:
            first = found.members[at - 1].value
            for number in range(first + 1, min(one.value, first + _MOST)):
                yield _Wanted(number, member=at)
        yield _Wanted(one.value, one.again, one.part, at)


def _letters(part: str) -> Iterator[str]:
    """Yield the letters of sections: "A and C", "A to C"."""
    steps = re.split(r"(, | and | to )", part)
    for at in range(0, len(steps), 2):
        if at and steps[at - 1] == " to ":
            yield from (chr(code) for code in range(ord(steps[at - 2]) + 1, ord(steps[at])))
        yield steps[at]


def _item_paths(path: str, part: str) -> Iterator[str]:
    """Yield the paths of subparagraphs: "(a) (ii)" is one, "(a) and (c)" are two."""
    before: list[str] = []
    for one in _LINK.split(part) if part and _MARKS.search(part) else ():
        marks = _MARKS.findall(one)
        if not marks:
            continue
        # "(a) (i) and (ii)": what is named later stands as deep as what it follows.
        before = [*before[: max(0, len(before) - len(marks))], *marks]
        yield "/".join((path, *before))
