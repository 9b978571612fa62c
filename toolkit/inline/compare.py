"""Do two language versions have the same codes?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.inline.code import Code
from toolkit.inline.pairing import pairing

Look = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeDifference:
    """What a translation has otherwise than its source.

    ``missing`` are codes of the source that the target lacks, ``added`` codes only the target
    has, ``widows`` halves of the target without their other half; each in order.
    """

    missing: tuple[Code, ...] = ()
    added: tuple[Code, ...] = ()
    widows: tuple[Code, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is any difference."""
        return bool(self.missing or self.added or self.widows)


def look(code: Code) -> Look:
    """Return what a code is recognised by in the other language; its place and id do not matter.

    What it looks like where that is known, else its type, else its name for the other language.
    """
    shown = code.native or code.equivalent or code.type or code.match
    return (code.kind.value, "mark" if code.mark else "", shown)


def compared(source: Sequence[Code], target: Sequence[Code]) -> CodeDifference:
    """Compare the codes of two versions; remarks on words (``mark``) are not expected in both."""
    before = [code for code in source if not code.mark]
    after = [code for code in target if not code.mark]
    return CodeDifference(
        missing=_beyond(before, after),
        added=_beyond(after, before),
        widows=tuple(target[place] for place in pairing(target).widows),
    )


def _beyond(codes: Sequence[Code], others: Sequence[Code]) -> tuple[Code, ...]:
    left = Counter(look(code) for code in others)
    beyond: list[Code] = []
    for code in codes:
        if left[look(code)]:
            left[look(code)] -= 1
        else:
            beyond.append(code)
    return tuple(beyond)
