"""Opening memories, what every kind of memory must do, and concordance."""

import gzip
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.units import units as generated
from toolkit.errors import MemoryStoreError, UsageError
from toolkit.memory import Memory, TranslationUnit, open_memory
from toolkit.memory.concordance import find
from toolkit.memory.keys import exact_key
from toolkit.memory.memory import Asked
from toolkit.memory.store import open_change
from toolkit.text.spans import Span
from toolkit.tmx.write import write_tmx

UNITS = (
    TranslationUnit(source="The Board met.", target="委员会开会。", symbol="LB/1"),
    TranslationUnit(source="The  board met.", target="委员会开了会。", symbol="LB/2"),
    TranslationUnit(source="Wicks should be trimmed.", target="灯芯（每日）修剪。", symbol="LB/1"),
)
DATA = write_tmx(UNITS, source_lang="en", target_lang="zh")


def _file(folder: Path) -> str:
    path = folder / "lamps.tmx"
    path.write_bytes(DATA)
    return str(path)


def _packed(folder: Path) -> str:
    path = folder / "lamps.tmx.gz"
    path.write_bytes(gzip.compress(DATA))
    return str(path)


def _folder(folder: Path) -> str:
    for number, unit in enumerate(UNITS):
        data = write_tmx([unit], source_lang="en", target_lang="zh")
        (folder / f"{number}.tmx").write_bytes(data)
    (folder / "README.md").write_text("not a memory", encoding="utf-8")
    return str(folder)


@pytest.fixture(params=[_file, _packed, _folder], ids=["file", "gzip", "folder"])
def name(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    make: Callable[[Path], str] = request.param
    return make(tmp_path)


def test_every_memory_gives_all_its_units(name: str) -> None:
    memory = open_memory(name)
    assert sorted(unit.source for unit in memory.units()) == sorted(u.source for u in UNITS)
    assert len(memory) == 3
    assert (memory.name, memory.source_lang, memory.target_lang) == (name, "en", "zh")


def test_every_memory_finds_equal_sources(name: str) -> None:
    memory = open_memory(name)
    assert [u.target for u in memory.exact(exact_key("The Board  met."))] == ["委员会开会。"]
    assert memory.exact(exact_key("Nothing.")) == ()


def test_every_memory_offers_likely_candidates_first(name: str) -> None:
    found = open_memory(name).candidates("Wicks must be trimmed.", Asked(limit=2))
    assert found[0].symbol == "LB/1"
    assert found[0].source == "Wicks should be trimmed."
    assert len(found) <= 2


def test_every_memory_serves_the_other_direction(name: str) -> None:
    memory = open_memory(name, source_lang="zh", target_lang="en")
    assert [u.target for u in memory.exact(exact_key("委员会开会。"))] == ["The Board met."]


def test_an_empty_folder_is_an_empty_memory(tmp_path: Path) -> None:
    assert len(open_memory(str(tmp_path))) == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere.tmx", "no translation memory nowhere.tmx"),
        ("nowhere", "no translation memory nowhere"),
        ("tm.undraft", "no translation memory tm.undraft"),
        ("postgresql://127.0.0.1:1/tm", "cannot be reached"),
        ("mysql://localhost/tm", "this version opens"),
    ],
)
def test_what_cannot_be_opened_is_said(name: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(MemoryStoreError, match=words):
        open_memory(name)


def test_a_damaged_file_in_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.tmx").write_text("<tmx><body>", encoding="utf-8")
    with pytest.raises(MemoryStoreError, match=r"broken\.tmx"):
        open_memory(str(tmp_path))


# -- concordance -----------------------------------------------------------------------------


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return open_memory(_file(tmp_path))


def test_words_are_found_with_their_places_whatever_case_and_spacing(memory: Memory) -> None:
    hits = find("the board", [memory])
    assert [hit.source_spans for hit in hits] == [(Span(0, 9),), (Span(0, 10),)]
    assert all(hit.target_spans == () for hit in hits)


def test_chinese_words_are_found_whatever_the_width_of_marks(memory: Memory) -> None:
    (hit,) = find("(每日)", [memory])
    assert hit.target_spans[0].of(hit.unit.target) == "（每日）"


def test_signs_of_expressions_are_plain_without_regex(memory: Memory) -> None:
    assert find(".*", [memory]) == ()
    assert len(find("b.*d", [memory], regex=True)) == 3


def test_the_number_of_hits_is_limited(memory: Memory) -> None:
    assert len(find("e", [memory], limit=2)) == 2


@pytest.mark.parametrize("text", ["(", "[a", "(?P<a>", "*"])
def test_a_bad_expression_is_said(memory: Memory, text: str) -> None:
    with pytest.raises(UsageError, match="not a regular expression"):
        find(text, [memory], regex=True)


def test_nothing_to_look_for_is_said(memory: Memory) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        find("  ", [memory])


def test_a_runaway_expression_is_stopped(tmp_path: Path) -> None:
    unit = TranslationUnit(source="a" * 4000 + "!", target="灯。")
    path = tmp_path / "a.tmx"
    path.write_bytes(write_tmx([unit], source_lang="en", target_lang="zh"))
    began = time.process_time()
    with pytest.raises(UsageError, match="takes too long"):
        find(r"(a+)+$", [open_memory(str(path))], regex=True)
    assert time.process_time() - began < 20


def test_a_word_that_no_text_has_is_not_looked_for_in_every_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "large.undraft")
    with open_change(path) as change:
        change.put_all(generated(3_000))
    monkeypatch.setattr("toolkit.memory.sql.rows.every_unit", lambda *_: pytest.fail("all read"))
    with open_memory(path) as memory:
        assert list(memory.containing(["xylophone"])) == []
        assert list(memory.containing(["keeper", "xylophone"])) == []
