"""What is told beside a result, in the user's language."""

from collections.abc import Iterable
from pathlib import Path

from toolkit.cli.output import emit_bytes, note
from toolkit.cli.session import settings
from toolkit.diagnostics import Finding
from toolkit.diagnostics.catalogue import fill
from toolkit.diagnostics.render.text import told
from toolkit.workflows.documents.files import Input, write_output


def tell(findings: Iterable[Finding]) -> None:
    """Print a line for each finding on standard error, in the user's language."""
    lang = settings().lang
    for one in findings:
        note(told(one, lang))


def announce(template: str, /, *, lang: str | None = None, **values: object) -> None:
    """Print a template of ours with its ``{names}`` filled on standard error.

    ``lang`` None is the user's language. Its Chinese is in the catalogue of findings.
    """
    note(fill(template, values, lang or settings().lang))


def deliver(
    data: bytes,
    output: Path | None,
    *,
    force: bool = False,
    inputs: Iterable[Input] = (),
    lang: str | None = None,
) -> None:
    """Write ``data`` to ``output`` and say so in ``lang``, or print it when there is none."""
    if output is None or str(output) == "-":
        emit_bytes(data)
        return
    write_output(output, data, force=force, inputs=[one.path for one in inputs])
    announce("wrote {path}", lang=lang, path=output)
