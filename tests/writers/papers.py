"""Documents of an invented body, made by hand."""

from collections.abc import Iterable
from dataclasses import replace

from toolkit.model import Block, Document, Kind, Mark, MarkKind, Masthead, Note, Profile

MASTHEADS = {
    "en": Masthead(
        organ="Conference of the Parties to the Convention on Lighthouses",
        symbol="XYZ/COP/WG.1/2030/L.1/Add.2",
        distribution="Limited",
        date="2030-06-04",
        original="English",
        job_number="V.30-01234",
        job_letter="E",
        stamps=("050630", "060630"),
        barcode="3001234",
        body="Working Group on Harbour Safety",
        venue="Vienna, 3–5 June 2030",
        title="Draft report",
        subtitle="Addendum",
    ),
    "zh": Masthead(
        organ="灯塔公约缔约方会议",
        symbol="XYZ/COP/WG.1/2030/L.1/Add.2",
        distribution="Limited",
        date="2030-06-04",
        language="Chinese",
        original="English",
        job_number="V.30-01234",
        job_letter="C",
        stamps=("050630", "060630"),
        barcode="3001234",
        body="港口安全工作组",
        venue="2030 年 6 月 3 日至 5 日，维也纳",
        title="报告草稿",
        subtitle="增编",
    ),
}

# What stands in the blocks, in English and in Chinese.
_WORDS = {
    "chapter": ("Recommendations", "建议"),
    "section": ("Lighthouse keepers", "灯塔管理员"),
    "advice": (
        "States parties should consider training keepers — at least “once a year”.",
        "缔约国应考虑培训管理员——至少“每年一次”。",
    ),
    "list": ("In drawing up plans, States parties should:", "缔约国在制定计划时，应："),
    "first": ("Define the duties of:", "界定下列各方的职责："),
    "inner": ("Pilots.", "引航员。"),
    "next": ("Evaluate the plan.", "评价该计划。"),
    "summary": ("Summary of deliberations", "审议情况概要"),
    "meeting": (
        "At its 2nd meeting, the Working Group considered item 3.",
        "工作组在第 2 次会议上审议了议程项目 3。",
    ),
    "note": ("Keepers of automatic lighthouses included.", "包括自动灯塔的管理员。"),
    "annex": ("Checklist", "核对表"),
    "check": ("Check the lamp.", "检查灯。"),
    "item": ("Item", "项目"),
    "lamp": ("Lamp", "灯"),
}


def words(language: str, key: str) -> str:
    return _WORDS[key][language == "zh"]


def paper(language: str) -> Document:
    """Return an addendum: goes on at chapter II, section B, recommendation 35, paragraph 1."""
    say = {key: words(language, key) for key in _WORDS}
    chinese = language == "zh"
    two, three = ("二.", "三.") if chinese else ("II.", "III.")
    recommendation, annex = ("建议", "附件") if chinese else ("Recommendation", "Annex")
    note = Note(number="1", at=4, text=say["note"])
    marks = (
        Mark(kind=MarkKind.ITALIC, start=2, end=6),
        Mark(kind=MarkKind.LINK, start=8, end=11, target="https://example.org/a?b=1&c=2"),
    )
    heading, item, paragraph = Kind.HEADING, Kind.ITEM, Kind.PARAGRAPH
    blocks = (
        _b(heading, say["chapter"], two, 2, "II", level=1, continued=True),
        _b(heading, say["section"], "B.", 2, "II/B", level=2),
        _b(
            Kind.RECOMMENDATION, say["advice"], f"{recommendation} 35", 35, "II/B/rec 35",
            notes=(note,), marks=marks,
        ),
        _b(Kind.RECOMMENDATION, say["list"], f"{recommendation} 36", 36, "II/B/rec 36"),
        _b(item, say["first"], "(a)", 1, "II/B/rec 36/(a)", level=1),
        _b(item, say["inner"], "(i)", 1, "II/B/rec 36/(a)/(i)", level=2),
        _b(item, say["inner"], "(ii)", 2, "II/B/rec 36/(a)/(ii)", level=2),
        _b(item, say["next"], "(b)", 2, "II/B/rec 36/(b)", level=1),
        _b(heading, say["summary"], three, 3, "III", level=1),
        _b(heading, say["section"], "A.", 1, "III/A", level=2),
        _b(paragraph, say["meeting"], "1.", 1, "III/A/para 1", marks=(_bold(3, 7),)),
        _b(paragraph, say["list"], "2.", 2, "III/A/para 2"),
        _b(item, say["first"], "(a)", 1, "III/A/para 2/(a)", level=1),
        _b(item, say["next"], "(b)", 2, "III/A/para 2/(b)", level=1),
        _b(paragraph, say["meeting"], "3.", 3, "III/A/para 3"),
        _table(say, "III/A/para 3"),
        _b(heading, say["annex"], annex, None, "annex", level=1),
        _b(paragraph, say["check"], "1.", 1, "annex/para 1"),
        _b(paragraph, say["meeting"], "2.", 2, "annex/para 2"),
    )  # fmt: skip
    return Document(
        profile=Profile.ADDENDUM,
        language=language,
        masthead=MASTHEADS[language],
        blocks=tuple(replace(one, id=f"b{at}") for at, one in enumerate(blocks, 1)),
    )


def _b(
    kind: Kind, text: str, label: str | None, number: int | None, path: str, **more: object
) -> Block:
    return Block(id="", kind=kind, text=text, label=label, number=number, path=path, **more)


def _bold(start: int, end: int) -> Mark:
    return Mark(kind=MarkKind.BOLD, start=start, end=end)


def _table(say: dict[str, str], path: str) -> Block:
    rows = ((say["item"], "2029", "2030"), (say["lamp"], "12 000", "9 500"))
    text = "\n".join("\t".join(row) for row in rows)
    note = Note(number="2", at=len("\t".join(rows[0])) + 1 + len(say["lamp"]), text=say["note"])
    return Block(id="", kind=Kind.TABLE, text=text, rows=rows, notes=(note,), path=path)


def told(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks without what depends on the file they stand in."""
    return [
        replace(
            one,
            id="",
            place="",
            marks=tuple(sorted(one.marks, key=lambda mark: (mark.start, mark.end, mark.kind))),
        )
        for one in blocks
    ]
