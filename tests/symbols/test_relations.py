"""Relations between documents."""

import pytest

from toolkit.symbols import relations as rel
from toolkit.symbols.symbol import Symbol

parse = Symbol.parse


def test_the_last_modifier_governs() -> None:
    draft = parse("CSIW/COP/2025/L.1")
    addendum = parse("CSIW/COP/2025/L.1/Add.2")
    corrected = parse("CSIW/COP/2025/L.1/Add.2/Corr.1")
    assert rel.is_addendum_of(addendum, draft)
    assert rel.is_corrigendum_of(corrected, addendum)
    assert not rel.is_corrigendum_of(corrected, draft)
    assert not rel.is_addendum_of(corrected, draft)
    assert rel.base(corrected) == draft
    assert rel.parent(corrected) == addendum
    assert rel.parent(draft) is None


def test_an_addendum_of_another_document_is_not_ours() -> None:
    assert not rel.is_addendum_of(parse("CSIW/COP/2025/L.2/Add.1"), parse("CSIW/COP/2025/L.1"))
    assert not rel.is_addendum_of(parse("CSIW/COP/2025/L.1"), parse("CSIW/COP/2025/L.1"))


def test_a_reissue_mark_does_not_part_documents() -> None:
    assert rel.is_addendum_of(parse("CSIW/COP/2025/6/Add.1*"), parse("CSIW/COP/2025/6**"))


def test_a_later_revision_replaces_an_earlier_one_and_the_first_text() -> None:
    first, second = parse("A/90/12/Rev.1"), parse("A/90/12/Rev.2")
    assert rel.is_revision_of(first, parse("A/90/12"))
    assert rel.is_revision_of(second, first)
    assert not rel.is_revision_of(first, second)
    assert not rel.is_revision_of(first, first)
    assert not rel.is_revision_of(parse("A/90/12/Add.2"), parse("A/90/12/Add.1"))


@pytest.mark.parametrize(
    ("text", "stem", "number", "distribution"),
    [
        ("CSIW/COP/WG.3/2025/6", "CSIW/COP/WG.3/2025", 6, "General"),
        ("CSIW/COP/WG.3/2025/L.1/Add.2", "CSIW/COP/WG.3/2025", 1, "Limited"),
        ("CSIW/COP/WG.3/2025/INF/1/Rev.1", "CSIW/COP/WG.3/2025", 1, "General"),
        ("CSIW/COP/WG.3/2025/R.7", "CSIW/COP/WG.3/2025", 7, "Restricted"),
        ("A/RES/S-13/2", "A/RES/S-13", 2, "General"),
        ("CRC/C/80", "CRC/C", 80, "General"),
    ],
)
def test_stem_serial_and_distribution(text: str, stem: str, number: int, distribution: str) -> None:
    symbol = parse(text)
    assert rel.family(symbol) == stem
    assert rel.serial(symbol) == number
    assert rel.expected_distribution(symbol) == distribution


def test_a_series_is_one_stem_and_one_nature() -> None:
    report = parse("CSIW/COP/WG.3/2025/6")
    assert rel.same_series(report, parse("CSIW/COP/WG.3/2025/5/Corr.1"))
    assert not rel.same_series(report, parse("CSIW/COP/WG.3/2024/6"))
    assert not rel.same_series(report, parse("CSIW/COP/WG.3/2025/L.6"))
    assert rel.is_draft(parse("CSIW/COP/WG.3/2025/L.6/Add.1"))
    assert not rel.is_draft(report)
