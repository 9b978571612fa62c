"""Termbases by name, and the terms of documents for the checker."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from toolkit.checks.rule import Facing, PairInput, TermsInput
from toolkit.diagnostics import Finding
from toolkit.model import Block, Document
from toolkit.model.edits import Spot
from toolkit.references.find import texts as texts_of_block
from toolkit.terms import Termbase, read_termbase
from toolkit.terms.termbase import joined
from toolkit.terms.uses import Facing as TermsFacing
from toolkit.terms.uses import Vocabulary, facings
from toolkit.workflows.documents.files import Input, read_input


@dataclass(frozen=True, slots=True)
class Terms:
    """Termbases as one, the files they come from, and what reading them had to say."""

    base: Termbase
    inputs: tuple[Input, ...] = ()
    findings: tuple[Finding, ...] = ()


def load_terms(
    names: Sequence[str], languages: tuple[str, str] = ("en", "zh"), *, foreign: bool = False
) -> Terms:
    """Read termbases, the first going before the others.

    ``languages`` are those of files that do not say theirs; ``foreign``: see ``read_termbase``.

    Raises:
        InputError: one cannot be read, or is none.
    """
    inputs = tuple(read_input(name) for name in names)
    readings = [
        read_termbase(one.data, one.path, languages=languages, foreign=foreign) for one in inputs
    ]
    findings = tuple(finding for one in readings for finding in one.findings)
    return Terms(joined(tuple(one.termbase for one in readings)), inputs, findings)


def terms_of(document: Document, base: Termbase) -> TermsInput:
    """Return a document with the terms in it."""
    vocabulary = Vocabulary(base, document.language, document.masthead.symbol or "")
    return TermsInput(document, tuple(vocabulary.uses(texts(document))))


def terms_of_pair(pair: PairInput, base: Termbase) -> TermsInput:
    """Return a translation with the terms of its original, sentence by sentence as they face."""
    symbol = pair.target.masthead.symbol or pair.source.masthead.symbol or ""
    source = Vocabulary(base, pair.source.language, symbol)
    target = Vocabulary(base, pair.target.language, symbol)
    found = facings(_faced(pair), source, target)
    return TermsInput(pair.target, (), tuple(found), pair.source)


def texts(document: Document) -> Iterator[tuple[Spot, str]]:
    """Yield the texts of a document in order: of blocks, then of their cells and notes."""
    return chain.from_iterable(map(texts_of_block, document.blocks))


def _faced(pair: PairInput) -> Iterator[TermsFacing]:
    """Yield sentences of the original, each with the whole paragraphs that face it."""
    blocks = {block.id: block for block in pair.target.blocks}
    for one in pair.facing:
        if not one.source or not one.target:
            continue  # an omission is told by another rule
        yield TermsFacing(
            source_id=one.source[0].block_id,
            source=" ".join(sentence.text for sentence in one.source),
            target_id=one.target[0].block_id,
            target=_whole(one, blocks),
        )


def _whole(one: Facing, blocks: Mapping[str, Block]) -> str:
    names = dict.fromkeys(sentence.block_id for sentence in one.target)
    held = (blocks[name].text for name in names if name in blocks)
    return "\n".join([*(sentence.text for sentence in one.target), *held])
