"""A live draft edited in LibreOffice: what is added is counted, and references follow."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.programs import needs
from toolkit.model import Block, Document, Kind, Note, Profile
from toolkit.ooxml.freezing import freeze
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER
from toolkit.workflows.documents.reading import load
from toolkit.writers.docx import write

pytestmark = [pytest.mark.office, pytest.mark.slow]
DRIVER = Path(__file__).parent / "drive.py"
BRIDGE = "/usr/bin/python3"


def edited(folder: Path, data: bytes, *steps: str) -> list[str]:
    """Return the paragraphs that LibreOffice shows after some steps (see ``drive.py``)."""
    needs("soffice")
    needs(BRIDGE)
    source, text, target = (folder / name for name in ("live.docx", "shown.txt", "out.docx"))
    source.write_bytes(data)
    command = [BRIDGE, str(DRIVER), *map(str, (folder / "profile", source, text, target)), *steps]
    subprocess.run(command, check=True, timeout=240, capture_output=True)
    return text.read_text(encoding="utf-8").split("\n")


def paragraph(number: int, text: str, **more: object) -> Block:
    path = f"I/para {number}"
    return Block(id=f"p{number}", kind=Kind.PARAGRAPH, text=text, label=f"{number}.",
                 number=number, path=path, **more)  # fmt: skip


def item(of: int, letter: str, text: str) -> Block:
    return Block(id=f"i{letter}", kind=Kind.ITEM, text=text, label=f"({letter})", level=1,
                 number=ord(letter) - 96, path=f"I/para {of}/({letter})")  # fmt: skip


def heading(number: int, label: str, text: str, path: str) -> Block:
    return Block(id=f"h{number}", kind=Kind.HEADING, text=text, label=label, number=number,
                 level=1, path=path)  # fmt: skip


def recommendation(number: int, label: str, text: str) -> Block:
    return Block(id=f"r{number}", kind=Kind.RECOMMENDATION, text=text, label=label, number=number,
                 path=f"II/rec {number}")  # fmt: skip


def note(behind: str, en: bool) -> Note:
    return Note(number="1", at=len(behind), text="See paragraph 3." if en else "见第 3 段。")


def document(language: str) -> Document:
    en = language == "en"
    words = {
        "opening": "Opening; see chapter II." if en else "会议开幕；见第二章。",
        "before": "See paragraph 4 (b) and recommendations 1 to 3 below."
        if en
        else "见下文第 4(b) 段和建议 1 至 3。",
        "third": "Pilots are trained." if en else "培训引航员。",
        "list": "Keepers check:" if en else "看守员检查：",
        "last": "As said in paragraphs 2, 3 and 4 above and article 4." if en
        else "如上文第 2、第 3 和第 4 段以及第四条所述。",
    }  # fmt: skip
    label = "Recommendation" if en else "建议"
    blocks = (
        heading(1, "I." if en else "一.", "Aims" if en else "宗旨", "I"),
        paragraph(1, words["opening"]),
        paragraph(2, words["before"], notes=(note(words["before"], en),)),
        paragraph(3, words["third"]),
        paragraph(4, words["list"]),
        item(4, "a", "Lamps;" if en else "灯具；"),
        item(4, "b", "Oil." if en else "燃油。"),
        paragraph(5, words["last"]),
        heading(2, "II." if en else "二.", "Recommendations" if en else "建议部分", "II"),
        recommendation(1, f"{label} 1", "Train." if en else "培训。"),
        recommendation(2, f"{label} 2", "Check." if en else "检查。"),
        recommendation(3, f"{label} 3",
                       "Apply recommendation 2." if en else "适用建议 2。"),
    )  # fmt: skip
    return Document(profile=Profile.REPORT, language=language, blocks=blocks)


AFTER = {
    "en": [
        "I.\tAims",
        "1.\tOpening; see chapter II.",
        "2.\tNew.",
        "3.\tSee paragraph 5 (b) and recommendations 1 to 4 below.1",
        "4.\tPilots are trained.",
        "5.\tKeepers check:",
        "(a)\tLamps;",
        "(b)\tOil.",
        "6.\tAs said in paragraphs 3, 4 and 5 above and article 4.",
        "II.\tRecommendations",
        "\tRecommendation 1",
        "\tTrain.",
        "\tRecommendation 2",
        "\tCheck.",
        "\tRecommendation 3",
        "\tCheck.",
        "\tRecommendation 4",
        "\tApply recommendation 3.",
    ],
    "zh": [
        "一.\t宗旨",
        "1.\t会议开幕；见第二章。",
        "2.\tNew.",
        "3.\t见下文第 5(b) 段和建议 1 至 4。1",
        "4.\t培训引航员。",
        "5.\t看守员检查：",
        "(a)\t灯具；",
        "(b)\t燃油。",
        "6.\t如上文第 3、第 4 和第 5 段以及第四条所述。",
        "二.\t建议部分",
        "\t建议 1",
        "\t培训。",
        "\t建议 2",
        "\t检查。",
        "\t建议 3",
        "\t检查。",
        "\t建议 4",
        "\t适用建议 3。",
    ],
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_paragraph_and_a_recommendation_added_are_counted_and_references_follow(
    tmp_path: Path, language: str
) -> None:
    first = {"en": "Opening", "zh": "会议开幕"}[language]
    second = {"en": "Recommendation 2", "zh": "建议 2"}[language]
    live = write(document(language), numbers="live")
    shown = edited(tmp_path, live, f"split:{first}", f"copy:{second}")
    assert [one for one in shown if one.strip()] == AFTER[language]


# -- frozen ------------------------------------------------------------------------------------
Word = tuple[float, float, str]  # from the left, from the top, in points
LABEL = re.compile(r"\d+\.|\([a-z]+\)|[IVXA-F]+\.|[一二三四五六七八九十]+\.|\d+\.?")
AS_FIELD = 2.0  # points that LibreOffice sets words beside a field otherwise than beside text


def pages(folder: Path, name: str, data: bytes) -> list[list[Word]]:
    """Return the words of each page with their places, as LibreOffice renders a file."""
    (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = ["soffice", profile, "--headless", "--convert-to", "pdf", name]
    subprocess.run(office, cwd=folder, check=True, capture_output=True, timeout=240)
    command = ["pdftotext", "-bbox", str(Path(name).with_suffix(".pdf")), "-"]
    told = subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout.decode()
    word = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<')
    return [
        [(float(x), float(y), text) for x, y, text in word.findall(page)]
        for page in told.split("<page ")[1:]
    ]


def complain_if_elsewhere(
    before: list[list[Word]], after: list[list[Word]], language: str, apart: float
) -> None:
    """Compare pages: their text, the place of every label, and in English of every word.

    In Chinese a line is one word, and where it ends depends on what stands before a field.
    """
    assert len(before) == len(after) > 10
    for one, other in zip(before, after, strict=True):
        assert "".join(word[2] for word in one) == "".join(word[2] for word in other)
        if language != "en":
            one, other = ([w for w in page if LABEL.fullmatch(w[2])] for page in (one, other))
        for (x, y, text), (x2, y2, text2) in zip(one, other, strict=True):
            assert (text, y) == (text2, pytest.approx(y2, abs=0.1))
            assert x == pytest.approx(x2, abs=apart)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_frozen_looks_as_it_did_and_as_if_it_were_typed(
    tmp_path: Path, language: str
) -> None:
    report = load(str(SAMPLES / f"CSIW_COP_WG.3_2025_6.{language}.md")).document
    live = write(report, numbers="live")
    frozen = pages(tmp_path, "frozen.docx", freeze(live, "live.docx").data)
    complain_if_elsewhere(pages(tmp_path, "live.docx", live), frozen, language, AS_FIELD)
    if language == "en":  # a bookmark at the end of a full line of Chinese opens another one
        typed = pages(tmp_path, "typed.docx", write(report, numbers="typed"))
        complain_if_elsewhere(typed, frozen, language, 0.6)


def test_a_draft_that_was_edited_is_frozen_with_the_numbers_it_shows(tmp_path: Path) -> None:
    steps = ("split:Opening", "copy:Recommendation 2")
    edited(tmp_path, write(document("en"), numbers="live"), *steps)
    frozen = freeze((tmp_path / "out.docx").read_bytes(), "out.docx").data
    found = READER.read(frozen, "out.docx", ReadOptions()).document
    texts = [one.text for one in found.blocks]
    assert "See paragraph 5 (b) and recommendations 1 to 4 below." in texts
    assert "Apply recommendation 3." in texts
    assert [one.label for one in found.blocks if one.kind is Kind.PARAGRAPH] == [
        f"{number}." for number in range(1, 7)
    ]
