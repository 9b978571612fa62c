"""Glossaries of other tools, through translate-toolkit: PO, UTX, Qt phrase books, and others."""

import io
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, Final

from translate.storage import factory

from toolkit.diagnostics import Finding
from toolkit.errors import InputError
from toolkit.terms.telling import Telling
from toolkit.terms.termbase import Concept, Node, Section, Term, Termbase, term_of
from toolkit.text.normalize import strip_controls

LARGEST: Final = 16 << 20  # bytes: these readers hold the whole file several times over
LONGEST: Final = 1_000  # characters of a term


def read_foreign(
    data: bytes, file: str, languages: tuple[str, str]
) -> tuple[Termbase, tuple[Finding, ...]]:
    """Return the termbase in a file of some other kind, and what reading had to say.

    ``languages`` are those of source and target. The kind is seen from the name of the file.

    Raises:
        InputError: translate-toolkit does not know the kind, or cannot read the file.
    """
    if len(data) > LARGEST:
        raise InputError(f"{file} is larger than {LARGEST >> 20} MB; give it in parts.")
    if b"<!ENTITY" in data[: 1 << 16]:
        raise InputError(f"{file} declares entities of its own, which no glossary does.")
    telling = Telling(file)
    try:
        concepts = tuple(_concepts(_store(data, file), languages, telling))
    except InputError:
        raise
    except Exception as error:
        raise InputError(
            f"{file} could not be read by translate-toolkit ({_plainly(error)}). "
            "Is its name right for its kind?"
        ) from error
    if not concepts:
        raise InputError(f"{file}: translate-toolkit found no terms in it.")
    return Termbase(concepts=concepts), telling.all()


def _store(data: bytes, file: str) -> Any:
    stream = io.BytesIO(data)
    stream.name = PurePath(file).name  # how the kind is chosen
    return factory.getobject(stream)


def _concepts(store: Any, languages: tuple[str, str], telling: Telling) -> Iterator[Concept]:
    count = 0
    for number, unit in enumerate(store.units, start=1):
        if unit.isheader() or unit.isobsolete():
            continue
        sides = [strip_controls(str(side or "")).strip() for side in (unit.source, unit.target)]
        if not sides[0] or max(map(len, sides)) > LONGEST:
            reason = "it is too long for one" if sides[0] else "it has no words"
            telling.add("TRM201", f"unit {number}", reason=reason)
            continue
        count += 1
        sections = tuple(
            Section(lang, _forms(side)) for lang, side in zip(languages, sides, strict=True) if side
        )
        yield Concept(f"c{count}", sections, _notes(unit))


def _forms(side: str) -> tuple[Term, ...]:
    return (term_of(" ".join(side.split())),)


def _notes(unit: Any) -> tuple[Node, ...]:
    said = strip_controls(unit.getnotes() or "").strip()
    return (Node("note", said),) if said else ()


def _plainly(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:120]
