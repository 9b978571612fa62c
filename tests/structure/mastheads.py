"""Word files whose masthead stands in each of the places where templates and editors put it."""

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
FORMS = ("table", "box", "drawn box", "header", "header table", "variables", "lines")

# The left and the right column of a masthead, what stands below it, and the foot of its page.
ENGLISH = (
    ("United Nations", "Assembly of Lighthouse Keepers"),
    ("ALK/WG.2/2031/L.4/Rev.1", "Distr.: Limited", "12 May 2031", "Original: French"),
    (
        "Working Group on Lamp Oil",
        "Sixth session",
        "Geneva, 5–9 May 2031",
        "Item 4 (b) of the provisional agenda",
        "Draft report on lamp oil",
        "Note by the Secretariat",
    ),
    ("GE.31-04321 (E)    120531    130531", "*3104321*"),
    "1. The keepers met and counted their lamps.",
)
CHINESE = (
    ("联合国", "灯塔守护人大会"),
    ("ALK/WG.2/2031/L.4/Rev.1", "Distr.: Limited", "12 May 2031", "Chinese", "Original: French"),
    (
        "灯油问题工作组",
        "第六届会议",
        "2031 年 5 月 5 日至 9 日，日内瓦",
        "临时议程项目 4(b)",
        "灯油问题报告草稿",
        "秘书处的说明",
    ),
    ("GE.31-04321 (C)    120531    130531", "*3104321*"),
    "1. 守护人举行会议，清点了灯具。",
)
FIELDS = {
    "en": {
        "organ": "Assembly of Lighthouse Keepers",
        "symbol": "ALK/WG.2/2031/L.4/Rev.1",
        "distribution": "Limited",
        "date": "2031-05-12",
        "language": None,
        "original": "French",
        "job_number": "GE.31-04321",
        "barcode": "3104321",
        "body": "Working Group on Lamp Oil",
        "session": "Sixth session",
        "venue": "Geneva, 5–9 May 2031",
        "agenda_item": "Item 4 (b) of the provisional agenda",
        "title": "Draft report on lamp oil",
        "subtitle": "Note by the Secretariat",
    },
    "zh": {
        "organ": "灯塔守护人大会",
        "symbol": "ALK/WG.2/2031/L.4/Rev.1",
        "distribution": "Limited",
        "date": "2031-05-12",
        "language": "Chinese",
        "original": "French",
        "job_number": "GE.31-04321",
        "barcode": "3104321",
        "body": "灯油问题工作组",
        "session": "第六届会议",
        "venue": "2031 年 5 月 5 日至 9 日，日内瓦",
        "agenda_item": "临时议程项目 4(b)",
        "title": "灯油问题报告草稿",
        "subtitle": "秘书处的说明",
    },
}


def word_file(form: str, language: str) -> bytes:
    """Return a Word file with its masthead in one of the ``FORMS``."""
    left, right, below, foot, text = ENGLISH if language == "en" else CHINESE
    parts: dict[str, str] = {}
    body = ""
    if form == "table":
        body = _table(left, right)
    elif form in ("box", "drawn box"):
        body = _box((*left, *right), drawn=form == "drawn box")
    elif form.startswith("header"):
        inner = _table(left, right) if "table" in form else _paragraphs((*left, *right))
        parts["header"] = inner
    elif form == "lines":
        body = _paragraphs((*left, *right))
    if form == "variables":
        # New York's macros: what is printed on the page are only fields with these names.
        body = _paragraphs((left[1], below[0], *right[1:], below[2]))
        names = ("Session1", "Agenda1", "Title1", "Title2")
        held = dict(zip(names, (below[1], *below[3:]), strict=True))
        held |= {"Symbol1": right[0], "jobn": foot[0], "Barcode": foot[1]}
        parts["settings"] = "<w:docVars>" + "".join(
            f'<w:docVar w:name="{name}" w:val="{escape(value)}"/>' for name, value in held.items()
        ) + "</w:docVars>"  # fmt: skip
    else:
        body += _paragraphs(below)
        if form == "lines":
            body += _paragraphs(foot)
        else:
            parts["footer"] = _paragraphs(foot)
    return _zipped(body + _paragraphs((text,)), parts)


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in texts
    )


def _table(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Set the name of the house beside the symbol, and the organ beside what is below it."""
    rows = ((left[:1], right[:1]), (left[1:], right[1:]))
    return "<w:tbl>" + "".join(
        "<w:tr>" + "".join(f"<w:tc>{_paragraphs(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    ) + "</w:tbl>"  # fmt: skip


def _box(texts: tuple[str, ...], *, drawn: bool) -> str:
    content = f"<w:txbxContent>{_paragraphs(texts)}</w:txbxContent>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    if not drawn:
        return f"<w:p><w:r>{old}</w:r></w:p>"
    new = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _zipped(body: str, parts: dict[str, str]) -> bytes:
    roots = {"header": "hdr", "footer": "ftr", "settings": "settings"}
    pointers = "".join(
        f'<w:{kind}Reference w:type="first" r:id="{kind}"/>' for kind in parts if kind != "settings"
    )
    kinds = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    main = f"<w:body>{body}<w:sectPr>{pointers}<w:titlePg/></w:sectPr></w:body>"
    files = {
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="a" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}">{kinds}</Relationships>',
        "word/document.xml": f"<w:document {_HEAD}>{main}</w:document>",
    }
    for kind, inner in parts.items():
        files[f"word/{kind}.xml"] = f"<w:{roots[kind]} {_HEAD}>{inner}</w:{roots[kind]}>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
