"""Files that other people's software made, many of them broken on purpose."""

from collections import Counter
from pathlib import Path

import pytest

from toolkit.errors import InputError
from toolkit.ooxml.document import WordFile, read_word
from toolkit.ooxml.package import open_package
from toolkit.ooxml.records import Paragraph
from toolkit.ooxml.xml import Element, mc, w


def paragraphs(document: WordFile) -> list[Paragraph]:
    found: list[Paragraph] = []
    for item in document.body:
        found.extend((item,) if isinstance(item, Paragraph) else item.paragraphs())
    return found


def files(shared: Path) -> list[Path]:
    return [
        *sorted((shared / "corpora" / "docx").rglob("*.docx")),
        *sorted((shared / "data" / "un-docx").glob("*.docx")),
    ]


def test_every_file_is_read_or_refused_in_one_sentence(shared: Path) -> None:
    refused = []
    for path in files(shared):
        try:
            read_word(path.read_bytes(), path.name)
        except InputError as refusal:
            refused.append(str(refusal))
    assert len(refused) <= 9  # password-protected, or cut off by a fuzzer
    assert not any("\n" in sentence for sentence in refused)


def test_tracked_changes_are_read_as_if_accepted_or_rejected(shared: Path) -> None:
    folder = shared / "corpora" / "docx" / "openxml-powertools-RP"
    compared = 0
    for settled in sorted(folder.glob("*-*ed.docx")):
        stem, _, how = settled.stem.rpartition("-")
        source = folder / f"{stem}.docx"
        if how not in ("Accepted", "Rejected") or not source.exists():
            continue
        views = [
            [(one.label, one.text.strip()) for one in paragraphs(document) if one.text.strip()]
            for document in (
                read_word(source.read_bytes(), stem, original=how == "Rejected"),
                read_word(settled.read_bytes(), stem),
            )
        ]
        assert views[0] == views[1], settled.name
        compared += 1
    assert compared >= 20


def walk(element: Element) -> str:
    """Gather ``w:t`` on a way of its own, so that a container the reader forgets is seen."""
    words: list[str] = []
    stack = [element]
    while stack:
        one = stack.pop()
        if not isinstance(one.tag, str) or one.tag in (w("del"), w("moveFrom"), w("rt")):
            continue
        if one.tag == w("t"):
            words.append(one.text or "")
        children = list(one)
        if one.tag == mc("AlternateContent"):
            children = [form for form in children if next(form.iter(w("t")), None) is not None][:1]
        stack.extend(children)
    return "".join(words)


def is_hidden(root: Element) -> bool:
    return next(root.iter(w("vanish")), None) is not None


@pytest.mark.slow
def test_no_letter_is_lost(shared: Path) -> None:
    lost: dict[str, int] = {}
    letters = 0
    for path in files(shared):
        data = path.read_bytes()
        try:
            document, package = read_word(data, path.name), open_package(data, path.name)
        except InputError:
            continue
        root = package.root(package.main)
        if root is None or is_hidden(root):
            continue
        expected = Counter(one for one in walk(root) if one.isalnum())
        texts = [one.text for one in paragraphs(document)]
        marks = [note.mark or "" for one in paragraphs(document) for note in one.notes]
        missing = expected - Counter("".join(texts + marks))
        letters += expected.total()
        if missing:
            lost[path.name] = missing.total()
    assert letters > 400_000
    assert lost == {}


def test_labels_of_real_papers(shared: Path) -> None:
    folder = shared / "data" / "un-docx"
    (draft,) = folder.glob("A_80_6__Sect._3*.docx")
    body = read_word(draft.read_bytes(), "a").body
    found = [one.label for one in body if isinstance(one, Paragraph) and one.label]
    assert found[:12] == [f"{number}." for number in range(1, 13)]
    assert found[12:19] == ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "13."]
    assert found[35:39] == ["(i)", "(ii)", "(iii)", "30."]
