"""What an editor asks for, by the numbers as they stand in the document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from toolkit.errors import UsageError
from toolkit.model import Kind


class Counted(StrEnum):
    """What is renumbered; the values are the words of the map."""

    RECOMMENDATION = "recommendation"
    PARAGRAPH = "paragraph"

    @property
    def kind(self) -> Kind:
        """The kind of block that carries the number."""
        return Kind(self.value)


@dataclass(frozen=True, slots=True)
class Moving:
    """An item that moves behind another one, with ``ahead`` before it; behind 0: to the start."""

    item: int
    anchor: int
    ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operations:
    """What to do with the items of the main series (annexes keep theirs).

    All numbers are old ones. Moves are done one after the other. ``insert`` names the item to add
    a new one behind, 0 for the beginning. ``pin`` names items that keep their number.
    ``through``: what begins with 1 again is counted on, not by itself.
    """

    kind: Counted = Counted.RECOMMENDATION
    drop: tuple[int, ...] = ()
    merge: tuple[tuple[int, ...], ...] = ()
    split: tuple[int, ...] = ()
    move: tuple[Moving, ...] = ()
    insert: tuple[int, ...] = ()
    pin: tuple[int, ...] = ()
    through: bool = False


_MOST: Final = 9999


def parse_operations(  # noqa: PLR0913
    kind: Counted,
    *,
    drop: Sequence[str] = (),
    merge: Sequence[str] = (),
    split: Sequence[str] = (),
    move: Sequence[str] = (),
    insert: Sequence[str] = (),
    pin: Sequence[str] = (),
    through: bool = False,
) -> Operations:
    """Read operations as they are typed: "12", "5+6", "7:3"; several may stand with commas.

    Raises:
        UsageError: one is not of its form, or two of them cannot both be.
    """
    asked = Operations(
        kind=kind,
        drop=_numbers("--drop", drop),
        merge=tuple(_parts("--merge", one, "+", "5+6") for one in _words(merge)),
        split=_numbers("--split", split),
        move=tuple(_moving(one) for one in _words(move)),
        insert=_numbers("--insert", insert, least=0),
        pin=_numbers("--pin", pin),
        through=through,
    )
    _hold(asked)
    return asked


def _words(values: Sequence[str]) -> list[str]:
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def _numbers(option: str, values: Sequence[str], least: int = 1) -> tuple[int, ...]:
    return tuple(_number(option, word, least) for word in _words(values))


def _number(option: str, word: str, least: int = 1) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", word) or not least <= int(word) <= _MOST:
        raise UsageError(f"{option} {word}: expected a number, such as {option} 12.")
    return int(word)


def _parts(option: str, word: str, sign: str, example: str) -> tuple[int, ...]:
    pieces = [one.strip() for one in word.split(sign)]
    if len(pieces) < 2:
        raise UsageError(f"{option} {word}: expected {option} {example}.")
    return tuple(_number(option, one) for one in pieces)


def _moving(word: str) -> Moving:
    item, sign, after = (one.strip() for one in word.partition(":"))
    if not sign:
        raise UsageError(
            f"--move {word}: expected --move 7:3, to move 7 behind 3, --move 7:^3, to move it "
            "before 3, or --move 7:0, to the beginning."
        )
    ahead = after.startswith("^")
    anchor = _number("--move", after.removeprefix("^"), 1 if ahead else 0)
    return Moving(_number("--move", item), anchor, ahead)


def _hold(asked: Operations) -> None:
    """Refuse what contradicts itself."""
    gone = [*asked.drop, *(one for group in asked.merge for one in group[1:])]
    for number in gone:
        if gone.count(number) > 1:
            raise UsageError(f"{number} is dropped or merged into another twice.")
    kept = (
        ("kept as the first of a merger", [group[0] for group in asked.merge]),
        ("split", asked.split),
        ("moved", [one.item for one in asked.move]),
        ("pinned", asked.pin),
    )
    for what, numbers in kept:
        for number in numbers:
            if number in gone:
                raise UsageError(f"{number} cannot be {what}: it is dropped or merged away.")
    for one in asked.move:
        if one.item == one.anchor:
            raise UsageError(f"--move {one.item}:{one.anchor}: an item cannot stand behind itself.")
