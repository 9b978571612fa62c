"""Messages that gettext would refuse are left out with their line; the rest of the PO is read."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.programs import needs
from toolkit.errors import InputError
from toolkit.exchange.po import rewritten_po
from toolkit.exchange.registry import read_exchange

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
LAMP = 'msgid "lamp"\nmsgstr "灯"\n'
LAMPS = 'msgid "lamp"\nmsgid_plural "lamps"\n'
LAST = '\nmsgid "wick"\nmsgstr "灯芯"\n'

# What is said, with what is left of the message before the last.
UNFIT = {
    "twice": (f"{LAMP}\n{LAMP}", "EXC126", 9, ["灯"]),
    "twice, otherwise": (f'{LAMP}\nmsgid "lamp"\nmsgstr "灯盏"\n', "EXC126", 9, ["灯"]),
    "twice in a context": (
        f'msgctxt "a"\n{LAMP}\nmsgctxt "a"\nmsgid "lamp"\nmsgstr "灯盏"\n', "EXC126", 10, ["灯"]
    ),
    "twice, once with plural": (
        f'{LAMP}\n{LAMPS}msgstr[0] "盏"\nmsgstr[1] "盏"\n', "EXC126", 9, ["灯"]
    ),
    "a form too many": (
        f'{LAMPS}msgstr[0] "灯"\nmsgstr[1] "灯盏"\nmsgstr[2] "盏"\n', "EXC127", 10, ["灯", "灯盏"]
    ),
    "a form left out": (f'{LAMPS}msgstr[0] "灯"\nmsgstr[2] "盏"\n', "EXC128", 9, []),
    "forms turned": (f'{LAMPS}msgstr[1] "灯"\nmsgstr[0] "盏"\n', "EXC128", 8, []),
    "a form twice": (f'{LAMPS}msgstr[0] "灯"\nmsgstr[0] "盏"\n', "EXC128", 9, []),
    "a form without plural": ('msgid "lamp"\nmsgstr[0] "灯"\n', "EXC128", 7, []),
    "a plural without forms": (f'{LAMPS}msgstr "灯"\n', "EXC128", 8, []),
}  # fmt: skip
FIT = {
    "two contexts": f'msgctxt "a"\n{LAMP}\nmsgctxt "b"\n{LAMP}\n{LAMP}',
    "as many forms as there are": f'{LAMPS}msgstr[0] "灯"\nmsgstr[1] "盏"\n',
}


@pytest.mark.parametrize("name", UNFIT)
def test_an_unfit_message_is_left_out_and_told_and_the_rest_is_read(name: str) -> None:
    body, code, line, left = UNFIT[name]
    file = read_exchange((HEAD + body + LAST).encode(), "lamps.po")
    assert [unit.target.text if unit.target else "" for unit in file.units] == [*left, "灯芯"]
    (told,) = file.findings
    assert (told.code, told.place) == (code, f"line {line}")
    assert "“lamp”" in told.message


@pytest.mark.parametrize("name", FIT)
def test_what_gettext_takes_is_taken(name: str) -> None:
    assert read_exchange((HEAD + FIT[name]).encode(), "lamps.po").findings == ()


def test_msgfmt_is_of_the_same_mind(tmp_path: Path) -> None:
    needs("msgfmt")
    bodies = {name: one[0] for name, one in UNFIT.items()} | FIT
    refused = set()
    for name, body in bodies.items():
        path = tmp_path / "lamps.po"
        path.write_text(HEAD + body, encoding="utf-8")
        command = ["msgfmt", "-c", "-o", os.devnull, str(path)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            refused.add(name)
    assert refused == {*UNFIT}


@pytest.mark.parametrize("name", UNFIT)
def test_an_unfit_message_is_kept_as_it_stands_when_others_are_written(name: str) -> None:
    text = HEAD + UNFIT[name][0] + LAST
    again = rewritten_po(
        text.encode(), "lamps.po", lambda unit: "芯" if unit.source.text == "wick" else None
    )
    assert again.decode() == text.replace("灯芯", "芯")


def test_so_many_unfit_messages_are_counted_and_not_all_listed() -> None:
    file = read_exchange((HEAD + LAMP * 200).encode(), "lamps.po")
    assert len(file.units) == 1
    assert len(file.findings) == 51
    assert file.findings[-1].values == {"count": "149", "code": "EXC126"}


@pytest.mark.parametrize(
    ("body", "line"), [('msgid "a"\nmsgid "b"\nmsgstr "x"\n', 7), ('msgid "a"\n\nmsgid "b"\n', 8)]
)
def test_parts_in_another_order_are_told_with_their_line(body: str, line: int) -> None:
    with pytest.raises(InputError, match=rf"lamps\.po, line {line}: .* in this order"):
        read_exchange((HEAD + body).encode(), "lamps.po")
