"""The labels we work out are the labels LibreOffice shows, file by file."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.programs import needs
from toolkit.errors import InputError
from toolkit.ooxml.document import read_word
from toolkit.ooxml.records import Item, Paragraph

pytestmark = [pytest.mark.office, pytest.mark.slow]

# Where LibreOffice 7.4 shows something else, and why it is no witness there. A pattern says which
# of its labels are meant; every other difference fails.
EXCEPTIONS = {
    "stress005.docx": ("[\uf097•]", "signs of a symbol font, and the letter o of Courier, drawn"),
    "tdf86926_A3.docx": ("•", "the bullet of the list style; LibreOffice keeps an older one"),
    "Business_Plan_for_a_Startup_Business_July.docx": ("◦", "the letter o of Courier New, drawn"),
    "LIR017-en-US-decimalEnclosedCircle.docx": (
        "[\u3251-\u325f\u32b1-\u32bf]\\|",
        "Word has circles for 1 to 20 only",
    ),
}
# Files of some thousand lines each that show nothing but one way of counting.
LEFT_OUT = {
    "LIR002-en-US-ordinalText.docx": "English words: LibreOffice puts “and” after thousands",
    "LIR015-en-US-cardinalText.docx": "English words: LibreOffice puts “and” after thousands",
    "LIR006-fr-FR-ordinal.docx": "French endings; ours are English",
    "LIR006-fr-FR-ordinalText.docx": "French words; ours are English",
    "LIR001-en-US-ordinal.docx": "equal, and long",
    "LIR003-en-US-upperLetter.docx": "equal, and long",
    "LIR019-en-US-lowerLetter.docx": "equal, and long",
    "LIR020-en-US-lowerRoman.docx": "equal, and long",
}
_REFUSED = 12  # password-protected, cut off by a fuzzer, or more than LibreOffice can load
_NEAR = 400
_TIME = 300


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2011\u200b\ufeff-]+", "", text)


def paragraphs(items: Sequence[Item]) -> Iterator[Paragraph]:
    for item in items:
        yield from (item,) if isinstance(item, Paragraph) else item.paragraphs()


@pytest.fixture(scope="module")
def shown(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[str]]:
    """Return what LibreOffice shows of every file, line by line, from one run."""
    program = needs("soffice")
    folder = tmp_path_factory.mktemp("labels")
    sources = {
        f"{number}.docx": path
        for number, path in enumerate(
            [
                *sorted((shared / "corpora" / "docx").rglob("*.docx")),
                *sorted((shared / "data" / "un-docx").glob("*.docx")),
            ]
        )
        if path.name not in LEFT_OUT
    }
    for name, path in sources.items():
        shutil.copyfile(path, folder / name)
    office = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    office += ["--convert-to", "txt:Text (encoded):UTF8", *sources]
    subprocess.run(office, cwd=folder, check=False, capture_output=True, timeout=_TIME)
    texts = {path: folder / name.replace(".docx", ".txt") for name, path in sources.items()}
    return {
        path: text.read_text("utf-8-sig", errors="replace").split("\n")
        for path, text in texts.items()
        if text.exists()
    }


def compared(path: Path, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield our label and LibreOffice's for every paragraph that both have, in order."""
    there = [squeezed(line) for line in lines]
    at = 0
    for one in paragraphs(read_word(path.read_bytes(), path.name).body):
        words = squeezed(one.text.split("\n")[0])
        if len(words) < 2:
            continue
        for place in range(at, min(len(there), at + _NEAR)):
            label = there[place][: len(there[place]) - len(words)]
            if there[place].endswith(words) and len(label) < 40:
                at = place + 1
                yield squeezed(one.label or ""), label
                break


def test_labels_are_what_libreoffice_shows(shown: dict[Path, list[str]], shared: Path) -> None:
    differ: dict[str, list[tuple[str, str]]] = {}
    equal = 0
    for path, lines in shown.items():
        pattern = EXCEPTIONS.get(path.name, (r"(?!)", ""))[0]
        try:
            pairs = list(compared(path, lines))
        except InputError:
            continue
        equal += sum(bool(ours) and ours == theirs for ours, theirs in pairs)
        wrong = [
            (ours, theirs)
            for ours, theirs in pairs
            if ours != theirs and not re.fullmatch(pattern, theirs)
        ]
        if wrong:
            differ[path.name] = wrong[:5]
    assert differ == {}
    assert equal > 14_000
    everything = len(list((shared / "corpora" / "docx").rglob("*.docx")))
    everything += len(list((shared / "data" / "un-docx").glob("*.docx")))
    assert len(shown) >= everything - _REFUSED - len(LEFT_OUT)


def test_labels_of_issued_papers_and_drafts_are_all_compared(shown: dict[Path, list[str]]) -> None:
    counts = {
        path.name: sum(bool(ours) for ours, _ in compared(path, lines))
        for path, lines in shown.items()
        if path.parent.name == "un-docx"
    }
    assert len(counts) == 9
    # Issued papers have typed labels; a draft has Word's own.
    assert max(counts.values()) >= 60
