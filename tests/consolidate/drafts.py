"""Drafts of invented bodies in parts and in two languages, made up by Hypothesis.

Every unit has words that no other has, so that a test can tell it wherever it stands.
"""

from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from toolkit.model import Document
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.writers import docx

STEM = "CSIW/COP/WG.3/2031/L.1"
TITLES = {
    "I": ("Introduction", "导言"),
    "II": ("Recommendations", "建议"),
    "II/A": ("Channels", "航槽"),
    "II/B": ("Crews", "船员"),
    "III": ("Deliberations", "审议情况"),
    "III/A": ("Debate on channels", "关于航槽的讨论"),
    "III/B": ("Debate on crews", "关于船员的讨论"),
}
ORDER = tuple(TITLES)
_HAN = "一二三"


@dataclass(frozen=True)
class Mention:
    """What a unit refers to: the units by their marks; "own", "any" part, or one part "cited"."""

    targets: tuple[int, ...]
    how: str
    side: bool


@dataclass(frozen=True)
class Unit:
    """A paragraph ("para") or a recommendation ("rec") in a section; ``mark`` is its own."""

    mark: int
    kind: str
    section: str
    mention: Mention | None = None
    note: bool = False
    items: bool = False


@dataclass(frozen=True)
class Draft:
    """The units of each part, in reading order."""

    parts: tuple[tuple[Unit, ...], ...]

    @property
    def units(self) -> dict[int, Unit]:
        return {one.mark: one for part in self.parts for one in part}

    def expected(self) -> list[int]:
        """Return the marks in the order of the one report."""
        flat = [one for part in self.parts for one in part]
        return [one.mark for key in ORDER for one in flat if one.section == key]

    def numbers(self) -> dict[int, int]:
        """Return the number of each unit in its part: recommendations run on, paragraphs do not."""
        found: dict[int, int] = {}
        recs = 0
        for part in self.parts:
            paras = 0
            for one in part:
                if one.kind == "rec":
                    recs += 1
                    found[one.mark] = recs
                else:
                    paras += 1
                    found[one.mark] = paras
        return found

    def part_of(self, mark: int) -> int:
        return next(at for at, part in enumerate(self.parts) for one in part if one.mark == mark)

    def markdown(self, at: int, language: str) -> str:
        """Return one part in a language."""
        chinese = language == "zh"
        symbol = STEM if at == 0 else f"{STEM}/Add.{at}"
        lines = [f"{'联合国' if chinese else 'United Nations'}    {symbol}", ""]
        lines += ["# 报告草稿" if chinese else "# Draft report", ""]
        lines += (["## 增编" if chinese else "## Addendum", ""]) if at else []
        opened = {one.section for part in self.parts[:at] for one in part}
        opened |= {key.split("/")[0] for key in opened}
        shown: set[str] = set()
        notes: list[str] = []
        for one in self.parts[at]:
            lines += self._headings(one.section, shown, opened, chinese)
            lines += self._unit(one, chinese, notes)
        return "\n".join([*lines, *notes]).rstrip() + "\n"

    def _headings(self, key: str, shown: set[str], opened: set[str], chinese: bool) -> list[str]:
        lines: list[str] = []
        steps = key.split("/")
        for depth in range(1, len(steps) + 1):
            path = "/".join(steps[:depth])
            if path in shown:
                continue
            shown.add(path)
            label = steps[depth - 1]
            if chinese and depth == 1:
                label = _HAN[("I", "II", "III").index(label)]
            title = TITLES[path][chinese]
            again = ("（续）" if chinese else " (continued)") if path in opened else ""
            lines += [f"{'#' * (depth + 1)} {label}. {title}{again}", ""]
        return lines

    def _unit(self, one: Unit, chinese: bool, notes: list[str]) -> list[str]:
        number = self.numbers()[one.mark]
        words = self.words(one.mark, language="zh" if chinese else "en")
        note = ""
        if one.note:
            count = len(notes) // 2 + 1
            note = f"[^{count}]"
            notes += [f"[^{count}]: {'注释' if chinese else 'Note on'} {_letters(one.mark)}.", ""]
        said = words + note + self._said(one, chinese)
        lines = (
            [f"#### {'建议' if chinese else 'Recommendation'} {number}", "", said, ""]
            if one.kind == "rec"
            else [f"{number}. {said}", ""]
        )
        if one.items:
            more = ("检查；", "报告。") if chinese else ("Inspect them;", "Report on them.")
            for letter, text in zip("ab", more, strict=True):
                lines += [f"({letter}) {text}", ""]
        return lines

    @staticmethod
    def words(mark: int, language: str) -> str:
        if language == "zh":
            return f"应保护{_letters(mark)}类浮标。"
        return f"States parties should protect buoys of class {_letters(mark)}."

    def _said(self, one: Unit, chinese: bool) -> str:
        mention = one.mention
        if mention is None:
            return ""
        numbers = self.numbers()
        shown = [str(numbers[mark]) for mark in mention.targets]
        kind = self.units[mention.targets[0]].kind
        if mention.how == "cited":
            part = self.part_of(mention.targets[0])
            symbol = STEM if part == 0 else f"{STEM}/Add.{part}"
            if chinese:
                return f"见 {symbol} 号文件第 {shown[0]} 段。"
            return f" See {symbol}, para. {shown[0]}."
        side = self._side(one, mention, chinese)
        joined = _joined(shown, "、" if chinese else ", ", " 和 " if chinese else " and ")
        if chinese:
            return f"见{side}建议 {joined}。" if kind == "rec" else f"见{side}第 {joined} 段。"
        noun = "recommendation" if kind == "rec" else "paragraph"
        return f" See {noun}{'s' if len(shown) > 1 else ''} {joined}{side}."

    def _side(self, one: Unit, mention: Mention, chinese: bool) -> str:
        flat = [unit.mark for part in self.parts for unit in part]
        here = flat.index(one.mark)
        places = [flat.index(mark) for mark in mention.targets]
        if mention.side and all(place < here for place in places):
            return "上文" if chinese else " above"
        if mention.side and all(place > here for place in places):
            return "下文" if chinese else " below"
        return ""


def _letters(mark: int) -> str:
    return chr(ord("a") + mark // 10) + chr(ord("k") + mark % 10) + "x" * 3


def _joined(parts: list[str], comma: str, last: str) -> str:
    return parts[0] if len(parts) == 1 else comma.join(parts[:-1]) + last + parts[-1]


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Return a draft of two or three parts whose references are right."""
    count = draw(st.integers(2, 3))
    mark = 0
    bare: list[list[Unit]] = []
    for _ in range(count):
        units: list[Unit] = []
        for key in ORDER:
            most = 3 if "/" in key else 1
            kind = "rec" if key.startswith("II/") else "para"
            for _ in range(draw(st.integers(0, most))):
                note, items = draw(st.booleans()), draw(st.integers(0, 3)) == 0
                units.append(Unit(mark, kind, key, note=note, items=items))
                mark += 1
        if not units:
            units.append(Unit(mark, "rec", "II/A"))
            mark += 1
        bare.append(units)
    return Draft(
        tuple(
            tuple(
                Unit(
                    one.mark, one.kind, one.section, draw(_mentions(bare, at)), one.note, one.items
                )
                for one in part
            )
            for at, part in enumerate(bare)
        )
    )


@st.composite
def _mentions(draw: st.DrawFn, parts: list[list[Unit]], at: int) -> Mention | None:
    how = draw(st.sampled_from((None, None, "own", "any", "cited")))
    if how == "own":
        pool = [one.mark for one in parts[at] if one.kind == "para"]
    elif how == "any":
        pool = [one.mark for part in parts for one in part if one.kind == "rec"]
    else:
        others = [part for place, part in enumerate(parts) if place != at]
        pool = [one.mark for part in others for one in part if one.kind == "para"]
    if how is None or not pool:
        return None
    most = 1 if how == "cited" else 3
    chosen = sorted(draw(st.sets(st.sampled_from(pool), min_size=1, max_size=most)))
    return Mention(tuple(chosen), how, draw(st.booleans()))


def written(draft: Draft, form: str, language: str, folder: Path) -> list[str]:
    """Write the parts of one language and return their paths."""
    paths = []
    for at in range(len(draft.parts)):
        text = draft.markdown(at, language)
        path = folder / f"part{at}.{language}.{'md' if form == 'markdown' else 'docx'}"
        data = text.encode()
        if form != "markdown":
            document = read(data, "part.md", language)
            data = docx.write(document, numbers="live" if form == "live" else "typed")
        path.write_bytes(data)
        paths.append(str(path))
    return paths


def read(data: bytes, path: str, language: str) -> Document:
    return read_bytes(data, path, options=ReadOptions(language=language)).document
