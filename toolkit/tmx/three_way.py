"""Merging two changed versions of a file whose common ancestor is known.

What only one side changed is taken; what both changed alike is taken once; what they changed
differently is a conflict: both versions are kept, marked, and named.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.tmx.canonical import canonical, content_id
from toolkit.tmx.entry import Entry, Prop
from toolkit.tmx.form import TmxHeader

CONFLICT = "x-conflict"  # the property of both versions; its text says whose each is
OURS, THEIRS = "ours", "theirs"

# What content_id makes: an identifier that changes when the content does.
_MADE = re.compile(r"[0-9a-f]{16}")

Key = tuple[str, ...]
File = tuple[TmxHeader, Sequence[Entry]]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One unit that was changed differently.

    ``where`` is its symbol and place, or its identifier; ``source`` the words of its first
    language; ``what`` says in a sentence what happened on both sides.
    """

    where: str
    source: str
    what: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged file in canonical form, and what was not decided, in its order."""

    header: TmxHeader
    entries: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...] = ()


def merge_three(ancestor: File, ours: File, theirs: File) -> Merged:
    """Merge ``ours`` and ``theirs``, which both come from ``ancestor``.

    A unit is known by its identifier where all three files use identifiers of their own once
    each; otherwise by its place and source. The header is ours unless only theirs changed.
    """
    files = [canonical(*one) for one in (ancestor, ours, theirs)]
    own = [{_own_id(entry) for entry in entries} - {""} for _, entries in files]
    trusted = own[0].union(*own[1:]) - _repeated(files)
    groups = [_grouped(entries, trusted) for _, entries in files]
    kept: list[Entry] = []
    conflicts: list[Conflict] = []
    for key in dict.fromkeys(key for group in groups for key in group):
        before, mine, other = (group.get(key, {}) for group in groups)
        chosen, conflict = _decided(before, mine, other)
        kept.extend(chosen)
        conflicts.extend([conflict] if conflict else [])
    header = files[2][0] if files[1][0] == files[0][0] else files[1][0]
    head, entries = canonical(header, kept)
    return Merged(head, tuple(entries), tuple(sorted(conflicts, key=lambda c: c.where)))


def _own_id(entry: Entry) -> str:
    """Return the identifier unless it was made of some content, and so moves with it."""
    return "" if _MADE.fullmatch(entry.id) else entry.id


def _repeated(files: Iterable[tuple[TmxHeader, Sequence[Entry]]]) -> set[str]:
    repeated: set[str] = set()
    for _, entries in files:
        counts = Counter(entry.id for entry in entries)
        repeated.update(name for name, count in counts.items() if count > 1)
    return repeated


def _grouped(entries: Iterable[Entry], trusted: set[str]) -> Mapping[Key, Mapping[Entry, None]]:
    groups: dict[Key, dict[Entry, None]] = {}
    for entry in entries:
        groups.setdefault(_key(entry, trusted), {})[entry] = None
    return groups


def _key(entry: Entry, trusted: set[str]) -> Key:
    if entry.id in trusted:
        return (entry.id,)
    source = entry.variants[0].segment.text if entry.variants else ""
    names = ("x-symbol", "x-path", "x-previous", "x-following")
    return (source, *(entry.prop(name) for name in names))


def _decided(
    before: Mapping[Entry, None], ours: Mapping[Entry, None], theirs: Mapping[Entry, None]
) -> tuple[Iterable[Entry], Conflict | None]:
    """Return what is kept of the entries of one key, and the conflict there is, if any."""
    if theirs in (ours, before):
        return ours, None
    if ours == before:
        return theirs, None
    merged = [entry for entry in ours if entry in theirs or entry not in before]
    mine = [entry for entry in ours if entry not in before and entry not in theirs]
    other = [entry for entry in theirs if entry not in before and entry not in ours]
    lost = [entry for entry in before if entry not in ours or entry not in theirs]
    if len(mine) == len(other) == len(lost) == 1 and (one := _by_parts(lost[0], mine[0], other[0])):
        return [*(entry for entry in merged if entry != mine[0]), one], None
    if (mine and other) or (lost and (mine or other) and not (ours and theirs)):
        settled = [entry for entry in merged if entry not in mine]
        marked = [_marked(e, OURS) for e in mine] + [_marked(e, THEIRS) for e in other]
        return [*settled, *marked], _conflict(mine, other, known=bool(before))
    return [*merged, *other], None


def _by_parts(before: Entry, ours: Entry, theirs: Entry) -> Entry | None:
    """Merge part by part: texts, attributes, properties, notes; None where both changed one."""
    chosen: dict[str, object] = {}
    for name in ("variants", "attributes", "props", "notes"):
        old, mine, other = (getattr(entry, name) for entry in (before, ours, theirs))
        if mine not in (old, other) and other != old:
            return None
        chosen[name] = other if mine == old else mine
    merged = replace(before, **chosen)  # type: ignore[arg-type]  # parts of the same fields
    return merged if before.id != content_id(before) else replace(merged, id="")


def _marked(entry: Entry, whose: str) -> Entry:
    props = tuple(prop for prop in entry.props if prop.type != CONFLICT)
    return replace(entry, props=(*props, Prop(CONFLICT, whose)))


def _conflict(ours: Sequence[Entry], theirs: Sequence[Entry], *, known: bool) -> Conflict:
    entry = (*ours, *theirs)[0]
    where = ", ".join(filter(None, (entry.prop("x-symbol"), entry.prop("x-path"))))
    if ours and theirs:
        what = "changed differently on both sides" if known else "added differently on both sides"
    else:
        what = "changed here, removed there" if ours else "removed here, changed there"
    source = entry.variants[0].segment.text if entry.variants else ""
    return Conflict(where or entry.id, source, what)
