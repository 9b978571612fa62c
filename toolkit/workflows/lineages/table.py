"""A lineage as a table of concordance in Word, in English and Chinese, ready to be signed."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from toolkit.lineage import Descent, Item, Relation, Shift
from toolkit.lineage.evidence import ABSENT
from toolkit.model import Block, Document, Kind, Masthead, Profile
from toolkit.workflows.lineages.tracing import Traced
from toolkit.workflows.lineages.values import counts
from toolkit.writers import docx

_TITLE: Final = "Table of concordance / 对照表"
_WORDS: Final = {
    "kept": "kept / 保留",
    "reworded": "reworded / 改写",
    "merged": "merged / 合并",
    "split": "split / 拆分",
    "dropped": "dropped / 删除",
    "new": "new / 新增",
    "moved": "moved / 移动",
    Shift.SOFTENED.value: "softened / 力度减弱",
    Shift.HARDENED.value: "hardened / 力度增强",
}
_UNKNOWN: Final = "its draft was not given / 未提供其草稿"
_HEADINGS: Final = {
    Kind.RECOMMENDATION: "Recommendations / 建议",
    Kind.PARAGRAPH: "Paragraphs / 段落",
}
_COLUMNS: Final = (
    "Final\n定稿",
    "Draft\n草稿",
    "What became of it\n处理结果",
    "Party addressed\n述及对象",
    "Sure\n把握",
)
_ABOUT: Final = (
    "This table shows, for each item of the final report, the item or items of the draft from "
    "which it comes, and at the end the items that were dropped. It was made by comparison of "
    "the words; the last column says how sure each line is (1 is certain).\n"
    "本表逐条列出定稿各项所依据的草稿内容，并在表末列出已删除的草稿内容。本表由文字比对得出；"
    "末栏表示各行的把握程度（1 为确定）。"
)
_SIGNED: Final = (
    ("Checked by / 核对人", "Date / 日期", "Signature / 签字"),
    ("\n", "\n", "\n"),
)


def as_table(traced: Traced) -> bytes:
    """Return the bytes of the Word file."""
    blocks = [
        Block(id=f"b{at}", kind=kind, text=text, rows=tuple(rows), level=level, label=label)
        for at, (kind, text, rows, level, label) in enumerate(_blocks(traced), start=1)
    ]
    document = Document(
        profile=Profile.OTHER,
        language="en",
        masthead=_masthead(traced.final.document.masthead),
        blocks=tuple(blocks),
    )
    return docx.write(document)


def _masthead(final: Masthead) -> Masthead:
    """Return the head of the page: whose report it is, with the title of the table."""
    return Masthead(
        organ=final.organ,
        body=final.body,
        session=final.session,
        venue=final.venue,
        symbol=final.symbol,
        date=final.date,
        title=_TITLE,
    )


_Made = tuple[Kind, str, Sequence[tuple[str, ...]], int | None, str | None]


def _blocks(traced: Traced) -> Iterator[_Made]:
    for text in _ABOUT.split("\n"):
        yield Kind.TEXT, text, (), None, None
    names = [("Draft / 草稿", one) for one in traced.drafts]
    names.append(("Final report / 定稿", traced.final))
    names += [("Second language / 另一语文", one) for one in traced.second]
    rows = [("Document / 文件", "Symbol / 文号", "SHA-256")]
    rows += [
        (name, one.document.masthead.symbol or Path(one.input.path).name, one.input.sha256[:16])
        for name, one in names
    ]
    yield Kind.TABLE, "", rows, None, None
    for lang in ("en", "zh"):
        for _, why in traced.doubted(lang):
            yield Kind.TEXT, why, (), None, None
    for kind, heading in _HEADINGS.items():
        some = [one for one in traced.descents if one.kind is kind]
        if some:
            yield Kind.HEADING, heading, (), 2, None
            yield Kind.TEXT, _counted(some), (), None, None
            yield Kind.TABLE, "", [_COLUMNS, *_rows(some, traced)], None, None
    yield Kind.TABLE, "", _SIGNED, None, None


def _counted(some: Sequence[Descent]) -> str:
    return "; ".join(f"{_WORDS[one.value]}: {count}" for one, count in counts(some).items())


def _rows(some: Sequence[Descent], traced: Traced) -> Iterator[tuple[str, ...]]:
    """Yield a row for each relation; new items that follow each other share one."""
    for alike, group in groupby(some, key=_new_in):
        run = list(group)
        if not alike or len(run) < 2:
            yield from (_row(one, traced) for one in run)
            continue
        first, *rest = _row(run[0], traced)
        last = _named(run[-1].final[0])
        low = min(one.confidence for one in run)
        yield (f"{first.partition(' ')[0]}–{last}", *rest[:-1], f"≥ {low:.2f}")


def _new_in(one: Descent) -> str | None:
    """Return the section of a new item, None for other relations."""
    return one.final[0].section or "-" if one.relation is Relation.NEW else None


def _row(one: Descent, traced: Traced) -> tuple[str, ...]:
    happened = [_WORDS[one.relation.value]]
    if any(part.template == ABSENT for part in one.evidence):
        happened.append(_UNKNOWN)
    if one.moved:
        happened.append(_WORDS["moved"])
    if one.strength and one.strength is not Shift.SAME:
        happened.append(_WORDS[one.strength.value])
    several = len(traced.drafts) > 1
    return (
        "\n".join(_named(item) for item in one.final) or "–",
        "\n".join(_drafted(item, several) for item in one.draft) or "–",
        "\n".join(happened),
        " →\n".join(one.parties) if one.parties else "",
        f"{one.confidence:.2f}",
    )


def _named(item: Item) -> str:
    """Return an item by its number, and its chapter and section in brackets."""
    section = item.section.replace("/", ".")
    number = str(item.number) if item.number is not None else item.label
    return f"{number} ({section})" if section else number


def _drafted(item: Item, several: bool) -> str:
    """Return a draft item, with the end of its document's symbol where there are several."""
    if not several or not item.symbol:
        return _named(item)
    whole = item.symbol.split("/")
    short = next((at for at, part in enumerate(whole) if part.startswith("L.")), len(whole) - 1)
    return f"{'/'.join(whole[short:])}: {_named(item)}"
