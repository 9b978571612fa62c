"""The asterisks of title-page notes in the lines of the masthead."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from toolkit.assemble.clauses import Clause, ClauseKind, walk
from toolkit.assemble.expand import Source
from toolkit.model import Masthead

STAR = "*"


def with_stars(head: Masthead, clauses: tuple[Clause, ...], sources: Sequence[Source]) -> Masthead:
    """Return the masthead with an asterisk for each title-page note among ``sources``.

    The asterisk stands where the wording of the line has one, else at its end; a line whose note
    was left out has none. The first note has one asterisk, the second two.
    """
    noted = {one.at for one in walk(clauses) if one.kind is ClauseKind.NOTE}
    said = [one.clause.at for one in sources if one.clause.kind is ClauseKind.NOTE]
    signs = {name: STAR * (said.index(name) + 1) if name in said else "" for name in noted}
    lines: dict[str, Any] = {
        name: _starred(getattr(head, name), sign) for name, sign in signs.items()
    }
    return replace(head, **lines)


def _starred(line: str | None, sign: str) -> str | None:
    if not line:
        return line
    before, found, after = line.partition(STAR)
    if not sign and not before[-1:].isascii():
        after = after.removeprefix(" ")  # Chinese sets a space only behind an asterisk
    return before + sign + after if found else line + sign
