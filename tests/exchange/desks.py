"""Desks for tests: made by hand, and any desk at all for laws."""

from dataclasses import replace

from hypothesis import strategies as st

from toolkit.inline import Code, CodeKind, Segment
from toolkit.model.desk import Answered, Bilingual, DeskSegment, Rival, Translation

SHA = "0123456789abcdef" * 4
BOLD = (
    Code(at=0, kind=CodeKind.OPEN, id="f0", type="bold", native="<b>"),
    Code(at=4, kind=CodeKind.CLOSE, id="f0", type="bold", native="</b>"),
)
NOTE = Code(at=13, kind=CodeKind.ALONE, id="t7", type="note", native="<note>")


def desk_of(*pairs: tuple[Segment, Translation]) -> Bilingual:
    """Return a desk with segments p0.1, p1.1 and so on."""
    segments = tuple(
        DeskSegment(
            id=f"p{at}.1",
            group=f"p{at}",
            source=source,
            path=f"III/para {at + 1}",
            kind="paragraph",
            label=f"{at + 1}.",
            place=f"paragraph {at + 3}",
        )
        for at, (source, _) in enumerate(pairs)
    )
    return Bilingual(
        original="draft of the lamps.docx",
        sha256=SHA,
        format="docx",
        symbol="CSIW/2026/L.1",
        source_lang="en",
        target_lang="zh",
        segments=segments,
        translations=tuple(one for _, one in pairs),
    )


def lamps() -> Bilingual:
    """Return a small desk with every kind of answer, codes in another order, and rivals."""
    source = Segment("Lamp at night.", (*BOLD, NOTE))
    turned = (
        replace(NOTE, at=1),
        replace(BOLD[0], at=3),
        replace(BOLD[1], at=5),
    )
    return desk_of(
        (source, Translation(target=Segment("夜里的灯。", turned), answered=Answered.REVIEWED)),
        (
            Segment("Trim the wick & wait <long>."),
            Translation(
                target=Segment("修剪灯芯。"),
                answered=Answered.FUZZY,
                score=88,
                memory="tm/last.tmx",
                symbol="CSIW/2025/6",
                path="III/para 9",
                matched="Trim the wick.",
                rivals=(Rival(target="剪灯芯。", score=80, symbol="CSIW/2024/2"),),
                note="Look at the place of: note.",
            ),
        ),
        (
            Segment("Adopted on 4 May 2026."),
            Translation(
                target=Segment("2026 年 5 月 4 日通过。"),
                answered=Answered.SUBSTITUTED,
                score=99,
                memory="tm/last.tmx",
                substitutions=(("2025", "2026"),),
            ),
        ),
        (
            Segment("=SUM(A1) \"quoted\" 'apostrophes'"),
            Translation(target=None, answered=Answered.UNTRANSLATED, offered="求和 (70)"),
        ),
        (Segment("100"), Translation(target=Segment("'100"), answered=Answered.WRITTEN, score=100)),
    )


# -- any desk ------------------------------------------------------------------------------------
_SIGNS = st.characters(
    exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t\u0085\u2028⟦⟧<>&\"'\\"
)
_TEXTS = st.text(_SIGNS, min_size=1, max_size=30).filter(lambda one: one == one.strip() and one)
_TYPES = st.sampled_from(["bold", "italic-raised", "link", "note", ""])


@st.composite
def _codes(draw: st.DrawFn, length: int) -> tuple[Code, ...]:
    """Return codes of any kind: pairs that may cross, halves without the other, single ones."""
    found: list[Code] = []
    for number in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["pair", "alone", "half"]))
        type_, native = draw(_TYPES), draw(st.sampled_from(["<b>", "<i x=1>", "&", ""]))
        places = sorted(draw(st.integers(0, length)) for _ in range(2))
        one = Code(at=places[0], kind=CodeKind.ALONE, id=f"t{number}", type=type_, native=native)
        if kind == "alone":
            found.append(one)
        elif kind == "half":
            side = draw(st.sampled_from([CodeKind.OPEN, CodeKind.CLOSE]))
            found.append(replace(one, kind=side, isolated=True))
        else:
            found.append(replace(one, kind=CodeKind.OPEN))
            found.append(replace(one, kind=CodeKind.CLOSE, at=places[1]))
    return tuple(sorted(found, key=lambda code: (code.at, code.kind is CodeKind.CLOSE)))


@st.composite
def _segments(draw: st.DrawFn) -> Segment:
    text = draw(_TEXTS)
    return Segment(text, draw(_codes(len(text))))


@st.composite
def _translations(draw: st.DrawFn, source: Segment) -> Translation:
    if draw(st.booleans()):
        return Translation(target=None, answered=Answered.UNTRANSLATED)
    text = draw(_TEXTS)
    ids = {code.id for code in source.codes if draw(st.booleans())}
    moved = []
    for name in sorted(ids):
        own = [code for code in source.codes if code.id == name]
        places = sorted(draw(st.integers(0, len(text))) for _ in own)
        moved += [replace(code, at=at) for code, at in zip(own, places, strict=True)]
    codes = tuple(sorted(moved, key=lambda code: (code.at, code.kind is CodeKind.CLOSE)))
    answered = draw(st.sampled_from([one for one in Answered if one is not Answered.UNTRANSLATED]))
    return Translation(target=Segment(text, codes), answered=answered, score=99)


@st.composite
def desks(draw: st.DrawFn) -> Bilingual:
    """Return a desk of one to four segments of any words and codes."""
    sources = draw(st.lists(_segments(), min_size=1, max_size=4))
    return desk_of(*((source, draw(_translations(source))) for source in sources))
