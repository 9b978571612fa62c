"""Where what ships with the package lies: samples, templates, schemas."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]


def shipped(name: str) -> Path:
    """Return the folder ``samples`` or ``templates``.

    A wheel carries it inside the package; a checkout has it beside the package.
    """
    inside = PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def schema_names() -> tuple[str, ...]:
    """Return the names of the JSON Schemas, as ``undraft schema`` takes them."""
    return tuple(sorted(path.stem for path in (PACKAGE / "schemas").glob("*.json")))


def schema_text(name: str) -> str:
    """Return one JSON Schema.

    Raises:
        KeyError: there is none of that name.
    """
    if name not in schema_names():
        raise KeyError(name)
    return (PACKAGE / "schemas" / f"{name}.json").read_text(encoding="utf-8")
