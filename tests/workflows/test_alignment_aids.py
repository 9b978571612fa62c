"""What a user names to help an alignment: memories, SRX files, a scorer."""

from pathlib import Path

import pytest

from toolkit.errors import InputError, MemoryStoreError, UsageError
from toolkit.languages import by_code
from toolkit.workflows.alignment.aids import AidsAsked, aids_for

LANGUAGES = (by_code("en"), by_code("zh"))
SRX = """<srx version="2.0"><header cascade="no"/><body><languagerules>
<languagerule languagerulename="a"><rule break="yes"><beforebreak>;</beforebreak></rule>
</languagerule></languagerules><maprules>
<languagemap languagepattern="{}" languagerulename="a"/></maprules></body></srx>"""


def srx(folder: Path, pattern: str) -> str:
    path = folder / f"{len(pattern)}.srx"
    path.write_text(SRX.format(pattern), encoding="utf-8")
    return str(path)


def cut(aids, side: int, text: str) -> list[str]:
    return [span.of(text) for span in aids.cut(side, LANGUAGES[side])(text)]


def test_nothing_asked_is_nothing_given() -> None:
    aids = aids_for(AidsAsked(), LANGUAGES)
    assert (aids.known, aids.encoder, aids.cuts) == ((), None, (None, None))


def test_rules_hold_for_the_language_they_are_for_and_ours_for_the_other(tmp_path: Path) -> None:
    aids = aids_for(AidsAsked(srx=(srx(tmp_path, "en"),)), LANGUAGES)
    assert cut(aids, 0, "Lamps; oil. Wicks.") == ["Lamps;", "oil. Wicks."]
    assert cut(aids, 1, "灯；油。灯芯。") == ["灯；油。", "灯芯。"]


def test_the_first_file_that_has_rules_for_a_language_counts(tmp_path: Path) -> None:
    files = (srx(tmp_path, "en"), srx(tmp_path, "zh.*"))
    aids = aids_for(AidsAsked(srx=files), LANGUAGES)
    assert cut(aids, 0, "Lamps; oil.") == ["Lamps;", "oil."]
    assert cut(aids, 1, "灯;油。灯芯。") == ["灯;", "油。灯芯。"]


def test_lists_are_cut_by_rules_and_then_into_items(tmp_path: Path) -> None:
    aids = aids_for(AidsAsked(srx=(srx(tmp_path, "en"),), items=True), LANGUAGES)
    assert cut(aids, 0, "It has: (a) oil, (b) wicks; glass.") == [
        "It has:",
        "(a) oil,",
        "(b) wicks;",
        "glass.",
    ]


def test_a_memory_gives_its_pairs_but_not_those_that_were_doubtful(tmp_path: Path) -> None:
    unit = '<tu>{}<tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="zh"><seg>{}</seg></tuv></tu>'
    doubt = '<prop type="x-confidence">0.4</prop>'
    body = unit.format("", "Wick", "灯芯") + unit.format(doubt, "Oil", "火")
    path = tmp_path / "m.tmx"
    path.write_text(
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" '
        'o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/>'
        f"<body>{body}</body></tmx>",
        encoding="utf-8",
    )
    assert aids_for(AidsAsked(memories=(str(path),)), LANGUAGES).known == (("Wick", "灯芯"),)


def test_what_cannot_be_used_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no rules for English or Chinese"):
        aids_for(AidsAsked(srx=(srx(tmp_path, "fr"),)), LANGUAGES)
    with pytest.raises(InputError, match="was not found"):
        aids_for(AidsAsked(srx=("nowhere.srx",)), LANGUAGES)
    with pytest.raises(MemoryStoreError):
        aids_for(AidsAsked(memories=("nowhere.tmx",)), LANGUAGES)
    with pytest.raises(UsageError, match="no scorer 'nonesuch'"):
        aids_for(AidsAsked(scorer="nonesuch"), LANGUAGES)
