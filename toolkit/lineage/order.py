"""Which items were moved: out of their section, or past their neighbours in it."""

from collections.abc import Sequence

from toolkit.lineage.descent import Item
from toolkit.lineage.likeness import same_section
from toolkit.text.rising import rising


def moved(pairs: Sequence[tuple[Item, Item]]) -> frozenset[int]:
    """Return the places of the pairs (draft, final) that were moved.

    Within a section of the final report, the largest number of items that kept their order stays;
    the others were moved.
    """
    out = {at for at, (draft, final) in enumerate(pairs) if not same_section(draft, final)}
    sections: dict[str, list[int]] = {}
    for at in sorted(set(range(len(pairs))) - out, key=lambda at: pairs[at][1].order):
        sections.setdefault(pairs[at][1].section, []).append(at)
    for some in sections.values():
        keys = [(pairs[at][0].document, pairs[at][0].order) for at in some]
        out.update(some[at] for at in set(range(len(some))) - set(rising(keys)))
    return frozenset(out)
