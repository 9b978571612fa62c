"""What holds of every renumbering, whatever the report and the operations."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.ooxml.canon import canonical, other_parts
from tests.renumber.reports import Report, reports
from tests.renumber.sequences import counted
from toolkit.model import Document
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.package import open_package
from toolkit.ooxml.revisions import accept_all, reject_all
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.references import find_references, strayed
from toolkit.renumber import (
    Counted,
    Moving,
    OnDropped,
    Operations,
    inverse,
    series_of,
)
from toolkit.workflows.renumbering.renumbering import Renumbered, Wishes, renumber
from toolkit.writers import docx

FORMS = ("markdown", "typed", "live", "fields")
QUICK = (Phase.explicit, Phase.generate)  # whole files are made: shrinking would take minutes
SOME = settings(max_examples=6, phases=QUICK)
FEW = settings(max_examples=3, phases=QUICK)


@dataclass(frozen=True)
class Case:
    """A report, and operations that fit it."""

    report: Report
    operations: Operations


@st.composite
def cases(draw: st.DrawFn, *, lossless: bool = False, single: bool = False) -> Case:
    """Return a report with operations; ``lossless`` ones can be undone by numbers."""
    report = draw(reports(single=single))
    kind = draw(st.sampled_from(Counted))
    count = len(report.recs if kind is Counted.RECOMMENDATION else report.paras)
    numbers = draw(st.permutations(range(1, count + 1)))
    asked = Operations(kind=kind)
    if draw(st.booleans()):
        moves = [Moving(numbers[0], draw(st.sampled_from([0, numbers[1]])))]
        if draw(st.booleans()):
            moves.append(Moving(numbers[1], numbers[2], ahead=draw(st.booleans())))
        asked = replace(asked, move=tuple(moves))
    if draw(st.booleans()):
        asked = replace(asked, insert=(draw(st.sampled_from([0, *numbers])),))
    if lossless:
        return Case(report, asked)
    if draw(st.booleans()):
        asked = replace(asked, drop=(numbers[-1],))
    elif draw(st.booleans()):
        asked = replace(asked, merge=(tuple(sorted(numbers[-2:])),))
    if draw(st.booleans()):
        free = [one for one in numbers if one not in (*asked.drop, *sum(asked.merge, ()))]
        asked = replace(asked, split=(free[0],))
    return Case(report, asked)


def written(report: Report, form: str, folder: Path) -> list[str]:
    """Write both versions in a form and return their paths."""
    paths = []
    for language in ("en", "zh"):
        text = report.markdown(language)
        path = folder / f"report.{language}.{'md' if form == 'markdown' else 'docx'}"
        data = text.encode()
        if form != "markdown":
            document = read(data, "report.md", language)
            data = docx.write(document, numbers="live" if form == "live" else "typed")
            data = counted(data) if form == "fields" else data
        path.write_bytes(data)
        paths.append(str(path))
    return paths


def read(data: bytes, path: str, language: str) -> Document:
    return read_bytes(data, path, options=ReadOptions(language=language)).document


def run(paths: list[str], asked: Operations, **wishes: object) -> Renumbered:
    chosen = Wishes(**{"on_dropped": OnDropped.MARK, **wishes})  # type: ignore[arg-type]
    return renumber(paths, asked, chosen)


def again(outcome: Renumbered, folder: Path) -> list[str]:
    """Write what came of a run into another folder and return the paths."""
    folder.mkdir(exist_ok=True)
    paths = []
    for one in outcome.versions:
        path = folder / Path(one.input.path).name
        path.write_bytes(one.data or b"")
        paths.append(str(path))
    return paths


def documents(outcome: Renumbered) -> list[Document]:
    return [
        read(one.data or b"", one.input.path, one.document.language) for one in outcome.versions
    ]


def shown(document: Document) -> list[tuple[str, str | None, str]]:
    return [(one.path, one.label, one.text) for one in document.blocks]


@pytest.mark.parametrize("form", FORMS)
@FEW
@given(report=reports(), kind=st.sampled_from(Counted))
def test_nothing_to_do_changes_not_one_byte(form: str, report: Report, kind: Counted) -> None:
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(written(report, form, Path(folder)), Operations(kind=kind))
    assert [one.data for one in outcome.versions] == [one.input.data for one in outcome.versions]
    assert not outcome.plan.changes


@pytest.mark.parametrize("form", FORMS)
@SOME
@given(case=cases())
def test_twice_is_once(form: str, case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder:
        once = run(written(case.report, form, Path(folder)), case.operations)
        paths = again(once, Path(folder) / "again")
        twice = run(paths, Operations(kind=case.operations.kind))
    assert [one.data for one in twice.versions] == [one.data for one in once.versions]


@pytest.mark.parametrize("form", FORMS)
@SOME
@given(case=cases(lossless=True, single=True))
def test_the_inverse_plan_restores(form: str, case: Case) -> None:
    """A list whose range was broken up is not put together again, so there are none here."""
    with tempfile.TemporaryDirectory() as folder:
        paths = written(case.report, form, Path(folder))
        once = run(paths, case.operations)
        series = series_of(once.versions[0].document, case.operations.kind)
        back = run(again(once, Path(folder) / "again"), inverse(once.plan, series))
    for first, last in zip(once.versions, back.versions, strict=True):
        if form == "markdown":
            assert (last.data or b"").decode() == first.input.data.decode()
        old = read(first.input.data, first.input.path, first.document.language)
        assert shown(read(last.data or b"", first.input.path, old.language)) == shown(old)


@pytest.mark.parametrize("form", FORMS)
@SOME
@given(case=cases(lossless=True))
def test_every_reference_leads_to_the_same_words(form: str, case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(written(case.report, form, Path(folder)), case.operations)
    for version, after in zip(outcome.versions, documents(outcome), strict=True):
        old, new = find_references(version.document), find_references(after)
        # What moved stands elsewhere, so references are paired by the words they stand in.
        assert sorted(map(_led, old)) == sorted(map(_led, new))


def _led(reference: object) -> tuple[str, ...]:
    targets = getattr(reference, "targets", ())
    return tuple(sorted(target.fingerprint or "nothing" for target in targets))


@pytest.mark.parametrize("form", FORMS)
@SOME
@given(case=cases())
def test_both_languages_end_with_the_numbers_of_the_plan(form: str, case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(written(case.report, form, Path(folder)), case.operations)
    kind = case.operations.kind
    english, chinese = (series_of(one, kind) for one in documents(outcome))
    numbers = [[item.number for item in one.items] for one in english]
    assert numbers == [[item.number for item in one.items] for one in chinese]
    assert numbers == [list(one) for one in outcome.versions[0].rewriting.wanted]
    paths = [[item.path for item in one.items] for one in english]
    assert paths == [[item.path for item in one.items] for one in chinese]


@pytest.mark.parametrize("moves", [False, True], ids=["as edits", "as moves"])
@pytest.mark.parametrize("form", FORMS[1:])
@SOME
@given(case=cases())
def test_rejecting_restores_and_accepting_is_the_untracked_result(
    form: str, moves: bool, case: Case
) -> None:
    tracking = Tracking("Undraft", "2026-03-01T00:00:00Z", moves)
    with tempfile.TemporaryDirectory() as folder:
        paths = written(case.report, form, Path(folder))
        direct = run(paths, case.operations)
        tracked = run(paths, case.operations, tracking=tracking)
    for plain, marked in zip(direct.versions, tracked.versions, strict=True):
        data = marked.data or b""
        assert canonical(reject_all(data, "t.docx")) == canonical(marked.input.data)
        assert canonical(accept_all(data, "t.docx")) == canonical(plain.data or b"")


@FEW
@given(case=cases(lossless=True))
def test_no_other_part_of_a_typed_file_changes(case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(written(case.report, "typed", Path(folder)), case.operations)
    for one in outcome.versions:
        assert other_parts(one.data or b"") == other_parts(one.input.data)


def test_the_form_of_fields_has_every_number_in_one() -> None:
    """The laws of fields would hold of anything if typed numbers were left."""
    report = Report(recs=(None,) * 6, paras=(None,) * 6, cut=3, items=frozenset())
    document = read(report.markdown("en").encode(), "r.md", "en")
    data = counted(docx.write(document, numbers="typed"))
    package = open_package(data, "r.docx")
    main = package.parts[package.main]
    assert main.count(b"SEQ Advice") == 6
    assert main.count(b"SEQ Paragraph") == 8  # two are of the annex
    assert shown(read(data, "r.docx", "en")) == shown(document)


def test_strayed_compares_one_document_with_itself() -> None:
    """The laws above would hold of anything if no reference had a target."""
    report = Report(recs=(None, None, None), paras=(None,) * 3, cut=1, items=frozenset())
    document = read(report.markdown("en").encode(), "r.md", "en")
    references = find_references(document)
    assert list(strayed(references, references)) == []
