"""Analysis: every segment in one band, sums that balance, the same files in every format."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.memory.held import held
from toolkit.config.settings import BANDS
from toolkit.errors import UsageError
from toolkit.languages import by_code
from toolkit.model.unit import TranslationUnit
from toolkit.workflows.desk.segments import Desk, lay_out
from toolkit.workflows.documents.reading import load
from toolkit.workflows.filling.remembering import open_memories
from toolkit.workflows.leverages.leverage import Analysis, Volume, analyse, volume, weights_of
from toolkit.workflows.leverages.report import as_csv, as_text, as_values, rows
from toolkit.workflows.leverages.workbook import as_xlsx

EN, ZH = by_code("en"), by_code("zh")
HEAD = "United Nations  NAV/2030/{}\n\n# Report of the meeting\n\n## I. Opening\n\n"
SENTENCES = (
    "The lock-keepers of the northern rivers repaired their gates before the autumn floods came.",
    "Children read the painted gauges every morning and sent the figures to the harbour office.",
    "Nobody had counted the barges.",
)


def desk(tmp_path: Path, number: int, *sentences: str) -> Desk:
    path = tmp_path / f"report{number}.md"
    body = "".join(f"{at}. {one}\n\n" for at, one in enumerate(sentences, 1))
    path.write_text(HEAD.format(number) + body, encoding="utf-8")
    return lay_out(load(str(path)), ZH)


def unit(source: str, **more: str) -> TranslationUnit:
    return TranslationUnit(source=source, **{"target": "译文", **more})  # type: ignore[arg-type]


def segments(analysis: Analysis, file: int = 0) -> dict[str, int]:
    found = analysis.files[file].bands
    return {band: found[band].segments for band in BANDS if found[band].segments}


def test_what_the_memory_has_is_in_its_band(tmp_path: Path) -> None:
    near = SENTENCES[1].replace("office", "clerk")
    dated = unit("The boats sailed on 4 June 2029.", target="船只于 2029 年 6 月 4 日启航。")
    memory = held("m", [unit(SENTENCES[0]), unit(near), dated])
    one = desk(tmp_path, 1, *SENTENCES, "The boats sailed on 3 May 2030.")
    found = segments(analyse([one], [memory]))
    # The heading and the title are in no memory.
    assert found == {"exact": 1, "substituted": 1, "95-99": 1, "none": 3}


def test_a_sentence_between_its_neighbours_is_in_context(tmp_path: Path) -> None:
    stored = unit(SENTENCES[1], previous=SENTENCES[0], following=SENTENCES[2])
    one = desk(tmp_path, 1, *SENTENCES)
    assert segments(analyse([one], [held("m", [stored])]))["context"] == 1


def test_repetitions_are_counted_within_a_file_and_across_files(tmp_path: Path) -> None:
    one = desk(tmp_path, 1, SENTENCES[0], SENTENCES[1], SENTENCES[0])
    two = desk(tmp_path, 2, SENTENCES[0], SENTENCES[2])
    analysis = analyse([one, two], [])
    assert segments(analysis, 0)["repetition"] == 1
    assert segments(analysis, 1)["repetition"] == 3  # heading and title come again too


def test_what_is_alike_to_something_earlier_is_told(tmp_path: Path) -> None:
    near = SENTENCES[0].replace("autumn", "winter")
    analysis = analyse([desk(tmp_path, 1, SENTENCES[0], SENTENCES[2], near)], [])
    assert analysis.total.internal == volume(near, EN)


def test_effort_is_weighted_by_the_table(tmp_path: Path) -> None:
    weights = weights_of([("none", "0.5"), ("repetition", "0")])
    one = desk(tmp_path, 1, SENTENCES[0], SENTENCES[0])
    analysis = analyse([one], [], weights)
    found = analysis.files[0]
    assert found.effort(weights, EN) == 0.5 * found.bands["none"].words


def test_files_in_two_languages_are_not_mixed(tmp_path: Path, samples: Path) -> None:
    chinese = lay_out(load(str(samples / "CSIW_COP_WG.3_2026_L.1.zh.md")), EN)
    with pytest.raises(UsageError, match="analyse the files of each language"):
        analyse([desk(tmp_path, 1, *SENTENCES), chinese], [])


@pytest.mark.parametrize(("language", "target"), [("en", ZH), ("zh", EN)])
def test_sums_balance_on_the_samples_in_either_language(
    language: str, target: object, samples: Path
) -> None:
    names = [f"CSIW_COP_WG.3_2026_{part}.{language}.md" for part in ("L.1", "L.1_Add.1")]
    desks = [lay_out(load(str(samples / name)), target) for name in names]  # type: ignore[arg-type]
    memory = open_memories([str(samples.parent / "tm")], (desks[0].source, desks[0].target))
    analysis = analyse(desks, memory)
    for one, file in zip(desks, analysis.files, strict=True):
        whole = sum((volume(s.source.text, one.source) for s in one.segments), Volume())
        assert file.whole == whole
    assert analysis.total.whole == analysis.files[0].whole + analysis.files[1].whole
    assert (analysis.total.whole.words > 0) == (language == "en")
    assert analysis.files[0].bands["exact"].segments >= 15


@settings(max_examples=25)
@given(st.lists(st.sampled_from(range(6)), max_size=12), st.sets(st.sampled_from(range(6))))
def test_every_segment_is_in_exactly_one_band(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], known: set[int]
) -> None:
    tmp_path = tmp_path_factory.mktemp("law")
    words = [f"{SENTENCES[n % 3][:-1]} in the year {'of the heron' * (n // 3)}." for n in range(6)]
    one = desk(tmp_path, 1, *(words[n] for n in order))
    analysis = analyse([one], [held("m", [unit(words[n]) for n in sorted(known)])])
    assert analysis.total.whole.segments == len(one.segments)
    in_memory = sum(n in known for n in order)
    sure = sum(analysis.total.bands[band].segments for band in ("context", "exact"))
    assert sure == in_memory


def test_csv_and_workbook_hold_the_same_rows(tmp_path: Path) -> None:
    analysis = analyse([desk(tmp_path, 1, *SENTENCES)], [held("m", [unit(SENTENCES[0])])])
    wanted = [[str(cell) for cell in row] for row in rows(analysis)]
    read = list(csv.reader(io.StringIO(as_csv(analysis).decode("utf-8-sig"))))
    assert read[1:] == wanted
    sheet = load_workbook(io.BytesIO(as_xlsx(analysis)))["Analysis"]
    found = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert found[0] == read[0]
    assert len(found) == len(read)
    assert [row[2] for row in found[1:]] == [row[2] for row in rows(analysis)]
    assert as_xlsx(analysis) == as_xlsx(analysis)


def test_a_file_named_like_a_formula_stays_text(tmp_path: Path) -> None:
    analysis = analyse([desk(tmp_path, 1, *SENTENCES)], [])
    odd = replace(analysis, files=(replace(analysis.files[0], name="=1+1"),))
    assert b"\r\n'=1+1," in as_csv(odd)
    sheet = load_workbook(io.BytesIO(as_xlsx(odd)))["Analysis"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


def test_the_table_for_people_names_file_bands_and_effort(tmp_path: Path) -> None:
    text = as_text(analyse([desk(tmp_path, 1, *SENTENCES)], []))
    assert "report1.md" in text
    assert all(band in text for band in BANDS)
    assert "effort:" in text
    assert as_values(analyse([desk(tmp_path, 2, *SENTENCES)], []))["total"]["sum"]["segments"] == 5
