"""The dump shows everything that tells one document from another."""

from dataclasses import replace

from toolkit.model import Block, Document, Kind, Mark, MarkKind, Masthead, Note, Profile
from toolkit.model.dump import dump
from toolkit.model.jsonable import block_as_json, document_as_json

BLOCK = Block(
    id="b1",
    kind=Kind.ITEM,
    text="Some\u00a0words.",
    label="(a)",
    number=1,
    level=1,
    path="para 1/(a)",
    notes=(Note(number="1", at=4, text="A note."),),
    marks=(Mark(kind=MarkKind.BOLD, start=0, end=4),),
    place="line 3",
)
DOCUMENT = Document(
    profile=Profile.DRAFT,
    language="en",
    masthead=Masthead(symbol="XYZ/2030/1", stamps=("050630",)),
    blocks=(BLOCK,),
)


def test_the_dump_is_readable() -> None:
    assert dump(DOCUMENT, places=True).split("\n") == [
        "draft in en",
        "",
        "symbol: XYZ/2030/1",
        "stamps: 050630",
        "",
        "b1 item 1 [para 1/(a)] <(a)>=1 @ line 3",
        "    Some\\_words.",
        "    note 1 at 4: A note.",
        "    bold 0-4",
        "",
    ]


def test_every_difference_shows() -> None:
    changed = [
        replace(BLOCK, text="Some words."),
        replace(BLOCK, label="(b)"),
        replace(BLOCK, number=2),
        replace(BLOCK, level=2),
        replace(BLOCK, path="para 2/(a)"),
        replace(BLOCK, kind=Kind.TEXT),
        replace(BLOCK, continued=True),
        replace(BLOCK, notes=()),
        replace(BLOCK, marks=()),
        replace(BLOCK, rows=(("x",),)),
    ]
    dumps = {dump(replace(DOCUMENT, blocks=(one,))) for one in changed}
    assert len(dumps) == len(changed)
    assert dump(DOCUMENT) not in dumps


def test_json_has_null_where_there_is_nothing() -> None:
    found = document_as_json(DOCUMENT)
    assert found["masthead"]["organ"] is None
    assert found["masthead"]["stamps"] == ["050630"]
    assert "rows" not in block_as_json(BLOCK)
    assert block_as_json(replace(BLOCK, rows=(("x",),)))["rows"] == [["x"]]
