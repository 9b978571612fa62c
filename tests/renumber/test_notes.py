"""References in footnotes and cells: of one wording, of lists that grow, in every format."""

from pathlib import Path

import pytest

from toolkit.model import Document, Kind
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.revisions import accept_all
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.renumber import Counted, OnDropped, parse_operations
from toolkit.workflows.renumbering.renumbering import Renumbered, Wishes, renumber
from toolkit.writers import docx

_OPTIONS = ReadOptions(language="en")
_FORMS = ["md", "docx", "tracked"]

SOURCE = """# Report on the meeting of the Group on Locks

1. Locks were counted.[^1] Weirs were not.[^2] Sluices were closed.[^3]

| What | Where |
|---|---|
| Locks | paras. 2 and 3, as in para. 3 |
| Weirs | paras. 2–3 |

2. Keepers were thanked.[^4] Their boats were not.[^1]

3. Buoys were painted.

[^1]: As para. 3.

[^2]: para. 3.

[^3]: As para. 3.

[^4]: Ibid., and paras. 2 and 3 above.
"""


def run(folder: Path, form: str, source: str = SOURCE, **asked: list[str]) -> Renumbered:
    """Renumber paragraphs of a source written in a form."""
    data = source.encode()
    if form != "md":
        data = docx.write(read_bytes(data, "r.md", options=_OPTIONS).document)
    path = folder / f"r.{'md' if form == 'md' else 'docx'}"
    path.write_bytes(data)
    wishes = Wishes(
        on_dropped=OnDropped.KEEP,
        options=_OPTIONS,
        tracking=Tracking("Undraft") if form == "tracked" else None,
    )
    operations = parse_operations(Counted.PARAGRAPH, **asked)  # type: ignore[arg-type]
    return renumber([str(path)], operations, wishes)


def outcome(done: Renumbered) -> Document:
    """Return what comes out, with tracked changes accepted."""
    data = done.versions[0].data or b""
    data = accept_all(data, "r.docx") if data.startswith(b"PK") else data
    return read_bytes(data, "r", options=_OPTIONS).document


def notes(document: Document) -> list[str]:
    return [note.text for block in document.blocks for note in block.notes]


@pytest.mark.parametrize("form", _FORMS)
def test_notes_of_one_wording_are_each_rewritten_once(tmp_path: Path, form: str) -> None:
    said = notes(outcome(run(tmp_path, form, insert=["1"])))
    one, other = "As para. 4.", "para. 4."
    assert said == [one, other, one, "Ibid., and paras. 3 and 4 above.", one]


@pytest.mark.parametrize("form", _FORMS)
def test_a_list_in_a_note_grows_without_a_space_too_many(tmp_path: Path, form: str) -> None:
    said = notes(outcome(run(tmp_path, form, split=["2"])))
    assert "Ibid., and paras. 2, 3 and 4 above." in said


@pytest.mark.parametrize("form", _FORMS)
def test_a_list_in_a_cell_grows(tmp_path: Path, form: str) -> None:
    document = outcome(run(tmp_path, form, split=["2"]))
    cells = [cell for block in document.blocks for row in block.rows for cell in row]
    assert cells[3] == "paras. 2, 3 and 4, as in para. 4"
    assert cells[5] == "paras. 2–4"


def test_notes_of_one_number_and_wording_are_taken_in_turn(tmp_path: Path) -> None:
    source = SOURCE.replace("[^3]", "[^1-2]")
    data = (run(tmp_path, "md", source, insert=["1"]).versions[0].data or b"").decode()
    assert "[^1]: As para. 4." in data
    assert "[^1-2]: As para. 4." in data


MENTIONS = """# Report on the meeting of the Group on Locks

1. Locks were counted.[^1] See footnotes 2 and 3 below; footnote 3.

2. Weirs were not.[^2]

3. Sluices were closed.[^3]

[^1]: Lock survey.

[^2]: Ibid., page 4.

[^3]: See footnote 2 above.
"""


@pytest.mark.parametrize("form", ["docx", "tracked"])
def test_mentions_of_footnotes_follow_those_that_move(tmp_path: Path, form: str) -> None:
    document = outcome(run(tmp_path, form, MENTIONS, move=["3:1", "2:3"]))
    assert document.blocks[0].text == "Locks were counted. See footnotes 2 and 3 below; footnote 2."
    assert notes(document)[1:] == ["See footnote 3 below.", "Ibid., page 4."]


def test_notes_of_text_files_keep_their_names(tmp_path: Path) -> None:
    data = (run(tmp_path, "md", MENTIONS, move=["3:1"]).versions[0].data or b"").decode()
    assert "See footnotes 2 and 3 below; footnote 3." in data
    assert data.index("closed.[^3]") < data.index("not.[^2]")


@pytest.mark.parametrize("form", _FORMS)
def test_a_note_that_says_ibid_behind_another_note_is_told(tmp_path: Path, form: str) -> None:
    done = run(tmp_path, form, MENTIONS, move=["3:1"])
    (told,) = (one for one in done.findings if one.code == "REF212")
    assert told.values["old"] == "Lock survey."
    assert told.values["new"] == "See footnote 2 above."
    assert told.path == "para 2"


def test_a_mention_of_a_dropped_footnote_stops_the_run(tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    document = read_bytes(MENTIONS.encode(), "r.md", options=_OPTIONS).document
    path.write_bytes(docx.write(document))
    asked = parse_operations(Counted.PARAGRAPH, drop=["2"])
    done = renumber([str(path)], asked, Wishes(options=_OPTIONS))
    assert done.stopped
    assert [one.values["words"] for one in done.findings] == [
        "footnotes 2 and 3 below",
        "footnote 2 above",
    ]
    marked = renumber([str(path)], asked, Wishes(options=_OPTIONS, on_dropped=OnDropped.MARK))
    document = outcome(marked)
    assert document.blocks[0].text == "Locks were counted. See footnote 2 below; footnote 2."
    assert notes(document)[-1] == "See footnote [2] above."
    assert marked.versions[0].comments == 2


def test_mentions_of_notes_and_of_paragraphs_are_asked_after_in_the_order_of_reading(
    tmp_path: Path,
) -> None:
    source = MENTIONS.replace("See footnotes 2", "See footnote 2, paragraph 2, footnotes 2")
    path = tmp_path / "r.docx"
    path.write_bytes(docx.write(read_bytes(source.encode(), "r.md", options=_OPTIONS).document))
    asked = parse_operations(Counted.PARAGRAPH, drop=["2"])
    done = renumber([str(path)], asked, Wishes(options=_OPTIONS))
    assert [one.values["words"] for one in done.findings] == [
        "footnote 2", "paragraph 2", "footnotes 2 and 3 below", "footnote 2 above",
    ]  # fmt: skip


def test_a_mention_that_is_turned_and_renumbered_is_counted_once(tmp_path: Path) -> None:
    source = MENTIONS.replace("See footnotes 2 and 3 below; footnote 3.", "It met.")
    done = run(tmp_path, "docx", source, move=["3:1", "2:3"])
    assert "See footnote 3 below." in notes(outcome(done))
    assert done.versions[0].rewriting.references == 1


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"move": ["3:1"]}, "Unused, as paras. 1 and 2."),
        ({"merge": ["1+3"]}, "Unused, as para. 1."),
        ({"drop": ["3"]}, "Unused, as para. 1."),
    ],
    ids=["moved", "merged", "dropped"],
)
def test_a_note_that_nothing_points_to_is_no_part_of_the_last_item(
    tmp_path: Path, asked: dict[str, list[str]], expected: str
) -> None:
    source = """# Report on the meeting of the Group on Locks

1. Locks were counted.[^1]

2. Weirs were not.

3. Sluices were closed.

[^1]: In camera.

[^2]: Unused, as paras. 1 and 3.
"""
    done = run(tmp_path, "md", source, **asked)
    blocks = outcome(done).blocks
    assert [note.text for block in blocks for note in block.notes] == ["In camera."]
    assert [block.text for block in blocks if block.kind is Kind.FOOTNOTE] == [expected]
    assert (done.versions[0].data or b"").endswith(
        b"[^1]: In camera.\n\n[^2]: %b\n" % expected.encode()
    )
