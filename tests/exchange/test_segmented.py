"""Marks of segmentation in XLIFF 1.2: no codes of the document, whatever their numbers."""

from toolkit.exchange.codes import homeward
from toolkit.exchange.registry import read_exchange
from toolkit.exchange.segmented import segments_of
from toolkit.exchange.unit import ExchangeUnit, State
from toolkit.inline import Code, CodeKind, Segment

FILE = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" '
    'source-language="en" target-language="zh" datatype="plaintext"><body>'
    '<trans-unit id="1">{}</trans-unit></body></file></xliff>'
)
LINK = '<bpt id="1">[</bpt>{}<ept id="1">]</ept>'
OURS = Segment(
    "See the lamps now.",
    (
        Code(at=8, kind=CodeKind.OPEN, id="f4", type="link"),
        Code(at=13, kind=CodeKind.CLOSE, id="f4", type="link"),
    ),
)


def unit(inside: str) -> ExchangeUnit:
    return read_exchange(FILE.format(inside).encode(), "a.xlf").units[0]


def test_a_mark_around_the_whole_with_the_number_of_a_code_changes_nothing() -> None:
    words = f"现在看{LINK.format('灯')}。"
    source = f"<source>See the {LINK.format('lamps')} now.</source>"
    marked = unit(f'{source}<target><mrk mtype="seg" mid="1">{words}</mrk></target>')
    plain = unit(f"{source}<target>{words}</target>")
    assert marked.target is not None
    assert plain.target is not None
    came = homeward(OURS, marked.target)
    assert came == homeward(OURS, plain.target)
    assert [(code.id, code.at) for code in came.segment.codes] == [("f4", 3), ("f4", 4)]
    assert (came.missing, came.added) == ((), ())


TWO = (
    "<source>Lamps burn. They <g id='1'>smoke</g>.</source><seg-source>"
    '<mrk mtype="seg" mid="1">Lamps burn.</mrk> '
    '<mrk mtype="seg" mid="2">They <g id=\'1\'>smoke</g></mrk></seg-source>'
    '<target><mrk mtype="seg" mid="1">灯在燃烧。</mrk>'
    '<mrk mtype="seg" mid="2">{}</mrk></target>'
)


def test_each_pair_of_marked_segments_is_a_unit_with_its_own_codes() -> None:
    first, second = segments_of(unit(TWO.format("<g id='1'>冒烟</g>")))
    assert (first.source.text, first.target) == ("Lamps burn.", Segment("灯在燃烧。"))
    assert first.source.codes == ()
    assert [code.at for code in second.source.codes] == [5, 10]
    assert second.target is not None
    assert [(code.id, code.at) for code in second.target.codes] == [("1", 0), ("1", 2)]
    assert not any(code.isolated for code in second.source.codes + second.target.codes)


def test_a_marked_segment_without_words_is_not_translated() -> None:
    first, second = segments_of(unit(TWO.format("")))
    assert (first.state, second.state) == (State.TRANSLATED, State.NEW)


def test_marks_of_the_target_alone_are_let_go() -> None:
    (one,) = segments_of(
        unit('<source>Lamps.</source><target><mrk mtype="seg" mid="1">灯</mrk></target>')
    )
    assert one.target == Segment("灯")
