"""What holds of every consolidation, whatever the draft."""

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.consolidate.drafts import Draft, drafts, read, written
from tests.validity import faults
from toolkit.consolidate import Dropping, Fate, Plan, Section, Wanted, read_plan, unbalanced
from toolkit.model import Block, Document, Kind
from toolkit.ooxml.changes import Tracking
from toolkit.ooxml.revisions import accept_all, reject_all
from toolkit.references import find_references
from toolkit.workflows.drafts.consolidating import (
    Gathered,
    as_word,
    concatenated,
    consolidated,
    gather,
    proposal,
    proposed,
)

FORMS = ("markdown", "typed", "live")
LANGUAGES = ("en", "zh")
QUICK = (Phase.explicit, Phase.generate)
SOME = settings(max_examples=4, phases=QUICK, deadline=None)
FEW = settings(max_examples=2, phases=QUICK, deadline=None)
GIVEN = Wanted(symbol="CSIW/COP/WG.3/2031/6", date="2031-09-20", distribution="General")


def gathered(draft: Draft, form: str, language: str, folder: str) -> Gathered:
    return gather(written(draft, form, language, Path(folder)))


def final(draft: Draft, form: str, language: str, plan: Plan | None = None) -> Document:
    """Return the report as it reads once it is written and read again."""
    with tempfile.TemporaryDirectory() as folder:
        parts = gathered(draft, form, language, folder)
        data = as_word(consolidated(parts, plan, GIVEN), parts)
    return read(data, "report.docx", language)


def mark_of(block: Block, draft: Draft, language: str) -> int | None:
    found = [one for one in draft.units if draft.words(one, language) in block.text]
    return found[0] if found else None


def marks(document: Document, draft: Draft) -> list[int]:
    found = (mark_of(block, draft, document.language) for block in document.blocks)
    return [one for one in found if one is not None]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
@SOME
@given(draft=drafts())
def test_everything_stands_in_order_and_is_counted_in_one_series(
    form: str, language: str, draft: Draft
) -> None:
    report = final(draft, form, language)
    assert marks(report, draft) == draft.expected()
    for kind in (Kind.PARAGRAPH, Kind.RECOMMENDATION):
        numbers = [block.number for block in report.blocks if block.kind is kind]
        assert numbers == list(range(1, len(numbers) + 1))
    assert not any(block.continued for block in report.blocks)
    headings = [block.path for block in report.blocks if block.kind is Kind.HEADING]
    assert len(headings) == len(set(headings))
    notes = [note.number for block in report.blocks for note in block.notes]
    assert notes == [str(number) for number in range(1, len(notes) + 1)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
@SOME
@given(draft=drafts())
def test_every_reference_leads_to_the_words_it_led_to_in_its_part(
    form: str, language: str, draft: Draft
) -> None:
    report = final(draft, form, language)
    by_id = {block.id: block for block in report.blocks}
    led: dict[int, list[set[int | None]]] = {}
    order = {block.id: at for at, block in enumerate(report.blocks)}
    for one in find_references(report):
        here = mark_of(by_id[one.block_id], draft, language)
        assert not one.external
        assert not one.dangling
        targets = [by_id[target.block_id or ""] for target in one.targets]
        led.setdefault(here or 0, []).append({mark_of(b, draft, language) for b in targets})
        if one.direction is not None:
            after = {order[target.id] > order[one.block_id] for target in targets}
            assert after != {one.direction.value == "above"}
    wanted = {
        unit.mark: [set(unit.mention.targets)] for unit in draft.units.values() if unit.mention
    }
    assert led == wanted


@pytest.mark.parametrize("form", FORMS)
@FEW
@given(draft=drafts())
def test_both_languages_end_with_equal_numbers_by_one_plan(form: str, draft: Draft) -> None:
    with tempfile.TemporaryDirectory() as folder:
        english = gathered(draft, form, "en", folder)
        text = proposal(english).decode()
        plan = read_plan(text, "plan.toml")
        assert plan == proposed(english)
        chinese = gathered(draft, form, "zh", folder)
        assert proposed(chinese) == plan
    reports = [final(draft, form, language, plan) for language in LANGUAGES]
    paths = [[(b.kind, b.path, b.number) for b in report.blocks] for report in reports]
    assert paths[0] == paths[1]


@st.composite
def planned(draw: st.DrawFn) -> tuple[Draft, list[int], list[int]]:
    """Return a draft, a new order for its units, and those to be dropped."""
    draft = draw(drafts())
    order = draw(st.permutations(sorted(draft.units)))
    dropped = draw(st.sets(st.sampled_from(order), max_size=2))
    return draft, order, sorted(dropped)


def shuffled(parts: Gathered, draft: Draft, order: list[int], dropped: list[int]) -> Plan:
    """Return the proposed plan with units in another order within their sections, some dropped."""
    plan = proposed(parts)
    mark = {
        name: mark_of(unit.head, draft, parts.parts[0].document.language) or 0
        for name, unit in parts.stock.units.items()
    }
    sections = tuple(
        Section(
            path=one.path,
            source=one.source,
            take=tuple(
                sorted(
                    (name for name in one.take if mark[name] not in dropped),
                    key=lambda name: order.index(mark[name]),
                )
            ),
        )
        for one in plan.sections
    )
    drops = tuple(Dropping(name, "not adopted") for name in mark if mark[name] in dropped)
    return Plan(report=plan.report, parts=plan.parts, sections=sections, drops=drops)


@pytest.mark.parametrize("language", LANGUAGES)
@SOME
@given(case=planned())
def test_the_ledger_accounts_for_every_block_and_balances(
    language: str, case: tuple[Draft, list[int], list[int]]
) -> None:
    draft, order, dropped = case
    with tempfile.TemporaryDirectory() as folder:
        parts = gathered(draft, "markdown", language, folder)
        plan = shuffled(parts, draft, order, dropped)
        made = consolidated(parts, plan, GIVEN)
    given_blocks = [len(one.document.blocks) for one in parts.parts]
    assert [account.given for account in made.ledger.sums()] == given_blocks
    for account in (*made.ledger.sums(), made.ledger.total()):
        assert sum(account.fates.values()) == account.given
    total = made.ledger.total()
    assert total.fates[Fate.KEPT] + total.fates[Fate.MOVED] == len(made.report.blocks)
    assert not list(unbalanced(made.ledger, parts.parts, made.report))
    gone = Counter(row.fate for row in made.ledger.rows if row.fate is Fate.DROPPED)
    lost = [
        block
        for unit in parts.stock.units.values()
        if mark_of(unit.head, draft, language) in dropped
        for block in unit.blocks
    ]
    assert gone[Fate.DROPPED] == len(lost)
    assert all(row.reason == "not adopted" for row in made.ledger.rows if row.fate is Fate.DROPPED)


@pytest.mark.parametrize("language", LANGUAGES)
@SOME
@given(case=planned())
def test_references_hold_whatever_the_plan(
    language: str, case: tuple[Draft, list[int], list[int]]
) -> None:
    draft, order, dropped = case
    with tempfile.TemporaryDirectory() as folder:
        parts = gathered(draft, "markdown", language, folder)
        made = consolidated(parts, shuffled(parts, draft, order, dropped), GIVEN)
    assert not [one for one in made.findings if one.code == "REF208"]
    by_id = {block.id: block for block in made.report.blocks}
    for one in find_references(made.report):
        unit = draft.units[mark_of(by_id[one.block_id], draft, language) or 0]
        assert unit.mention is not None
        left = {mark for mark in unit.mention.targets if mark not in dropped}
        if left and not one.external:
            led = {mark_of(by_id[t.block_id], draft, language) for t in one.targets if t.block_id}
            assert led == left


@pytest.mark.parametrize("moves", [False, True], ids=["as edits", "as moves"])
@pytest.mark.parametrize("language", LANGUAGES)
@FEW
@given(draft=drafts())
def test_rejecting_gives_the_parts_one_after_the_other_and_accepting_the_report(
    language: str, moves: bool, draft: Draft
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        parts = gathered(draft, "typed", language, folder)
        made = consolidated(parts, None, GIVEN)
        data = as_word(made, parts, Tracking("A", moves=moves))
        plain = as_word(made, parts)
    assert not faults(data)
    assert not faults(plain)
    accepted = read(accept_all(data, "t.docx"), "t.docx", language)
    assert shown(accepted) == shown(read(plain, "t.docx", language)) == shown(made.report)
    rejected = read(reject_all(data, "t.docx"), "t.docx", language)
    assert shown(rejected) == shown(concatenated(parts.parts))


def shown(document: Document) -> list[tuple[object, ...]]:
    return [
        (b.kind, b.level, b.label, b.text, b.continued, b.rows, b.marks, b.notes)
        for b in document.blocks
    ]
