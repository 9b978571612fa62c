"""Marks of segmentation in XLIFF 1.2: no codes of the document, whatever their numbers."""

from toolkit.exchange.codes import homeward
from toolkit.exchange.registry import read_exchange
from toolkit.exchange.unit import ExchangeUnit
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
