"""The templates that ship, built from their examples, and this year's sample."""

import os
import re
from pathlib import Path

import pytest

from tests.assemble.folders import nothing
from tests.conftest import ROOT
from toolkit.assemble import Suggestion, fill, find, load, read_data, translate
from toolkit.assemble.check import check_template
from toolkit.assemble.clauses import ClauseKind
from toolkit.assemble.say import FILTERS
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model.dump import dump
from toolkit.readers.reader import ReadOptions
from toolkit.readers.registry import readers
from toolkit.writers import docx

FOLDERS = sorted(path.parent for path in (ROOT / "templates").glob("*/template.toml"))
GOLDEN = Path(__file__).parent / "golden"
SHIPPED = ("addendum", "corrigendum", "draft-report", "final-report", "note")


def built(folder, data=None, lookup=nothing):
    template = load(folder)
    path = data or folder / "example.toml"
    values = read_data(path.read_text(encoding="utf-8"), path.name, template)
    english = fill(template, values, by_code("en"))
    return template, english, translate(english, template, values, by_code("zh"), lookup)


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request):
    return request.param


def test_the_templates_of_the_house_are_there():
    assert {path.name for path in FOLDERS} >= set(SHIPPED)


def test_a_shipped_template_has_nothing_to_mend(folder):
    findings = check_template(load(folder))
    assert [one.message for one in findings if one.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_example_builds_as_it_did(folder, language):
    """Set UNDRAFT_GOLDEN=1 to write the golden files anew, then read the difference."""
    _, english, chinese = built(folder)
    text = dump((english if language == "en" else chinese).document)
    golden = GOLDEN / f"{folder.name}.{language}.txt"
    if os.environ.get("UNDRAFT_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def frame(filled):
    return [
        (one.id, one.kind, one.number, one.level, one.path, one.continued, len(one.notes))
        for one in filled.document.blocks
    ]


def test_both_languages_have_the_same_frame(folder):
    _, english, chinese = built(folder)
    frames = [
        [
            (b.id, b.kind, b.number, b.level, b.path, b.continued, len(b.notes))
            for b in f.document.blocks
        ]
        for f in (english, chinese)
    ]
    assert frames[0] == frames[1]


def test_every_sentence_has_one_origin_and_together_they_are_the_text(folder):
    for filled in built(folder)[1:]:
        blocks = {block.id: block for block in filled.document.blocks}
        rest = {block.id: block.text for block in filled.document.blocks}
        last = {}
        for one in filled.sentences:
            if one.block_id not in blocks:
                continue
            assert blocks[one.block_id].text[one.start : one.end] == one.target
            assert one.start >= last.get(one.block_id, 0)
            last[one.block_id] = one.end
            rest[one.block_id] = rest[one.block_id].replace(one.target, "", 1)
        left = [
            re.sub(r"^(Table|表) \d+", "", text) if blocks[key].kind == "caption" else text
            for key, text in rest.items()
        ]
        assert "".join(left).strip() == ""
        assert sum(filled.counts().values()) == len(filled.sentences)


def test_a_built_example_reads_back_from_word_as_it_was_made(folder):
    reader = next(one for one in readers() if one.name == "docx")
    template, *drafts = built(folder)
    for filled in drafts:
        data = docx.write(filled.document, base=template.base, styles=template.roles)
        read = reader.read(data, "draft.docx", ReadOptions()).document
        keys = ("kind", "text", "label", "number", "level", "path", "continued")
        assert [[getattr(b, k) for k in keys] for b in read.blocks] == [
            [getattr(b, k) for k in keys] for b in filled.document.blocks
        ]
        assert read.masthead == filled.document.masthead
        assert read.profile == filled.document.profile


def test_the_same_input_gives_the_same_document(folder):
    first, second = built(folder), built(folder)
    assert first[1].document == second[1].document
    assert first[2].sentences == second[2].sentences


def sample_memory(samples):
    """Know last year's sentences, by their very words, from the paragraphs of the two samples."""
    english, chinese = (
        (samples / f"CSIW_COP_WG.3_2025_6.{code}.md").read_text(encoding="utf-8").split("\n\n")
        for code in ("en", "zh")
    )
    known = {}
    for left, right in zip(english, chinese, strict=True):
        spans = [
            [span.of(text) for span in by_code(code).segment(text)]
            for code, text in (("en", left), ("zh", right))
        ]
        if len(spans[0]) == len(spans[1]):
            known |= dict(zip(*spans, strict=True))
    known = {
        source.partition(". ")[2] or source: target for source, target in known.items()
    } | known

    def lookup(sentence, _before, _after):
        found = known.get(sentence)
        return Suggestion(text=found, kind="exact", score=100) if found else None

    return lookup


def test_this_years_sample_builds_with_a_share_from_last_year(samples):
    folder = find("draft-report", (ROOT / "templates",))
    data = samples / "meeting-2026.toml"
    _, english, chinese = built(folder, data, sample_memory(samples))
    counts = chinese.counts()
    assert english.document.masthead.symbol == "CSIW/COP/WG.3/2026/L.1"
    assert counts["exact"] >= 8
    assert counts["template"] >= 40
    assert 1 <= counts["untranslated"] <= 15


def test_the_sample_draft_says_what_the_sample_document_says(samples):
    """The stock passages of the hand-written draft and of the built one are the same."""
    folder = find("draft-report", (ROOT / "templates",))
    _, english, chinese = built(folder, samples / "meeting-2026.toml")
    for filled, code in ((english, "en"), (chinese, "zh")):
        written = (samples / f"CSIW_COP_WG.3_2026_L.1.{code}.md").read_text(encoding="utf-8")
        texts = [
            block.text
            for block in filled.document.blocks
            if not block.notes
            and all(
                one.origin == "template" for one in filled.sentences if one.block_id == block.id
            )
        ]
        strange = [text for text in texts if text not in written.replace("*", "")]
        assert strange == []


def test_the_page_about_templates_names_every_filter_kind_and_type():
    page = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    for name in (*FILTERS, "form"):
        assert f"|{name}" in page.replace("\\|", "|"), name
    for kind in ClauseKind:
        assert f"`{kind}`" in page, kind


@pytest.mark.parametrize(
    ("place", "english", "chinese"),
    [
        ("paragraph = 4", "paragraph", "该段"),
        ("paragraph = 4\nsentence = 2", "sentence", "该句"),
        ("paragraph = 4\nitem = '(b)'", "subparagraph", "该分段"),
        ("recommendation = 4", "recommendation", "该建议"),
        ("footnote = 4", "footnote", "该脚注"),
        ("place = { en = 'Annex', zh = '附件' }", "passage", "该处案文"),
    ],
)
def test_a_corrigendum_deletes_what_it_names(tmp_path, place, english, chinese):
    folder = find("corrigendum", (ROOT / "templates",))
    head = (folder / "example.toml").read_text(encoding="utf-8").partition("[[corrections]]")[0]
    data = tmp_path / "corr.toml"
    data.write_text(f"{head}[[corrections]]\n{place}\nchange = 'delete all'\n", encoding="utf-8")
    _, *drafts = built(folder, data)
    last = [one.document.blocks[-1].text for one in drafts]
    assert last == [f"Delete the {english}.", f"删除{chinese}。"]
