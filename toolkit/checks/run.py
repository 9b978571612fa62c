"""Run rules over documents and pairs of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from toolkit.checks.registry import chosen
from toolkit.checks.rule import (
    Case,
    MemoryInput,
    PairInput,
    Rule,
    Scope,
    SetInput,
    TemplateInput,
    TermsInput,
)
from toolkit.diagnostics import Finding, Severity
from toolkit.model import Document

FAILED_CODE = "RDR900"
FAILED_TEMPLATE = (
    "The rule {rule} could not be carried out on this document ({reason}); "
    "the other rules were. Please report it."
)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What checking found.

    ``findings`` are ordered by file (as given), place in the document and code. ``checked`` maps
    the code of every rule that was chosen to the number of cases it looked at, 0 included.
    """

    findings: tuple[Finding, ...]
    checked: Mapping[str, int]


def run(  # noqa: PLR0913  # one call is the whole interface; all but one have defaults
    documents: Sequence[Document],
    pairs: Sequence[PairInput] = (),
    *,
    sets: Sequence[SetInput] = (),
    memories: Sequence[MemoryInput] = (),
    terms: Sequence[TermsInput] = (),
    templates: Sequence[TemplateInput] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    house: Mapping[str, str] = MappingProxyType({}),
    reader_findings: Sequence[Finding] = (),
) -> CheckResult:
    """Check documents, pairs, sets, memories and templates; documents once on their own.

    ``terms`` are documents with the terms in them; they are looked at by the rules on terms alone.
    ``house`` gives the choices of settings that rules obey, by the names of those settings.
    ``reader_findings`` are merged in as they are, and are left out only when ``ignore`` or a
    non-empty ``select`` says so by the beginning of their code.

    Raises:
        UsageError: ``select`` or ``ignore`` names no rule.
    """
    families = ("RDR",)
    wanted = [word for word in select if not word.upper().startswith(families)]
    unwanted = [word for word in ignore if not word.upper().startswith(families)]
    picked = [
        replace(one, choice=house.get(one.house, "")) if one.house else one
        for one in (chosen(wanted, unwanted) if wanted or not select else ())
    ]
    whole = _each_once(documents, pairs)
    findings = [one for one in reader_findings if _kept(one, select, ignore)]
    checked: Counter[str] = Counter({one.code: 0 for one in picked})
    for rule, subject in _subjects(picked, whole, pairs, [*sets, *memories, *terms, *templates]):
        for case in _cases(rule, subject):
            checked[rule.code] += 1
            if case.finding:
                findings.append(case.finding)
    told = _each_told_once(findings, picked)
    return CheckResult(_in_order(told, whole), dict(checked))


def _each_once(documents: Sequence[Document], pairs: Sequence[PairInput]) -> tuple[Document, ...]:
    both = [side for pair in pairs for side in (pair.source, pair.target)]
    seen: dict[object, Document] = {}
    for one in (*documents, *both):
        seen.setdefault(one.origin.path or id(one), one)
    return tuple(seen.values())


def _kept(finding: Finding, select: Sequence[str], ignore: Sequence[str]) -> bool:
    def named(words: Sequence[str]) -> bool:
        return any(
            finding.code.startswith(word.strip().upper()) or finding.name == word for word in words
        )

    return (not select or named(select)) and not named(ignore)


Other = SetInput | MemoryInput | TermsInput | TemplateInput
Subject = Document | PairInput | Other


def _subjects(
    picked: Sequence[Rule],
    documents: Sequence[Document],
    pairs: Sequence[PairInput],
    others: Sequence[Other],
) -> Iterator[tuple[Rule, Subject]]:
    by_scope: Mapping[Scope, Sequence[Subject]] = {
        Scope.DOCUMENT: documents,
        Scope.PAIR: pairs,
        Scope.SET: [one for one in others if isinstance(one, SetInput)],
        Scope.MEMORY: [one for one in others if isinstance(one, MemoryInput)],
        Scope.TERMS: [one for one in others if isinstance(one, TermsInput)],
        Scope.TEMPLATE: [one for one in others if isinstance(one, TemplateInput)],
    }
    for rule in picked:
        for subject in by_scope[rule.scope]:
            if _is_for(rule, subject):
                yield rule, subject


def _is_for(rule: Rule, subject: Subject) -> bool:
    """Return whether a rule applies to papers of this kind."""
    if isinstance(subject, MemoryInput | SetInput | TemplateInput) or not rule.profiles:
        return True
    if isinstance(subject, TermsInput):
        return subject.document.profile in rule.profiles
    first = subject.source if isinstance(subject, PairInput) else subject
    return first.profile in rule.profiles


def _cases(rule: Rule, subject: Subject) -> Iterator[Case]:
    try:
        yield from rule.check(rule, subject)  # type: ignore[arg-type]
    except Exception as error:  # noqa: BLE001 - one rule must not take the others with it
        yield Case(_failed(rule, subject, error))


def _failed(rule: Rule, subject: Subject, error: Exception) -> Finding:
    return Finding(
        code=FAILED_CODE,
        name="rule-failed",
        severity=Severity.WARNING,
        template=FAILED_TEMPLATE,
        values={"rule": rule.code, "reason": f"{type(error).__name__}: {error}"},
        file=_file(subject),
    )


def _each_told_once(findings: Sequence[Finding], picked: Sequence[Rule]) -> list[Finding]:
    """Leave out what a rule finds again that another stands ``instead_of``, at the same words."""
    stands_for = {rule.code: rule.instead_of for rule in picked if rule.instead_of}
    told = {(stands_for[one.code], *_words(one)) for one in findings if one.code in stands_for}
    return [one for one in findings if (one.code, *_words(one)) not in told]


def _words(one: Finding) -> tuple[str, str, str, int | None]:
    """Return where the words of a finding begin."""
    return one.file, one.path, one.place, one.start


def _file(subject: Subject) -> str:
    if isinstance(subject, MemoryInput):
        return subject.file
    if isinstance(subject, TemplateInput):
        return subject.folder
    if isinstance(subject, SetInput):
        return subject.documents[0].origin.path
    if isinstance(subject, TermsInput):
        return subject.document.origin.path
    return (subject.target if isinstance(subject, PairInput) else subject).origin.path


def _in_order(findings: Sequence[Finding], documents: Sequence[Document]) -> tuple[Finding, ...]:
    files = {one.origin.path: index for index, one in reversed(list(enumerate(documents)))}
    places: dict[tuple[str, str, str], int] = {}
    for document in documents:
        for index, block in enumerate(document.blocks, 1):
            places.setdefault((document.origin.path, block.path, block.place), index)

    def key(one: Finding) -> tuple[int, str, int, int, str]:
        place = places.get((one.file, one.path, one.place), 0)
        return files.get(one.file, len(files)), one.file, place, one.start or 0, one.code

    return tuple(sorted(findings, key=key))
