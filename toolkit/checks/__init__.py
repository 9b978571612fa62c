"""The checker: one rule is one file in ``rules/``, with its page and its examples."""

from toolkit.checks.rule import Case, Example, MemoryInput, PairInput, Rule, Scope

__all__ = ["Case", "Example", "MemoryInput", "PairInput", "Rule", "Scope"]
