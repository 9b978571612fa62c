"""A set of hostile termbases, made by code: what each attacks, and how many terms are read of it.

Whatever would be fetched is on the port where the judge of the hostile set listens; whatever would
be leaked is /etc/passwd.
"""

from collections.abc import Callable

from tests.hostile.frame import CANARY, Hostile

PASSWD = '<!ENTITY x SYSTEM "file:///etc/passwd">'


def entry(*forms: str, lang: str = "en") -> str:
    terms = "".join(f"<tig><term>{form}</term></tig>" for form in forms)
    return f'<termEntry id="c1"><langSet xml:lang="{lang}">{terms}</langSet></termEntry>'


def tbx(body: str = "", doctype: str = "", declared: str = "UTF-8", more: str = "") -> str:
    head = f'<?xml version="1.0" encoding="{declared}"?>{doctype}'
    inside = f"<text><body>{body or entry('lamp')}</body></text>"
    return f'{head}<martif type="TBX" xml:lang="en"{more}>{inside}</martif>'


def text(*args: str, codec: str = "utf-8") -> Callable[[], bytes]:
    return lambda: tbx(*args).encode(codec)


def entities(*declared: str, form: str = "&x;") -> Callable[[], bytes]:
    return text(entry(form), f"<!DOCTYPE martif [{''.join(declared)}]>")


def laughs() -> bytes:
    steps = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return tbx(entry("&l9;"), f'<!DOCTYPE martif [<!ENTITY l0 "ha">{steps}]>').encode()


def nested(depth: int) -> str:
    return "<hi>" * depth + "x" + "</hi>" * depth


def attributes(count: int) -> str:
    return "".join(f' a{n}="{n}"' for n in range(count))


def table(body: str) -> Callable[[], bytes]:
    return lambda: body.encode()


FILES = (
    Hostile("laughs.tbx", laughs),
    Hostile("external-entity.tbx", entities(PASSWD)),
    Hostile("entity-http.tbx", entities(f'<!ENTITY x SYSTEM "{CANARY}/x">')),
    Hostile("parameter-entity.tbx", entities(f'<!ENTITY % p SYSTEM "{CANARY}/p.dtd">%p;')),
    Hostile("default-attribute.tbx", entities('<!ATTLIST langSet xml:lang CDATA "fr">', form="a")),
    Hostile("remote-dtd.tbx", text("", f'<!DOCTYPE martif SYSTEM "{CANARY}/t.dtd">'), 1),
    Hostile("undeclared-entity.tbx", text(entry("a&nbsp;b"))),
    Hostile(
        "include.tbx",
        text(
            entry(
                '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
                "lamp"
            )
        ),
        1,
    ),
    Hostile(
        "schema-location.tbx",
        text(
            "",
            "",
            "UTF-8",
            ' xmlns:s="http://www.w3.org/2001/XMLSchema-instance" '
            f's:noNamespaceSchemaLocation="{CANARY}/s.xsd"',
        ),
        1,
    ),
    Hostile("stylesheet.tbx", text("", f'<?xml-stylesheet href="{CANARY}/s.xsl"?>'), 1),
    Hostile("empty-terms.tbx", text(entry("", "   ", "&#160;", "lamp")), 1),
    Hostile("regex-terms.tbx", text(entry(".*", "(a+)+$", "[", "=1+1")), 4),
    Hostile("deep.tbx", text(entry(nested(3_000)))),
    Hostile("deeper-than-terms.tbx", text(entry(nested(120)))),
    Hostile("long-term.tbx", text(entry("a" * 2_000_000))),
    Hostile("many-attributes.tbx", text(f"<termEntry{attributes(100_000)}></termEntry>")),
    Hostile("many-terms.tbx", text(entry(*(f"lamp {n}" for n in range(20_000)))), 20_000),
    Hostile("codes.tbx", text(entry("a", lang="../../x") + entry("b", lang="zh_CN")), 1),
    Hostile("injection.tbx", text(entry("$(touch /tmp/pwned)", "';DROP TABLE t;--")), 2),
    Hostile("controls.tbx", text(entry("a&#2;b"))),
    Hostile("surrogate.tbx", text(entry("a&#xD83D;b"))),
    Hostile("bad-bytes.tbx", lambda: tbx(entry("a@b")).encode().replace(b"@", b"\xff")),
    Hostile("nul.tbx", lambda: tbx(entry("a@b")).encode().replace(b"@", b"\0")),
    Hostile("half-utf-16.tbx", lambda: tbx("", "", "UTF-16").encode("utf-16")[:-1]),
    Hostile("utf-16.tbx", lambda: tbx("", "", "UTF-16").encode("utf-16"), 1),
    Hostile("utf-7.tbx", text("", "", "UTF-7")),
    Hostile("unknown-encoding.tbx", text("", "", "x-made-up")),
    Hostile("gbk-undeclared.tbx", text(entry("灯塔"), codec="gbk")),
    Hostile("cut.tbx", lambda: tbx(entry("a") * 3).encode()[:-60]),
    Hostile("two-documents.tbx", lambda: tbx().encode() * 2),
    Hostile("page.tbx", table("<!DOCTYPE html><html><body>Not found</body></html>")),
    Hostile("packed.tbx", lambda: b"\x1f\x8b\x08" + b"\0" * 2_000),
    Hostile("nothing.tbx", table("")),
    Hostile("blank.tbx", table("\n\n  \n")),
    Hostile("quotation.csv", table('en,zh\n"' + "a," * 500_000)),
    Hostile("wide.csv", table("en,zh\n" + "a" * 2_000_000 + ",b\n")),
    Hostile("many-columns.csv", table(",".join(["en"] + ["x"] * 50_000) + "\nlamp\n"), 1),
    Hostile("formulas.csv", table("en,zh\n=1+1,@SUM(A1)\n"), 2),
    Hostile("nul.csv", table("en,zh\na\0b,c\n")),
)
