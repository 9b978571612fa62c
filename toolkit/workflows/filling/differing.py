"""In which words a match differs from what was looked up."""

from collections.abc import Iterator

from toolkit.memory.match import Match


def changes_of(found: Match) -> tuple[tuple[str, str], ...]:
    """Return what the memory's sentence says otherwise: its words, and those asked for, in order.

    Changes that only a space parts are one. Values that were carried over are left out. Where
    nothing but case, marks or spaces differs, what differs is still told.
    """
    carried = set(found.substitutions)
    return tuple(one for one in _changes(found.diff) if one not in carried)


def _changes(diff: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    old, new, between = "", "", ""
    for tag, words in diff:
        if tag == "equal":
            if not words.isspace() and (old or new):
                yield old.strip(), new.strip()
                old, new = "", ""
            between = words if words.isspace() and (old or new) else ""
            continue
        old, new, between = old + between, new + between, ""
        if tag == "delete":
            old += words
        else:
            new += words
    if old or new:
        yield old.strip(), new.strip()
