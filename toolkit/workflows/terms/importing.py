"""Termbases from anywhere into one file, and what is in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from toolkit.diagnostics import Finding
from toolkit.errors import UsageError
from toolkit.languages.tags import base as language_of
from toolkit.terms import Concept, Status, Termbase
from toolkit.terms.table import write_table
from toolkit.terms.tbx_writing import write_tbx
from toolkit.workflows.documents.files import write_output
from toolkit.workflows.terms.looking import Terms

SEPARATORS: Final = {".csv": ",", ".tsv": "\t"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written: concepts that were there twice are in it once."""

    base: Termbase
    twice: int
    findings: tuple[Finding, ...]


def write_terms(
    terms: Terms, output: Path, *, edition: int = 2, usable: bool = False, force: bool = False
) -> Imported:
    """Write termbases as one file: TBX, or a table, as the name of the output ends.

    ``usable`` leaves out the forms that are given up, and concepts that have no other.

    Raises:
        UsageError: the name ends in neither, or there is nothing to write.
        WriteRefusedError: the output exists, or is one of the inputs.
    """
    kept = _once(terms.base.concepts)
    twice = len(terms.base.concepts) - len(kept)
    if usable:
        kept = tuple(one for one in map(_usable, kept) if one)
    base = replace(terms.base, concepts=kept)
    ending = output.suffix.lower()
    if ending == ".tbx":
        data, said = write_tbx(base, edition=edition)
    elif ending in SEPARATORS:
        data, said = write_table(base, separator=SEPARATORS[ending])
    else:
        raise UsageError(f"{output} must end in .tbx, .csv or .tsv, which says what is written.")
    write_output(output, data, force=force, inputs=[one.path for one in terms.inputs])
    told = tuple(replace(one, file=str(output)) for one in said)
    return Imported(base, twice, (*terms.findings, *told))


def counts(base: Termbase) -> dict[str, Any]:
    """Return what is in a termbase, as the JSON of ``term import`` says it."""
    terms = [
        (language_of(section.lang), term)
        for concept in base.concepts
        for section in concept.sections
        for term in section.terms
    ]
    statuses = Counter(str(term.status or "unmarked") for _, term in terms)
    return {
        "concepts": len(base.concepts),
        "terms": len(terms),
        "languages": dict(sorted(Counter(lang for lang, _ in terms).items())),
        "statuses": {
            name: statuses[name] for name in ("preferred", "admitted", "deprecated", "unmarked")
        },
        "bodies": sorted({body for _, term in terms for body in term.bodies}),
    }


def _usable(concept: Concept) -> Concept | None:
    sections = (
        replace(
            section,
            terms=tuple(one for one in section.terms if one.status is not Status.DEPRECATED),
        )
        for section in concept.sections
    )
    kept = tuple(section for section in sections if section.terms)
    return replace(concept, sections=kept) if kept else None


def _once(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Return concepts without those that say the very same as one before."""
    seen: dict[Concept, Concept] = {}
    for one in concepts:
        seen.setdefault(replace(one, id=""), one)
    return tuple(seen.values())
