"""The contract's own example, field by field."""

import json
from pathlib import Path

from toolkit.model.jsonable import document_as_json
from toolkit.readers.registry import read_bytes


def test_the_example_reads_exactly_as_the_contract_says(shared: Path) -> None:
    source = shared / "examples" / "addendum.en.md"
    wanted = json.loads((shared / "examples" / "addendum.en.read.json").read_text("utf-8"))
    result = read_bytes(source.read_bytes(), source.name)
    found = document_as_json(result.document)
    for field in ("profile", "language"):
        assert found[field] == wanted[field]
    assert {key: found["masthead"][key] for key in wanted["masthead"]} == wanted["masthead"]
    assert len(found["blocks"]) == len(wanted["blocks"])
    for block, expected in zip(found["blocks"], wanted["blocks"], strict=True):
        assert {key: block[key] for key in expected} == expected
    assert result.findings == ()


def test_every_block_has_every_field_of_the_contract(shared: Path) -> None:
    source = shared / "examples" / "addendum.en.md"
    result = read_bytes(source.read_bytes(), source.name)
    blocks = document_as_json(result.document)["blocks"]
    fields = {"id", "kind", "level", "label", "number", "path", "text", "continued", "notes"}
    assert all(fields | {"place"} <= block.keys() for block in blocks)
    assert [block["id"] for block in blocks] == [f"b{n}" for n in range(1, len(blocks) + 1)]
