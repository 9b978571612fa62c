"""Examples of rules on memories as memories of one unit."""

from toolkit.checks.rule import Example, MemoryInput
from toolkit.inline import Code, CodeKind, Segment
from toolkit.model.unit import TranslationUnit

_KINDS = {"{": CodeKind.OPEN, "}": CodeKind.CLOSE}


def of_memory(example: Example) -> MemoryInput:
    """Return an example as a memory; braces in its texts stand for inline codes."""
    source, target = _segment(example.text), _segment(example.other)
    unit = TranslationUnit(
        source=source.text,
        target=target.text,
        source_codes=source.codes,
        target_codes=target.codes,
    )
    return MemoryInput("example.tmx", ("en", "zh"), (unit,))


def _segment(text: str) -> Segment:
    marks = [at for at, sign in enumerate(text) if sign in _KINDS]
    codes = (
        Code(at=at - before, kind=_KINDS[text[at]], id="1", type="bold")
        for before, at in enumerate(marks)
    )
    return Segment(text.replace("{", "").replace("}", ""), tuple(codes))
