"""A live draft edited in LibreOffice: what is added is counted, and references follow."""

import shutil
import subprocess
from pathlib import Path

import pytest

from toolkit.model import Block, Document, Kind, Note, Profile
from toolkit.writers.docx import write

pytestmark = [pytest.mark.office, pytest.mark.slow]
DRIVER = Path(__file__).parent / "drive.py"
BRIDGE = "/usr/bin/python3"


def edited(folder: Path, data: bytes, *steps: str) -> list[str]:
    """Return the paragraphs that LibreOffice shows after some steps (see ``drive.py``)."""
    if shutil.which("soffice") is None or not Path(BRIDGE).exists():
        pytest.fail("LibreOffice or its bridge is missing; `make office` installs them")
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
