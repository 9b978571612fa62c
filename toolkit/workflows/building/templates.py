"""Is a template ready? Its clauses, styles and example, and what the memories lack."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from toolkit.assemble import Filled, Template
from toolkit.assemble.check import check_template
from toolkit.diagnostics import Finding
from toolkit.languages import by_code
from toolkit.model import Document
from toolkit.ooxml.package import open_package
from toolkit.ooxml.styles import parse_styles
from toolkit.workflows.building.building import BuildOptions, build
from toolkit.writers import docx


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Where the sentences of one language come from.

    ``clauses`` are those with a sentence that the template does not say itself, in the order of the
    text, each with the origins of its sentences; "masthead" stands for a line of the masthead.
    """

    language: str
    counts: Mapping[str, int]
    clauses: tuple[tuple[str, Mapping[str, int]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The findings about a template, and where the sentences of a draft come from.

    ``origins`` has one for each translation; empty when neither memories nor data were given, or
    the example does not build.
    """

    findings: tuple[Finding, ...]
    origins: tuple[Origins, ...] = ()


def examine(
    template: Template, memories: Sequence[str] = (), data_file: tuple[str, str] | None = None
) -> Readiness:
    """Check a template, and see what the memories can give for its example, or for a meeting.

    ``data_file`` is the text and the path of the meeting's data. With neither it nor ``memories``
    nothing is built.

    Raises:
        TemplateError: the data file does not hold.
        MemoryStoreError: a memory cannot be opened.
    """
    findings = tuple(check_template(template, style_names, _writer(template)))
    broken = any(one.code in ("TPL101", "TPL104") for one in findings)
    if broken or not (memories or data_file):
        return Readiness(findings=findings)
    given = data_file or (template.example, str(template.folder / "example.toml"))
    languages = [by_code(code) for code in template.languages[1:]]
    options = BuildOptions(memories=tuple(memories), marks="comments")
    built = build(template, given, languages, options)
    return Readiness(findings=findings, origins=tuple(_origins(one.filled) for one in built))


def _origins(filled: Filled) -> Origins:
    by_clause: dict[str, Counter[str]] = {}
    for one in filled.sentences:
        by_clause.setdefault(one.clause, Counter())[str(one.origin)] += 1
    asked = tuple(
        (clause, dict(counts))
        for clause, counts in by_clause.items()
        if set(counts) != {"template"}
    )
    return Origins(language=filled.document.language, counts=filled.counts(), clauses=asked)


def _writer(template: Template) -> Callable[[Document], bytes]:
    return lambda document: docx.write(document, base=template.base, styles=template.roles)


def style_names(data: bytes) -> frozenset[str]:
    """Return the names and ids of the styles of a Word file."""
    package = open_package(data, "template.docx")
    parts = package.related("styles")
    sheet = parse_styles(package.root(parts[0]) if parts else None)
    return frozenset(name for style in sheet.styles.values() for name in (style.id, style.name))
