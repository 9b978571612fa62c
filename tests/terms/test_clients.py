"""Our TBX read by translate-toolkit, and glossaries of other tools read through it."""

import pytest

from tests.conftest import SAMPLES
from toolkit.errors import InputError
from toolkit.terms import read_termbase
from toolkit.terms.tbx_writing import write_tbx

TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh">
<context><name>x</name><message><source>fog signal</source><translation>雾号</translation>
</message></context></TS>"""
UTX = (
    "#UTX-S 1.00; en/zh; 2030-06-03T10:00:00Z+0000\r\n#src\ttgt\tsrc:pos\r\nfog signal\t雾号\t\r\n"
)


def test_translate_toolkit_reads_every_concept_of_ours() -> None:
    ours = read_termbase((SAMPLES / "terms.csv").read_bytes(), "terms.csv").termbase
    data, _ = write_tbx(ours)
    theirs = read_termbase(data, "terms.tbx", foreign=True).termbase
    assert len(theirs.concepts) == len(ours.concepts)
    firsts = [(one.terms("en")[0].text, one.terms("zh")[0].text) for one in (*ours.concepts,)]
    assert [(o.terms("en")[0].text, o.terms("zh")[0].text) for o in theirs.concepts] == firsts


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.po", 'msgid "fog signal"\nmsgstr "雾号"\n'),
        ("a.csv", "source,target\nfog signal,雾号\n"),
        ("a.ts", TS),
        ("a.utx", UTX),
        (
            "a.xlf",
            '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"'
            ' source-language="en" target-language="zh" datatype="x"><body><trans-unit id="1">'
            "<source>fog signal</source><target>雾号</target></trans-unit></body></file></xliff>",
        ),
    ],
)
def test_glossaries_of_other_kinds_are_read(file: str, text: str) -> None:
    base = read_termbase(text.encode(), file, foreign=True).termbase
    (one,) = [one for one in base.concepts if one.terms("en")[0].text == "fog signal"]
    assert [term.text for term in one.terms("zh")] == ["雾号"]


@pytest.mark.parametrize(
    ("file", "data", "said"),
    [
        ("a.xyz", b"x", "could not be read by translate-toolkit"),
        ("a.po", b'msgid "a\n', "a.po"),
        ("a.po", b"", "a.po"),
        ("a.xlf", b"<xliff", "could not be read"),
        ("a.ts", b'<!DOCTYPE TS [<!ENTITY x "y">]><TS/>', "declares entities"),
    ],
)
def test_what_it_cannot_read_is_refused_in_a_line(file: str, data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        read_termbase(data, file, foreign=True)
    assert "\n" not in str(refused.value)
