"""The fields a template asks for, as its manifest declares them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from toolkit.assemble.bounds import KEYS as BOUNDS
from toolkit.assemble.bounds import Bound, parse_bounds
from toolkit.assemble.faults import Fault, did_you_mean
from toolkit.assemble.together import KEYS as TOGETHER
from toolkit.assemble.together import NOTHING, Together, parse_together, unknown


class FieldType(StrEnum):
    """What may stand in a field; the words of the manifest."""

    TEXT = "text"  # the same in every language
    JOB_NUMBER = "job number"
    WORDS = "words"  # said in each language
    DATE = "date"
    MONTH = "month"  # of a year
    DAYS = "days"  # a day, several days, or from … to …
    SYMBOL = "symbol"
    STATE = "state"
    PERSON = "person"
    NUMBER = "number"
    ORDINAL = "ordinal"  # a number from 1, printed as an ordinal
    CHOICE = "choice"
    BOOLEAN = "boolean"
    RECORD = "record"  # a table with fields of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field. ``many`` means a list of such values; ``fields`` are those of a record.

    ``apart`` names lists of States beside it that may not have a member of this list;
    ``states_only`` keeps out what is no State, such as the European Union. ``bounds`` hold its
    value against those of other fields. ``ordered``: each member of a list of numbers or days
    comes after the one before. ``counts``: in a list of records it is the place of the record,
    and need not be given. ``together``: which fields go with it.
    ``example`` is the value as TOML would give it, None without one. A field that is not required
    and not given is None, or empty when ``many``.
    """

    name: str
    type: FieldType
    required: bool = True
    many: bool = False
    help: str = ""
    example: object = None
    choices: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    apart: tuple[str, ...] = ()
    states_only: bool = False
    bounds: tuple[Bound, ...] = ()
    ordered: bool = False
    counts: bool = False
    together: Together = NOTHING


_KEYS = (
    *("type", "required", "list", "help", "example", "choices", "titles", "apart"),
    *("states_only", "ordered", "counts"),
    *BOUNDS,
    *TOGETHER,
    "field",
)
_IN_ORDER = (FieldType.NUMBER, FieldType.ORDINAL, FieldType.DATE, FieldType.DAYS)
TITLES = ("Ms.", "Mr.", "Dr.", "Professor", "Judge", "Justice", "Ambassador", "Sir", "Dame")
"""Titles of persons that a template knows if it does not name others itself."""

PERSON = (
    Field(name="name", type=FieldType.WORDS, help="The whole name"),
    Field(name="surname", type=FieldType.WORDS, required=False, help="The part after Ms. or Mr."),
    Field(
        name="title",
        type=FieldType.CHOICE,
        required=False,
        choices=TITLES,
        help="Ms., Mr. or another title",
    ),
    Field(name="function", type=FieldType.WORDS, required=False, help="Office or profession"),
    Field(name="state", type=FieldType.STATE, required=False, help="The State, if one"),
)


def parse_fields(
    raw: object, file: str, faults: list[Fault], parent: str = ""
) -> tuple[Field, ...]:
    """Read the ``[field.NAME]`` tables of a manifest, in order; faults are added to ``faults``."""
    if not isinstance(raw, Mapping):
        faults.append(Fault(file=file, place=parent, text="“field” must be tables: [field.NAME]."))
        return ()
    found = tuple(
        field
        for name, table in raw.items()
        if (field := _parse(str(name), table, file, faults, parent)) is not None
    )
    for one in found:
        faults.extend(_apart(one, found, file))
        faults.extend(_together(one, found, file))
    return found


def _apart(field: Field, beside: tuple[Field, ...], file: str) -> list[Fault]:
    """Find names in ``apart`` that are no list of States beside the field."""
    lists = [one.name for one in beside if one.type is FieldType.STATE and one.many]
    return [
        Fault(
            file=file,
            place=f"field “{field.name}”",
            text=f"apart: “{name}” is no list of States beside it.{did_you_mean(name, lists)}",
        )
        for name in field.apart
        if name not in lists or field.name not in lists
    ]


def _together(field: Field, beside: tuple[Field, ...], file: str) -> list[Fault]:
    """Find names of fields beside a field, or in it, that there are not."""
    names = [[one.name for one in fields] for fields in (beside, field.fields)]
    place = f"field “{field.name}”"
    return [
        Fault(file=file, place=place, text=text)
        for text in unknown(field.together, field.choices, *names)
    ]


def _parse(name: str, table: object, file: str, faults: list[Fault], parent: str) -> Field | None:
    dotted = f"{parent}.{name}" if parent else name

    def fault(text: str) -> None:
        faults.append(Fault(file=file, place=f"field “{dotted}”", text=text))

    if not isinstance(table, Mapping):
        fault(f'write it as a table: [field.{dotted}] with type = "…".')
        return None
    for key in table:
        if key not in _KEYS:
            fault(f"“{key}” is not known for a field.{did_you_mean(str(key), _KEYS)}")
    kind = str(table.get("type", "text"))
    if kind not in list(FieldType):
        fault(f"“{kind}” is not a type.{did_you_mean(kind, [str(t) for t in FieldType])}")
        return None
    for text in _misplaced(table, FieldType(kind), inside=bool(parent)):
        fault(text)
    choices = table.get("choices", ())
    counts = bool(table.get("counts", False))
    return Field(
        name=name,
        type=FieldType(kind),
        required=bool(table.get("required", True)) and not counts,
        many=bool(table.get("list", False)),
        help=str(table.get("help", "")),
        example=table.get("example"),
        choices=tuple(str(one) for one in choices) if isinstance(choices, list) else (),
        fields=_inner(FieldType(kind), table, file, faults, dotted),
        apart=_names(table.get("apart", [])),
        states_only=bool(table.get("states_only", False)),
        bounds=parse_bounds(table, fault),
        ordered=bool(table.get("ordered", False)),
        counts=counts,
        together=parse_together(table),
    )


def _misplaced(table: Mapping[str, object], kind: FieldType, *, inside: bool) -> Iterator[str]:
    """Yield what a table asks of a type that has no such thing; ``inside`` a record."""
    if table.get("counts") and not (inside and kind in (FieldType.NUMBER, FieldType.ORDINAL)):
        yield "counts is for a number in a record that is repeated."
    if table.get("ordered") and not (table.get("list") and kind in _IN_ORDER):
        yield "ordered is for a list of numbers, dates or days."
    if table.get("states_only") and kind is not FieldType.STATE:
        yield "states_only is for States."
    if kind is FieldType.CHOICE and not table.get("choices"):
        yield 'a choice needs its choices: choices = ["…", "…"].'


def _names(raw: object) -> tuple[str, ...]:
    return tuple(str(one) for one in (raw if isinstance(raw, list | tuple) else [raw]))


def _inner(
    kind: FieldType, table: Mapping[str, object], file: str, faults: list[Fault], dotted: str
) -> tuple[Field, ...]:
    if kind is FieldType.PERSON:
        titles = _names(table.get("titles", TITLES))
        return tuple(replace(one, choices=titles) if one.name == "title" else one for one in PERSON)
    if kind is not FieldType.RECORD:
        return ()
    return parse_fields(table.get("field", {}), file, faults, dotted)
