"""A recommendation that is stronger in one version than in the other: should and 必须.

Normative verbs are compared one by one where both versions have as many of them; otherwise only
the first is.
"""

from collections.abc import Iterator

from toolkit.checks.pairs import matched
from toolkit.checks.rule import FINE, Case, PairInput, Rule, Scope
from toolkit.checks.specimens import both
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Kind


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each recommendation with a normative verb in both versions."""
    for source, target in matched(pair):
        if source.kind is not Kind.RECOMMENDATION:
            continue
        ours = by_code(pair.source.language).norms(source.text)
        theirs = by_code(pair.target.language).norms(target.text)
        if not ours or not theirs:
            continue
        compared = (
            zip(ours, theirs, strict=False) if len(ours) == len(theirs) else ((ours[0], theirs[0]),)
        )
        apart = next(((a, b) for a, b in compared if a.strength is not b.strength), None)
        if apart is None:
            yield FINE
            continue
        span = apart[1].span
        yield rule.at(
            pair.target,
            target,
            (span.start, span.end),
            relation_word="stronger" if apart[1].strength > apart[0].strength else "weaker",
            source=apart[0].span.of(source.text),
            target=span.of(target.text),
        )


_EN = "## I. Recommendations\n\n#### Recommendation 1\n\nStates parties should train keepers.\n"
_ZH = "## 一. 建议\n\n#### 建议 1\n\n缔约国{}培训守塔人。\n"

RULE = Rule(
    code="PAR105",
    name="strength-differs",
    severity=Severity.WARNING,
    summary="A recommendation is stronger in one version than in the other",
    message="“{target}” is {relation_word} than “{source}” in the source. Use the verb of "
    "the same strength.",
    authority="Agreement of the language versions of one document",
    check=check,
    scope=Scope.PAIR,
    bad=(both(_EN, _ZH.format("必须")),),
    good=(both(_EN, _ZH.format("应")),),
)
