"""What must hold in XLIFF 2.x and no schema can say: names that are unique, names that are there.

A file in which they do not hold may put words in the wrong place, so it is refused.
"""

import re
from collections.abc import Iterable, Iterator

from toolkit.errors import InputError
from toolkit.exchange.elements import Element, local, named
from toolkit.text.xml_files import line_of

_HEX = re.compile(r"[0-9A-Fa-f]{1,8}")
_OPENING = frozenset({"ph", "pc", "sc", "mrk", "sm"})
_MOST_COPIES = 100  # of copies, before it is taken for a ring
_REFERENCES = ("dataRef", "dataRefStart", "dataRefEnd")


def check_xliff2(root: Element, namespace: str, path: str) -> None:
    """Refuse a file whose names do not hold.

    Raises:
        InputError: two units of a file, two segments or codes of a unit have one name; a code
            refers to data or to a beginning that is not there, is a copy of itself in the end, or
            stands for a character that needs no code.
    """
    for file in root:
        if local(file, namespace) != "file":
            continue
        units = list(file.iter(named("unit", namespace)))
        _unique(((one, one.get("id", "")) for one in units), "unit", path)
        for one in units:
            _check_unit(one, namespace, path)


def _check_unit(unit: Element, namespace: str, path: str) -> None:
    parts = [one for one in unit if local(one, namespace) in ("segment", "ignorable")]
    named_parts = ((one, one.get("id", "")) for one in parts)
    _unique((pair for pair in named_parts if pair[1]), "segment", path)
    data = {
        one.get("id")
        for block in unit
        if local(block, namespace) == "originalData"
        for one in block
        if isinstance(one.tag, str)
    }
    for side in ("source", "target"):
        codes = [
            one
            for part in parts
            for whole in part
            if local(whole, namespace) == side
            for one in whole.iter(f"{{{namespace}}}*")
        ]
        _check_codes(codes, namespace, data, path)


def _check_codes(codes: list[Element], namespace: str, data: set[str | None], path: str) -> None:
    opening = [(one, one.get("id", "")) for one in codes if local(one, namespace) in _OPENING]
    _unique((pair for pair in opening if pair[1]), "inline code", path)
    begun = {one.get("id") for one in codes if local(one, namespace) in ("sc", "sm")}
    for one in codes:
        name = local(one, namespace)
        for key in _REFERENCES:
            if one.get(key) and one.get(key) not in data:
                raise _fault(one, path, f"{key}={one.get(key)!r} of a code names no data")
        start = one.get("startRef")
        if name in ("ec", "em") and start and start not in begun:
            raise _fault(one, path, f"startRef={start!r} names no beginning in its unit")
        if name == "cp" and not _needs_code(one.get("hex", "")):
            raise _fault(one, path, f"hex={one.get('hex', '')!r} needs no <cp>")
    _check_copies({name: one.get("copyOf", "") for one, name in opening if name}, codes, path)


def _check_copies(copies: dict[str, str], codes: list[Element], path: str) -> None:
    """Refuse codes that are copies of each other in a ring, or of what is not there."""
    for one in codes:
        seen: set[str] = set()
        name = one.get("copyOf", "")
        while name:
            if name in seen or name == one.get("id") or len(seen) > _MOST_COPIES:
                raise _fault(one, path, f"copyOf={one.get('copyOf')!r} leads back to itself")
            seen.add(name)
            name = copies.get(name, "")


def _needs_code(figures: str) -> bool:
    """Return whether a character is one that XML cannot hold."""
    if not _HEX.fullmatch(figures):
        return False
    value = int(figures, 16)
    control = value < 0x20 and value not in (0x9, 0xA, 0xD)
    return control or 0xD800 <= value <= 0xDFFF or value in (0xFFFE, 0xFFFF)


def _unique(names: Iterable[tuple[Element, str]], what: str, path: str) -> None:
    for element, name in _repeated(names):
        raise _fault(element, path, f"a second {what} is called {name!r}")


def _repeated(names: Iterable[tuple[Element, str]]) -> Iterator[tuple[Element, str]]:
    seen: set[str] = set()
    for element, name in names:
        if name in seen:
            yield element, name
        seen.add(name)


def _fault(element: Element, path: str, said: str) -> InputError:
    return InputError(
        f"{path}, line {line_of(element)}: {said[:160]}; the file is no valid XLIFF. "
        "Have it written anew by the tool that made it."
    )
