"""A rule's page and the table of all rules: what ``undraft rule`` and ``undraft rules`` show."""

import inspect
import sys
from typing import Any

from toolkit.checks.registry import rules
from toolkit.checks.rule import Example, Rule, Scope
from toolkit.checks.specimens import body_of
from toolkit.diagnostics.card import RuleCard
from toolkit.diagnostics.catalogue import fill, translate

_HEAD = (
    "# The rules of `undraft check`\n\n"
    "Made from the rules themselves; do not edit this page by hand.\n\n"
    "A code is a family and three digits. The last two are the number of the check in the "
    "catalogue of conventions; where one check became several rules, the further ones have another "
    "middle digit: REC123 is a part of the same check as REC103.\n"
)

_SCOPES = {
    Scope.DOCUMENT: "one document",
    Scope.PAIR: "two versions of a document",
    Scope.SET: "the parts of one report",
    Scope.MEMORY: "a translation memory",
    Scope.TERMS: "one document or two versions of it, and a termbase",
    Scope.TEMPLATE: "a template",
}


def explanation(rule: Rule) -> str:
    """Return what a rule's module says of it: its page without the examples."""
    module = sys.modules[rule.check.__module__]
    return inspect.cleandoc(module.__doc__ or rule.summary)


def rule_page(rule: Rule, lang: str = "en") -> str:
    """Return the page of a rule in Markdown, with good and bad examples in both languages."""
    summary = fill(rule.summary, None, lang)
    parts = [
        f"# {rule.code} {rule.name}",
        *([summary + fill(".", None, lang)] if summary != rule.summary else []),
        explanation(rule),
        "\n".join(f"- {name}: {value}" for name, value in _facts(rule, lang)),
        *_examples(rule, fill("Found", None, lang), rule.bad),
        *_examples(rule, fill("Not found", None, lang), rule.good),
    ]
    return "\n\n".join(parts) + "\n"


def rule_as_json(rule: Rule, lang: str = "en") -> dict[str, Any]:
    """Return the page of a rule as values."""
    return {
        **rule_row(rule, lang),
        "message": translate(rule.message, lang),
        "explanation": explanation(rule),
        "authority": rule.authority,
        "bad": [_example(rule, one) for one in rule.bad],
        "good": [_example(rule, one) for one in rule.good],
    }


def rule_row(rule: Rule, lang: str = "en") -> dict[str, Any]:
    """Return a rule's line of the table; no profiles means all."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "scope": rule.scope.value,
        "summary": fill(rule.summary, None, lang),
        "profiles": [profile.value for profile in rule.profiles],
    }


def rules_as_json(lang: str = "en") -> list[dict[str, Any]]:
    """Return the table of all rules, by code."""
    return [rule_row(one, lang) for one in rules()]


def rules_table(lang: str = "en") -> str:
    """Return the table of all rules, a line each: code, severity, name, summary."""
    rows = rules_as_json(lang)
    widest = max(len(row["name"]) for row in rows)
    return "".join(
        f"{row['code']}  {row['severity']:<7}  {row['name']:<{widest}}  {row['summary']}\n"
        for row in rows
    )


def rules_document() -> str:
    """Return the manual's page on all rules, in Markdown."""
    rows = [
        f"| [{one.code}](#{one.code.lower()}-{one.name}) | {one.name} | {one.severity} "
        f"| {one.summary} |"
        for one in rules()
    ]
    table = "\n".join(
        ["| Code | Name | Severity | What it finds |", "| --- | --- | --- | --- |", *rows]
    )
    pages = [rule_page(one).replace("\n## ", "\n### ").replace("# ", "## ", 1) for one in rules()]
    return "\n".join([_HEAD, table + "\n", *pages])


def cards() -> tuple[RuleCard, ...]:
    """Return what SARIF and other reports say of the rules."""
    return tuple(
        RuleCard(
            code=one.code,
            name=one.name,
            severity=one.severity,
            summary=one.summary,
            page=f"{one.summary}.\n\n{explanation(one)}",
        )
        for one in rules()
    )


def _facts(rule: Rule, lang: str) -> list[tuple[str, str]]:
    profiles = ", ".join(rule.profiles) or fill("all", None, lang)
    scope = _SCOPES[rule.scope]
    return [
        (fill("Severity", None, lang), fill(rule.severity.value, None, lang)),
        (fill("Message", None, lang), translate(rule.message, lang)),
        (fill("Looks at", None, lang), fill(scope, None, lang)),
        (fill("Profiles", None, lang), profiles),
        (fill("Authority", None, lang), rule.authority),
    ]


def _examples(rule: Rule, title: str, examples: tuple[Example, ...]) -> list[str]:
    form = "toml" if rule.scope is Scope.TEMPLATE else "markdown"
    blocks = [f"```{form}\n{_shown(rule, one)}\n```" for one in examples]
    return [f"## {title}", *blocks]


def _shown(rule: Rule, example: Example) -> str:
    text, other = _bodies(rule, example)
    shown = f"{text}\n\n…\n\n{other}" if other else text
    return f"{shown}\n\n{_termbase(example)}" if example.terms else shown


def _termbase(example: Example) -> str:
    """Return the terms an example goes with, a line for each concept."""
    return "\n".join(line.replace("\t", " | ") for line in example.terms.splitlines())


def _bodies(rule: Rule, example: Example) -> tuple[str, str]:
    """Return both texts without our masthead, unless the rule is about mastheads."""
    if all(body_of(one.text) == one.text for one in rule.bad):
        return example.text.strip(), example.other.strip()
    return body_of(example.text).strip(), body_of(example.other).strip()


def _example(rule: Rule, example: Example) -> dict[str, Any]:
    text, other = _bodies(rule, example)
    return {
        "language": example.language,
        "text": text,
        "other": other or None,
        "terms": example.terms or None,
    }
