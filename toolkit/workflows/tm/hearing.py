"""The quality checks of translate-toolkit over memories and pairs of versions, beside our own."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.checks.rule import MemoryInput
from toolkit.checks.run import run
from toolkit.diagnostics import Finding
from toolkit.model import Block
from toolkit.model.unit import TranslationUnit
from toolkit.quality import KEPT, Couple, Quality
from toolkit.workflows.alignment.facing import facing_of
from toolkit.workflows.documents.files import Input, read_input
from toolkit.workflows.documents.reading import LoadedPair, load, order_pair
from toolkit.workflows.tm.source import Units, is_tmx

_HYGIENE = "TMX1"  # our own rules on units
_SURE = 0.5  # confidence of an alignment whose sentences are held against each other


@dataclass(frozen=True, slots=True)
class Heard:
    """What the checks said; ``checked`` counts the couples each of them looked at."""

    findings: tuple[Finding, ...]
    checked: dict[str, int]
    inputs: tuple[Input, ...]


def hear(
    names: Sequence[str],
    pairs: Sequence[tuple[str, str]],
    languages: tuple[str, str],
    tick: Callable[[], None] = lambda: None,
) -> Heard:
    """Check the units of memories and the sentences of pairs of versions.

    Raises:
        MemoryStoreError: a memory is missing, damaged or out of reach.
        InputError: a file of a pair cannot be read.
        UsageError: a pair is not two language versions.
    """
    quality = Quality(languages[1])
    findings: list[Finding] = []
    checked: Counter[str] = Counter()
    inputs: list[Input] = []
    for name in names:
        if is_tmx(name) and name.lower().endswith((".tmx", ".gz")):
            inputs.append(read_input(name))
        units = tuple(Units(name, languages))
        _tell(quality, _of_units(units), name, findings, checked)
        ours = run([], memories=[MemoryInput(name, languages, units)], select=[_HYGIENE])
        findings += ours.findings
        checked += Counter(ours.checked)
        tick()
    for one, other in pairs:
        pair = order_pair(load(one), load(other), *languages)
        inputs += [pair.source.input, pair.target.input]
        _tell(quality, _of_pair(pair), pair.target.input.path, findings, checked)
        tick()
    return Heard(tuple(findings), dict(checked), tuple(inputs))


def _tell(
    quality: Quality,
    couples: Iterator[Couple],
    file: str,
    findings: list[Finding],
    checked: Counter[str],
) -> None:
    count = 0
    for couple in couples:
        count += 1
        findings += quality.findings(couple, file)
    checked.update({one.code: count for one in KEPT.values()})


def _of_units(units: Sequence[TranslationUnit]) -> Iterator[Couple]:
    for number, unit in enumerate(units, start=1):
        yield Couple(source=unit.source, target=unit.target, path=unit.path, place=f"unit {number}")


def _of_pair(pair: LoadedPair) -> Iterator[Couple]:
    blocks = {block.id: block for block in pair.target.document.blocks}
    for one in facing_of(pair.source.document, pair.target.document):
        if one.source and one.target and one.confidence >= _SURE:
            block: Block | None = blocks.get(one.target[0].block_id)
            yield Couple(
                source=" ".join(each.text for each in one.source),
                target="".join(each.text for each in one.target),
                path=block.path if block else "",
                place=block.place if block else "",
            )
