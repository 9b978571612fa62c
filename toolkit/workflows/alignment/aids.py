"""What a user gives an alignment to help it: memories, rules of segmentation, a scorer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.align.aids import Aids
from toolkit.align.scorers import load_scorer
from toolkit.errors import UsageError
from toolkit.languages import Language, by_code
from toolkit.languages.run_in_lists import split_lists
from toolkit.srx import Segmenter, read_srx
from toolkit.text.spans import Span
from toolkit.workflows.documents.files import read_input
from toolkit.workflows.filling.remembering import open_memories

TRUSTED = 0.9
"""How sure an alignment must have been of a unit for the unit to be believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AidsAsked:
    """Names of memories, SRX files and a scorer, as typed; ``items`` cuts run-in lists."""

    memories: tuple[str, ...] = ()
    srx: tuple[str, ...] = ()
    scorer: str | None = None
    items: bool = False


@dataclass(frozen=True, slots=True)
class Cutter:
    """How paragraphs of a language are cut: by rules or its own way, and lists into items."""

    language: str
    rules: Segmenter | None = None
    items: bool = False

    def __call__(self, text: str) -> tuple[Span, ...]:
        """Cut ``text``, as ``Language.segment`` does."""
        spans = self.rules(text) if self.rules else by_code(self.language).segment(text)
        return split_lists(text, spans) if self.items else spans


def aids_for(asked: AidsAsked, languages: tuple[Language, Language]) -> Aids:
    """Read what was asked for.

    Raises:
        InputError: an SRX file cannot be read or does not hold.
        MemoryStoreError: a memory is missing, damaged or of an unknown kind.
        UsageError: there is no such scorer, or the SRX files have rules for neither language.
    """
    return Aids(
        known=tuple(dict.fromkeys(_known(asked.memories, languages))),
        encoder=load_scorer(asked.scorer) if asked.scorer else None,
        cuts=_cuts(asked, languages),
    )


def _known(names: Sequence[str], languages: tuple[Language, Language]) -> Iterator[tuple[str, str]]:
    for memory in open_memories(names, languages):
        with memory:
            for unit in memory.units():
                if unit.confidence is None or unit.confidence >= TRUSTED:
                    yield unit.source, unit.target


def _cuts(
    asked: AidsAsked, languages: tuple[Language, Language]
) -> tuple[Cutter | None, Cutter | None]:
    files = [read_srx(read_input(name).data, name) for name in asked.srx]
    rules = []
    for language in languages:
        found = (one.segmenter(language) for one in files)
        rules.append(next((one for one in found if one is not None), None))
    if files and not any(rules):
        names = " or ".join(language.name for language in languages)
        raise UsageError(f"{', '.join(asked.srx)}: there are no rules for {names}.")
    if not files and not asked.items:
        return None, None
    first, second = (
        Cutter(language.code, one, asked.items)
        for language, one in zip(languages, rules, strict=True)
    )
    return first, second
