"""No silent rubbish: what is no pair of whole versions of one document is said, and is not sure."""

import re
from pathlib import Path

import pytest

from tests.workflows.reviews import LANGUAGES, aligned
from toolkit.errors import UsageError
from toolkit.workflows.alignment.aligning import Aligned, align_files, align_segment_files, harvest
from toolkit.workflows.alignment.doubts import DOUBTFUL, doubts

REPORT = "CSIW_COP_WG.3_2025_6"
DRAFT = "CSIW_COP_WG.3_2026_L.1"
WITHIN = 0.1  # of all sentences that may be taken for counterparts of a passage that is not there


def sample(samples: Path, name: str, language: str) -> str:
    return (samples / f"{name}.{language}.md").read_text(encoding="utf-8")


def chapters(text: str) -> list[str]:
    return re.split(r"(?m)^(?=##? )", text)


def against(samples: Path, folder: Path, chinese: str, name: str = REPORT) -> Aligned:
    """Align the English version of a sample with a Chinese text."""
    target = folder / "changed.zh.md"
    target.write_text(chinese, encoding="utf-8")
    return align_files(str(samples / f"{name}.en.md"), str(target), LANGUAGES)


@pytest.mark.parametrize("name", [REPORT, DRAFT])
def test_a_sound_pair_gives_no_doubt(samples: Path, name: str) -> None:
    sides = [str(samples / f"{name}.{code}.md") for code in ("en", "zh")]
    found = align_files(sides[0], sides[1], LANGUAGES)
    assert doubts(found) == ()
    assert found.confidence > 0.95


@pytest.mark.parametrize(("source", "target"), [(DRAFT, REPORT), (REPORT, DRAFT)])
def test_another_years_report_is_no_translation(samples: Path, source: str, target: str) -> None:
    sides = str(samples / f"{source}.en.md"), str(samples / f"{target}.zh.md")
    found = align_files(*sides, LANGUAGES)
    said = " ".join(doubts(found))
    assert "different symbols: CSIW" in said
    assert "another year's" in said
    assert "hardly correspond" in said
    assert found.confidence < 0.4
    sure = [unit for unit in harvest(found) if (unit.confidence or 0) >= 0.9]
    assert all(not re.search(r"20\d\d", unit.source) for unit in sure)
    assert len(sure) < WITHIN * len(found.beads)


def test_last_years_report_with_other_figures_is_told_by_its_figures(
    samples: Path, tmp_path: Path
) -> None:
    text = re.sub(r"\d{2,}", lambda found: str(int(found[0]) + 1), sample(samples, REPORT, "zh"))
    found = against(samples, tmp_path, text)
    said = " ".join(doubts(found))
    assert "figures, dates or symbols differ in " in said
    differing = {one.path for one in found.documents.differences} if found.documents else set()
    told = [bead for bead in found.beads if bead.path in differing and bead.kind == "1-1"]
    assert sum(bead.confidence < 0.9 for bead in told) > 0.5 * len(told)


def test_a_file_cut_in_half_is_told_with_the_place(samples: Path, tmp_path: Path) -> None:
    text = sample(samples, REPORT, "zh")
    found = against(samples, tmp_path, text[: len(text) // 2])
    (cut,) = [one for one in doubts(found) if "cut short" in one]
    lacking = [bead for bead in found.beads if not bead.target]
    assert f"the last {len(lacking)} sentences of the original, {lacking[0].path} to" in cut
    assert found.confidence < 0.7
    assert not any(bead.target for bead in found.beads if bead.path.startswith("V/"))


@pytest.mark.slow
@pytest.mark.parametrize(("chapter", "to"), [(3, 4), (5, 3)])
def test_a_moved_chapter_is_paired_and_named(
    samples: Path, tmp_path: Path, chapter: int, to: int
) -> None:
    parts = chapters(sample(samples, REPORT, "zh"))
    moving = parts.pop(chapter)
    parts.insert(to, moving)
    found = against(samples, tmp_path, "".join(parts))
    moved = [one for one in doubts(found) if one.startswith("moved: ")]
    assert len(moved) == 1
    assert re.search(r"\d\d sentences, (II|III|IV).* stand elsewhere in the translation", moved[0])
    assert found.confidence > 0.9
    whole = align_files(
        str(samples / f"{REPORT}.en.md"), str(samples / f"{REPORT}.zh.md"), LANGUAGES
    )
    assert len(pairs(found) ^ pairs(whole)) < 0.05 * len(whole.beads)
    indexes = [i for bead in found.beads for i in bead.source]
    assert indexes == sorted(indexes)
    targets = sorted(j for bead in found.beads for j in bead.target)
    assert targets == list(range(len(targets)))


def pairs(what: Aligned) -> set[tuple[str, str]]:
    return {(" ".join(b.source_texts), "".join(b.target_texts)) for b in what.beads if b.target}


def test_the_same_file_twice_and_two_of_one_language_are_refused(samples: Path) -> None:
    one, other = (str(samples / f"{name}.en.md") for name in (REPORT, DRAFT))
    for second in (one, other):
        with pytest.raises(UsageError, match="both in the same language"):
            align_files(one, second, LANGUAGES)


def test_a_third_language_is_not_taken_for_english(samples: Path, tmp_path: Path) -> None:
    text = sample(samples, DRAFT, "zh")
    cyrillic = re.sub("[\u4e00-\u9fff]", lambda found: chr(0x430 + ord(found[0]) % 32), text)
    path = tmp_path / "third.md"
    path.write_text(cyrillic, encoding="utf-8")
    try:
        found = align_files(str(path), str(samples / f"{DRAFT}.zh.md"), LANGUAGES)
    except UsageError:
        return
    assert found.confidence < DOUBTFUL
    assert doubts(found)


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (("\n\n", "灯。\n油。\n"), "the original holds no sentence"),
        (("Lamps.\nOil.\n", "\n"), "the translation holds no sentence"),
    ],
)
def test_an_empty_side_is_told(tmp_path: Path, sides: tuple[str, str], words: str) -> None:
    names = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for name, text in zip(names, sides, strict=True):
        name.write_text(text, encoding="utf-8")
    found = align_segment_files(str(names[0]), str(names[1]), LANGUAGES)
    assert found.confidence == 0.0
    assert any(words in one for one in doubts(found))


def test_sentences_missing_in_the_middle_are_told_in_a_line() -> None:
    groups = [((i,), (i,)) for i in range(3)]
    groups += [((), (j,)) for j in range(3, 12)]
    groups += [((i,), (i + 9,)) for i in range(3, 6)]
    source, target = [f"Lamp {n}" for n in range(6)], [f"灯{n}" for n in range(15)]
    what = aligned(groups, source, target)
    (said,) = [one for one in doubts(what) if "in a row" in one]
    assert said == ("9 sentences of the translation in a row, lines 4 to 12, have no original.")


def segments(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def plain(folder: Path, source: list[str], target: list[str]) -> Aligned:
    names = folder / "a.txt", folder / "b.txt"
    for name, lines in zip(names, (source, target), strict=True):
        name.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return align_segment_files(str(names[0]), str(names[1]), LANGUAGES)


@pytest.mark.slow
@pytest.mark.parametrize("number", [2, 17])
def test_real_segments_wrong_halved_and_moved(shared: Path, tmp_path: Path, number: int) -> None:
    folder = shared / "data" / "unv1_dev"
    english = segments(folder / f"d{number:02}.en.txt")
    chinese = segments(folder / f"d{number:02}.zh.txt")
    other = segments(folder / f"d{number - 1:02}.zh.txt")
    half, quarter = len(chinese) // 2, len(chinese) // 4

    wrong = plain(tmp_path, english, other)
    assert wrong.confidence < 0.4
    assert any("hardly correspond" in one for one in doubts(wrong))
    assert sum(bead.confidence >= 0.9 for bead in wrong.beads if bead.source and bead.target) <= 2

    halved = plain(tmp_path, english, chinese[:half])
    assert halved.confidence < 0.75
    assert any("was a file cut short?" in one for one in doubts(halved))

    order = chinese[:quarter] + chinese[3 * quarter :] + chinese[quarter : 3 * quarter]
    moved = plain(tmp_path, english, order)
    assert moved.confidence > 0.85
    assert any(one.startswith("moved: ") for one in doubts(moved))
