"""One pair of a run, aligned wherever there is room: here, in another process, on another machine.

All that goes there and comes back is plain values. Nothing is read or written there, so that
workers need not share a disk.
"""

import hashlib
from dataclasses import dataclass, replace
from functools import cache

from toolkit import __version__
from toolkit.align.aids import NO_AIDS, Aids
from toolkit.align.scorers import Encoder, load_scorer
from toolkit.errors import Exit, UndraftError
from toolkit.languages import by_code
from toolkit.workflows.alignment.aligning import align_inputs, align_segment_inputs
from toolkit.workflows.alignment.doubts import doubts
from toolkit.workflows.alignment.files import AlignFormat
from toolkit.workflows.documents.files import Input
from toolkit.workflows.review.files import WRITERS


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOptions:
    """What holds for all pairs of a run; ``languages`` are codes, source first.

    Below ``min_confidence`` (0-1) a pair makes no file. ``aids`` go along with every pair; a scorer
    among them is named, and loaded where the pair is aligned.
    """

    languages: tuple[str, str] = ("en", "zh")
    segmented: bool = False
    made: AlignFormat = AlignFormat.TMX
    min_confidence: float = 0.0
    aids: Aids = NO_AIDS
    scorer: str | None = None

    @property
    def digest(self) -> str:
        """Return a digest that is another one when results may be others; the version counts."""
        return _digest(__version__, repr(self))


@dataclass(frozen=True, slots=True)
class PairTask:
    """A pair with all that is needed to align it; ``version`` is that of the sender."""

    source: Input
    target: Input
    options: PairOptions
    version: str = __version__

    def key(self, options: str) -> str:
        """Return a digest of the inputs and of the options, which are given by theirs."""
        files = (self.source, self.target)
        return _digest(options, *(part for one in files for part in (one.path, one.sha256)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PairResult:
    """What became of a pair: the bytes of its file, or why there are none.

    ``confidence`` (0-1) is None where nothing was aligned; ``doubts`` are sentences on what speaks
    against the pair.
    """

    data: bytes = b""
    confidence: float | None = None
    error: str = ""
    exit_code: Exit = Exit.DONE
    doubts: tuple[str, ...] = ()


def work(task: PairTask) -> PairResult:
    """Align one pair. Never raises: what goes wrong is in the result."""
    if task.version != __version__:
        fault = (
            f"it was sent by undraft {task.version} to a worker that has {__version__}; "
            "install the same one there."
        )
        return PairResult(error=fault, exit_code=Exit.USAGE)
    try:
        return _aligned(task)
    except UndraftError as error:
        return PairResult(error=str(error), exit_code=error.exit_code)
    except Exception as error:  # noqa: BLE001 (one pair must not take the others with it)
        fault = f"our own fault: {type(error).__name__}: {error}"
        return PairResult(error=fault, exit_code=Exit.OURS)


def _aligned(task: PairTask) -> PairResult:
    options = task.options
    languages = by_code(options.languages[0]), by_code(options.languages[1])
    align = align_segment_inputs if options.segmented else align_inputs
    aids = options.aids
    if options.scorer:
        aids = replace(aids, encoder=_scorer(options.scorer))
    aligned = align(task.source, task.target, languages, aids)
    sure, told = round(aligned.confidence, 4), doubts(aligned)
    if sure < options.min_confidence:
        return PairResult(
            confidence=sure,
            error=f"{sure:.2f} sure, under {options.min_confidence:.2f}",
            exit_code=Exit.FINDINGS,
            doubts=told,
        )
    return PairResult(data=WRITERS[options.made](aligned), confidence=sure, doubts=told)


@cache
def _scorer(name: str) -> Encoder:
    return load_scorer(name)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
