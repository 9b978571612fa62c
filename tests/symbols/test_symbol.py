"""Parsing of symbols: what is one, what is none and why."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.symbols.symbol import Symbol, SymbolError

VALID = """
CSIW/COP/WG.3/2025/6 CSIW/COP/WG.3/2025/L.1 CSIW/COP/WG.3/2025/L.1/Add.12 CSIW/COP/2026/CRP.4
CSIW/COP/WG.3/2025/INF/1/Rev.1 CSIW/COP/WG.3/2025/1/Corr.1 XYZ/COP/WG.1/2030/L.1/Add.1
QQ/CONF.3/2030/7 ABCDEFGH/MSP/2030/INF/2 XYZ/MSP.2/8 A/900/12 A/C.3/90/L.500/Rev.1 A/INF/90/3
A/RES/90/12 A/RES/90/12_C A/RES/9_(III) A/RES/9_B_(XXX) S/RES/99999_(2031) S/PV.99999_(Resumption_1)
S/PV.99999_(Resumption_1)/Add.1 A/HRC/WG.6/90/XXX/1 CRC/C/XXX/CO/9 ST/SGB/2031/4 ST/CS/SER.B/9*
A/CN.9/WG.III/WP.900 E/2031/90/Add.1/Corr.2** A/S-90/PV.1 A/RES/ES-90/1 A/90/12/Summary
TD/B/C.II/90 A/90/6_(Sect._29) UNEP/EA.90/Res.5 HSP/HA.90/Dec.1
""".replace("\n", " ").split()

INVALID = {
    "A/Res.5": "Res is in mixed case: write RES",
    "CSIW/COP/WG3/2025/6": "the dot is missing after WG: write WG.3",
    "CSIW/COP/WG.3/2025/L1": "the dot is missing after L: write L.1",
    "CSIW/COP/WG.3/2025/L.1/add.2": "add is in lower case: write Add",
    "CSIW/COP/WG.3/2025/L.1/ADD.2": "ADD is in capitals: write Add",
    "CSIW/COP/WG.3/2025/L.1/Add.": "Add. has no number after the dot",
    "CSIW/COP/WG.3/2025/L.1/Add.0": "numbers begin at 1",
    "CSIW/COP/WG.3/2025/L.1/Add/2": "Add takes a dot and a number",
    "CSIW/COP/WG.3/2025/L.1.Add.2": "write L.1/Add.2",
    "CSIW/COP/WG.3/2025/Add.2/L.1": "L.1 stands after Add.2",
    "CSIW/COP/WG.3/2025/INF.1": "INF takes no dot: write INF/1",
    "CSIW/COP/WG.3/2025/CRP/3": "CRP takes a dot and a number",
    "CSIW/COP/WG.3/2025/6/": "a stroke stands at the end",
    "/CSIW/COP/WG.3/2025/6": "a stroke stands at the beginning",
    "CSIW//COP/2025/6": "two strokes stand together: write CSIW/COP/2025/6",
    "CSIW/COP/2025/ 6": "a space stands inside: write CSIW/COP/2025/6",
    "CSIW COP 2026 L.1": "a space stands inside: write CSIW/COP/2026/L.1",
    "CSIW/COP/WG 3/2026/L 1 Add. 2": "a space stands inside: write CSIW/COP/WG.3/2026/L.1/Add.2",
    "A/71/1 19": "a space stands inside: write A/71/119",
    "CSIW/COP/2025/6 ": "a space stands before or after",
    "CSIW/COP/WG.3": "has no document number",
    "CSIW/COP/WG.3/Add.1": "has no document number",
    "a/90/12": "a is in lower case: write A",
    "CSIW／COP／2025／6": "／ is full-width: write / as in CSIW/COP/2025/6",
    "CSIW\\COP\\2025\\6": "the strokes lean the wrong way",
    "CSIW-COP-2025-6": "write CSIW/COP/2025/6",
    "CSIW/COP/WG.03/2025/6": "WG.03 has a leading zero: write WG.3",
    "CSIW/COP/2025/06": "06 has a leading zero: write 6",
    "CSIW/COP/2025/*6": "asterisk",
    "CSIW/COP/2025/6/*": "asterisk",
    "A/90/12****": "three asterisks",
    "CSIW/COP/2025/6/Revision.1": "write Rev",
    "CSIW/COP/2025/6/Annex.1": "an annex has no symbol of its own",
    "CSIW/COP/2025/L.1/Add.1-3": "a range, not one symbol",
    "CSIW/COP/2025/WG.3/6": "WG.3 stands after 2025",
    "CSIW/2025/6": "CSIW is no organ the list knows",
    "B/RES/90/16": "B is no organ the list knows",
    "UN/A/90/12": "UN is no organ code",
    "A": "A is an organ alone",
    "A/RES/90": "expected session and number",
    "A/90/12 B": "belongs to resolutions only",
    "S/RES/2235 [2015]": "round brackets",
    "S/RES/2235 (perhaps)": "(perhaps) is not known",
    "A/90/12é": "é cannot stand in a symbol",
    "A/QRST/1": "QRST is not known",
    "A/QRST.1/1": "QRST.1 is not known",
    "ST/CS/SER.9/4": "one capital letter after the dot",
    "A/RES/90/1/Add.1 B": "put it after",
    "S/RES/9 (2031)/L.1": "L.1 stands after the brackets",
    "": "there is no symbol",
    "A/" + "9/" * 100: "too many for a symbol",
}


@pytest.mark.parametrize("text", [text.replace("_", " ") for text in VALID])
def test_a_symbol_prints_as_it_was_written(text: str) -> None:
    assert str(Symbol.parse(text)) == text


@pytest.mark.parametrize(("text", "message"), INVALID.items())
def test_a_refused_text_is_told_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(SymbolError, match=re.escape(message)):
        Symbol.parse(text)


def _listed(shared: Path, kind: str) -> list[str]:
    text = (shared / "un-conventions.md").read_text("utf-8")
    found = re.search(rf"```symbols-{kind}\n(.*?)\n```", text, re.DOTALL)
    assert found is not None
    return found[1].splitlines()


def test_every_symbol_of_the_catalogue_is_read_and_printed(shared: Path) -> None:
    listed = [s for line in _listed(shared, "valid") for s in line.split(" ; ")]
    assert len(listed) == 70
    assert [str(Symbol.parse(text)) for text in listed] == listed


def test_every_invalid_text_of_the_catalogue_is_refused(shared: Path) -> None:
    lines = _listed(shared, "invalid")
    assert len(lines) == 38
    for line in lines:
        with pytest.raises(SymbolError, match=r"\w"):
            Symbol.parse(line.partition(" | ")[0].replace("␠", " "))


@pytest.mark.parametrize(
    ("text", "year", "session", "nature", "number"),
    [
        ("CSIW/COP/WG.3/2025/6", 2025, None, None, 6),
        ("CSIW/COP/WG.3/2025/L.1/Add.2", 2025, None, "L", 1),
        ("CSIW/COP/WG.3/2025/INF/1/Rev.1", 2025, None, "INF", 1),
        ("A/INF/61/3", None, "61", "INF", 3),
        ("A/RES/S-13/2", None, "S-13", "RES", 2),
        ("S/RES/2235 (2015)", 2015, None, "RES", 2235),
        ("A/RES/217 (III)", None, None, "RES", 217),
        ("S/PV.5000", None, None, "PV", 5000),
        ("CRC/C/80", None, None, None, 80),
        ("CD/2030", None, None, None, 2030),
        ("A/HRC/WG.6/45/XXX/1", None, "45", None, 1),
    ],
)
def test_the_fields_of_a_symbol(
    text: str, year: int | None, session: str | None, nature: str | None, number: int
) -> None:
    symbol = Symbol.parse(text)
    fields = (symbol.year, symbol.session, symbol.nature, symbol.number)
    assert fields == (year, session, nature, number)


def test_suffixes_keep_their_order_and_numbers() -> None:
    symbol = Symbol.parse("CSIW/COP/2025/6/Add.1/Corr.2*")
    assert [(s.code, s.number) for s in symbol.suffixes] == [("Add", 1), ("Corr", 2)]
    assert symbol.reissue == 1
    assert symbol.bodies == ("COP",)


@pytest.mark.parametrize("body", ["COP", "MOP", "MSP"])
def test_an_unlisted_organ_is_accepted_before_a_treaty_body_and_marked(body: str) -> None:
    assert not Symbol.parse(f"CSIW/{body}/2025/6").registered
    with pytest.raises(SymbolError, match="known by its body: CSIW/COP or CSIW/MOP"):
        Symbol.parse("CSIW/C.2/2025/6")


PIECES = "A S CSIW COP WG.3 WG3 2025 6 L.1 INF RES Add.1 Corr.2 SER.A XXX C.II S-3 add.1 . - 06"
parts = st.sampled_from([*PIECES.split(), "", " ", " B", " (2015)", "*", "\\", "／"])


@given(st.lists(parts, max_size=9).map("/".join))
def test_whatever_is_accepted_is_printed_back(text: str) -> None:
    with suppress(SymbolError):
        assert str(Symbol.parse(text)) == text


@given(st.text())
def test_no_text_breaks_the_parser(text: str) -> None:
    with suppress(SymbolError):
        assert str(Symbol.parse(text)) == text
