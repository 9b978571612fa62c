"""Which fields of a record go together: one of several, one with another, those a choice needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.assemble.faults import did_you_mean

Needs = tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
"""For each choice what it needs, one field of each group: ``("replace", (("old",), ("new",)))``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What a manifest asks of the fields beside each other; names of fields.

    ``one_of`` of a record: exactly one of them is given. ``only_with`` of a field: it is given
    only where one of these is. ``needs`` of a choice: what each choice asks for; what only other
    choices ask for is not given then.
    """

    one_of: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    needs: Needs = ()


NOTHING = Together()
KEYS = ("one_of", "only_with", "needs")


def parse_together(table: Mapping[str, object]) -> Together:
    """Return what a field's table says about the fields beside it, or in it."""
    needs = table.get("needs")
    return Together(
        one_of=_names(table.get("one_of")),
        only_with=_names(table.get("only_with")),
        needs=tuple(
            (str(choice), tuple(tuple(str(one).split(" or ")) for one in _list(asked)))
            for choice, asked in needs.items()
        )
        if isinstance(needs, Mapping)
        else (),
    )


def _list(raw: object) -> Sequence[object]:
    return raw if isinstance(raw, list) else [] if raw is None else [raw]


def _names(raw: object) -> tuple[str, ...]:
    return tuple(str(one) for one in _list(raw))


def unknown(
    own: Together, choices: Sequence[str], beside: Sequence[str], inside: Sequence[str]
) -> Iterator[str]:
    """Say which names there are not: of fields beside the own one and in it, and of choices."""
    asked = [name for _, groups in own.needs for group in groups for name in group]
    for names, known in ((own.one_of, inside), ((*own.only_with, *asked), beside)):
        for name in names:
            if name not in known:
                yield f"there is no field “{name}” there.{did_you_mean(name, known)}"
    for choice, _ in own.needs:
        if choice not in choices:
            yield f"needs: “{choice}” is not one of the choices.{did_you_mean(choice, choices)}"


def one_missing(one_of: Sequence[str], given: Sequence[str]) -> str:
    """Say what is wrong where exactly one of several fields is to be given, "" for nothing."""
    found = [name for name in one_of if name in given]
    if not one_of or len(found) == 1:
        return ""
    if not found:
        return f"give one of {_listed(one_of, 'or')}."
    return f"{_listed(found, 'and')} are given; give one of them."


def amiss(name: str, own: Together, value: object, given: Sequence[str]) -> Iterator[str]:
    """Say what a field that is given asks of those beside it, and is not so.

    ``given`` are the names of the fields of its record that are given.
    """
    if own.only_with and not set(own.only_with) & set(given):
        yield f"this goes with {_listed(own.only_with, 'or')}, which is not given; take it out."
    asked = dict(own.needs).get(str(value))
    if asked is None:
        return
    for group in asked:
        if not set(group) & set(given):
            yield f"“{value}” needs {_listed(group, 'or')}; fill it in."
    wanted = {one for group in asked for one in group}
    others = {one for _, groups in own.needs for group in groups for one in group}
    for one in given:
        if one in others - wanted:
            yield f"“{value}” has no use for “{one}”; take it out, or choose another “{name}”."


def _listed(names: Sequence[str], word: str) -> str:
    quoted = [f"“{name}”" for name in names]
    return f" {word} ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
