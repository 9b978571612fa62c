"""Every form of reference that editors write: read, written anew, and left alone where it is none.

The forms stand in ``forms/<language>.txt``, one a line.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from toolkit.languages import Member, ReferenceList, RefKind, by_code
from toolkit.references import Named, applied, number_edits

Form = tuple[str, str, str]
SHIFT = 20
_PLAIN = (RefKind.PARAGRAPH, RefKind.RECOMMENDATION, RefKind.AGENDA_ITEM, RefKind.FOOTNOTE)


def forms() -> Iterator[Form]:
    for code in ("en", "zh"):
        lines = (Path(__file__).parent / "forms" / f"{code}.txt").read_text("utf-8").splitlines()
        for line in lines:
            if line and not line.startswith("#"):
                words, _, expected = line.partition(" => ")
                text = words.replace("\\n", "\n").replace("\\u00a0", "\u00a0")
                yield code, text, expected


FORMS = tuple(forms())


def said(found: ReferenceList, by: int = 0) -> str:
    """Return a mention as the tables write it, its own numbers shifted."""
    shift = by if found.outside is None and found.kind in _PLAIN else 0
    numbers = ",".join(_entry(list(group), shift) for _, group in _ranges(found.members))
    words = [found.kind.value, numbers, found.part, found.direction or ""]
    return " ".join([*(word for word in words if word), *(["ext"] if found.outside else [])])


def _ranges(members: tuple[Member, ...]) -> Iterator[tuple[int, Iterator[Member]]]:
    """Group the members that one range joins."""
    keys: list[int] = []
    for at, one in enumerate(members):
        keys.append(keys[-1] if one.ends_range and at else at)
    pairs = groupby(zip(keys, members, strict=True), key=lambda pair: pair[0])
    return ((key, (one for _, one in group)) for key, group in pairs)


def _entry(members: list[Member], shift: int) -> str:
    return "-".join(
        " ".join(word for word in (str(one.value + shift), one.again, one.part) if word)
        for one in members
    )


def read(code: str, text: str, by: int = 0) -> str:
    return " | ".join(said(one, by) for one in by_code(code).reference_lists(text)) or "-"


@pytest.mark.parametrize(("code", "text", "expected"), FORMS)
def test_every_form_is_read(code: str, text: str, expected: str) -> None:
    assert read(code, text) == expected


@pytest.mark.parametrize(("code", "text", "expected"), FORMS)
def test_no_number_of_any_form_is_left_behind(code: str, text: str, expected: str) -> None:
    language = by_code(code)
    edits = []
    for one in language.reference_lists(text):
        if one.outside is None and one.kind in _PLAIN:
            becomes = {
                Named(member.value + more, again): (member.value + more + SHIFT,)
                for member in one.members
                for again in ("", member.again)
                for more in range(12)
            }
            edits += number_edits(one, text, language, becomes) or ()
    wanted = read(code, text, SHIFT)
    for again in (" bis", " ter", " quater", " quinquies"):
        wanted = wanted.replace(again, "") if " ext" not in wanted else wanted
    once = re.sub(r"\b(\d+),\1\b", r"\1", wanted)  # 5 and 5 bis become one number here
    assert read(code, applied(text, edits)) == once, expected


def test_the_tables_hold_enough_of_each_language() -> None:
    for code in ("en", "zh"):
        assert sum(form[0] == code for form in FORMS) >= 150
