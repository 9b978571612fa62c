"""Template folders among what is to be checked."""

from pathlib import Path

from toolkit.assemble import load as load_template
from toolkit.assemble.clauses import walk
from toolkit.assemble.template import BASE, EXAMPLE, MANIFEST, TEXT
from toolkit.checks.rule import TemplateInput
from toolkit.diagnostics import Finding, Severity
from toolkit.errors import TemplateError
from toolkit.workflows.building.templates import examine
from toolkit.workflows.documents.files import Input, read_input


def is_template(folder: Path) -> bool:
    """Return whether a folder is a template and no folder of reports."""
    return (folder / MANIFEST).is_file()


def templates_in(folder: Path) -> list[Path]:
    """Return the templates in a folder at any depth, or the folder itself, in order."""
    return sorted(path.parent for path in folder.rglob(MANIFEST))


def files_of(folder: str) -> tuple[Input, ...]:
    """Return the files that a template consists of."""
    paths = [Path(folder) / name for name in (MANIFEST, TEXT, EXAMPLE, BASE)]
    return tuple(read_input(str(path)) for path in paths if _has_words(path))


def template_input(folder: str) -> TemplateInput:
    """Return what rules on templates look at; one that cannot be loaded has faults alone."""
    try:
        template = load_template(Path(folder))
    except TemplateError as error:
        findings = tuple(_of_line(folder, line) for line in str(error).split("\n"))
        return TemplateInput(folder=folder, findings=findings, clauses=len(findings), examples=0)
    return TemplateInput(
        folder=folder,
        findings=examine(template).findings,
        clauses=sum(1 for _ in walk(template.text.clauses)),
        fields=len(template.fields),
        roles=len(template.roles),
    )


def _of_line(folder: str, line: str) -> Finding:
    """Return a finding for a line of the error of loading: file, place: what is wrong."""
    files = [str(Path(folder) / name) for name in (MANIFEST, TEXT, EXAMPLE, BASE)]
    file = next((one for one in files if line.startswith(one)), folder)
    place, _, text = line.removeprefix(file).removeprefix(", ").partition(": ")
    return Finding(
        code="TPL101",
        name="clause-that-does-not-hold",
        severity=Severity.ERROR,
        template="The template cannot be used: {text}",
        values={"text": text or line},
        file=file,
        place=place,
    )


def _has_words(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0
