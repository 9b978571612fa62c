"""Bilingual formats of others through translate-toolkit; imported only when asked for.

It knows PO, TBX of the second edition, Qt .ts and .qph, CSV, TMX, XLIFF and more. Bytes are looked
at before it sees them: XML is bounded, well-formed and declares nothing.
"""

import io
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from translate.storage import factory
from translate.storage.xliff2 import Xliff2File

from toolkit.errors import InputError
from toolkit.exchange.source import check_xml, root_name
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit, State
from toolkit.inline import Segment
from toolkit.text.normalize import strip_controls

MOST_BYTES = 16 << 20  # it holds the whole file several times over


def read_via_translate(data: bytes, path: str) -> ExchangeFile:
    """Return the units of a file of any kind that translate-toolkit tells by its name.

    Words only: what it has of inline codes stands among the words. Of plural forms the first.

    Raises:
        InputError: it does not know the kind, cannot read the file, or finds nothing in it.
    """
    if len(data) > MOST_BYTES:
        raise InputError(f"{path} is larger than {MOST_BYTES >> 20} MiB; split it and try again.")
    check_xml(data, path)
    try:
        store = _store(data, path)
        units = tuple(_units(store))
        source, target = store.getsourcelanguage() or "", store.gettargetlanguage() or ""
    except Exception as error:  # noqa: BLE001 (its readers raise whatever happens to them)
        said = " ".join(strip_controls(str(error)).split())[:120] or type(error).__name__
        raise InputError(
            f"{path} cannot be read by translate-toolkit ({said}). Is its name right for its kind?"
        ) from None
    if not units:
        raise InputError(f"{path}: translate-toolkit finds no segments in it.")
    return ExchangeFile(
        format=f"{type(store).__name__} via translate-toolkit",
        units=units,
        source_lang=_tag(source),
        target_lang=_tag(target),
    )


def _tag(said: object) -> str:
    tag = str(said).replace("_", "-")
    return "" if tag in ("None", "unknown") else tag


def _store(data: bytes, path: str) -> Any:
    if root_name(data) == "xliff" and b"urn:oasis:names:tc:xliff:document:2" in data[:4096]:
        return Xliff2File.parsestring(data)  # type: ignore[no-untyped-call]
    stream = io.BytesIO(data)
    stream.name = PurePath(path).name  # how it tells the kind
    return factory.getobject(stream)


def _units(store: Any) -> Iterator[ExchangeUnit]:
    for number, unit in enumerate(store.units, 1):
        if unit.isheader() or unit.isobsolete() or not str(unit.source or "").strip():
            continue
        target = strip_controls(str(unit.target or ""))
        context = str(unit.getcontext() or "")
        yield ExchangeUnit(
            id=context or str(unit.getid() or number),
            context=strip_controls(context),
            source=Segment(strip_controls(str(unit.source))),
            target=Segment(target) if target.strip() else None,
            state=_state(unit, target),
            notes=tuple(filter(None, (strip_controls(unit.getnotes() or "").strip(),))),
            path=" ".join(map(str, unit.getlocations())),
            line=number,
        )


def _state(unit: Any, target: str) -> State:
    if not target.strip():
        return State.NEW
    if unit.isfuzzy():
        return State.REVIEW
    approved = getattr(unit, "isapproved", None)  # only some kinds of files know it
    return State.REVIEWED if approved is not None and approved() else State.TRANSLATED
