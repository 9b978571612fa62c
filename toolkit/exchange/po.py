"""Any PO file read through polib; entries of desks written here with their ids and codes."""

import re
from collections.abc import Callable, Iterator, Sequence

import polib

from toolkit.errors import InputError
from toolkit.exchange.po_text import decoded, places_of, prepared, with_translations
from toolkit.exchange.po_unfit import Unfit, unfit
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit, Match, State
from toolkit.inline import Segment, read_marks

_LINE = re.compile(r"\(line (\d+)\)")
NAME = "X-Undraft-"
"""What the fields of the header begin with that only we write."""


def read_po(data: bytes, path: str) -> ExchangeFile:
    """Return the entries of a PO file; obsolete ones are left out.

    A message with plural forms is a unit for each form. Messages that gettext would not take are
    left out, and told in the findings.

    Raises:
        InputError: it is no PO, has a damaged line, or is not in the encoding it names.
    """
    text = decoded(data, path)[0]
    file = _parsed(text, path)
    said = file.metadata
    ours = said.get(f"{NAME}Digest", "")
    left = _left_out(text, file, path)
    return ExchangeFile(
        format="po",
        units=tuple(unit for _, unit in _all_units(file, left, ours)),
        source_lang=said.get("X-Source-Language", ""),
        target_lang=said.get("Language", "").replace("_", "-"),
        original=said.get(f"{NAME}Original", ""),
        sha256=ours,
        symbol=said.get(f"{NAME}Symbol", ""),
        findings=left.findings,
    )


def rewritten_po(data: bytes, path: str, new: Callable[[ExchangeUnit], str | None]) -> bytes:
    """Return the file with other translations, every other line as it is.

    ``new`` gives None to leave one; plural forms are units of their own.

    Raises:
        InputError: as ``read_po``.
    """
    text, encoding = decoded(data, path)
    file = _parsed(text, path)
    ours = file.metadata.get(f"{NAME}Digest", "")
    said: dict[tuple[int, str], str] = {}
    for place, unit in _all_units(file, _left_out(text, file, path), ours):
        words = new(unit)
        if words is not None:
            said[place] = words
    return with_translations(text, said).encode(encoding)


def _messages(file: polib.POFile) -> list[polib.POEntry]:
    return [entry for entry in file if not entry.obsolete]


def _left_out(text: str, file: polib.POFile, path: str) -> Unfit:
    formula = file.metadata.get("Plural-Forms", "")
    return unfit(_messages(file), places_of(text), formula, path)


def _all_units(
    file: polib.POFile, left: Unfit, ours: str
) -> Iterator[tuple[tuple[int, str], ExchangeUnit]]:
    """Yield units with the number of their message and their plural form."""
    for number, entry in enumerate(_messages(file)):
        for form, unit in zip(_forms(entry), _units(entry, ours), strict=True):
            if not left.has(number, form):
                yield (number, form), unit


def _parsed(text: str, path: str) -> polib.POFile:
    try:
        return polib.pofile(prepared(text), wrapwidth=0)
    except (OSError, ValueError, IndexError, AttributeError) as error:
        line = _LINE.search(str(error))
        where = f"{path}, line {line[1]}" if line else path
        raise InputError(
            f"{where}: no PO that can be read; msgctxt, msgid, msgid_plural and msgstr make a "
            "message, in this order, each once, and something else was found."
        ) from None


def _forms(entry: polib.POEntry) -> Sequence[str]:
    """Return the names of the plural forms of an entry, "" for one without."""
    if not entry.msgid_plural:
        return ("",)
    return [str(form) for form, _ in sorted(entry.msgstr_plural.items())]


def _units(entry: polib.POEntry, ours: str) -> Iterator[ExchangeUnit]:
    if not entry.msgid_plural:
        yield _unit(entry, entry.msgid, entry.msgstr, "", ours)
        return
    several = len(entry.msgstr_plural) > 1
    for form, text in sorted(entry.msgstr_plural.items()):
        source = entry.msgid if several and not int(form) else entry.msgid_plural
        yield _unit(entry, source, text, f"[{form}]", ours)


def _unit(entry: polib.POEntry, source: str, target: str, form: str, ours: str) -> ExchangeUnit:
    context = entry.msgctxt or ""
    path, _, name = context.rpartition("/") if ours else ("", "", context)
    fuzzy = "fuzzy" in entry.flags
    state = State.NEW if not target else State.REVIEW if fuzzy else State.TRANSLATED
    notes = (entry.comment, entry.tcomment)
    return ExchangeUnit(
        id=(name if ours else name or entry.msgid) + form,
        source=_read(source, ours),
        target=_read(target, ours) if target else None,
        state=state,
        notes=tuple(note for note in notes if note),
        context="" if ours else context,
        path=path or " ".join(f"{file}:{line}" for file, line in entry.occurrences),
        matches=_previous(entry),
        line=entry.linenum,
    )


def _previous(entry: polib.POEntry) -> tuple[Match, ...]:
    if not entry.previous_msgid or not entry.msgstr:
        return ()
    return (Match(source=Segment(entry.previous_msgid), target=Segment(entry.msgstr)),)


def _read(text: str, ours: str) -> Segment:
    return read_marks(text) if ours else Segment(text)
