"""The headings that stand open, and the paths they give.

A path segment is a roman numeral for a chapter, a capital for a section, the figure for a
subsection, "(a)" and "(i)" below, "annex" or "annex II", and "heading n" for the n-th heading
without a label under the same parent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.numbering.label import Label, Shape, System
from toolkit.text.numerals import LETTER_MAX, letter, roman


@dataclass(frozen=True, slots=True)
class Step:
    """One open heading: its level, its path segment, what its mark-up claimed, its value."""

    level: int
    segment: str
    depth: int | None = None
    value: int | None = None
    labelled: bool = True


class Trail:
    """The open headings, from the top."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._nameless: dict[str, int] = {}

    @property
    def path(self) -> str:
        """The path of the innermost open heading, "" above the first."""
        return "/".join(step.segment for step in self.steps)

    @property
    def in_annex(self) -> bool:
        """Whether an annex has begun."""
        return bool(self.steps) and self.steps[0].segment.startswith("annex")

    def value_at(self, level: int) -> int:
        """Return the number of the open heading of a level (an annex's own levels), or 0."""
        wanted = level + self.in_annex
        return next((step.value or 0 for step in self.steps if step.level == wanted), 0)

    def figure_level(self) -> int:
        """Return the level of a heading "1.": its sisters', else below the open labelled ones."""
        own = [step for step in self.steps if step.labelled and step.level > self.in_annex]
        sister = next((one.level for one in own if one.segment.isdecimal()), None)
        if sister is not None:
            return sister - self.in_annex
        return 3 if own else 1

    def open_annex(self, number: int | None, depth: int | None) -> None:
        """Begin an annex; everything else closes."""
        segment = "annex" if number is None else f"annex {roman(number)}"
        self.steps = [Step(1, segment, depth, number)]

    def open_labelled(self, level: int, label: Label, depth: int | None) -> int:
        """Begin a heading with a label; return its level, in an annex how deep it stands."""
        level += self.in_annex
        self._close(level)
        self.steps.append(Step(level, segment(label), depth, label.value))
        return len(self.steps) if self.in_annex else level

    def open_nameless(self, depth: int | None) -> int:
        """Begin a heading without a label; its mark-up is all that tells its level."""
        floor = 1 if self.in_annex else 0
        while len(self.steps) > floor and self._ends(self.steps[-1], depth):
            self.steps.pop()
        parent = self.path
        count = self._nameless[parent] = self._nameless.get(parent, 0) + 1
        level = (self.steps[-1].level if self.steps else 0) + 1
        self.steps.append(Step(level, f"heading {count}", depth, None, labelled=False))
        return level

    @staticmethod
    def _ends(step: Step, depth: int | None) -> bool:
        if depth is None or step.depth is None:
            return not step.labelled
        return step.depth >= depth

    def _close(self, level: int) -> None:
        while self.steps and self.steps[-1].level >= level:
            self.steps.pop()
        while self.steps and not self.steps[-1].labelled and level <= self.steps[-1].level:
            self.steps.pop()


def segment(label: Label) -> str:
    """Return a label in the form paths have in all languages."""
    value = label.value or 0
    tail = f" {label.suffix}" if label.suffix else ""
    written = _written(label.system, value)
    if label.shape in (Shape.BRACKETS, Shape.CLOSE):
        lower = written if label.system is System.LETTER_UPPER else written.lower()
        return f"({lower}){tail}"
    return f"{written}{tail}"


def _written(system: System, value: int) -> str:
    if system is System.ARABIC or value < 1:
        return str(value)
    if system in (System.LETTER_UPPER, System.LETTER_LOWER) and value <= LETTER_MAX:
        small = letter(value)
        return small.upper() if system is System.LETTER_UPPER else small
    return roman(value).lower() if system is System.ROMAN_LOWER else roman(value)


def joined_path(parts: Sequence[str]) -> str:
    """Join path segments, empty ones left out."""
    return "/".join(part for part in parts if part)
