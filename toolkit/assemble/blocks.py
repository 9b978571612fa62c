"""Blocks without words: kinds, labels, numbers and paths, as each language prints them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.assemble.clauses import ClauseKind
from toolkit.assemble.expand import Source
from toolkit.languages.language import Language
from toolkit.model import Block, Kind
from toolkit.text.numerals import letter, roman

_KINDS = {
    ClauseKind.HEADING: Kind.HEADING,
    ClauseKind.ANNEX: Kind.HEADING,
    ClauseKind.PARAGRAPH: Kind.PARAGRAPH,
    ClauseKind.RECOMMENDATION: Kind.RECOMMENDATION,
    ClauseKind.ITEM: Kind.ITEM,
    ClauseKind.AGENDA: Kind.ITEM,
    ClauseKind.TEXT: Kind.TEXT,
    ClauseKind.SENTENCE: Kind.TEXT,
    ClauseKind.CAPTION: Kind.CAPTION,
    ClauseKind.TABLE: Kind.TABLE,
    ClauseKind.NOTE: Kind.FOOTNOTE,
}


def frame(
    sources: Sequence[Source], language: Language, first: Mapping[str, int]
) -> Iterator[Block]:
    """Give the block of each source, labelled and numbered, with empty text.

    ``first`` has the first number of the series that do not begin at 1 ("recommendation").
    Paragraphs of an annex have their own numbers.
    """
    kinds = [source.clause.kind for source in sources]
    counter = _Counter(
        language,
        dict(first),
        several_annexes=kinds.count(ClauseKind.ANNEX) > 1,
        several_tables=kinds.count(ClauseKind.CAPTION) > 1,
    )
    for i, source in enumerate(sources, 1):
        label, number, path, level = counter.take(source)
        yield Block(
            id=f"b{i}",
            kind=_KINDS[source.clause.kind],
            text="",
            label=label,
            number=number,
            level=level,
            path=path,
            continued=source.continued,
        )


Taken = tuple[str | None, int | None, str, int | None]  # label, number, path, level


@dataclass(slots=True)
class _Counter:
    """Where every series stands, and the path of what was numbered last."""

    language: Language
    next: dict[str, int]
    several_annexes: bool
    several_tables: bool
    nameless: dict[str, int] = field(default_factory=dict)  # headings without a label, by parent
    headings: list[tuple[int, str]] = field(default_factory=list)  # level, path part
    items: list[tuple[int, str]] = field(default_factory=list)
    owner: str = ""  # path of the paragraph or recommendation that items belong to

    def take(self, source: Source) -> Taken:
        """Return what the next block is called."""
        kind = source.clause.kind
        if kind is ClauseKind.HEADING:
            return self._heading(source)
        if kind is ClauseKind.ANNEX:
            return self._annex()
        if kind in (ClauseKind.ITEM, ClauseKind.AGENDA):
            return self._item(source)
        if kind is ClauseKind.PARAGRAPH:
            return self._numbered("paragraph", "para")
        if kind is ClauseKind.RECOMMENDATION:
            return self._numbered("recommendation", "rec")
        if kind is ClauseKind.NOTE:
            return "*" * self._count("title note"), None, "", None
        self.items.clear()
        label, number = self._table_label() if kind is ClauseKind.CAPTION else (None, None)
        return label, number, self.owner or self._under(self.headings), None

    def _table_label(self) -> tuple[str | None, int | None]:
        """Number captions where there are several; they run through the whole document."""
        if not self.several_tables:
            return None, None
        number = self._count("table")
        return f"{self.language.masthead.table} {number}", number

    def _count(self, series: str) -> int:
        number = self.next.get(series, 1)
        self.next[series] = number + 1
        return number

    def _heading(self, source: Source) -> Taken:
        level = source.clause.level
        if not source.clause.numbered:
            return self._nameless(level)
        if source.number is not None:
            self.next[f"heading {level}"] = source.number
        number = self._count(f"heading {level}")
        self.next.update({f"heading {deeper}": 1 for deeper in range(level + 1, 6)})
        label = self._heading_label(level, number)
        part = roman(number) if level == 1 else label.strip("().")
        self._open(level, part)
        return label, number, self._under(self.headings), level

    def _nameless(self, level: int) -> Taken:
        """Name a heading without a label after its place under the heading above it."""
        self._open(level, "")
        self.headings.pop()
        above = self._under(self.headings)
        self.nameless[above] = self.nameless.get(above, 0) + 1
        self._open(level, f"heading {self.nameless[above]}")
        return None, None, self._under(self.headings), level

    def _heading_label(self, level: int, number: int) -> str:
        if level == 1:
            return self.language.chapter_label(number)
        if level == 2:
            return f"{letter(number).upper()}."
        return f"{number}." if level == 3 else f"({letter(number)})"

    def _annex(self) -> Taken:
        number = self._count("annex") if self.several_annexes else None
        self.headings.clear()
        self._open(1, "annex" if number is None else f"annex {roman(number)}")
        self.next |= {"paragraph": 1, "heading 2": 1, "heading 3": 1, "heading 4": 1}
        return self.language.annex_label(number), number, self._under(self.headings), 1

    def _open(self, level: int, part: str) -> None:
        self.headings = [(at, name) for at, name in self.headings if at < level]
        self.headings.append((level, part))
        self.items.clear()
        self.owner = ""

    def _numbered(self, series: str, word: str) -> Taken:
        number = self._count(series)
        self.items.clear()
        self.owner = "/".join(filter(None, (self._under(self.headings), f"{word} {number}")))
        recommendation = series == "recommendation"
        label = self.language.recommendation_label(number) if recommendation else f"{number}."
        return label, number, self.owner, None

    def _item(self, source: Source) -> Taken:
        level = source.clause.level
        before = next((name for at, name in reversed(self.items) if at == level), None)
        number = self.next.get(f"item {level}", 1) if before is not None else 1
        self.next[f"item {level}"] = number + 1
        self.items = [(at, name) for at, name in self.items if at < level]
        label = _item_label(source.clause.kind, level, number)
        self.items.append((level, label.rstrip(".")))
        parent = self.owner or self._under(self.headings)
        path = "/".join(filter(None, (parent, self._under(self.items))))
        return label, number, path, level

    def _under(self, parts: list[tuple[int, str]]) -> str:
        return "/".join(name for _, name in parts)


def _item_label(kind: ClauseKind, level: int, number: int) -> str:
    depth = level if kind is ClauseKind.AGENDA else level + 1
    numerals = {1: f"{number}.", 2: f"({letter(number)})", 3: f"({roman(number).lower()})"}
    return numerals.get(depth, f"{letter(number)}.")
