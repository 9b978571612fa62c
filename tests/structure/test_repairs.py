"""The catalogue of repairs."""

import re

from toolkit.structure.para import Para
from toolkit.structure.repairs import REPAIRS, SPLIT_PARAGRAPHS


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert len({one.code for one in REPAIRS}) == len({one.name for one in REPAIRS}) == len(REPAIRS)
    for one in REPAIRS:
        assert re.fullmatch(r"RDR[123]\d\d", one.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.name)
        assert one.severity == "warning" or not one.code.startswith("RDR2")
        assert one.severity == "note" or not one.code.startswith("RDR1")


def test_a_finding_says_where_and_what() -> None:
    para = Para(text="25. Words.", place="line 9")
    found = SPLIT_PARAGRAPHS.at(para, "file.md", "III/para 25", label="25.")
    assert (found.place, found.file, found.path) == ("line 9", "file.md", "III/para 25")
    assert found.message == "Paragraphs run together were set apart before “25.”."
