"""What a translation looks like that was damaged on its way."""

import pytest

from tests.exchange.test_segmented import unit as marked_unit
from toolkit.exchange.damage import damage, without_controls
from toolkit.exchange.unit import ExchangeUnit
from toolkit.inline import Code, CodeKind, Segment, read_marks


def found(source: str, target: str) -> dict[str, str]:
    """Return what is told of a translation, both with marks as a table has them."""
    one = ExchangeUnit(id="1", source=read_marks(source), target=read_marks(target))
    return {code: str(values.get("found", "")) for code, values in damage(one)}


LAMP = "Trim ⟦1⟧the wick⟦/1⟧⟦2/⟧ now."


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("现在修剪[1]灯芯[/1]⟦2/⟧。", "[1], [/1]"),
        ("现在修剪【1】灯芯【/1】⟦2/⟧。", "【1】, 【/1】"),
        ("现在修剪⟦1⟧灯芯⟦ / 1⟧⟦2/⟧。", "⟦ / 1⟧"),
        ("现在修剪⟦１⟧灯芯⟦／１⟧⟦2/⟧。", "⟦１⟧, ⟦／１⟧"),
        ("现在修剪1⟧灯芯⟦/1⟧⟦2/⟧。", "⟧"),
        ("现在修剪⟦1⟧灯芯⟦/1⟧（2/）。", "（2/）"),
        ("现在修剪⟦1⟧灯芯⟦/1⟧{2/}。", "{2/}"),
    ],
)
def test_what_looks_like_a_mark_and_is_none_is_told(target: str, said: str) -> None:
    assert found(LAMP, target) == {"EXC113": said}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (LAMP, "现在修剪⟦1⟧灯芯⟦/1⟧⟦2/⟧。"),
        (LAMP, "现在修剪⟦1⟧灯芯⟦/1⟧⟦2/⟧（1）。"),
        ("Lamps (1) ⟦1⟧burn⟦/1⟧.", "灯 (1) 在燃烧。"),
        ("Lamps burn [1].", "灯在燃烧 [1]。"),
        ("Lamps ⟦⟦ burn.", "灯 ⟦⟦ 在燃烧。"),
        ("Lamps burn.", "灯在燃烧（1）。"),
        ("Lamps ⟦1⟧burn⟦/1⟧.", "灯在燃烧。"),
    ],
)
def test_what_the_source_has_or_no_code_wants_is_no_damage(source: str, target: str) -> None:
    assert found(source, target) == {}


def test_characters_that_no_document_holds_are_named_and_let_go() -> None:
    assert found("Lamps.", "灯\x01\ufffe。") == {"EXC114": "U+0001, U+FFFE"}
    assert found("Lamps.", "灯\t\n。") == {}
    code = Code(at=3, kind=CodeKind.ALONE, id="1")
    other = Code(at=1, kind=CodeKind.ALONE, id="2")
    clean = without_controls(Segment("\x01灯\x02盏", (other, code)))
    assert clean == Segment(
        "灯盏", (Code(at=0, kind=CodeKind.ALONE, id="2"), Code(at=1, kind=CodeKind.ALONE, id="1"))
    )


def two(first: str, second: str) -> ExchangeUnit:
    def mark(mid: int, words: str) -> str:
        return f'<mrk mtype="seg" mid="{mid}">{words}</mrk>'

    return marked_unit(
        "<source>Lamps burn. They smoke.</source><seg-source>"
        f"{mark(1, 'Lamps burn.')} {mark(2, 'They smoke.')}</seg-source>"
        f"<target>{first and mark(1, first)}{second and mark(2, second)}</target>"
    )


@pytest.mark.parametrize(
    ("first", "second"), [("灯在燃烧。", ""), ("灯在燃烧。", " "), ("", "冒烟。")]
)
def test_a_unit_half_of_whose_segments_are_empty_is_told(first: str, second: str) -> None:
    (told,) = damage(two(first, second))
    assert told == ("EXC112", {"blank": 1, "all": 2})


@pytest.mark.parametrize(("first", "second"), [("灯在燃烧。", "冒烟。"), ("", " ")])
def test_a_unit_that_is_whole_or_empty_is_not(first: str, second: str) -> None:
    assert list(damage(two(first, second))) == []
