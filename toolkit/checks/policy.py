"""What a project has decided about findings: how grave they are, and which ones are accepted.

An accepted finding has a reason. One without a reason, and an acceptance of something that is no
longer there, are findings themselves, so that the list stays short and true.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import PurePath

from toolkit.checks.registry import chosen
from toolkit.config import Suppression
from toolkit.diagnostics import Finding, Severity
from toolkit.diagnostics.fingerprint import fingerprint, mark
from toolkit.errors import ConfigError, UsageError

UNUSED = "Nothing is found any more that the acceptance “{what}” ({source}) is for. Take it out."
REASONLESS = (
    "The acceptance “{what}” ({source}) gives no reason. Say in it why the text is right as it is."
)
RESOLVED_UNUSED = (
    "A resolved comment accepts {what}, which is not found any more. Delete the comment."
)
RESOLVED_REASONLESS = (
    "A resolved comment accepts {what} and gives no reason. Answer the comment with the reason."
)
TEMPLATES = (UNUSED, REASONLESS, RESOLVED_UNUSED, RESOLVED_REASONLESS)
_OURS = ("RDR",)  # findings of reading and of checking itself, which are no rules'


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A finding that somebody accepted in a Word file by resolving its comment.

    ``mark`` is that of ``diagnostics.fingerprint``; ``reason`` what was answered, "" for nothing.
    """

    file: str
    code: str
    mark: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Decisions of a project; ``source`` is the settings file they are in, for messages."""

    ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    suppress: tuple[Suppression, ...] = ()
    source: str = ""


@dataclass(slots=True)
class _Desk:
    policy: Policy
    resolved: Sequence[Resolved]
    codes: Collection[str]
    files: Collection[str]
    used: set[int] = field(default_factory=set)
    left: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.left = Counter((one.file, one.mark) for one in self.resolved)

    def keeps(self, finding: Finding) -> bool:
        """Return whether a finding is told; what accepts it counts as used."""
        if any(
            _in(finding, rules) for name, rules in self.policy.ignores if at(finding.file, name)
        ):
            return False
        hit = [n for n, one in enumerate(self.policy.suppress) if _accepts(one, finding)]
        self.used.update(hit)
        here = finding.file, mark(finding)
        if not hit and self.left[here] > 0:
            self.left[here] -= 1
            return False
        return not hit

    def graded(self, finding: Finding) -> Finding:
        """Return a finding with the severity the project gave its rule, the last one that fits."""
        levels = [level for rule, level in self.policy.severity if _in(finding, (rule,))]
        return replace(finding, severity=Severity(levels[-1])) if levels else finding

    def remarks(self) -> list[Finding]:
        """Return what is to be said of the acceptances themselves."""
        found = []
        for number, one in enumerate(self.policy.suppress):
            values = {"what": str(one), "source": PurePath(self.policy.source).name}
            if not one.reason:
                found.append(_remark("RDR903", Severity.WARNING, REASONLESS, values))
            if number not in self.used and self._could_be(one):
                found.append(_remark("RDR902", Severity.WARNING, UNUSED, values))
        for resolved in self.resolved:
            found += self._of_comment(resolved)
        return found

    def _could_be(self, one: Suppression) -> bool:
        """Return whether what an acceptance is for was looked at at all in this run."""
        ours = one.code.upper().startswith(_OURS)
        ran = ours or not one.code or any(rule.code in self.codes for rule in chosen([one.code]))
        return ran and any(at(file, one.file) for file in self.files)

    def _of_comment(self, one: Resolved) -> list[Finding]:
        values = {"what": one.code}
        here = one.file, one.mark
        if self.left[here] > 0 and one.code in self.codes:
            self.left[here] -= 1
            return [_remark("RDR902", Severity.NOTE, RESOLVED_UNUSED, values, one.file)]
        if not one.reason:
            return [_remark("RDR903", Severity.NOTE, RESOLVED_REASONLESS, values, one.file)]
        return []


def judged(
    findings: Sequence[Finding],
    policy: Policy,
    resolved: Sequence[Resolved] = (),
    *,
    checked: Mapping[str, int],
    files: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return the findings to be told, as grave as the project says; then those on acceptances.

    Args:
        findings: as the rules gave them.
        policy: of the project.
        resolved: comments resolved in the files.
        checked: the rules that were run; an acceptance is unused only where its rule was.
        files: those that were checked.
    """
    desk = _Desk(policy, resolved, checked.keys(), files)
    told = [desk.graded(one) for one in findings if desk.keeps(one)]
    return (*told, *desk.remarks())


def verify(policy: Policy) -> None:
    """Hold that every rule a policy names is there.

    Raises:
        ConfigError: one is not; the message names the nearest.
    """
    named = [rule for _, rules in policy.ignores for rule in rules]
    named += [rule for rule, _ in policy.severity]
    named += [one.code for one in policy.suppress if one.code]
    for word in named:
        if word.upper().startswith(_OURS):
            continue
        try:
            chosen([word])
        except UsageError as error:
            raise ConfigError(f"{policy.source}: {error}") from None


def at(file: str, pattern: str) -> bool:
    """Return whether a file's path, or its end, or its name alone is as a pattern says."""
    if not pattern:
        return True
    whole = PurePath(file).as_posix()
    return fnmatchcase(whole, pattern) or fnmatchcase(whole, f"*/{pattern}")


def _accepts(one: Suppression, finding: Finding) -> bool:
    return (
        (not one.code or _in(finding, (one.code,)))
        and at(finding.file, one.file)
        and (not one.path or f"{finding.path}/".startswith(f"{one.path}/"))
        and (not one.fingerprint or fingerprint(finding) == one.fingerprint)
    )


def _in(finding: Finding, rules: Sequence[str]) -> bool:
    return any(_named(finding.code, finding.name, rule) for rule in rules)


def _named(code: str, name: str, rule: str) -> bool:
    return code.startswith(rule.upper()) or (bool(name) and name == rule.lower())


def _remark(
    code: str, severity: Severity, template: str, values: Mapping[str, str], file: str = ""
) -> Finding:
    name = "unused-acceptance" if code == "RDR902" else "acceptance-without-reason"
    return Finding(
        code=code, name=name, severity=severity, template=template, values=values, file=file
    )
