"""Whether references still lead to the same words after a document was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.references.reference import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Strayed:
    """A reference that led to some words before and leads to others, or to nothing, now.

    ``gone`` are the fingerprints that are no longer led to, ``come`` those that are new.
    """

    before: Reference
    after: Reference
    gone: tuple[str, ...]
    come: tuple[str, ...]


def strayed(before: Sequence[Reference], after: Sequence[Reference]) -> Iterator[Strayed]:
    """Compare references one by one, in order; those that lead out are left aside.

    The order of the targets of one reference does not count: a list of numbers is sorted anew.

    Raises:
        ValueError: there are more or fewer references than before.
    """
    ours = [one for one in before if not one.external]
    theirs = [one for one in after if not one.external]
    if len(ours) != len(theirs):
        raise ValueError(f"{len(ours)} references before and {len(theirs)} after")
    for old, new in zip(ours, theirs, strict=True):
        was, now = _prints(old), _prints(new)
        if was != now:
            gone, come = tuple(sorted(was - now)), tuple(sorted(now - was))
            yield Strayed(before=old, after=new, gone=gone, come=come)


def _prints(one: Reference) -> frozenset[str]:
    return frozenset(target.fingerprint or f"no {target.number}" for target in one.targets)
