"""References wherever Word may have them: in pieces, notes, cells, headings, links, over lines."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.validity import faults
from toolkit.errors import WriteRefusedError
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.revising import Existing
from toolkit.ooxml.revisions import accept_all, count_revisions, reject_all
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.renumber import Counted, OnDropped, parse_operations
from toolkit.workflows.renumbering.renumbering import Wishes, renumber
from toolkit.writers import docx

_EN = """# Report on the meeting of the Group on Locks

## I. Recommendations

{items}
## II. Debate on recommendation 8

1. HERE and a [link to recommendation 8](https://example.org/8).[^1]

| What | Where |
|---|---|
| Buoys | recommendations 5, 7 and 9 |

[^1]: See recommendations 8 and 9.
"""
_ITEMS = "".join(
    f"#### Recommendation {n}\n\nStates parties should protect lock {'x' * n}.\n\n"
    for n in range(1, 10)
)
_DROP = {"drop": ["7"]}
_SETTINGS = "word/settings.xml"


def word(text: str) -> bytes:
    source = _EN.format(items=_ITEMS).replace("HERE", text)
    options = ReadOptions(language="en")
    return docx.write(read_bytes(source.encode(), "r.md", options=options).document)


def changed(data: bytes, before: str, after: str, name: str = "word/document.xml") -> bytes:
    """Return a file of which a part has other mark-up in one place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == name:
                text = part.decode()
                assert text.count(before) == 1, before
                part = text.replace(before, after).encode()
            new.writestr(info, part)
    return out.getvalue()


def run(folder: Path, data: bytes, **wishes: object) -> bytes:
    path = folder / "r.docx"
    path.write_bytes(data)
    asked = parse_operations(Counted.RECOMMENDATION, drop=["7"])
    options = ReadOptions(language="en")
    chosen = Wishes(on_dropped=OnDropped.MARK, options=options, **wishes)  # type: ignore[arg-type]
    return renumber([str(path)], asked, chosen).versions[0].data or b""


def words(data: bytes) -> str:
    blocks = read_bytes(data, "r.docx", options=ReadOptions(language="en")).document.blocks
    cells = (cell for block in blocks for row in block.rows for cell in row)
    notes = (note.text for block in blocks for note in block.notes)
    return "\n".join([*(block.text for block in blocks), *cells, *notes])


@pytest.mark.parametrize("tracked", [False, True], ids=["direct", "tracked"])
def test_headings_notes_cells_and_links_are_rewritten(tmp_path: Path, tracked: bool) -> None:
    tracking = Tracking("Undraft") if tracked else None
    data = run(tmp_path, word("See recommendation 8 above"), tracking=tracking)
    assert faults(data) == []
    said = words(accept_all(data, "r.docx"))
    for expected in (
        "Debate on recommendation 7",
        "See recommendation 7 above and a link to recommendation 7.",
        "recommendations 5 and 8",
        "See recommendations 7 and 8.",
    ):
        assert expected in said


@pytest.mark.parametrize("tracked", [False, True], ids=["direct", "tracked"])
@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["See recom", "mendations 5, ", "7 and", " 9"], "See recommendations 5 and 8"),
        (["See recommendation 1", "9 or rather recommendation ", "8"], "rather recommendation 7"),
        (["See recommendations", "<w:br/>", "8 and 9"], "See recommendations 7 and 8 "),
        (["See recommendations 5", "<w:noBreakHyphen/>", "9"], "recommendations 5‑8"),
        (["See recommendation ", "8", " (see also ", "9)"], "recommendation 7 (see also 9)"),
    ],
    ids=["in words", "in a number", "over a line", "no-break hyphen", "alone"],
)
def test_words_in_pieces_are_one_mention(
    tmp_path: Path, pieces: list[str], expected: str, tracked: bool
) -> None:
    looks = ("<w:b/>", "<w:i/>", '<w:u w:val="single"/>', "<w:b/><w:i/>")
    runs = "".join(
        f"<w:r><w:rPr>{look}</w:rPr>{piece}</w:r>"
        if piece.startswith("<")
        else f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{piece}</w:t></w:r>'
        for look, piece in zip(looks, pieces, strict=False)
    )
    data = word("QQQ")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        text = package.read("word/document.xml").decode()
    found = re.search(r"<w:r>(?:(?!<w:r>).)*QQQ.*?</w:r>", text)
    assert found is not None
    behind = found[0].split("QQQ")[1]
    data = changed(data, found[0], runs + found[0].split("<w:t")[0] + '<w:t xml:space="preserve">'
                   + behind)  # fmt: skip
    tracking = Tracking("Undraft") if tracked else None
    after = run(tmp_path, data, tracking=tracking)
    assert faults(after) == []
    assert expected in " ".join(words(accept_all(after, "r.docx")).split())


def test_tracked_changes_that_are_there_are_kept_accepted_or_refused(tmp_path: Path) -> None:
    first = run(tmp_path, word("See recommendation 9"), tracking=Tracking("Ann"))
    count = count_revisions(first, "r.docx")
    assert count
    with pytest.raises(WriteRefusedError, match=f"holds {count} tracked changes"):
        run(tmp_path, first, existing=Existing.REFUSE)
    kept = run(tmp_path, first, tracking=Tracking("Bob"))
    assert count_revisions(kept, "r.docx") > count
    assert "See recommendation 9" in words(reject_all(kept, "r.docx"))
    assert "See recommendation 7" in words(accept_all(kept, "r.docx"))
    accepted = run(tmp_path, first, existing=Existing.ACCEPT)
    assert count_revisions(accepted, "r.docx") == 0
    assert "See recommendation 7" in words(accepted)


@pytest.mark.parametrize(
    ("enforced", "tracked", "told"), [("1", True, 1), ("0", True, 0), ("1", False, 0)]
)
def test_a_protected_file_is_told_where_changes_are_tracked(
    tmp_path: Path, enforced: str, tracked: bool, told: int
) -> None:
    lock = f'<w:documentProtection w:edit="readOnly" w:enforcement="{enforced}"/></w:settings>'
    path = tmp_path / "r.docx"
    path.write_bytes(changed(word("See recommendation 8"), "</w:settings>", lock, _SETTINGS))
    asked = parse_operations(Counted.RECOMMENDATION, drop=["7"])
    wishes = Wishes(on_dropped=OnDropped.KEEP, tracking=Tracking("Undraft") if tracked else None)
    codes = [one.code for one in renumber([str(path)], asked, wishes).findings]
    assert codes.count("REF214") == told


@pytest.mark.parametrize("tracked", [False, True], ids=["direct", "tracked"])
def test_a_note_that_has_lost_its_mark_is_changed_too(tmp_path: Path, tracked: bool) -> None:
    data = word("See recommendation 8")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        text = package.read("word/document.xml").decode()
    mark = re.search(r"<w:footnoteReference\b[^>]*/>", text)
    assert mark is not None
    data = changed(data, mark[0], "")
    after = run(tmp_path, data, tracking=Tracking("Undraft") if tracked else None)
    assert faults(after) == []
    blocks = read_bytes(accept_all(after, "r.docx"), "r.docx").document.blocks
    assert blocks[-1].text == "See recommendations 7 and 8."


@pytest.mark.parametrize("tracked", [True, False])
def test_a_text_box_outlives_the_label_it_hangs_in(tmp_path: Path, tracked: bool) -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>See recommendation 9.</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    data = word("See recommendation 8")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        text = package.read("word/document.xml").decode()
    label = re.search(r"<w:t[^>]*>Recommendation 5</w:t></w:r>", text)
    assert label is not None
    path = tmp_path / "r.docx"
    path.write_bytes(changed(data, label[0], label[0] + box))
    asked = parse_operations(Counted.RECOMMENDATION, merge=["2+5"])
    tracking = Tracking("Undraft") if tracked else None
    wishes = Wishes(options=ReadOptions(language="en"), tracking=tracking)
    after = renumber([str(path)], asked, wishes).versions[0].data or b""
    assert faults(after) == []
    found = words(accept_all(after, "r.docx"))
    assert "See recommendation 7" in found
    assert "See recommendation 8." in found
