"""A formal list of States that does not name the same States in both versions."""

from collections import Counter
from collections.abc import Iterator

from toolkit.checks.attendance import formal_lists
from toolkit.checks.compared import shown
from toolkit.checks.pairs import matched
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity
from toolkit.model import Document
from toolkit.states.state import State


def _listed(document: Document) -> dict[str, Counter[State]]:
    found: dict[str, Counter[State]] = {}
    for one in formal_lists(document):
        found.setdefault(one.block.id, Counter()).update(one.run.states)
    return found


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each block with a formal list in both versions."""
    source, target = _listed(pair.source), _listed(pair.target)
    language = pair.target.language
    for ours, theirs in matched(pair):
        if ours.id not in source or theirs.id not in target:
            continue
        left = source[ours.id] - target[theirs.id]
        right = target[theirs.id] - source[ours.id]
        if not left and not right:
            yield FINE
            continue
        yield rule.at(
            pair.target,
            theirs,
            source=shown(state.short(language) for state in left.elements()),
            target=shown(state.short(language) for state in right.elements()),
        )


RULE = Rule(
    code="PAR104",
    name="states-differ",
    severity=Severity.ERROR,
    summary="A list names different States in two versions",
    message="The lists of States differ: {source} only in the source, {target} only in the "
    "target. Correct the one that is wrong.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(
        both(
            "## I. Statements\n\n1. Statements were made by: Egypt, Kenya, Norway and Peru.\n",
            "## 一. 发言情况\n\n1. 下列国家作了发言：埃及、肯尼亚和挪威。\n",
        ),
    ),
    good=(
        both(
            "## I. Statements\n\n1. Statements were made by: Egypt, Kenya and Norway.\n",
            "## 一. 发言情况\n\n1. 下列国家作了发言：埃及、肯尼亚和挪威。\n",
        ),
    ),
)
