"""Reference fields of Word after a renumbering: each shows what it points to, and none is left."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.validity import faults
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.revisions import accept_all
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.renumber import Counted, OnDropped, parse_operations
from toolkit.workflows.renumbering.renumbering import Wishes, renumber
from toolkit.writers import docx

_TEXT = """# Report on the meeting of the Group on Locks

## I. Recommendations

{items}
## II. Debate

1. {sentence}
"""


def body(sentence: str, chinese: bool) -> str:
    noun, words = ("建议", "缔约国应保护船闸") if chinese else (
        "Recommendation", "States parties should protect lock")  # fmt: skip
    items = "".join(
        f"#### {noun} {number}\n\n{words} {'x' * number}。\n\n" for number in range(1, 10)
    )
    text = _TEXT.format(items=items, sentence=sentence)
    if chinese:
        text = text.replace("# Report on the meeting of the Group on Locks", "# 船闸工作组的报告")
        text = text.replace("I. Recommendations", "一. 建议").replace("II. Debate", "二. 审议")
    return text


def parts(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def fields(data: bytes) -> list[str]:
    """Return what each reference field shows, in order."""
    shown = []
    for one in re.split(r'w:fldCharType="begin"', parts(data))[1:]:
        code, _, rest = one.partition('w:fldCharType="separate"')
        if " REF " in code:
            words = re.findall(r"<w:t[^>]*>([^<]*)", rest.split('w:fldCharType="end"')[0])
            shown.append("".join(words))
    return shown


def targets(data: bytes) -> tuple[set[str], set[str]]:
    """Return the bookmarks that fields ask for, and those that there are."""
    text = parts(data)
    asked = set(re.findall(r"REF (\S+) ", text))
    return asked, set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', text))


@pytest.mark.parametrize("tracked", [False, True], ids=["direct", "tracked"])
@pytest.mark.parametrize(
    ("sentence", "asked", "expected", "shown"),
    [
        ("See recommendations 5, 7 and 9.", {"drop": ["7"]}, "See recommendations 5 and 8.",
         ["5", "8"]),
        ("See recommendation 8.", {"drop": ["7"]}, "See recommendation 7.", ["7"]),
        ("See recommendation 7.", {"drop": ["7"]}, "See recommendation [7].", []),
        ("See recommendation 6.", {"merge": ["5+6"]}, "See recommendation 5.", []),
        ("See recommendations 5 and 6.", {"merge": ["5+6"]}, "See recommendation 5.", ["5"]),
        ("See recommendation 5.", {"split": ["5"]}, "See recommendations 5 and 6.", ["5"]),
        ("See recommendations 3–5.", {"move": ["4:8"]}, "See recommendations 3, 4 and 8.",
         ["3", "4"]),
        ("见建议 5、7 和 9。", {"drop": ["9"]}, "见建议 5 和 7。", ["5", "7"]),
        ("见建议 5 和 7 两项。", {"drop": ["7"]}, "见建议 5。", ["5"]),
    ],
)  # fmt: skip
def test_a_field_shows_the_new_number_and_none_points_to_nothing(
    tmp_path: Path,
    sentence: str,
    asked: dict[str, list[str]],
    expected: str,
    shown: list[str],
    tracked: bool,
) -> None:
    chinese = "建议" in sentence
    options = ReadOptions(language="zh" if chinese else "en")
    document = read_bytes(body(sentence, chinese).encode(), "r.md", options=options).document
    path = tmp_path / "r.docx"
    path.write_bytes(docx.write(document, numbers="live"))
    wishes = Wishes(
        on_dropped=OnDropped.MARK,
        tracking=Tracking("Undraft") if tracked else None,
        options=options,
    )
    operations = parse_operations(Counted.RECOMMENDATION, **asked)
    data = renumber([str(path)], operations, wishes).versions[0].data or b""
    assert faults(data) == []
    data = accept_all(data, "r.docx")
    last = read_bytes(data, "r.docx", options=options).document.blocks[-1]
    assert last.text == expected
    assert fields(data) == shown
    wanted, there = targets(data)
    assert wanted <= there


def live(tmp_path: Path, sentence: str, chinese: bool = False) -> tuple[Path, ReadOptions]:
    """Write a report whose references are fields and return its path."""
    options = ReadOptions(language="zh" if chinese else "en")
    document = read_bytes(body(sentence, chinese).encode(), "r.md", options=options).document
    path = tmp_path / "r.docx"
    path.write_bytes(docx.write(document, numbers="live"))
    return path, options


def showing(data: bytes, old: str, new: str) -> bytes:
    """Return a file in which the field that shows a number shows another one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            if name == "word/document.xml":
                text = part.decode()
                head, sign, rest = text.partition(" REF ")
                at = rest.index(f">{old}</w:t>") + 1
                part = (head + sign + rest[:at] + new + rest[at + len(old) :]).encode()
            made.writestr(name, part)
    return out.getvalue()


@pytest.mark.parametrize(
    ("sentence", "chinese"), [("See recommendation 8.", False), ("见建议 8。", True)]
)
def test_a_field_that_was_out_of_date_is_told_with_its_place(
    tmp_path: Path, sentence: str, chinese: bool
) -> None:
    path, options = live(tmp_path, sentence, chinese)
    path.write_bytes(showing(path.read_bytes(), "8", "6"))
    operations = parse_operations(Counted.RECOMMENDATION, drop=("2",))
    outcome = renumber([str(path)], operations, Wishes(options=options))
    (finding,) = [one for one in outcome.findings if one.code == "REF213"]
    assert (finding.values["shown"], finding.values["true"]) == ("6", "8")
    assert finding.path == "II/para 1"
    assert finding.place.startswith("paragraph ")
    assert "6" in (finding.snippet or "")


@pytest.mark.parametrize("sentence", ["See recommendations 5, 7 and 9.", "见建议 5、7 和 9。"])
def test_fields_that_show_what_they_point_to_are_not_told(tmp_path: Path, sentence: str) -> None:
    path, options = live(tmp_path, sentence, "建议" in sentence)
    operations = parse_operations(Counted.RECOMMENDATION, drop=("2",))
    outcome = renumber([str(path)], operations, Wishes(options=options))
    assert [one.code for one in outcome.findings] == []
    assert fields(outcome.versions[0].data or b"") == ["4", "6", "8"]


def test_a_tracked_field_put_in_anew_has_one_code(tmp_path: Path) -> None:
    path, _ = live(tmp_path, "See recommendation 8.")
    operations = parse_operations(Counted.RECOMMENDATION, move=["8:1"])
    wishes = Wishes(on_dropped=OnDropped.KEEP, tracking=Tracking("Undraft"))
    data = renumber([str(path)], operations, wishes).versions[0].data or b""
    for field in re.split(r'w:fldCharType="begin"', parts(data))[1:]:
        code = field.split('w:fldCharType="separate"')[0]
        assert len(re.findall(r"<w:(?:instrText|delInstrText)\b", code)) == 1
    asked, there = targets(accept_all(data, "r.docx"))
    assert asked
    assert asked <= there
