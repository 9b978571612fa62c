"""Documents and pairs through the checker."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from toolkit.checks.baseline import Baseline
from toolkit.checks.policy import Policy, judged
from toolkit.checks.registry import chosen
from toolkit.checks.rule import MemoryInput, PairInput, Scope, TermsInput
from toolkit.checks.run import CheckResult, run
from toolkit.checks.sets import reports, versions
from toolkit.diagnostics import Finding, Severity
from toolkit.errors import InputError
from toolkit.model import Document
from toolkit.readers import ReadOptions
from toolkit.workflows.alignment.facing import facing_of
from toolkit.workflows.checking.accepting import resolved_in
from toolkit.workflows.checking.checking_templates import (
    files_of,
    is_template,
    template_input,
    templates_in,
)
from toolkit.workflows.documents.files import Input, read_input
from toolkit.workflows.documents.reading import Loaded, LoadedPair, load, order_pair
from toolkit.workflows.terms.looking import Terms, terms_of, terms_of_pair
from toolkit.workflows.tm.source import Units

READABLE = (".docx", ".md", ".txt")
UNREADABLE = "The file could not be read and was not checked. {reason}"
MEMORY = (".tmx", ".tmx.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """How to check: the languages of pairs (source, target), how to read, which rules to run.

    ``reader`` names the reader of every file ("text" …), None: by content. ``house`` are the
    project's choices by setting, ``policy`` what it decided about findings, ``terms`` what it calls
    things, None for no termbase.
    """

    languages: tuple[str, str]
    read: ReadOptions = field(default_factory=ReadOptions)
    reader: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    house: Mapping[str, str] = field(default_factory=dict)
    policy: Policy = field(default_factory=Policy)
    terms: Terms | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, the pairs among it, and the result.

    ``memories`` are the TMX files, termbases and files of templates that were looked at.
    """

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

    A folder that is a template stands for itself, and so does each one in another folder.
    README files, hidden files and Word's lock files (``~$…``) are left out of folders.

    Raises:
        InputError: a folder holds no report.
    """
    files: list[str] = []
    for name in names:
        if name != "-" and Path(name).is_dir():
            templates = templates_in(Path(name))
            inside = [path for path in Path(name).rglob("*") if _is_report(path)]
            reports = [path for path in inside if not set(path.parents) & set(templates)]
            if not reports and not templates:
                kinds = ", ".join(READABLE)
                raise InputError(f"{name} holds no report ({kinds}) and no template.")
            files.extend(sorted(map(str, (*reports, *templates))))
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
    *,
    gathered: Collection[str] = (),
) -> Checked:
    """Read and check files and pairs; a file named twice is read and checked once.

    Args:
        names: files (see ``expand`` for folders).
        pairs: two language versions each.
        options: how to check.
        tick: called after each file read.
        gathered: those of ``names`` that were found in folders. One that cannot be read is a
            finding; parts of one report among them are checked together, its versions as pairs.

    Raises:
        InputError: a file that was named cannot be read.
        UsageError: a pair is not two language versions, or a rule is unknown.
    """
    memories = [name for name in names if name.lower().endswith(MEMORY)]
    templates = [name for name in names if name != "-" and is_template(Path(name))]
    texts = [name for name in names if name not in (*memories, *templates)]
    every: dict[str, Loaded] = {}
    unread: list[Finding] = []
    for name in (*texts, *(side for pair in pairs for side in pair)):
        if _key(name) not in every:
            try:
                every[_key(name)] = load(name, name=options.reader, options=options.read)
            except InputError as error:
                if name not in gathered:
                    raise
                unread.append(_unreadable(name, error))
            tick()
    asked = [(every[_key(one)], every[_key(other)]) for one, other in pairs]
    given = _Given(
        loaded=tuple(every.values()),
        together=tuple(every[_key(name)] for name in gathered if _key(name) in every),
        asked=tuple(order_pair(*pair, *options.languages) for pair in asked),
        memories=tuple(memories),
        templates=tuple(templates),
    )
    checked = given.check(options)
    findings = (*unread, *checked.result.findings)
    return replace(checked, result=replace(checked.result, findings=findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What was read; ``together`` are the files of folders."""

    loaded: tuple[Loaded, ...]
    together: tuple[Loaded, ...]
    asked: tuple[LoadedPair, ...]
    memories: tuple[str, ...]
    templates: tuple[str, ...] = ()

    def check(self, options: CheckOptions) -> Checked:
        pairs = self.pairs(options.languages)
        faced = _faced if _compares(options) else _side_by_side
        read = [_memory(name, options.languages) for name in self.memories]
        both = [faced(pair) for pair in pairs]
        documents = [one.document for one in self.loaded]
        terms = options.terms
        result = run(
            documents,
            both,
            sets=reports([one.document for one in self.together]),
            memories=[memory for memory, _ in read],
            terms=_terms(documents, both, terms) if terms else (),
            templates=[template_input(folder) for folder in self.templates],
            select=options.select,
            ignore=options.ignore,
            house=options.house,
            reader_findings=[
                *(finding for one in self.loaded for finding in one.findings),
                *(finding for _, found in read for finding in found),
                *(terms.findings if terms else ()),
            ],
        )
        inputs = tuple(read_input(name) for name in self.memories)
        inputs += tuple(one for folder in self.templates for one in files_of(folder))
        inputs += terms.inputs if terms else ()
        checked = Checked(self.loaded, pairs, result, inputs)
        return replace(checked, result=_judged(checked, options.policy))

    def pairs(self, languages: tuple[str, str]) -> tuple[LoadedPair, ...]:
        """Return the pairs asked for and those among the files of folders, each once."""
        by_id = {id(one.document): one for one in self.together}
        found = versions([one.document for one in self.together], languages)
        own = [LoadedPair(by_id[id(one)], by_id[id(other)]) for one, other in found]
        each = {(id(one.source), id(one.target)): one for one in (*self.asked, *own)}
        return tuple(each.values())


def _terms(
    documents: Sequence[Document], pairs: Sequence[PairInput], terms: Terms
) -> tuple[TermsInput, ...]:
    """Return what the rules on terms look at: each document, and each translation again."""
    return (
        *(terms_of(one, terms.base) for one in documents),
        *(terms_of_pair(pair, terms.base) for pair in pairs),
    )


def _judged(checked: Checked, policy: Policy) -> CheckResult:
    inputs = [one.input for one in checked.loaded]
    told = judged(
        checked.result.findings,
        policy,
        [mark for one in inputs for mark in resolved_in(one.data, one.path)],
        checked=checked.result.checked,
        files=[one.path for one in checked.inputs],
    )
    return replace(checked.result, findings=told)


def _unreadable(name: str, error: InputError) -> Finding:
    return Finding(
        code="RDR904",
        name="unreadable-file",
        severity=Severity.ERROR,
        template=UNREADABLE,
        values={"reason": str(error)},
        file=name,
    )


def _faced(pair: LoadedPair) -> PairInput:
    source, target = pair.source.document, pair.target.document
    return PairInput(source, target, facing_of(source, target))


def _side_by_side(pair: LoadedPair) -> PairInput:
    return PairInput(pair.source.document, pair.target.document)


def _compares(options: CheckOptions) -> bool:
    """Return whether any rule that is to be run looks at pairs: aligning them takes its time."""
    wanted = [one for one in options.select if not one.upper().startswith("RDR")]
    picked = chosen(wanted) if wanted or not options.select else ()
    return any(one.scope in (Scope.PAIR, Scope.TERMS) for one in picked)


def _memory(name: str, languages: tuple[str, str]) -> tuple[MemoryInput, Sequence[Finding]]:
    """Read a TMX file; what reading has to say comes with it."""
    read_input(name)
    units = Units(name, languages)
    return MemoryInput(name, languages, tuple(units)), units.findings


def _key(name: str) -> str:
    return name if name == "-" else str(Path(name).resolve())


def versions_of_one(
    loaded: Sequence[Loaded], languages: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the paths of pairs that are two languages of one symbol, source first."""
    for source, target in versions([one.document for one in loaded], languages):
        yield source.origin.path, target.origin.path


def without_known(checked: Checked, baseline: Baseline) -> Checked:
    """Return ``checked`` without the findings that ``baseline`` already knows."""
    kept = baseline.filter(checked.result.findings)
    return replace(checked, result=replace(checked.result, findings=kept))
