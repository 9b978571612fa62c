"""A set of hostile XLIFF, PO and tables, made by code: what each attacks, and what is right.

Whatever would be fetched is on port 8899 of this machine, where the judge of the hostile set
listens; whatever would be leaked is /etc/passwd.
"""

import io
import zipfile
from collections.abc import Callable

from tests.hostile.frame import CANARY, Hostile

NS_12 = "urn:oasis:names:tc:xliff:document:1.2"
NS_2 = "urn:oasis:names:tc:xliff:document:2.0"
MANY = 100_000


def unit(source: str = "Lamp.", target: str = "灯。", more: str = "") -> str:
    return (
        f'<trans-unit id="1"{more}><source>{source}</source><target>{target}</target></trans-unit>'
    )


def x12(body: str = "", doctype: str = "", head: str = "", file: str = "", more: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<xliff version="1.2" xmlns="{NS_12}"'
        f'{more}><file original="a" source-language="en" target-language="zh" '
        f'datatype="plaintext"{file}>{head}<body>{body or unit()}</body></file></xliff>'
    )


def x2(inside: str = "", source: str = "Lamp.", target: str = "灯。", units: str = "") -> str:
    segment = f"<segment><source>{source}</source><target>{target}</target></segment>"
    body = units or f'<unit id="u">{inside}{segment}</unit>'
    return (
        f'<xliff xmlns="{NS_2}" version="2.0" srcLang="en" trgLang="zh"><file id="f">'
        f"{body}</file></xliff>"
    )


def text(made: str, codec: str = "utf-8") -> Callable[[], bytes]:
    return lambda: made.encode(codec)


def entities(*declared: str, source: str = "&a;") -> Callable[[], bytes]:
    return text(x12(unit(source), f"<!DOCTYPE xliff [{''.join(declared)}]>"))


def laughs() -> bytes:
    steps = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return entities('<!ENTITY l0 "ha">', steps, source="&l9;")()


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def sheet_bomb() -> bytes:
    return packed({"xl/workbook.xml": b"<workbook/>", "xl/a.xml": b" " * (300 << 20)})


def sheet_of_another_file() -> bytes:
    outside = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{CANARY}/book">]><workbook>&x;</workbook>'
    return packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": outside.encode()})


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\nLanguage: zh\\n"\n\n'


def po(body: str = 'msgid "Lamp."\nmsgstr "灯。"\n', charset: str = "UTF-8", more: str = "") -> str:
    head = HEADER.format(charset)
    return f'{head[:-3]}{more}\\n"\n\n{body}' if more else head + body


FILES: tuple[Hostile, ...] = (
    Hostile("laughs.xlf", laughs),
    Hostile("external-entity.xlf", entities('<!ENTITY a SYSTEM "file:///etc/passwd">')),
    Hostile(
        "external-parameter.xlf", entities(f'<!ENTITY % a SYSTEM "{CANARY}/p"> %a;', source="x")
    ),
    Hostile("default-attribute.xlf", entities('<!ATTLIST target xml:lang CDATA "fr">', source="x")),
    Hostile("remote-dtd.xlf", text(x12(doctype=f'<!DOCTYPE xliff SYSTEM "{CANARY}/d.dtd">')), 1),
    Hostile("local-dtd.xlf", text(x12(doctype='<!DOCTYPE xliff SYSTEM "/etc/passwd">')), 1),
    Hostile("undeclared-entity.xlf", text(x12(unit("&nowhere;")))),
    Hostile(
        "external-skeleton.xlf",
        text(x12(head=f'<header><skl><external-file href="{CANARY}/skl"/></skl></header>')),
        1,
    ),
    Hostile(
        "original-outside.xlf", text(x12().replace('original="a"', 'original="../../etc/x"')), 1
    ),
    Hostile(
        "schema-location.xlf",
        text(
            x12(
                more=' xmlns:i="http://www.w3.org/2001/XMLSchema-instance" '
                f'i:schemaLocation="{NS_12} {CANARY}/s.xsd"'
            )
        ),
        1,
    ),
    Hostile("stylesheet.xlf", text(f'<?xml-stylesheet href="{CANARY}/s"?>' + x12()[38:]), 1),
    Hostile(
        "xinclude.xlf",
        text(
            x12(
                unit(
                    '<i:include xmlns:i="http://www.w3.org/2001/XInclude" parse="text" '
                    'href="/etc/passwd"/>Lamp.'
                )
            )
        ),
        1,
    ),
    Hostile("deep.xlf", text(x12(unit('<g id="1">' * 5000 + "x" + "</g>" * 5000)))),
    Hostile("deep-enough.xlf", text(x12(unit('<g id="1">' * 150 + "x" + "</g>" * 150)))),
    Hostile("attributes.xlf", text(x12(unit(more="".join(f' a{n}=""' for n in range(MANY)))))),
    Hostile("many-codes.xlf", text(x12(unit('<x id="1"/>' * MANY + "Lamp."))), 1),
    Hostile("many-crossing.xlf", text(x12(unit('<bpt id="1"/>' * MANY + "Lamp."))), 1),
    Hostile("tags.xlf", lambda: x12("<a/>" * 1_600_000).encode()),
    Hostile("long-text.xlf", lambda: x12(unit("a" * (20 << 20))).encode()),
    Hostile("truncated.xlf", lambda: x12().encode()[:-30]),
    Hostile("nul.xlf", text(x12(unit("a\0b")))),
    Hostile("control.xlf", text(x12(unit("&#8;")))),
    Hostile("not-utf8.xlf", lambda: x12(unit("灯")).encode("gb18030")),
    Hostile("utf7.xlf", text(x12().replace("UTF-8", "UTF-7"))),
    Hostile("two-roots.xlf", text(x12() + x12()[38:])),
    Hostile("html.xlf", text("<!DOCTYPE html><html><body>xliff</body></html>")),
    Hostile("blank.xlf", text("   \n")),
    Hostile("no-source.xlf", text(x12('<trans-unit id="1"/>'))),
    Hostile("unknown-version.xlf", text(x12().replace('"1.2"', '"9.9"'))),
    Hostile("foreign-namespace.xlf", text(x12().replace(NS_12, "urn:x"))),
    Hostile("twice.2.xlf", text(x2(units='<unit id="u"><segment><source/></segment></unit>' * 2))),
    Hostile("dangling-data.2.xlf", text(x2(source='<ph id="1" dataRef="d9"/>'))),
    Hostile("dangling-start.2.xlf", text(x2(source='a<ec startRef="9"/>'))),
    Hostile("code-point.2.xlf", text(x2(source='<cp hex="0041"/>'))),
    Hostile("huge-code-point.2.xlf", text(x2(source='<cp hex="FFFFFFFF"/>'))),
    Hostile(
        "copies.2.xlf",
        text(x2(source='<ph id="1" copyOf="2"/><ph id="2" copyOf="1"/>')),
    ),
    Hostile(
        "long-copies.2.xlf",
        lambda: x2(
            source="".join(f'<ph id="{n}" copyOf="{n + 1}"/>' for n in range(MANY))
        ).encode(),
    ),
    Hostile(
        "plural-code.po", text(po(more="Plural-Forms: nplurals=2; plural=__import__('os');")), 1
    ),
    Hostile("nplurals.po", text(po(more="Plural-Forms: nplurals=999999999; plural=0;")), 1),
    Hostile("parentheses.po", text(po(more=f"Plural-Forms: plural={'(' * MANY};")), 1),
    Hostile("unterminated.po", text(po('msgid "Lamp."\nmsgstr "灯。\n'))),
    Hostile("unknown-charset.po", text(po(charset="utf-7"))),
    Hostile("wrong-charset.po", lambda: po(charset="UTF-8").encode("gb18030")),
    Hostile("nul.po", text(po('msgid "a\\000b"\nmsgstr "灯"\n'))),
    Hostile("real-nul.po", text(po('msgid "a\0b"\nmsgstr "灯"\n'))),
    Hostile("path-of-a-file.po", text("/etc/passwd")),
    Hostile(
        "reference.po", text(po('#: ../../../etc/passwd:1\nmsgid "Lamp."\nmsgstr "灯。"\n')), 1
    ),
    Hostile("backslashes.po", text(po(f'msgid "{chr(92) * 2 * MANY}"\nmsgstr "灯"\n')), 1),
    Hostile("odd-backslashes.po", text(po(f'msgid "{chr(92) * (2 * MANY + 1)}"\nmsgstr "灯"\n'))),
    Hostile("forms.po", text(po('msgid "a"\nmsgid_plural "b"\nmsgstr[99999999] "灯"\n'))),
    Hostile("formula.tsv", text("source\ttarget\n\"=cmd|'/c calc'!A1\"\t=1+1\n"), 1),
    Hostile("open-quote.tsv", text('source\ttarget\n"' + "a\tb\n" * MANY)),
    Hostile("columns.tsv", text("source\ttarget" + "\tx" * MANY + "\na\tb\n"), 1),
    Hostile("no-table.tsv", text("a\tb\n" * 100)),
    Hostile("bomb.xlsx", sheet_bomb),
    Hostile("entity.xlsx", sheet_of_another_file),
    Hostile("cut.xlsx", lambda: sheet_of_another_file()[:-40]),
)
