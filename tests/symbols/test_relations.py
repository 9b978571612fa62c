"""Relations between documents."""

import pytest

from toolkit.symbols import relations as rel
from toolkit.symbols.symbol import Symbol

parse = Symbol.parse


def test_the_base_is_what_all_modifiers_modify() -> None:
    draft = parse("CSIW/COP/2025/L.1")
    assert rel.base(parse("CSIW/COP/2025/L.1/Add.2/Corr.1*")) == draft
    assert rel.base(draft) == draft


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
