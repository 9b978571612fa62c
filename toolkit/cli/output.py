"""How commands speak: results on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from toolkit import __version__
from toolkit.errors import UsageError
from toolkit.workflows.documents.files import Input, check_writable


def envelope(name: str, inputs: Iterable[Input], payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``payload`` under the head every JSON result has; ``name`` is as in "document/1"."""
    return {
        "schema": f"undraft.{name}",
        "tool": {"name": "undraft", "version": __version__},
        "inputs": [{"path": one.path, "sha256": one.sha256} for one in inputs],
        **payload,
    }


def as_json(value: Mapping[str, Any], *, indent: int | None = 1) -> bytes:
    """Return one JSON object as UTF-8, with Chinese as it is and a final line feed."""
    return (json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode("utf-8")


def emit_json(name: str, inputs: Iterable[Input], payload: Mapping[str, Any]) -> None:
    """Print one JSON result."""
    emit_bytes(as_json(envelope(name, inputs, payload)))


def emit_bytes(data: bytes) -> None:
    """Print a machine-readable result as it is, whatever the console's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def only_word(output: Path) -> None:
    """Refuse a name of another format where what is written is a Word file.

    Raises:
        UsageError: it does not end in .docx.
    """
    if output.suffix.lower() != ".docx":
        raise UsageError(f"{output}: what is written is a Word file; end its name in .docx.")


def emit(text: str) -> None:
    """Print a result for people."""
    print(text)


def note(text: str) -> None:
    """Tell something beside the result."""
    print(text, file=sys.stderr)


def foresee(output: Path | None, *, force: bool, inputs: Iterable[str]) -> None:
    """Refuse before long work what ``telling.deliver`` would refuse after it."""
    if output is not None and str(output) != "-":
        check_writable(output, force=force, inputs=inputs)
