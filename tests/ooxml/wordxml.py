"""Small Word files made by hand, for tests of what a reader must cope with."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(root: str, inner: str) -> str:
    """Return a part with the namespaces of Word declared."""
    return f"<w:{root} {_HEAD}>{inner}</w:{root}>"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return parts as a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def word(body: str, relations: str = "", **parts: str) -> bytes:
    """Return a Word file with this body; ``parts`` are further parts by their kind."""
    kinds = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    files: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="a" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_RELS}">{kinds}{relations}</Relationships>'
        ),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    files |= {f"word/{kind}.xml": data for kind, data in parts.items()}
    return zipped(files)


def p(inner: str, properties: str = "") -> str:
    """Return a paragraph; plain text becomes a run."""
    runs = inner if inner.startswith("<") or not inner else r(inner)
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run of text."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def in_list(num: int, level: int) -> str:
    """Return the properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(index: int, number_format: str, text: str, start: int = 1, more: str = "") -> str:
    """Return one level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *inner: str) -> str:
    """Return an abstract list."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(inner)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    """Return a use of an abstract list."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
