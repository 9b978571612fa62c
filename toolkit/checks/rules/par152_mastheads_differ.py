"""A field of the masthead that the two versions do not share.

Symbol, distribution, date, original language and job number are the same in every language
version; only the line with the language and the letter behind the job number are its own. The
barcode, and a field that one version lacks, are the matter of other rules.
"""

from collections.abc import Iterator
from typing import Final

from toolkit.checks.rule import FINE, Case, Example, PairInput, Rule, Scope
from toolkit.checks.specimens import report
from toolkit.diagnostics import Severity

_SHARED: Final = ("symbol", "distribution", "date", "original", "job_number")


def check(rule: Rule, pair: PairInput) -> Iterator[Case]:
    """Look at each field that both versions have."""
    for field in _SHARED:
        ours = getattr(pair.source.masthead, field)
        theirs = getattr(pair.target.masthead, field)
        if not ours or not theirs:
            continue
        if ours.casefold() == theirs.casefold():
            yield FINE
        else:
            yield rule.at(pair.target, None, source=ours, target=theirs)


_EN = report("## I. Debate\n\n1. It met.\n")
_ZH = report("## 一. 审议情况\n\n1. 会议召开。\n", "zh")

RULE = Rule(
    code="PAR152",
    name="mastheads-differ",
    severity=Severity.ERROR,
    summary="The mastheads of two versions differ",
    message="The masthead has {target} here, but {source} in the source. See which of the two is "
    "right.",
    authority="Editorial Manual, Mastheads and cover pages",
    check=check,
    scope=Scope.PAIR,
    bad=(
        Example(text=_EN, other=_ZH.replace("18 June", "19 June")),
        Example(text=_EN, other=_ZH.replace("WG.1/2030/6", "WG.1/2030/7")),
    ),
    good=(Example(text=_EN, other=_ZH),),
)
