"""What speaks against two files being whole versions of one document, in plain sentences."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from toolkit.align.bead import Bead
from toolkit.align.moved import Move, moves
from toolkit.workflows.alignment.aligning import Aligned

DOUBTFUL = 0.6
"""Below this, most pairs are guesses: two different documents were probably given."""

MANY = 8
"""Sentences in a row without a counterpart that are no slip any more."""

SHARE = 0.1
"""Of all pairs: where more of them differ in figures, it is another year's report."""

FEW = 5
"""Pairs that differ, up to which nothing is concluded from them."""


def doubts(aligned: Aligned) -> tuple[str, ...]:
    """Return a sentence for each thing that a user should know first; empty for a sound pair."""
    if not any(text.strip() for bead in aligned.beads for text in bead.source_texts):
        return ("the original holds no sentence.",)
    if not any(text.strip() for bead in aligned.beads for text in bead.target_texts):
        return ("the translation holds no sentence.",)
    return (*_unlike(aligned), *_missing(aligned.beads), *_moved(aligned.beads))


def _unlike(aligned: Aligned) -> Iterator[str]:
    symbols = (aligned.origin.symbol, aligned.origin.target_symbol)
    if symbols[0] != symbols[1]:
        yield f"the two carry different symbols: {symbols[0]} and {symbols[1]}."
    pairs = sum(1 for bead in aligned.beads if bead.source and bead.target)
    told = aligned.documents.differences if aligned.documents else ()
    differing = len({one.path for one in told if one.kind != "states"})
    if differing > FEW and differing > SHARE * pairs:
        yield f"figures, dates or symbols differ in {differing} places of {pairs}: another year's?"
    if aligned.confidence < DOUBTFUL:
        yield "the two hardly correspond: are they whole versions of one document?"


def _missing(beads: Sequence[Bead]) -> Iterator[str]:
    """Tell stretches that one side lacks as a whole."""
    at = 0
    for kind, group in groupby(beads, key=attrgetter("alone")):
        run = list(group)
        at += len(run)
        if not kind or len(run) < MANY:
            continue
        if kind == "source":
            what, other = "sentences of the original", "no translation"
        else:
            what, other = "sentences of the translation", "no original"
        where = _from_to(run)
        if at == len(beads):
            yield f"the last {len(run)} {what}{where} have {other}: was a file cut short?"
        else:
            yield f"{len(run)} {what} in a row{where} have {other}."


def _moved(beads: Sequence[Bead]) -> Iterator[str]:
    for move in moves(beads):
        yield moved_said(beads, move)


def moved_said(beads: Sequence[Bead], move: Move) -> str:
    """Return where a moved passage stands, in words."""
    run = [bead for bead in beads[move.first : move.last + 1] if bead.source and bead.target]
    count = sum(len(bead.source) for bead in run)
    after = "at the beginning" if move.after is None else f"after {_place(beads[move.after])}"
    what = f"{count} sentences{_from_to(run)} stand" if count > 1 else f"{_place(run[0])} stands"
    return f"moved: {what} elsewhere in the translation, {after}."


def _from_to(run: Sequence[Bead]) -> str:
    first, last = run[0].path, run[-1].path
    if not first and not last:
        indexes = [(bead.source or bead.target)[0] + 1 for bead in (run[0], run[-1])]
        return f", lines {indexes[0]} to {indexes[1]},"
    return f", {first or '…'} to {last or '…'}," if first != last else f", {first},"


def _place(bead: Bead) -> str:
    return bead.path or f"line {(bead.source or bead.target)[-1] + 1}"
