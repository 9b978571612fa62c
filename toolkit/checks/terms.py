"""Terms as rules judge them: which uses of a document have a standing, and how they are told."""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, Example, Rule, TermsInput
from toolkit.checks.specimens import report
from toolkit.diagnostics import Fix
from toolkit.model.edits import Reword
from toolkit.model.terms import Standing, TermUse

_MOST = 3  # forms that a message names


def judged(rule: Rule, given: TermsInput, standing: Standing) -> Iterator[Case]:
    """Yield a case for each use: a finding where it has this standing and there is a better form.

    What stands in quotation marks or in a title is somebody else's words, and fine.
    """
    blocks = {block.id: block for block in given.document.blocks}
    for use in given.uses:
        if use.standing is not standing or use.quoted or not use.preferred:
            yield FINE
            continue
        whole = use.spot.note is None and use.spot.cell is None
        yield rule.at(
            given.document,
            blocks.get(use.spot.block_id),
            (use.start, use.end) if whole else None,
            _fix(use),
            found=use.said,
            preferred=listed(use.preferred),
        )


def listed(forms: tuple[str, ...]) -> str:
    """Return forms as a message names them: the first few, in quotation marks."""
    return " / ".join(f"“{form}”" for form in forms[:_MOST])


def _fix(use: TermUse) -> Fix | None:
    """Return the fix: the one preferred form, where the words stand just as the termbase has them.

    Never a safe one: articles, plurals and the rest of the sentence may have to follow.
    """
    if len(use.preferred) != 1 or use.said != use.form:
        return None
    edit = Reword(spot=use.spot, start=use.start, end=use.end, text=use.preferred[0])
    return Fix(edits=(edit,), safe=False)


def english(body: str, terms: str) -> Example:
    """Return an English report with a termbase as an example."""
    return Example(text=report(body), terms=terms)


def chinese(body: str, terms: str) -> Example:
    """Return a Chinese report with a termbase as an example."""
    return Example(text=report(body, "zh"), language="zh", terms=terms)


def facing(source: str, target: str, terms: str) -> Example:
    """Return a report in English with its Chinese version and a termbase as an example."""
    return Example(text=report(source), other=report(target, "zh"), terms=terms)
