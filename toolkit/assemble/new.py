"""The data file of a template, to be filled in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from toolkit.assemble.fields import Field, FieldType
from toolkit.assemble.template import Template

_KINDS = {
    FieldType.TEXT: "text in quotation marks",
    FieldType.JOB_NUMBER: "job number in quotation marks",
    FieldType.WORDS: 'text: "…", or in each language { en = "…", zh = "…" }',
    FieldType.DATE: "date, year-month-day",
    FieldType.MONTH: 'month, "year-month"',
    FieldType.DAYS: "days: one date, [date, date], or { from = date, to = date }",
    FieldType.SYMBOL: "document symbol in quotation marks",
    FieldType.STATE: "name of a State in quotation marks",
    FieldType.PERSON: "person: { name, surname, title, function, state }",
    FieldType.NUMBER: "whole number",
    FieldType.ORDINAL: "whole number from 1",
    FieldType.CHOICE: "one of the choices",
    FieldType.BOOLEAN: "true or false",
    FieldType.RECORD: "table",
}


def skeleton(template: Template) -> str:
    """Return a data file with every field of ``template``, its help, type and an example.

    Required fields stand with an empty value, which a build reports as missing; the others stand
    as comments.
    """
    head = [
        f"# {template.title}",
        "# Fill in what is empty; take the # away from what you need besides.",
        f"# Then: undraft build {template.name} --data THIS_FILE -o FOLDER",
    ]
    return "\n".join([*head, *_fields(template.fields, (), live=True)]) + "\n"


def _fields(fields: Sequence[Field], path: tuple[str, ...], *, live: bool) -> Iterator[str]:
    """Give the lines of ``fields``; tables last, because TOML reads on until the next table.

    ``live`` is False inside a table that is itself only a comment.
    """
    for one in fields:
        if not is_table(one):
            yield ""
            yield from _about(one)
            yield _line(one, live=live)
    for one in fields:
        if is_table(one):
            yield from _record(one, path, live=live)


def is_table(field: Field) -> bool:
    """Return whether a field gets a table of its own; a record with an example goes on one line."""
    return field.type is FieldType.RECORD and field.example is None


def _record(field: Field, path: tuple[str, ...], *, live: bool) -> Iterator[str]:
    inside = live and field.required
    name = ".".join((*path, field.name))
    yield ""
    yield from _about(field)
    header = f"[[{name}]]" if field.many else f"[{name}]"
    yield header if inside else f"# {header}"
    yield from _fields(field.fields, (*path, field.name), live=inside)


def _about(field: Field) -> Iterator[str]:
    kind = "list of: " + _KINDS[field.type] if field.many else _KINDS[field.type]
    if field.type is FieldType.RECORD and not is_table(field):
        kind = ("list of: " if field.many else "") + _short(field)
    elif field.type is FieldType.RECORD:
        kind = "table; repeat it as often as needed" if field.many else "table"
    if field.choices:
        kind += ": " + ", ".join(field.choices)
    rules = "".join(f"; {one}" for one in _rules(field))
    yield f"# {field.help or field.name} ({kind}{'' if field.required else '; optional'}{rules})"
    if field.example is not None:
        yield f"#   example: {field.name} = {toml(field.example)}"


def _rules(field: Field) -> Iterator[str]:
    """Say what a value must agree with."""
    for bound in field.bounds:
        kind = bound.kind.value.replace("_", " ")
        yield f"{kind} {bound.field}"
    if field.states_only:
        yield "States only"
    if field.ordered:
        yield "in order, each once"
    if field.counts:
        yield "its place in the list, if left out"
    if field.together.one_of:
        yield "with one of " + ", ".join(field.together.one_of)
    if field.together.only_with:
        yield "only with " + " or ".join(field.together.only_with)


def _short(field: Field) -> str:
    """Say how a record is written on one line: as its words, its cells, or in braces."""
    names = [one.name for one in field.fields]
    if names == ["cells"]:
        return "list of cells"
    braces = "{ " + ", ".join(names) + " }"
    return f"text in each language, or {braces}" if "text" in names else braces


def _line(field: Field, *, live: bool) -> str:
    if not (live and field.required):
        return f"# {field.name} ="
    return f"{field.name} = " + ("[]" if field.many else '""')


def toml(value: object) -> str:
    """Write a value as TOML has it, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    if isinstance(value, date | int):
        return str(value)
    words = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{words}"'
