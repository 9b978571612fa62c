"""The checker: one rule is one file in ``rules/``, with its page and its examples."""

from toolkit.checks.rule import Case, Example, PairInput, Rule, Scope

__all__ = ["Case", "Example", "PairInput", "Rule", "Scope"]
