"""Documents and pairs through the checker."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from toolkit.checks.baseline import Baseline
from toolkit.checks.rule import MemoryInput, PairInput
from toolkit.checks.run import CheckResult, run
from toolkit.diagnostics import Finding
from toolkit.errors import InputError
from toolkit.readers import ReadOptions
from toolkit.workflows.facing import facing_of
from toolkit.workflows.files import Input, read_input
from toolkit.workflows.reading import Loaded, LoadedPair, load, order_pair
from toolkit.workflows.tm_source import Units

READABLE = (".docx", ".md", ".txt")
MEMORY = (".tmx", ".tmx.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """How to check: the languages of pairs (source, target), how to read, which rules to run."""

    languages: tuple[str, str]
    read: ReadOptions = field(default_factory=ReadOptions)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, the pairs among it, and the result; ``memories`` are TMX files."""

    loaded: tuple[Loaded, ...]
    pairs: tuple[LoadedPair, ...]
    result: CheckResult
    memories: tuple[Input, ...] = ()

    @property
    def inputs(self) -> tuple[Input, ...]:
        """All files that were looked at."""
        return (*(one.input for one in self.loaded), *self.memories)


def expand(names: Iterable[str]) -> tuple[str, ...]:
    """Return the files of ``names``; a folder stands for the reports in it, at any depth.

    README files, hidden files and Word's lock files (``~$…``) are left out of folders.

    Raises:
        InputError: a folder holds no report.
    """
    files: list[str] = []
    for name in names:
        if name != "-" and Path(name).is_dir():
            found = sorted(str(path) for path in Path(name).rglob("*") if _is_report(path))
            if not found:
                kinds = ", ".join(READABLE)
                raise InputError(f"{name} holds no report ({kinds}).")
            files.extend(found)
        else:
            files.append(name)
    return tuple(dict.fromkeys(files))


def _is_report(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))
    readme = path.stem.lower() == "readme"
    return path.is_file() and path.suffix.lower() in READABLE and not hidden and not readme


def check_files(
    names: Sequence[str],
    pairs: Sequence[tuple[str, str]],
    options: CheckOptions,
    tick: Callable[[], None] = lambda: None,
) -> Checked:
    """Read and check files and pairs; a file named twice is read and checked once.

    ``names`` are files (see ``expand`` for folders); ``tick`` is called after each file read.

    Raises:
        InputError: a file cannot be read.
        UsageError: a pair is not two language versions, or a rule is unknown.
    """
    memories = [name for name in names if name.lower().endswith(MEMORY)]
    texts = [name for name in names if name not in memories]
    every: dict[str, Loaded] = {}
    for name in (*texts, *(side for pair in pairs for side in pair)):
        if _key(name) not in every:
            every[_key(name)] = load(name, options=options.read)
            tick()
    ordered = tuple(
        order_pair(every[_key(one)], every[_key(other)], *options.languages) for one, other in pairs
    )
    read = [_memory(name, options.languages) for name in memories]
    result = run(
        [one.document for one in every.values()],
        [_faced(pair) for pair in ordered],
        memories=[memory for memory, _ in read],
        select=options.select,
        ignore=options.ignore,
        reader_findings=[
            *(finding for one in every.values() for finding in one.findings),
            *(finding for _, found in read for finding in found),
        ],
    )
    inputs = tuple(read_input(name) for name in memories)
    return Checked(tuple(every.values()), ordered, result, inputs)


def _faced(pair: LoadedPair) -> PairInput:
    source, target = pair.source.document, pair.target.document
    return PairInput(source, target, facing_of(source, target))


def _memory(name: str, languages: tuple[str, str]) -> tuple[MemoryInput, Sequence[Finding]]:
    """Read a TMX file; what reading has to say comes with it."""
    read_input(name)
    units = Units(name, languages)
    return MemoryInput(name, languages, tuple(units)), units.findings


def _key(name: str) -> str:
    return name if name == "-" else str(Path(name).resolve())


def versions_of_one(loaded: Sequence[Loaded]) -> tuple[tuple[str, str], ...]:
    """Return pairs of paths that are two languages of one symbol, in the order given."""
    found = []
    for i, one in enumerate(loaded):
        for other in loaded[i + 1 :]:
            symbols = (one.document.masthead.symbol, other.document.masthead.symbol)
            same = symbols[0] and symbols[0] == symbols[1]
            if same and one.document.language != other.document.language:
                found.append((one.input.path, other.input.path))
    return tuple(found)


def without_known(checked: Checked, baseline: Baseline) -> Checked:
    """Return ``checked`` without the findings that ``baseline`` already knows."""
    kept = baseline.filter(checked.result.findings)
    return replace(checked, result=replace(checked.result, findings=kept))
