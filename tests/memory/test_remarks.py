"""What a file says in further languages about a unit comes back out of a store."""

from pathlib import Path

import pytest

from toolkit.memory.store import open_change, open_memory
from toolkit.tmx.entry import Entry
from toolkit.tmx.pairs import units_of
from toolkit.tmx.read import TmxReading
from toolkit.tmx.write import write_tmx

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="lamps" creationtoolversion="1" segtype="sentence"
 o-tmf="lamps" adminlang="en" srclang="en" datatype="plaintext"/><body>
<tu tuid="a"><note xml:lang="fr" o-encoding="iso-8859-1">une lampe</note>
<note>a lamp</note><note o-encoding="ascii">of brass</note>
<prop type="x-room" xml:lang="de" o-encoding="cp1252">Turm</prop><prop type="x-room">tower</prop>
<tuv xml:lang="en"><prop type="x-hue" xml:lang="es">rojo</prop><note xml:lang="es">roja</note>
<seg>The lamp is lit.</seg></tuv>
<tuv xml:lang="zh"><note xml:lang="zh" o-encoding="gb2312">红色</note>
<seg>灯亮着。</seg></tuv></tu></body></tmx>"""


def _entry(path: Path) -> Entry:
    return next(iter(TmxReading(path).entries()))


@pytest.mark.parametrize("name", ["lamps.undraft", "other.tmx"])
def test_notes_and_properties_keep_their_language_and_encoding(name: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first.tmx", tmp_path / "second.tmx"
    first.write_text(FILE, encoding="utf-8")
    memory = str(tmp_path / name)
    with open_change(memory) as change:
        change.put_all(units_of(_entry(first), ("en", "zh"), "en"))
    with open_memory(memory) as opened:
        second.write_bytes(write_tmx(opened.units(), source_lang="en", target_lang="zh"))
    before, after = _entry(first), _entry(second)
    assert set(after.notes) == set(before.notes)
    assert set(after.props) - {p for p in after.props if p.type == "x-status"} == set(before.props)
    for old, new in zip(before.variants, after.variants, strict=True):
        assert (new.notes, new.props) == (old.notes, old.props)
