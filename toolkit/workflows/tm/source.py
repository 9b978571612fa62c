"""Units as a stream, from whatever a memory is kept in, and where changed ones are written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.diagnostics import Finding
from toolkit.errors import InputError, MemoryStoreError, UsageError, WriteRefusedError
from toolkit.memory.memory import Change
from toolkit.memory.store import open_change, open_memory
from toolkit.model.unit import TranslationUnit
from toolkit.text.address import shown
from toolkit.tmx.form import TmxHeader
from toolkit.tmx.read import TmxReading
from toolkit.tmx.write import stream_tmx
from toolkit.workflows.documents.files import write_pieces
from toolkit.workflows.tm.exchanged import ExchangedUnits, is_exchange

SUFFIXES = (".tmx", ".tmx.gz")
STORE = ".undraft"

Langs = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where a changed memory goes: a new file, the memory itself, or nowhere.

    ``dry_run`` only looks; ``output`` is a new memory; otherwise the memory itself is changed,
    which a TMX file is only when ``in_place`` says so.
    """

    output: str | None = None
    in_place: bool = False
    force: bool = False
    dry_run: bool = False


class Units:
    """The units of a memory in two languages, read once, in stored order.

    Attributes:
        header: that of the last TMX file, None for other memories.
        findings: what reading had to say, complete at the end.
    """

    def __init__(
        self,
        name: str,
        langs: Langs,
        tick: Callable[[int], None] | None = None,
        via: str | None = None,
    ) -> None:
        """Name the memory, or a file of an exchange format; nothing is opened yet.

        ``via`` "translate" has it read by translate-toolkit.
        """
        self.header: TmxHeader | None = None
        self.findings: list[Finding] = []
        self._name = name
        self._langs = langs
        self._tick = tick or (lambda _: None)
        self._via = via

    def __iter__(self) -> Iterator[TranslationUnit]:
        """Yield the units; a TMX file is read as a stream, without an index.

        Raises:
            MemoryStoreError: missing, damaged or out of reach.
            InputError: a file of an exchange format that cannot be read.
        """
        if is_exchange(self._name, self._via):
            exchanged = ExchangedUnits(self._name, self._langs, self._via)
            yield from exchanged
            self.findings.extend(exchanged.findings)
            return
        if not is_tmx(self._name):
            with open_memory(
                self._name, source_lang=self._langs[0], target_lang=self._langs[1]
            ) as m:
                self.findings.extend(m.findings)
                yield from m.units()
            return
        for path in _files(Path(self._name)):
            reading = TmxReading(path)
            yield from reading.units(*self._langs, self._tick)
            self.header = reading.header
            self.findings.extend(reading.findings)


def is_tmx(name: str) -> bool:
    """Return whether a memory is a TMX file or a folder of them."""
    return "://" not in name and (name.lower().endswith(SUFFIXES) or Path(name).is_dir())


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(p for p in path.iterdir() if p.name.lower().endswith(SUFFIXES))
    check_there(str(path))
    return [path]


def check_there(name: str) -> None:
    """Refuse a memory that is not there, which a change would make.

    Raises:
        MemoryStoreError: there is no such file.
    """
    if "://" not in name and not Path(name).exists():
        raise MemoryStoreError(f"There is no translation memory {name}; check the name.")


def check_readable(name: str, via: str | None = None) -> None:
    """Refuse a file whose units cannot be taken into a memory; its name tells.

    Raises:
        InputError: it is not there, or of no kind that has units.
    """
    path = Path(name)
    if "://" in name:
        return
    if not path.exists():
        raise InputError(f"{name} was not found. Check the name and the folder.")
    known = is_tmx(name) or is_exchange(name, via) or name.lower().endswith(STORE)
    if not known and "." in path.name:
        raise InputError(
            f"{name} is of no kind that is imported. Give TMX, XLIFF, PO, a table (TSV, CSV, "
            "XLSX), a folder of TMX files or an .undraft store; what translate-toolkit knows is "
            "read with --via translate."
        )


def check_destination(name: str, to: Destination) -> None:
    """Refuse what would write over an input, or over a file that is there.

    Raises:
        UsageError: ``in_place`` together with an output.
        WriteRefusedError: a TMX file would be changed and nobody said so.
    """
    if to.output is not None and to.in_place:
        raise UsageError("Give either -o OUT or --in-place, not both.")
    new = to.output is None or is_tmx(to.output) or to.force
    if not new and to.output and ("://" in to.output or Path(to.output).exists()):
        raise WriteRefusedError(f"{shown(to.output)} exists already. Use --force to add to it.")
    if to.output is None and not to.dry_run and is_tmx(name):
        if Path(name).is_dir():
            raise UsageError(f"{name} is a folder of memories; write the result with -o OUT.tmx.")
        if Path(name).exists() and not (to.in_place or to.force):
            raise WriteRefusedError(
                f"{name} is a file and is not written over. Use --in-place to change it,"
                " -o OUT.tmx to write another, or --dry-run to see what would happen."
            )


def write_units(
    units: Iterable[TranslationUnit],
    langs: Langs,
    to: Destination,
    *,
    inputs: Iterable[str] = (),
    header: Callable[[], TmxHeader | None] = lambda: None,
    level: int = 2,
) -> None:
    """Write units to the output: a new TMX, or a store, which is made or added to.

    ``header`` is asked for when all units were taken.

    Raises:
        WriteRefusedError: it exists, or is an input.
    """
    if to.output is None:
        return
    name = to.output
    if is_tmx(name):
        pieces = tmx_pieces(units, langs, header=header, level=level)
        write_pieces(Path(name), pieces, force=to.force, inputs=inputs)
        return
    with open_change(name, source_lang=langs[0], target_lang=langs[1]) as change:
        change.put_all(units)


def tmx_pieces(
    units: Iterable[TranslationUnit],
    langs: Langs,
    *,
    header: Callable[[], TmxHeader | None] = lambda: None,
    level: int = 2,
) -> Iterator[bytes]:
    """Yield a canonical TMX; all units are taken before the first piece."""
    ready = list(units)
    yield from stream_tmx(
        ready, source_lang=langs[0], target_lang=langs[1], level=level, header=header()
    )


def changing(name: str, langs: Langs) -> Change:
    """Open a memory to be changed."""
    return open_change(name, source_lang=langs[0], target_lang=langs[1])
