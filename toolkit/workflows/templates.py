"""Is a template ready? Its clauses, styles and example, and what the memories lack."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toolkit.assemble import Template
from toolkit.assemble.check import check_template
from toolkit.diagnostics import Finding
from toolkit.languages import by_code
from toolkit.model import Document
from toolkit.ooxml.package import open_package
from toolkit.ooxml.styles import parse_styles
from toolkit.workflows.building import BuildOptions, build
from toolkit.writers import docx


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The findings about a template, and where the sentences of its example come from.

    ``origins`` are counts by language; empty when no memories were given, or the example does
    not build.
    """

    findings: tuple[Finding, ...]
    origins: tuple[tuple[str, dict[str, int]], ...] = ()


def examine(template: Template, memories: Sequence[str] = ()) -> Readiness:
    """Check a template, and with ``memories`` build its example to see what they can give.

    Raises:
        MemoryStoreError: a memory cannot be opened.
    """
    findings = tuple(check_template(template, style_names, _writer(template)))
    broken = any(one.code in ("TPL101", "TPL104") for one in findings)
    if not memories or broken:
        return Readiness(findings=findings)
    path = str(template.folder / "example.toml")
    languages = [by_code(code) for code in template.languages[1:]]
    options = BuildOptions(memories=tuple(memories), marks="none")
    built = build(template, (template.example, path), languages, options)
    origins = tuple((one.language.code, one.filled.counts()) for one in built)
    return Readiness(findings=findings, origins=origins)


def _writer(template: Template) -> Callable[[Document], bytes]:
    return lambda document: docx.write(document, base=template.base, styles=template.roles)


def style_names(data: bytes) -> frozenset[str]:
    """Return the names and ids of the styles of a Word file."""
    package = open_package(data, "template.docx")
    parts = package.related("styles")
    sheet = parse_styles(package.root(parts[0]) if parts else None)
    return frozenset(name for style in sheet.styles.values() for name in (style.id, style.name))
