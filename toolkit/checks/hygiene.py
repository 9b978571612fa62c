"""The questions of ``tmx.hygiene`` asked of each unit of a memory, as cases of a rule."""

from collections.abc import Iterator

from toolkit.checks.rule import FINE, Case, MemoryInput, Rule
from toolkit.languages import by_code
from toolkit.tmx.hygiene import faults


def faulty(rule: Rule, memory: MemoryInput, kind: str) -> Iterator[Case]:
    """Yield a case for each unit, with a finding where it has a fault of this kind."""
    source, target = memory.languages
    languages = by_code(source), by_code(target)
    for at, unit in enumerate(memory.units):
        yield rule.of_unit(memory, at) if faults(unit, languages, (kind,)) else FINE
