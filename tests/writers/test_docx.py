import importlib.util
import io
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from papers import paper, told

from tests.programs import needs
from toolkit.errors import TemplateError
from toolkit.model import Block, Document, Kind, Mark, MarkKind, Note, Profile, Remark
from toolkit.ooxml.document import read_word
from toolkit.ooxml.freezing import freeze
from toolkit.ooxml.records import Paragraph
from toolkit.ooxml.xml import w
from toolkit.readers import ReadOptions
from toolkit.readers.docx import READER
from toolkit.writers.docx import write
from toolkit.writers.house_style import house_style

BOTH = [(language, numbers) for language in ("en", "zh") for numbers in ("typed", "live")]


def read(data: bytes) -> Document:
    return READER.read(data, "a.docx", ReadOptions()).document


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def edited(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """Return a Word file with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for one in old.namelist():
            text = old.read(one)
            new.writestr(one, change(text.decode()).encode() if one == name else text)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def faults(shared: Path) -> Callable[[bytes], list[tuple[str, str]]]:
    """Return the check of a Word file against the schema and the rules Word has beside it."""
    source = shared / "tools" / "docx_validate.py"
    spec = importlib.util.spec_from_file_location("docx_validate", source)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda data: module.check(io.BytesIO(data))


@pytest.mark.parametrize(("language", "numbers"), BOTH)
def test_what_is_written_is_read_back_the_same(language: str, numbers: str) -> None:
    document = paper(language)
    found = read(write(document, numbers=numbers))
    assert found.masthead == document.masthead
    assert (found.profile, found.language) == (document.profile, language)
    assert told(found.blocks) == told(document.blocks)


@pytest.mark.parametrize(("language", "numbers"), BOTH)
def test_the_samples_come_back_the_same(samples: Path, language: str, numbers: str) -> None:
    from toolkit.readers.markdown import READER as MARKDOWN  # noqa: PLC0415

    for path in sorted(samples.glob(f"CSIW*.{language}.md")):
        document = MARKDOWN.read(path.read_bytes(), path.name, ReadOptions()).document
        found = read(write(document, numbers=numbers))
        assert found.masthead == document.masthead, path.name
        assert told(found.blocks) == told(document.blocks), path.name


@pytest.mark.parametrize(("language", "numbers"), BOTH)
def test_what_is_written_is_valid(faults, language: str, numbers: str) -> None:
    remarks = [Remark(block_id="b3", start=1, end=9, text="see", tone="exact")]
    data = write(paper(language), numbers=numbers, remarks=remarks, marks="comments")
    assert faults(data) == []
    assert faults(house_style(language)) == []
    assert faults(house_style(language, "a4")) == []


@pytest.mark.parametrize("numbers", ["typed", "live"])
def test_a_symbol_in_chinese_does_not_stretch_the_line_before_it(faults, numbers: str) -> None:
    texts = ("文件载于 XYZ/COP/WG.1/2030/L.1 号。", "会议于 2030 年 6 月 3 日举行。")
    blocks = [
        Block(id=f"p{at}", kind=Kind.PARAGRAPH, text=text, label=f"{at}.", number=at)
        for at, text in enumerate(texts, 1)
    ]
    data = write(replace(paper("zh"), blocks=tuple(blocks)), numbers=numbers)
    found = [
        one.find(f"{w('pPr')}/{w('jc')}")
        for one in etree.fromstring(part(data, "word/document.xml").encode()).iter(w("p"))
        if "年 6 月 3 日举" in "".join(one.itertext()) or "L.1 号" in "".join(one.itertext())
    ]
    assert [one is not None and one.get(w("val")) for one in found] == ["left", False]
    assert faults(data) == []
    assert faults(freeze(data, "a.docx").data) == []
    english = write(replace(paper("en"), blocks=tuple(blocks)), numbers=numbers)
    assert 'w:jc w:val="left"' not in part(english, "word/document.xml")


@pytest.mark.parametrize(("language", "numbers"), BOTH)
def test_the_same_document_gives_the_same_bytes(language: str, numbers: str) -> None:
    assert write(paper(language), numbers=numbers) == write(paper(language), numbers=numbers)


def test_live_numbers_are_words_own_and_typed_ones_are_text() -> None:
    live = read_word(write(paper("en"), numbers="live"), "a").body
    typed = read_word(write(paper("en"), numbers="typed"), "a").body
    counted = [one.label for one in live if isinstance(one, Paragraph) and one.label]
    assert counted == [
        "II.", "B.", "(a)", "(i)", "(ii)", "(b)", "III.", "A.", "1.", "2.", "(a)", "(b)", "3.",
        "1.", "2.",
    ]  # fmt: skip
    assert not any(one.label for one in typed if isinstance(one, Paragraph))
    assert "SEQ Recommendation" in part(write(paper("en"), numbers="live"), "word/document.xml")


def test_a_label_that_no_list_can_show_is_typed_in_a_live_document() -> None:
    blocks = (
        Block(id="b1", kind=Kind.PARAGRAPH, text="One.", label="5.", number=5, path="para 5"),
        Block(
            id="b2", kind=Kind.PARAGRAPH, text="Two.", label="5 bis.", number=5, path="para 5 bis"
        ),
        Block(id="b3", kind=Kind.PARAGRAPH, text="Three.", label="6.", number=6, path="para 6"),
    )
    document = Document(profile=Profile.REPORT, language="en", blocks=blocks)
    body = read_word(write(document, numbers="live"), "a").body
    shown = [(one.label, one.text) for one in body if isinstance(one, Paragraph)]
    assert shown == [("5.", "One."), (None, "5 bis.\tTwo."), ("6.", "Three.")]


def test_a_remark_is_a_comment_on_its_very_words() -> None:
    document = paper("zh")
    remark = Remark(block_id="b3", start=1, end=5, text="原文如此", tone="exact")
    data = write(document, remarks=[remark], marks="comments")
    root = etree.fromstring(part(data, "word/document.xml").encode())
    (start,) = root.iter(w("commentRangeStart"))
    words = ""
    for one in start.itersiblings():
        if one.tag == w("commentRangeEnd"):
            break
        words += "".join(text.text or "" for text in one.iter(w("t")))
    assert words == document.blocks[2].text[1:5]
    assert "原文如此" in part(data, "word/comments.xml")
    assert told(read(data).blocks) == told(document.blocks)


def test_colours_shade_the_words_and_leave_no_comment() -> None:
    remark = Remark(block_id="b3", start=0, end=6, text="fuzzy match", tone="fuzzy")
    data = write(paper("en"), remarks=[remark], marks="colour")
    root = etree.fromstring(part(data, "word/document.xml").encode())
    shaded = [
        "".join(text.text or "" for text in run.iter(w("t")))
        for run in root.iter(w("r"))
        if run.find(f"{w('rPr')}/{w('shd')}") is not None
    ]
    assert "".join(shaded) == "States"
    assert "comments" not in part(data, "[Content_Types].xml")


def test_without_marks_remarks_leave_no_trace() -> None:
    remark = Remark(block_id="b3", start=0, end=6, text="fuzzy match", tone="fuzzy")
    assert write(paper("en"), remarks=[remark]) == write(paper("en"))


def test_notes_that_do_not_begin_with_one_keep_their_numbers() -> None:
    blocks = tuple(
        Block(
            id=f"b{at}",
            kind=Kind.PARAGRAPH,
            text="Words.",
            label=f"{at}.",
            number=at,
            path=f"para {at}",
            notes=(Note(number=sign, at=6, text=f"Note {sign}"),),
        )
        for at, sign in ((1, "7"), (2, "*"), (3, "8"))
    )
    found = read(write(Document(profile=Profile.REPORT, language="en", blocks=blocks)))
    assert [note for one in found.blocks for note in one.notes] == [
        note for one in blocks for note in one.notes
    ]


def test_the_properties_name_title_symbol_and_language() -> None:
    data = write(paper("zh"))
    core = part(data, "docProps/core.xml")
    assert "报告草稿: 增编" in core
    assert "<dc:subject>XYZ/COP/WG.1/2030/L.1/Add.2</dc:subject>" in core
    assert "<dc:language>zh</dc:language>" in core
    assert 'w:name="sss1" w:val="XYZ/COP/WG.1/2030/L.1/Add.2"' in part(data, "word/settings.xml")


def test_one_template_serves_both_languages() -> None:
    base = house_style("en")
    assert write(paper("zh"), base=base) == write(paper("zh"))
    assert write(paper("en"), base=house_style("zh")) == write(paper("en"))


@pytest.mark.parametrize("numbers", ["typed", "live"])
def test_a_real_template_of_new_york_takes_our_text(faults, shared: Path, numbers: str) -> None:
    issued = (shared / "data" / "un-docx" / "A_80_604_Add.1.docx").read_bytes()

    def emptied(xml: str) -> str:
        start, section = xml.index("<w:body>") + len("<w:body>"), xml.index("<w:sectPr")
        end = xml.index("</w:sectPr>") + len("</w:sectPr>")
        anchor = "<w:p><w:r><w:t>{{content}}</w:t></w:r></w:p>"
        return xml[:start] + anchor + xml[section:end] + xml[xml.rindex("</w:body>") :]

    document = paper("en")
    data = write(document, base=edited(issued, "word/document.xml", emptied), numbers=numbers)
    assert faults(data) == []
    found = read(data)
    assert told(found.blocks) == told(document.blocks)


def test_a_template_without_content_is_refused() -> None:
    base = edited(house_style("en"), "word/document.xml", lambda x: x.replace("{{content}}", ""))
    with pytest.raises(TemplateError, match=r"0 paragraphs with \{\{content\}\}"):
        write(paper("en"), base=base)


def test_a_misspelt_placeholder_is_named() -> None:
    base = edited(house_style("en"), "word/header1.xml", lambda x: x.replace("symbol", "simbol"))
    with pytest.raises(TemplateError, match=r"asks for \{\{simbol\}\}"):
        write(paper("en"), base=base)
    assert read(write(paper("en"), base=base, fields={"simbol": "X"})).masthead.title


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{title}}", "{{title", "has “{{” that makes no placeholder, in “{{title”"),
        ("{{title}}", "title}}", "has “}}” that makes no placeholder"),
        ("{{title}}", "{% if title %}", "has “{%” that makes no placeholder"),
        ("{{content}}", "Text: {{content}}", "“Text: {{content}}” in one paragraph"),
        ("{{content}}", "{{content}} {{content}}", "{{content}} stands alone in its paragraph"),
    ],
)
def test_braces_that_would_be_printed_are_refused(old: str, new: str, told: str) -> None:
    base = edited(house_style("en"), "word/document.xml", lambda x: x.replace(old, new))
    with pytest.raises(TemplateError) as caught:
        write(paper("en"), base=base)
    assert told in str(caught.value)


def test_a_placeholder_that_word_split_over_runs_is_filled() -> None:
    split = "</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:rPr><w:i/></w:rPr><w:t>"
    base = edited(
        house_style("en"),
        "word/document.xml",
        lambda x: x.replace("{{title}}", f"{{{split}{{ti{split}tle }}}}"),
    )
    assert read(write(paper("en"), base=base)).masthead.title == "Draft report"


def test_a_value_with_braces_is_no_placeholder() -> None:
    document = paper("en")
    document = replace(document, masthead=replace(document.masthead, title="On {{symbol}}"))
    assert read(write(document)).masthead.title == "On {{symbol}}"


def test_a_style_that_the_template_lacks_is_named_with_its_role() -> None:
    with pytest.raises(TemplateError, match=r"no style 'Nope' for the role 'chapter'"):
        write(paper("en"), styles={"chapter": "Nope"})
    with pytest.raises(TemplateError, match=r"no role 'chaptre'"):
        write(paper("en"), styles={"chaptre": "_ H _Ch"})


def test_a_named_style_is_used() -> None:
    data = write(paper("en"), styles={"text": "Table Text", "recommendation-body": "XLarge"})
    assert 'w:val="XLarge"' in part(data, "word/document.xml")


# -- laws --------------------------------------------------------------------------------------
SENTENCES = st.text("abc xyz缔约国，。“”—\u2011é", min_size=1, max_size=40).map(
    lambda text: f"Ab {' '.join(text.split())}."
)


@st.composite
def inked(draw: st.DrawFn) -> dict[str, object]:
    """A text with marks that do not touch and notes anywhere; none at white space only."""
    text = draw(SENTENCES)
    marks = []
    at = 0
    for kind in draw(st.lists(st.sampled_from(list(MarkKind)), max_size=3)):
        start = at + draw(st.integers(1, 5))
        end = start + draw(st.integers(1, 8))
        if end > len(text):
            break
        if text[start:end].strip():
            target = "https://example.org/" if kind is MarkKind.LINK else ""
            marks.append(Mark(kind=kind, start=start, end=end, target=target))
        at = end + 1
    places = sorted(draw(st.lists(st.integers(1, len(text)), max_size=2)))
    return {"text": text, "marks": tuple(marks), "places": places}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A small report: chapters from any number on, paragraphs through them, items in them."""
    chapter = draw(st.integers(1, 12))
    number = draw(st.integers(1, 90))
    note = 0
    blocks: list[Block] = []
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
             "XIV", "XV"]  # fmt: skip
    for _ in range(draw(st.integers(1, 3))):
        name = roman[chapter - 1]
        blocks.append(
            Block(id="", kind=Kind.HEADING, text=draw(st.sampled_from(["Aims", "Means", "Ends"])),
                  label=f"{name}.", number=chapter, level=1, path=name)
        )  # fmt: skip
        chapter += 1
        for _ in range(draw(st.integers(1, 3))):
            made = draw(inked())
            notes = []
            for place in made.pop("places"):
                note += 1
                notes.append(Note(number=str(note), at=place, text="Seen."))
            path = f"{name}/para {number}"
            blocks.append(
                Block(id="", kind=Kind.PARAGRAPH, label=f"{number}.", number=number, path=path,
                      notes=tuple(notes), **made)
            )  # fmt: skip
            for item in range(draw(st.integers(0, 3))):
                letter = "abc"[item]
                blocks.append(
                    Block(id="", kind=Kind.ITEM, text=draw(st.sampled_from(["Lamps;", "Oil;"])),
                          label=f"({letter})", number=item + 1, level=1, path=f"{path}/({letter})")
                )  # fmt: skip
            number += 1
    return Document(profile=Profile.REPORT, language="en", blocks=tuple(blocks))


@settings(max_examples=60)
@given(documents(), st.sampled_from(["typed", "live"]))
def test_every_small_document_comes_back_the_same(document: Document, numbers: str) -> None:
    found = READER.read(
        write(document, numbers=numbers), "a.docx", ReadOptions(language="en")
    ).document
    assert told(found.blocks) == told(document.blocks)


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
def test_another_word_processor_counts_as_we_do(tmp_path: Path, language: str) -> None:
    office = needs("soffice")
    source = tmp_path / "paper.docx"
    source.write_bytes(write(paper(language), numbers="live"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(source)],
        check=True,
        timeout=180,
        capture_output=True,
    )
    lines = (tmp_path / "paper.txt").read_text("utf-8-sig").splitlines()
    shown = {"".join(line.split()) for line in lines}
    for one in paper(language).blocks:
        if one.kind in (Kind.PARAGRAPH, Kind.ITEM):
            assert "".join(f"{one.label}{one.text}".split()) in shown
