import pytest
from wordxml import R, p, part, r, word

from toolkit.ooxml.document import WordFile, read_word
from toolkit.ooxml.records import Paragraph, Table
from toolkit.readers.registry import read_bytes


def read(body: str, *, original: bool = False, relations: str = "", **parts: str) -> WordFile:
    return read_word(word(body, relations, **parts), "a.docx", original=original)


def texts(body: str, *, original: bool = False, **parts: str) -> list[str]:
    return [one.text for one in read(body, original=original, **parts).body if one.text]


INS, DEL = (
    ('<w:ins w:id="1" w:author="a">', "</w:ins>"),
    ('<w:del w:id="2" w:author="a">', "</w:del>"),
)


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:smartTag><w:smartTagPr/>{}</w:smartTag>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        '<w:fldSimple w:instr="SEQ x">{}</w:fldSimple>',
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        '<w:ins w:id="1" w:author="a">{}</w:ins>',
        '<w:moveTo w:id="1" w:author="a">{}</w:moveTo>',
        '<w:bdo w:val="ltr">{}</w:bdo>',
    ],
)
def test_words_in_every_container_are_read(wrapped: str) -> None:
    assert texts(p(r("a ") + wrapped.format(r("b")) + r(" c"))) == ["a b c"]


def test_tracked_changes_are_taken_or_refused() -> None:
    deleted = "<w:r><w:delText>old</w:delText></w:r>"
    body = p(f"{r('the ')}{DEL[0]}{deleted}{DEL[1]}{INS[0]}{r('new')}{INS[1]}")
    assert texts(body) == ["the new"]
    assert texts(body, original=True) == ["the old"]


def test_a_paragraph_whose_mark_is_deleted_joins_the_next() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    body = p("one ", gone) + p("two") + p("three")
    assert texts(body) == ["one two", "three"]
    assert texts(body, original=True) == ["one ", "two", "three"]


def test_signs_that_word_has_elements_for() -> None:
    inner = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:br w:type="page"/></w:r>'
    )
    assert texts(p(inner)) == ["a\tb\nc\u2011≥"]


def test_of_alternatives_one_is_read() -> None:
    box = "<w:txbxContent>" + p("boxed") + "</w:txbxContent>"
    alternatives = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box + "</wps:txbx>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(p(r("host") + alternatives)).body
    assert [(one.text, one.boxed) for one in found] == [("host", False), ("boxed", True)]


def test_a_field_gives_its_result_and_not_its_code() -> None:
    body = p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        f'{r("no")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("12")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r(" above")
    )
    assert texts(body) == ["12 above"]


def test_a_link_field_and_a_hyperlink_give_their_address() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org/a" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("there")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = f'<w:hyperlink r:id="h1">{r("here")}</w:hyperlink>'
    target = (
        f'<Relationship Id="h1" Type="{R}/hyperlink" Target="https://example.org/b" '
        'TargetMode="External"/>'
    )
    (found,) = read(p(link + r(" ") + field), relations=target).body
    assert isinstance(found, Paragraph)
    assert [(one.start, one.end, one.link) for one in found.stretches] == [
        (0, 4, "https://example.org/b"),
        (5, 10, "https://example.org/a"),
    ]


def test_hidden_words_are_left_out() -> None:
    assert texts(p(r("seen ") + r("hidden", "<w:vanish/>") + r("again"))) == ["seen again"]


def test_of_ruby_only_the_base_is_read() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    assert texts(p(ruby)) == ["漢"]


def test_bold_by_style_is_no_stretch_but_makes_the_paragraph_bold() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:b/></w:rPr>'
        "</w:style>",
    )
    heading, text = read(
        p("Title", '<w:pStyle w:val="H"/>') + p(r("a ") + r("b", "<w:b/>")), styles=styles
    ).body
    assert isinstance(heading, Paragraph)
    assert isinstance(text, Paragraph)
    assert (heading.bold, heading.stretches) == (True, ())
    assert not text.bold
    assert [(one.start, one.end, one.bold) for one in text.stretches] == [(2, 3, True)]


def test_tables_keep_rows_and_the_words_of_nested_tables() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('deep')}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:sdt><w:sdtContent><w:tc>{p('b')}</w:tc>"
        f"</w:sdtContent></w:sdt></w:tr><w:tr><w:tc>{inner}{p('c')}</w:tc></w:tr></w:tbl>"
    )
    (table,) = read(body).body
    assert isinstance(table, Table)
    cells = [[[one.text for one in cell] for cell in row] for row in table.rows]
    assert cells == [[["a"], ["b"]], [["deep", "c"]]]


def test_notes_stand_where_their_marks_stood() -> None:
    notes = part(
        "footnotes",
        '<w:footnote w:type="separator" w:id="0">' + p("----") + "</w:footnote>"
        '<w:footnote w:id="1">' + p("<w:r><w:footnoteRef/></w:r>" + r(" First.")) + "</w:footnote>"
        '<w:footnote w:id="2">' + p("* Starred.") + "</w:footnote>",
    )
    body = p(
        r("ab")
        + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
        + r("c")
        + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    )
    document = read(body, footnotes=notes)
    (found,) = document.body
    assert found.text == "abc"
    told = [(document.numbers.number(n), n.at, document.notes.of(n)) for n in found.notes]
    assert told == [("*", 2, "Starred."), ("1", 3, "First.")]


def test_nesting_without_end_does_not_end_the_programme() -> None:
    deep = "<w:smartTag>" * 1500 + r("core") + "</w:smartTag>" * 1500
    assert texts(p(r("x ") + deep)) == ["x core"]
    tables = "<w:tbl><w:tr><w:tc>" * 200 + p("core") + "</w:tc></w:tr></w:tbl>" * 200
    assert read(tables).body


def test_a_sign_that_no_character_stands_for_is_told() -> None:
    sign = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
    known, unknown = sign.format("Wingdings", "F0FC"), sign.format("Webdings", "F061")
    gone = f'<w:del w:id="1" w:author="A">{sign.format("Webdings", "F062")}</w:del>'
    result = read_bytes(word(p(f"{r('1. Lit ')}{known}{unknown}{unknown}{gone}")), "a.docx")
    assert result.document.blocks[0].text == "Lit ✓"
    told = [dict(one.values) for one in result.findings if one.code == "RDR306"]
    assert told == [{"sign": "Webdings F061", "count": "2"}]


def test_greek_letters_of_the_symbol_font_are_letters() -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="{}"/></w:r>'
    body = p(r("1. Lamps of ") + "".join(map(sign.format, ("F061", "F057", "F03D", "F0B3"))))
    assert read_bytes(word(body), "a.docx").document.blocks[0].text == "Lamps of αΩ=≥"


def test_a_file_inserted_as_a_whole_is_told() -> None:
    arrow = f'<Relationship Id="i" Type="{R}/aFChunk" Target="old.htm"/>'
    body = p(r("1. Lit.")) + f'<w:altChunk xmlns:r="{R}" r:id="i"/>' + p(r("2. Dark."))
    result = read_bytes(word(body, arrow), "a.docx")
    assert [one.text for one in result.document.blocks] == ["Lit.", "Dark."]
    told = [dict(one.values) for one in result.findings if one.code == "RDR307"]
    assert told == [{"name": "word/old.htm"}]


def test_signs_of_a_symbol_font_may_stand_among_the_words() -> None:
    fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    body = p(r("1. Lit \uf0b3 ") + r("\uf0fc and \uf07a", fonts))
    assert read_bytes(word(body), "a.docx").document.blocks[0].text == "Lit ≥ ✓ and \uf07a"
