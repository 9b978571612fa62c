"""Numbers that Word counts itself: twins of the styles that are in lists.

Headings are in one list, paragraphs with their subparagraphs in another, so that paragraphs do
not start again with every chapter. Where a document's own number is not the one that would
follow, a new list begins with it; a label that no list can show stays typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from toolkit.ooxml.build import tag, val
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.formats import show
from toolkit.ooxml.xml import Element, as_number, w
from toolkit.writers.docx_roles import Roles
from toolkit.writers.house_styles import tabs


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One level of a list: its twin style, the role it is the twin of, and how it counts."""

    role: str
    style: str
    name: str
    number_format: str
    pattern: str
    left: int
    hanging: int = 0
    first_line: int = 0
    align: str = "left"
    stops: str = ""


def _heading(role: str, style: str, name: str, number_format: str, level: int) -> Rung:
    """Return a heading's rung: the number ends at 1022 and the words begin at 1267."""
    return Rung(
        role=role,
        style=style,
        name=name,
        number_format=number_format,
        pattern=f"%{level}.",
        left=1267,
        hanging=245,
        align="right",
        stops="left:1267",
    )


def _headings(chapter_format: str) -> tuple[Rung, ...]:
    return (
        _heading("chapter", "HChN", "Chapter Numbered", chapter_format, 1),
        _heading("section", "H1N", "Section Numbered", "upperLetter", 2),
        _heading("subsection", "H23N", "Subsection Numbered", "decimal", 3),
    )


_PARAGRAPHS = (
    Rung(
        role="paragraph",
        style="ParaN",
        name="Numbered Paragraph",
        number_format="decimal",
        pattern="%1.",
        left=1267,
        stops="left:1742",
    ),
    Rung(
        role="subparagraph",
        style="SubParaN",
        name="Numbered Subparagraph",
        number_format="lowerLetter",
        pattern="(%2)",
        left=1267,
        first_line=475,
        stops="left:2218",
    ),
    Rung(
        role="subsubparagraph",
        style="SubSubParaN",
        name="Numbered Subsubparagraph",
        number_format="lowerRoman",
        pattern="(%3)",
        left=2693,
        hanging=475,
        stops="left:2693",
    ),
)

# Languages whose chapters are not numbered with roman numerals.
_CHAPTER_FORMATS: Mapping[str, str] = MappingProxyType({"zh": "chineseCounting"})


class LiveNumbers:
    """Lists of one document; ``properties`` says how a label is to be counted, or is not."""

    def __init__(self, editing: Editing, roles: Roles, language: str) -> None:
        """Add the twin styles to the template's; the lists are added as they are needed."""
        self._numbering = editing.part("numbering", tag("numbering"))
        styles = editing.root(editing.related("styles")[0])
        chapter = _CHAPTER_FORMATS.get(language, "upperRoman")
        self._lists = {
            rungs[0].role: _List(self._numbering, styles, roles, rungs)
            for rungs in (_headings(chapter), _PARAGRAPHS)
        }

    def properties(self, role: str, label: str, number: int | None) -> list[Element] | None:
        """Return style and list of a paragraph with this label, None when it must be typed."""
        for one in self._lists.values():
            if role in one.levels:
                return one.properties(role, label, number)
        return None


@dataclass(slots=True)
class _Use:
    """One use of a list in the document: its number, and how far each level has counted."""

    num: int
    starts: list[int]
    counts: dict[int, int] = field(default_factory=dict)

    def expected(self, level: int) -> int:
        """Return the number that the list would show next on a level."""
        return self.counts.get(level, self.starts[level] - 1) + 1

    def count(self, level: int, value: int) -> None:
        """Show a number; deeper levels begin anew."""
        self.counts = {one: had for one, had in self.counts.items() if one < level}
        self.counts[level] = value


class _List:
    """A list with its restarts.

    A new number on the first level begins a new use of the list for all that follows. On a deeper
    level it begins an aside, which ends with the next entry of the first level: programs differ
    in how they count a level that stands below nothing, so asides have no first level at all.
    """

    def __init__(
        self, numbering: Element, styles: Element, roles: Roles, rungs: tuple[Rung, ...]
    ) -> None:
        self._numbering = numbering
        self._rungs = rungs
        self.levels = {rung.role: level for level, rung in enumerate(rungs)}
        self._main = self._use({}, linked=True)
        self._styled = self._main.num
        self._aside: _Use | None = None
        for level, rung in enumerate(rungs):
            _add_twin(styles, roles, rung, self._styled, level)

    def properties(self, role: str, label: str, number: int | None) -> list[Element] | None:
        level = self.levels[role]
        if level == 0:
            self._aside = None
        use = self._aside or self._main
        fits = level == 0 or use is self._aside or 0 in use.counts
        if fits and self._shown(level, use.expected(level)) == label:
            number = use.expected(level)
        elif number is not None and self._shown(level, number) == label:
            use = self._restart(level, number)
        else:
            return None
        use.count(level, number)
        return self._paragraph_properties(level, use)

    def _paragraph_properties(self, level: int, use: _Use) -> list[Element]:
        found = [val("pStyle", self._rungs[level].style)]
        if use.num != self._styled:
            found.append(tag("numPr", val("ilvl", level), val("numId", use.num)))
        return found

    def _restart(self, level: int, number: int) -> _Use:
        """Begin a list of its own: Word goes on counting in lists that only override a start."""
        use = self._use({level: number}, linked=False)
        if level == 0:
            self._main = use
        else:
            self._aside = use
        return use

    def _shown(self, level: int, number: int) -> str:
        rung = self._rungs[level]
        return rung.pattern.replace(f"%{level + 1}", show(number, rung.number_format))

    def _use(self, starts: Mapping[int, int], *, linked: bool) -> _Use:
        """Add an abstract list and its use; levels that are not in ``starts`` begin with 1."""
        begin = [starts.get(level, 1) for level in range(len(self._rungs))]
        abstracts = self._numbering.findall(w("abstractNum"))
        nums = self._numbering.findall(w("num"))
        abstract_id = _free(abstracts, "abstractNumId", 0)
        num_id = _free(nums, "numId", 1)
        levels = [self._level(level, start, linked=linked) for level, start in enumerate(begin)]
        nsid = val("nsid", f"{0x5D000000 + abstract_id:08X}")
        kind = val("multiLevelType", "multilevel")
        abstract = tag("abstractNum", nsid, kind, *levels, abstractNumId=abstract_id)
        place = len(abstracts) + len(self._numbering.findall(w("numPicBullet")))
        self._numbering.insert(place, abstract)
        num = tag("num", val("abstractNumId", abstract_id), numId=num_id)
        self._numbering.insert(place + 1 + len(nums), num)
        return _Use(num_id, begin)

    def _level(self, level: int, start: int, *, linked: bool) -> Element:
        rung = self._rungs[level]
        return tag(
            "lvl",
            val("start", start),
            val("numFmt", rung.number_format),
            val("pStyle", rung.style) if linked else None,
            val("suff", "tab"),
            val("lvlText", rung.pattern),
            val("lvlJc", rung.align),
            tag("pPr", tabs(rung.stops), _indent(rung)),
            ilvl=level,
        )


def _indent(rung: Rung) -> Element:
    if rung.hanging:
        return tag("ind", left=rung.left, hanging=rung.hanging)
    return tag("ind", left=rung.left, firstLine=rung.first_line)


def _add_twin(styles: Element, roles: Roles, rung: Rung, num: int, level: int) -> None:
    """Add a style that is in a list; its own indent keeps the one it inherits from winning."""
    style = tag("style", type="paragraph", customStyle="1", styleId=rung.style)
    numbered = tag("numPr", val("ilvl", level), val("numId", num))
    style.extend(
        [
            val("name", rung.name),
            val("basedOn", roles[rung.role]),
            tag("qFormat"),
            tag("pPr", numbered, tabs(rung.stops), _indent(rung)),
        ]
    )
    for old in [one for one in styles if one.get(w("styleId")) == rung.style]:
        styles.remove(old)
    styles.append(style)


def _free(elements: list[Element], attribute: str, first: int) -> int:
    taken = [as_number(one.get(w(attribute))) for one in elements]
    return max([one + 1 for one in taken if one is not None] + [first])
