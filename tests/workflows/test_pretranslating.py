"""Documents filled from memories: right where filled, marked, and silent where in doubt."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.memory.held import held
from tests.validity import faults
from toolkit.checks.run import run
from toolkit.languages import Language, by_code
from toolkit.memory.memory import Memory
from toolkit.model.desk import Answered, Translation
from toolkit.model.unit import TranslationUnit
from toolkit.ooxml.translating import WordTranslation
from toolkit.readers.registry import read_bytes
from toolkit.states.find import find as find_states
from toolkit.symbols.find import find as find_symbols
from toolkit.workflows.desk.marks import remark_of, shade
from toolkit.workflows.desk.page import page
from toolkit.workflows.desk.pretranslating import Pretranslated, pretranslate
from toolkit.workflows.desk.segments import lay_out, put_together
from toolkit.workflows.documents.reading import load
from toolkit.workflows.filling.remembering import open_memories

PARTS = ["L.1", "L.1_Add.1", "L.1_Add.2"]
EN, ZH = by_code("en"), by_code("zh")


@pytest.fixture(scope="module")
def memories(samples: Path) -> tuple[Memory, ...]:
    return open_memories([str(samples.parent / "tm")], (EN, ZH))


@pytest.fixture(scope="module", params=PARTS)
def made(
    request: pytest.FixtureRequest, samples: Path, memories: tuple[Memory, ...]
) -> Pretranslated:
    path = samples / f"CSIW_COP_WG.3_2026_{request.param}.en.docx"
    return pretranslate(lay_out(load(str(path)), ZH), memories)


def filled(made: Pretranslated) -> Iterator[tuple[str, str, Translation]]:
    for one in made.desk.segments:
        found = made.translations[one.id]
        if found.target is not None:
            yield one.source.text, found.target.text, found


def values(text: str, language: Language) -> dict[str, list[object]]:
    """What must not change between two languages."""
    return {
        "numbers": sorted(one.value for one in language.numbers(text)),
        "dates": sorted((one.first, one.last or one.first) for one in language.dates(text)),
        "symbols": sorted(one.text for one in find_symbols(text)),
        "States": sorted(one.state.code for one in find_states(text, language.code)),
    }


def test_what_is_filled_has_the_numbers_dates_symbols_and_states_of_its_source(
    made: Pretranslated,
) -> None:
    for source, target, found in filled(made):
        before, after = values(source, EN), values(target, ZH)
        assert after["dates"] == before["dates"], (source, target)
        assert after["symbols"] == before["symbols"], (source, target)
        assert after["States"] == before["States"], (source, target)
        if found.answered is not Answered.FUZZY:
            assert after["numbers"] == before["numbers"], (source, target)


def test_what_is_filled_and_sure_is_what_the_translators_wrote(
    made: Pretranslated, samples: Path
) -> None:
    name = Path(made.desk.input.path).name.replace(".en.", ".zh.")
    chinese = load(str(samples / name)).document
    words = "".join("".join(block.text.split()) for block in chinese.blocks)
    sure = (Answered.CONTEXT, Answered.EXACT, Answered.SUBSTITUTED)
    said = ["".join(target.split()) for _, target, found in filled(made) if found.answered in sure]
    assert sum(one in words for one in said) >= 0.75 * len(said)


def test_the_file_reads_back_with_the_outline_of_the_original(made: Pretranslated) -> None:
    for marks in ("comments", "colour", "none"):
        data = put_together(made.desk, made.translations, marks=marks)  # type: ignore[arg-type]
        assert faults(data) == []
        document = read_bytes(data, "made.docx").document
        assert document.language == "zh"
        assert [(one.path, one.number) for one in document.blocks] == [
            (one.path, one.number) for one in made.desk.document.blocks
        ]


def test_check_finds_nothing_wrong_in_it_but_what_is_untranslated(made: Pretranslated) -> None:
    data = put_together(made.desk, made.translations, marks="none")
    document = read_bytes(data, "made.docx").document
    checked = run([document])
    assert [one for one in checked.findings if one.severity == "error"] == []


def test_the_body_is_named_as_the_sentences_of_the_memory_name_it(made: Pretranslated) -> None:
    name = next(one for one in made.desk.segments if one.source.text.startswith("Working Group"))
    found = made.translations[name.id]
    assert found.target is not None
    assert found.target.text == "引航与救助工作组"
    assert "sentences of the memory" in found.note


def test_coverage_is_the_share_of_words(made: Pretranslated) -> None:
    words = [(len(one.source.text.split()), one.id) for one in made.desk.segments]
    done = sum(n for n, name in words if made.translations[name].target is not None)
    assert made.coverage == pytest.approx(100 * done / sum(n for n, _ in words))
    assert sum(made.counts().values()) == len(made.desk.segments)


# -- by itself -----------------------------------------------------------------------------
REPORT = """\
United Nations  NAV/2030/1

# Report of the meeting

## I. Opening

1. The meeting was opened by the Chair. The boats sailed on 3 May 2030. States should repair \
the locks.
"""


def unit(source: str, target: str, **more: str) -> TranslationUnit:
    return TranslationUnit(source=source, target=target, **more)  # type: ignore[arg-type]


def translated(tmp_path: Path, *units: TranslationUnit, minimum: int = 75) -> Pretranslated:
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    desk = lay_out(load(str(path)), ZH)
    return pretranslate(desk, [held("m.tmx", units)], minimum=minimum)


def one_of(made: Pretranslated, begins: str) -> Translation:
    segment = next(one for one in made.desk.segments if one.source.text.startswith(begins))
    return made.translations[segment.id]


def test_a_caption_keeps_its_label_on_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(f"{REPORT}\nTable 1 Locks\n\n| Lock |\n| --- |\n| A |\n", encoding="utf-8")
    memory = held("m.tmx", [unit("Table 1 Locks", "表 1 船闸")])
    made = pretranslate(lay_out(load(str(path)), ZH), [memory])
    data = put_together(made.desk, made.translations, marks="none")
    lines = [one.words.text for one in WordTranslation.open(data, "made.docx").lines]
    assert "表 1\n船闸" in lines


def test_values_are_set_and_told(tmp_path: Path) -> None:
    stored = unit(
        "The boats sailed on 4 June 2029.", "船只于 2029 年 6 月 4 日启航。", symbol="N/1"
    )
    found = one_of(translated(tmp_path, stored), "The boats")
    assert found.answered is Answered.SUBSTITUTED
    assert found.target is not None
    assert found.target.text == "船只于 2030 年 5 月 3 日启航。"
    said = remark_of(found, ZH)
    assert "The same but for values, 99, N/1" in said
    assert "4 June 2029 -> 3 May 2030" in said
    assert "In the memory: The boats sailed on 4 June 2029." in said


def test_a_guarded_match_is_offered_and_not_filled(tmp_path: Path) -> None:
    stored = unit("States should not repair the locks.", "各国不应修理船闸。")
    found = one_of(translated(tmp_path, stored, minimum=50), "States")
    assert found.target is None
    assert "各国不应修理船闸。" in remark_of(found, ZH)
    assert found.note


def test_two_translations_as_good_are_both_shown(tmp_path: Path) -> None:
    both = (
        unit("The meeting was opened by the Chair.", "主席宣布会议开幕。", symbol="N/1"),
        unit("The meeting was opened by the Chair.", "会议由主席主持开幕。", symbol="N/2"),
    )
    found = one_of(translated(tmp_path, *both), "The meeting")
    assert found.target is not None
    said = {found.target.text, *(one.target for one in found.rivals)}
    assert said == {"主席宣布会议开幕。", "会议由主席主持开幕。"}
    assert all(one.target in remark_of(found, ZH) for one in found.rivals)


def test_sentences_that_the_memory_has_as_one_are_one_segment(tmp_path: Path) -> None:
    stored = unit(
        "The meeting was opened by the Chair. The boats sailed on 3 May 2030.",
        "主席宣布会议开幕，船只于 2030 年 5 月 3 日启航。",
    )
    made = translated(tmp_path, stored)
    joined = next(one for one in made.desk.segments if one.id.endswith("-2"))
    assert made.translations[joined.id].answered is Answered.EXACT
    text = read_bytes(put_together(made.desk, made.translations), "x.docx").document.blocks[1].text
    assert text.startswith("主席宣布会议开幕，船只于 2030 年 5 月 3 日启航。 States")


def test_what_stays_is_marked_and_what_a_rule_wrote_is_not(tmp_path: Path) -> None:
    made = translated(tmp_path)
    rest = one_of(made, "The boats")
    assert shade(rest) == "F4CCCC"
    assert remark_of(rest, ZH) == "Not translated\nTo be translated into Chinese."
    data = put_together(made.desk, made.translations, marks="colour")
    fills = [one.words.text for one in WordTranslation.open(data, "x").lines]
    assert any("The boats sailed" in text for text in fills)


def test_the_page_shows_both_languages_and_hides_nothing_in_markup(tmp_path: Path) -> None:
    stored = unit("The meeting was opened by the Chair.", "主席<b>宣布</b>会议开幕。")
    shown = page(translated(tmp_path, stored))
    assert "主席&lt;b&gt;宣布&lt;/b&gt;会议开幕。" in shown
    assert '<td lang="en">The boats sailed on 3 May 2030.</td>' in shown
    assert "<script" not in shown
