"""Alignment of documents: structure holds, sentences follow, differences are told."""

from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.align import DocumentAlignment, align_documents
from toolkit.model import Block, Document, Kind, Masthead, Note, Profile
from toolkit.readers.registry import read_bytes


def document(language: str, *blocks: Block, title: str | None = None) -> Document:
    masthead = Masthead(title=title)
    return Document(
        profile=Profile.REPORT, language=language, masthead=masthead, blocks=tuple(blocks)
    )


def para(number: int, text: str, notes: tuple[Note, ...] = ()) -> Block:
    return Block(
        id=f"b{number}",
        kind=Kind.PARAGRAPH,
        text=text,
        label=f"{number}.",
        number=number,
        path=f"I/para {number}",
        notes=notes,
    )


ENGLISH = (
    "The Lantern Board met in the harbour hall.",
    "It elected a chief lamplighter and two assistants.",
    "Wicks should be trimmed before dusk.",
    "The price of oil had risen in every district.",
    "Visitors praised the new glass.",
)
CHINESE = (
    "灯笼委员会在港口大厅举行了会议。",
    "委员会选出一名首席点灯人和两名助手。",
    "灯芯应在黄昏前修剪。",
    "各区的油价都上涨了。",
    "来访者赞扬了新玻璃。",
)


def partners(found: DocumentAlignment) -> list[tuple[str, str]]:
    return [
        (" ".join(b.source_texts), "".join(b.target_texts))
        for b in found.beads
        if b.source and b.target
    ]


def test_paragraphs_pair_by_place() -> None:
    left = document("en", *(para(n, text) for n, text in enumerate(ENGLISH, 1)))
    right = document("zh", *(para(n, text) for n, text in enumerate(CHINESE, 1)))
    found = align_documents(left, right)
    assert partners(found) == list(zip(ENGLISH, CHINESE, strict=True))
    assert found.beads[2].path == "I/para 3"
    assert "para 3" in found.beads[2].anchors
    assert found.confidence > 0.9


@pytest.mark.parametrize("missing", range(5))
def test_a_missing_paragraph_does_not_shift_the_others(missing: int) -> None:
    left = document("en", *(para(n, text) for n, text in enumerate(ENGLISH, 1)))
    kept = [text for n, text in enumerate(CHINESE) if n != missing]
    right = document("zh", *(para(n, text) for n, text in enumerate(kept, 1)))
    found = align_documents(left, right)
    expected = [pair for n, pair in enumerate(zip(ENGLISH, CHINESE, strict=True)) if n != missing]
    assert partners(found) == expected
    assert [block.text for block in found.unpaired_source] == [ENGLISH[missing]]
    assert found.unpaired_target == ()


def test_an_added_paragraph_is_told() -> None:
    left = document("en", para(1, ENGLISH[0]), para(2, ENGLISH[1]))
    right = document("zh", para(1, CHINESE[0]), para(2, CHINESE[3]), para(3, CHINESE[1]))
    found = align_documents(left, right)
    assert partners(found) == [(ENGLISH[0], CHINESE[0]), (ENGLISH[1], CHINESE[1])]
    assert [block.text for block in found.unpaired_target] == [CHINESE[3]]


def test_beads_stay_inside_their_paragraphs() -> None:
    left = document("en", para(1, f"{ENGLISH[0]} {ENGLISH[1]}"), para(2, ENGLISH[2]))
    right = document("zh", para(1, CHINESE[0] + CHINESE[1]), para(2, CHINESE[2]))
    found = align_documents(left, right)
    assert [b.path for b in found.beads] == ["I/para 1", "I/para 1", "I/para 2"]


def test_footnotes_pair_by_number_and_cells_by_row_and_column() -> None:
    def table(*rows: tuple[str, ...]) -> Block:
        return Block(id="t", kind=Kind.TABLE, text="", rows=rows)

    note = Note(number="1", at=4, text="See the register of lamps.")
    left = document("en", para(1, ENGLISH[0], (note,)), table(("Lamp", "Oil"), ("Brass", "12")))
    note = Note(number="1", at=4, text="见灯具登记册。")
    right = document("zh", para(1, CHINESE[0], (note,)), table(("灯", "油"), ("黄铜", "12")))
    pairs = partners(align_documents(left, right))
    assert ("Oil", "油") in pairs
    assert ("Brass", "黄铜") in pairs
    assert ("See the register of lamps.", "见灯具登记册。") in pairs


def test_titles_pair() -> None:
    left = document("en", para(1, ENGLISH[0]), title="Report on lamps")
    right = document("zh", para(1, CHINESE[0]), title="关于灯的报告")
    assert align_documents(left, right).beads[0].path == "title"


def test_differences_name_kind_place_and_values() -> None:
    left = document(
        "en",
        para(1, "On 3 May 2018 the Board received 1,193 lamps (see A/73/12)."),
        para(2, "Speakers were from Canada, Peru, Togo and Fiji."),
    )
    right = document(
        "zh",
        para(1, "2018年5月4日，委员会收到1,139盏灯（见A/73/12）。"),
        para(2, "发言者来自加拿大、秘鲁和多哥。"),
    )
    found = {d.kind: d for d in align_documents(left, right).differences}
    assert set(found) == {"numbers", "dates", "states"}
    assert (found["numbers"].source, found["numbers"].target) == (("1193",), ("1139",))
    assert (found["dates"].source, found["dates"].target) == (("2018-05-03",), ("2018-05-04",))
    assert (found["states"].source, found["states"].target) == (("FJI",), ())
    assert found["states"].path == "I/para 2"


def test_equal_values_written_differently_are_no_difference() -> None:
    left = document("en", para(1, "From 9 to 11 September 2019 nine Boards spent 1.2 million."))
    right = document("zh", para(1, "2019年9月9日至11日，九个委员会花费了120万。"))
    assert align_documents(left, right).differences == ()


def test_a_document_without_words_aligns_to_omissions() -> None:
    left = document("en", para(1, ENGLISH[0]))
    found = align_documents(left, document("zh"))
    assert [b.kind for b in found.beads] == ["1-0"]
    assert found.confidence == 0
    assert dict(found.summary)["unpaired_blocks"] == 1


SAMPLES = (
    "CSIW_COP_WG.3_2025_6",
    "CSIW_COP_WG.3_2026_L.1",
    "CSIW_COP_WG.3_2026_L.1_Add.1",
    "CSIW_COP_WG.3_2026_L.1_Add.2",
)


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_align_paragraph_by_paragraph(samples: Path, name: str) -> None:
    left, right = (_read(samples / f"{name}.{code}.md") for code in ("en", "zh"))
    found = align_documents(left, right)
    for bead in found.beads:
        if bead.source and bead.target:
            source, target = found.source[bead.source[0]], found.target[bead.target[0]]
            assert (source.path, source.kind) == (target.path, target.kind)
    assert found.confidence > 0.95
    assert [i for b in found.beads for i in b.source] == list(range(len(found.source)))
    assert [j for b in found.beads for j in b.target] == list(range(len(found.target)))


def test_two_sentences_that_became_one_are_no_omission(samples: Path) -> None:
    left, right = (_read(samples / f"{SAMPLES[0]}.{code}.md") for code in ("en", "zh"))
    beads = align_documents(left, right).beads
    assert [b.kind for b in beads if b.path.endswith("/rec 25")][-1] == "2-1"
    assert all(b.source and b.target for b in beads)


def test_renumbered_paragraphs_of_a_sample_keep_their_partners(samples: Path) -> None:
    name = SAMPLES[2]
    left, right = (_read(samples / f"{name}.{code}.md") for code in ("en", "zh"))
    before = set(partners(align_documents(left, right)))
    blocks = tuple(
        replace(
            b, path=b.path.replace(f"rec {b.number}", f"rec {b.number + 3}"), number=b.number + 3
        )
        if b.kind == Kind.RECOMMENDATION and b.number
        else b
        for b in right.blocks
    )
    assert set(partners(align_documents(left, replace(right, blocks=blocks)))) == before


def renumbered(block: Block, by: int) -> Block:
    number = (block.number or 0) + by
    path = block.path.replace(f"rec {block.number}", f"rec {number}")
    return replace(block, path=path, number=number)


def _read(path: Path) -> Document:
    return read_bytes(path.read_bytes(), str(path)).document
