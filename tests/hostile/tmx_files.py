"""A set of hostile TMX files, made by code: what each attacks, and what a safe reader does.

Whatever would be fetched is on port 8899 of this machine, where
the judge of the hostile set listens; whatever would be leaked is /etc/passwd.
"""

import gzip
import zlib
from collections.abc import Callable

from tests.hostile.frame import CANARY, Hostile

HEADER = (
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" '
    'adminlang="en" srclang="en" datatype="plaintext"/>'
)


def tu(english: str = "Lamp.", chinese: str = "灯。", zh: str = "zh") -> str:
    return (
        f'<tu><tuv xml:lang="en"><seg>{english}</seg></tuv>'
        f'<tuv xml:lang="{zh}"><seg>{chinese}</seg></tuv></tu>'
    )


def tmx(body: str = "", doctype: str = "", declared: str = "UTF-8") -> str:
    head = f'<?xml version="1.0" encoding="{declared}"?>{doctype}'
    return f'{head}<tmx version="1.4">{HEADER}<body>{body or tu()}</body></tmx>'


def entities(*declared: str, body: str = "") -> Callable[[], bytes]:
    return lambda: tmx(body, f"<!DOCTYPE tmx [{''.join(declared)}]>").encode()


def text(*args: str, codec: str = "utf-8") -> Callable[[], bytes]:
    return lambda: tmx(*args).encode(codec)


def laughs() -> bytes:
    steps = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return tmx(tu("&l9;"), f'<!DOCTYPE tmx [<!ENTITY l0 "ha">{steps}]>').encode()


def quadratic() -> bytes:
    return tmx(tu("&a;" * 50_000), f'<!DOCTYPE tmx [<!ENTITY a "{"a" * 50_000}">]>').encode()


def packed_bomb() -> bytes:
    """Half a gigabyte of blanks inside a segment, in half a megabyte."""
    packer = zlib.compressobj(9, wbits=31)
    head, tail = tmx(tu("@")).split("@")
    parts = [packer.compress(head.encode())]
    parts += [packer.compress(b" " * (1 << 20)) for _ in range(512)]
    return b"".join([*parts, packer.compress(tail.encode()), packer.flush()])


def packed_junk() -> bytes:
    """As much markup that is no unit, which a reader that keeps elements would hold."""
    packer = zlib.compressobj(9, wbits=31)
    head, tail = tmx("@").split("@")
    parts = [packer.compress(head.encode())]
    parts += [packer.compress(b"<x/>" * (1 << 18)) for _ in range(96)]
    return b"".join([*parts, packer.compress(tail.encode()), packer.flush()])


def many_attributes_above() -> bytes:
    given = " ".join(f'a{n}="{n}"' for n in range(100_000))
    return tmx().replace("<header ", f"<header {given} ").encode()


def nested(name: str, depth: int) -> str:
    return f"<{name}>" * depth + "a" + f"</{name}>" * depth


def many_targets() -> bytes:
    more = "<tuv xml:lang='zh'><seg>灯</seg></tuv>" * 5000
    return tmx(tu().replace("</tu>", f"{more}</tu>")).encode()


def styled() -> bytes:
    return f'<?xml-stylesheet href="{CANARY}/s.xsl"?>{tmx().split("?>", 1)[1]}'.encode()


def languages() -> bytes:
    return tmx("".join(tu(zh=zh) for zh in ("zh", "../../zh", "zh';--"))).encode()


def many_attributes() -> bytes:
    given = " ".join(f'a{n}="{n}"' for n in range(100_000))
    return tmx(tu().replace("<tu>", f"<tu {given}>")).encode()


INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
PASSWD = '<!ENTITY x SYSTEM "file:///etc/passwd">'

FILES = (
    Hostile("laughs", laughs),
    Hostile("quadratic-entities", quadratic),
    Hostile("external-entity", entities(PASSWD, body=tu("&x;"))),
    Hostile("external-entity-http", entities(f'<!ENTITY x SYSTEM "{CANARY}/x">', body=tu("&x;"))),
    Hostile("parameter-entity", entities(f'<!ENTITY % p SYSTEM "{CANARY}/p.dtd">%p;')),
    Hostile("public-entity", entities(f'<!ENTITY x PUBLIC "-//x" "{CANARY}/y">', body=tu("&x;"))),
    Hostile("default-attribute", entities('<!ATTLIST tuv xml:lang CDATA "fr">')),
    Hostile("notation", entities(f'<!NOTATION n SYSTEM "{CANARY}/n">')),
    Hostile("remote-dtd", text("", f'<!DOCTYPE tmx SYSTEM "{CANARY}/tmx14.dtd">'), 1),
    Hostile("public-dtd", text("", f'<!DOCTYPE tmx PUBLIC "-//x" "{CANARY}/tmx14.dtd">'), 1),
    Hostile(
        "schema-location",
        lambda: tmx().replace(
            "<tmx ",
            '<tmx xmlns:s="http://www.w3.org/2001/XMLSchema-instance" '
            f's:noNamespaceSchemaLocation="{CANARY}/s.xsd" ',
        ).encode(),
        1,
    ),
    Hostile("stylesheet", styled, 1),
    Hostile("include", text(tu(f"Lamp.{INCLUDE}")), 1),
    Hostile("undeclared-entity", text(tu("&nbsp;") + tu())),
    Hostile("packed-bomb", packed_bomb),
    Hostile("packed-junk", packed_junk),
    Hostile("packed-twice", lambda: gzip.compress(gzip.compress(tmx().encode(), mtime=0), mtime=0)),
    Hostile("packed-cut", lambda: gzip.compress(tmx().encode(), mtime=0)[:-9]),
    Hostile("packed-spoilt", lambda: gzip.compress(tmx().encode(), mtime=0)[:-8] + b"\0" * 8),
    Hostile("deep-remarks", text(tu(nested("hi", 120)) + tu()), 1),
    Hostile("deep-subflows", text(tu("<ph><sub>" * 60 + "</sub></ph>" * 60)), 0),
    Hostile("deep-units", text(nested("tu", 3000))),
    Hostile("long-segment", text(tu("a" * 1_500_000) + tu()), 1),
    Hostile("longer-segment", text(tu("a" * 12_000_000) + tu())),
    Hostile("many-codes", text(tu("<ph/>" * 50_000) + tu()), 1),
    Hostile("many-targets", many_targets, 5001),
    Hostile("many-attributes", many_attributes, 0),
    Hostile("many-attributes-above", many_attributes_above),
    Hostile("nul", lambda: tmx(tu("a\0b")).encode()),
    Hostile("control-reference", text(tu("a&#2;b"))),
    Hostile("surrogate-reference", text(tu("a&#xD83D;b"))),
    Hostile("surrogate-bytes", lambda: tmx(tu("a@b")).encode().replace(b"@", b"\xed\xa0\xbd")),
    Hostile("bad-bytes", lambda: tmx(tu("a@b")).encode().replace(b"@", b"\xff")),
    Hostile("half-utf-16", lambda: tmx(declared="UTF-16").encode("utf-16")[:-1]),
    Hostile("utf-7", text("", "", "UTF-7")),
    Hostile("unknown-encoding", text("", "", "x-made-up")),
    Hostile("gbk-undeclared", lambda: tmx().encode("gbk")),
    Hostile("cut", lambda: tmx(tu() * 3).encode()[:-40]),
    Hostile("two-documents", lambda: tmx().encode() * 2),
    Hostile("web-page", lambda: b"<!DOCTYPE html><html><body>Not found</body></html>"),
    Hostile("empty", lambda: b""),
    Hostile("language-injection", languages, 1),
    Hostile(
        "property-injection",
        text(tu().replace("<tuv", '<prop type="=cmd()">$(touch /tmp/pwned)</prop><tuv', 1)),
        1,
    ),
    Hostile("no-segment", text(tu() + '<tu><tuv xml:lang="en"/></tu><tu/>'), 1),
    Hostile("comments-in-words", text(tu("a<!--x-->b<?y z?><![CDATA[c<]]>")), 1),
)  # fmt: skip
