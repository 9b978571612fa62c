"""Documents laid out in segments and put together again: nothing lost, the frame in its form."""

import re
from pathlib import Path

import pytest

from tests.validity import faults, schema_faults
from toolkit.errors import InputError, UsageError
from toolkit.inline import Segment
from toolkit.languages import by_code
from toolkit.model import Document
from toolkit.model.desk import Answered, Translation
from toolkit.ooxml.changes import ReplaceText, Tracking
from toolkit.ooxml.revising import WordText
from toolkit.readers.registry import read_bytes
from toolkit.workflows.desk.codes import with_codes
from toolkit.workflows.desk.segments import Desk, bilingual, lay_out, put_together, regrouped
from toolkit.workflows.documents.files import Input
from toolkit.workflows.documents.reading import load, loaded

ADDENDUM = "CSIW_COP_WG.3_2026_L.1_Add.1.en.docx"
REPORT = "CSIW_COP_WG.3_2025_6.en.docx"
HAN = "工作组审议了航道安全问题并通过了有关引航和救助的各项建议"


def desk_of(path: Path, target: str = "zh") -> Desk:
    return lay_out(load(str(path)), by_code(target))


def outline(document: Document) -> list[tuple[object, ...]]:
    return [(one.path, one.kind, one.number, one.continued) for one in document.blocks]


def all_said(desk: Desk) -> dict[str, Translation]:
    """Every segment in invented Chinese that keeps the figures and symbols of the source."""
    made = {}
    for one in desk.segments:
        values = re.findall(r"[A-Z]+/[\w./]+\w|\d[\d,.]*\d|\d", one.source.text)
        words = (HAN * 9)[: max(4, len(one.source.text) // 3)] + "，".join(values)
        target = with_codes(one.source, words, (desk.source, desk.target)).segment
        made[one.id] = Translation(target=target, answered=Answered.EXACT, score=100)
    return made


def test_segments_are_the_sentences_of_the_blocks_with_path_label_and_context(
    samples: Path,
) -> None:
    desk = desk_of(samples / ADDENDUM)
    by_path = {one.path: one for one in desk.segments}
    note = by_path["III/B/para 9/note 1"]
    assert (note.kind, note.place) == ("note", "footnote 1")
    para = [one for one in desk.segments if one.path == "III/A/para 4"]
    assert [one.label for one in para] == ["4.", "", "", ""]
    assert para[1].previous == para[0].source.text
    assert para[1].following == para[2].source.text
    assert len({one.id for one in desk.segments}) == len(desk.segments)
    again = desk_of(samples / ADDENDUM)
    assert [one.id for one in again.segments] == [one.id for one in desk.segments]


def test_every_word_of_the_blocks_is_in_a_segment(samples: Path) -> None:
    desk = desk_of(samples / REPORT)
    said = "".join("".join(one.source.text.split()) for one in desk.segments)
    texts = [b.text for b in desk.document.blocks if not b.rows]
    texts += [note.text for b in desk.document.blocks for note in b.notes]
    for text in texts:
        assert "".join(text.split()) in said


def test_the_frame_is_in_the_form_of_the_target(samples: Path) -> None:
    desk = desk_of(samples / ADDENDUM)
    document = read_bytes(put_together(desk, {}), "out.docx").document
    assert document.language == "zh"
    head = document.masthead
    assert (head.distribution, head.date, head.language) == ("Limited", "2026-09-08", "Chinese")
    assert (head.original, head.job_letter) == ("English", "C")
    labels = [one.label for one in document.blocks if one.label]
    assert {"二.", "三.", "建议 7", "建议 12", "(a)", "(i)", "A.", "11."} <= set(labels)
    assert outline(document) == outline(desk.document)


def test_and_from_chinese_into_english(samples: Path) -> None:
    desk = desk_of(samples / ADDENDUM.replace(".en.", ".zh."), "en")
    document = read_bytes(put_together(desk, {}), "out.docx").document
    assert document.masthead.language is None
    assert document.masthead.job_letter == "E"
    labels = {one.label for one in document.blocks}
    assert {"II.", "III.", "Recommendation 7"} <= labels
    placed = [one for one in outline(document) if one[0]]
    assert placed == outline(desk.document)


@pytest.mark.parametrize("name", [ADDENDUM, REPORT])
def test_a_sample_wholly_translated_has_every_block_note_and_cell(
    name: str, samples: Path, shared: Path
) -> None:
    desk = desk_of(samples / name)
    made = put_together(desk, all_said(desk))
    assert faults(made) == []
    assert schema_faults(made, shared) == []
    same_frame(desk.document, read_bytes(made, name).document)


@pytest.mark.parametrize("name", ["A_80_604_Add.1", "A_80_604_Add.6"])
def test_a_real_file_wholly_translated_has_every_block_note_and_cell(
    name: str, shared: Path
) -> None:
    desk = desk_of(shared / "data" / "un-docx" / f"{name}.docx")
    made = put_together(desk, all_said(desk), marks="colour")
    assert faults(made) == []
    assert schema_faults(made, shared) == []
    document = read_bytes(made, name).document
    same_frame(desk.document, document)
    assert document.masthead.symbol == desk.document.masthead.symbol
    assert document.masthead.language == "Chinese"


def same_frame(before: Document, after: Document) -> None:
    """Blocks with a number, notes and tables: as many, at the same places."""
    assert _notes(after) == _notes(before)
    assert _tables(after) == _tables(before)
    numbered = {
        (b.path, b.number) for b in before.blocks if b.kind in ("paragraph", "recommendation")
    }
    found = {(b.path, b.number) for b in after.blocks if b.kind in ("paragraph", "recommendation")}
    assert len(numbered - found) <= len(numbered) // 50


def _notes(document: Document) -> list[str]:
    return [note.number for one in document.blocks for note in one.notes]


def _tables(document: Document) -> list[list[int]]:
    return [[len(row) for row in one.rows] for one in document.blocks if one.rows]


def test_text_goes_through_the_writer(samples: Path) -> None:
    desk = desk_of(samples / ADDENDUM.replace(".docx", ".md"))
    document = read_bytes(put_together(desk, all_said(desk)), "out.docx").document
    assert [one.path for one in document.blocks if one.path] == [
        one.path for one in desk.document.blocks if one.path
    ]


def test_what_is_not_translated_stays_with_its_spaces(samples: Path) -> None:
    desk = desk_of(samples / ADDENDUM)
    para = [one for one in desk.segments if one.path == "III/A/para 4"]
    said = {
        one.id: Translation(target=Segment(words), answered=Answered.EXACT)
        for one, words in zip(para[:2], ("第一句。", "第二句。"), strict=True)
    }
    blocks = read_bytes(put_together(desk, said), "out.docx").document.blocks
    text = next(one.text for one in blocks if one.path == "III/A/para 4")
    assert text.startswith(f"第一句。第二句。 {para[2].source.text[:30]}")


def test_segments_can_be_taken_as_one_and_are_found_again_by_their_id(samples: Path) -> None:
    desk = desk_of(samples / ADDENDUM)
    para = [one for one in desk.segments if one.path == "III/A/para 4"]
    name = f"{para[0].id}-2"
    joined = regrouped(desk, [name, para[3].id])
    one = next(one for one in joined.segments if one.id == name)
    assert one.source.text == f"{para[0].source.text} {para[1].source.text}"
    assert one.following == para[2].source.text
    assert len(joined.segments) == len(desk.segments) - 1
    said = {name: Translation(target=Segment("合成一句。"), answered=Answered.EXACT)}
    blocks = read_bytes(put_together(joined, said), "out.docx").document.blocks
    assert any(block.text.startswith("合成一句。 One speaker") for block in blocks)


@pytest.mark.parametrize("ids", [["p999.1-2"], ["p29.2-1"], ["p29.1-2", "p29.2-3"]])
def test_groups_that_do_not_fit_are_refused(ids: list[str], samples: Path) -> None:
    with pytest.raises(InputError, match="another version of this file"):
        regrouped(desk_of(samples / ADDENDUM), ids)


def test_a_translation_of_another_file_is_refused(samples: Path) -> None:
    said = {"p999.1": Translation(target=Segment("一"), answered=Answered.EXACT)}
    with pytest.raises(InputError, match=r"no segment p999\.1"):
        put_together(desk_of(samples / ADDENDUM), said)


def test_a_document_is_not_translated_into_its_own_language(samples: Path) -> None:
    with pytest.raises(UsageError, match="is in English already"):
        desk_of(samples / ADDENDUM, "en")


def test_what_exchange_formats_get_names_the_file_by_its_digest(samples: Path) -> None:
    desk = desk_of(samples / ADDENDUM)
    found = bilingual(desk, {})
    assert (found.original, found.source_lang, found.target_lang) == (ADDENDUM, "en", "zh")
    assert len(found.sha256) == 64
    assert {one.answered for one in found.translations} == {Answered.UNTRANSLATED}


def test_tracked_changes_are_accepted_first(samples: Path) -> None:
    raw = (samples / ADDENDUM).read_bytes()
    file = WordText.open(raw, ADDENDUM)
    at = next(one.index for one in file.paragraphs if one.text == "Recommendation 7")
    tracked = file.apply([ReplaceText(at + 1, 0, 6, "Nations")], Tracking("A reviser"))
    desk = lay_out(loaded(Input(path="x.docx", data=tracked)), by_code("zh"))
    said = next(one.source.text for one in desk.segments if one.path == "II/B/rec 7")
    assert said.startswith("Nations")
    assert b"w:ins " not in put_together(desk, {})
