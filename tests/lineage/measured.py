"""How lineage does on drafts that are of the final report, and on documents that are not.

``python -m tests.lineage.measured`` writes the table into docs/lineage.md. True pairs are planted:
the items of a document with known changes (kept, reworded, softened, merged, split, dropped, in
another order) and items of another document put in as new. Wrong pairs are two documents that
have nothing to do with each other; whatever is given a parent there is wrong.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, SAMPLES, SHARED
from tests.lineage.planting import Planted, found, plant
from toolkit.lineage import Relation, lineage
from toolkit.lineage.items import items_of
from toolkit.model import Document
from toolkit.readers.registry import read_bytes

PAGE = ROOT / "docs" / "lineage.md"
START, END = "<!-- measured -->", "<!-- end of measured -->"
LIKELY = 0.5
_HEAD = (
    "| Given as draft and final report | pairs | final items | right | of these at "
    f"{LIKELY} or more | wrong parent | of these at {LIKELY} or more | surest wrong | told to be "
    "no draft |"
)
_SENTENCE = 60  # bytes of UTF-8: some ten words, twenty signs
_MOST = 700  # blocks of a document; longer ones say no more and take long


@dataclass
class Count:
    """What came out of some pairs of documents."""

    name: str
    pairs: int = 0
    finals: int = 0
    relations: int = 0
    right: int = 0
    likely: int = 0
    wrong: int = 0
    sure: int = 0
    surest: float = 0.0
    doubted: int = 0

    def row(self) -> str:
        """Return the line of the table."""
        right = f"{self.right} of {self.relations}" if self.relations else "–"
        surest = f"{self.surest:.2f}" if self.wrong else "–"
        told = f"{self.doubted} of {self.pairs}"
        likely = self.likely if self.relations else "–"
        cells = [self.pairs, f"{self.finals:,}", right, likely, self.wrong, self.sure, surest, told]
        return f"| {self.name} | " + " | ".join(map(str, cells)) + " |"

    def mistaken(self, sure: float) -> None:
        """Count a parent that is none."""
        self.wrong += 1
        self.sure += sure >= LIKELY
        self.surest = max(self.surest, sure)


def documents(folder: Path, pattern: str) -> dict[str, Document]:
    """Return the documents of a folder that have items, by name."""
    read = {
        path.name: read_bytes(path.read_bytes(), path.name).document
        for path in sorted(folder.glob(pattern))
    }
    return {
        name: one
        for name, one in read.items()
        if len(one.blocks) <= _MOST and any(True for _ in items_of(one))
    }


def add_wrong(count: Count, draft: Document, final: Document) -> None:
    """Count what is told of two documents that have nothing to do with each other."""
    result = lineage([draft], final)
    count.pairs += 1
    count.doubted += bool(result.doubts)
    for one in result.descents:
        count.finals += len(one.final)
        if one.draft and one.final:
            count.mistaken(one.confidence)


def add_true(count: Count, planted: Planted, given: Sequence[int] | None = None) -> None:
    """Count what is told of a planted final report; ``given`` are the places of its drafts."""
    places = range(len(planted.drafts)) if given is None else given
    drafts = [planted.drafts[at] for at in places]
    known = {item.number for one in drafts for item in items_of(one)}
    texts = {item.number or 0: item.text for one in planted.drafts for item in items_of(one)}
    result = lineage(drafts, planted.final)
    told, gone = found(result.descents)
    sure = {
        tuple(item.number or 0 for item in one.final): one.confidence for one in result.descents
    }
    count.pairs += 1
    count.doubted += bool(result.doubts)
    count.finals += sum(len(key) for key in planted.truth)
    for key, (parents, relation) in planted.truth.items():
        left = tuple(one for one in parents if one in known)
        if left != parents and left:
            continue  # a merge of which one part was not given
        truth = (left, relation if left else Relation.NEW)
        keys = [key] if left else [(one,) for one in key]
        count.relations += 1
        right = all(told.get(one) == truth for one in keys)
        count.right += right
        count.likely += right and all(sure[one] >= LIKELY for one in keys)
        for one in keys:
            drafted = told.get(one, ((), Relation.NEW))[0]
            if any(not _as_good(texts, at, parents) for at in set(drafted) - set(left)):
                count.mistaken(sure[one])
    dropped = planted.dropped & known
    count.relations += len(dropped)
    count.right += len(dropped & gone)
    count.likely += len(dropped & gone)


def _as_good(texts: Mapping[int, str], told: int, parents: Iterable[int]) -> bool:
    """Return whether a draft has a sentence of a true parent to the letter.

    A sentence that stands in two drafts comes from either; nobody could say from which. Titles and
    stock phrases are too short to count.
    """
    theirs = {one for at in parents for one in _sentences(texts[at])}
    return not theirs.isdisjoint(_sentences(texts[told])) or any(
        texts[told] == texts[at] for at in parents
    )


def _sentences(text: str) -> set[str]:
    pieces = (one.strip() for one in re.split(r"(?<=[.;])\s+|[。；\n]", text))
    return {one for one in pieces if len(one.encode()) >= _SENTENCE}


def counts() -> Iterator[Count]:
    """Yield a line of the table after the other."""
    ours = {code: documents(SAMPLES, f"*.{code}.md") for code in ("en", "zh")}
    corpus = {
        code: documents(SHARED / "data" / "unv1_dev", f"*.{code}.txt") for code in ("en", "zh")
    }
    word = documents(SHARED / "data" / "un-docx", "*.docx")
    real = documents(SHARED / "reports", "*")
    yield from _true({code: {**ours[code], **corpus[code]} for code in ours}, word)
    yield _ordered("another year's report, or this year's for the last", _years(ours))
    yield _ordered("another part of the same report", [*_parts(ours), *_parts({"en": word})])
    yield _ordered("another body's report", _bodies(ours, word, real))
    yield _ordered("documents of the UN corpus", _drawn(corpus))


def _true(some: dict[str, dict[str, Document]], word: dict[str, Document]) -> Iterator[Count]:
    whole, half = Count("drafts and their report, planted"), Count("half of the drafts, planted")
    for code, named in some.items():
        every = {**named, **word} if code == "en" else named
        dice = random.Random(code)
        texts = {name: [item.text for item in items_of(one)] for name, one in every.items()}
        for name, old in texts.items():
            other = dice.choice([one for one in texts if one != name])
            planted = plant(old, texts[other], code, seed=5)
            add_true(whole, planted)
            add_true(half, planted, [0])
    yield from (whole, half)


Pairs = Sequence[tuple[Document, Document]]


def _ordered(name: str, pairs: Pairs) -> Count:
    count = Count(name)
    for draft, final in pairs:
        add_wrong(count, draft, final)
    return count


def _years(ours: dict[str, dict[str, Document]]) -> Pairs:
    found = []
    for named in ours.values():
        (last,) = [one for name, one in named.items() if "2025_6" in name]
        this = [one for name, one in named.items() if "2026" in name]
        found += [pair for one in this for pair in ((last, one), (one, last))]
    return found


def _parts(some: dict[str, dict[str, Document]]) -> Pairs:
    found = []
    for named in some.values():
        parts = [one for name, one in named.items() if "L.1" in name or "A_80_604" in name]
        found += [(one, other) for one in parts for other in parts if one is not other]
    return found


def _bodies(
    ours: dict[str, dict[str, Document]], word: dict[str, Document], real: dict[str, Document]
) -> Pairs:
    found = []
    for mine, others in ((ours["zh"], real), (ours["en"], word)):
        found += [pair for a in mine.values() for b in others.values() for pair in ((a, b), (b, a))]
    return found


def _drawn(corpus: dict[str, dict[str, Document]]) -> Pairs:
    dice = random.Random(1)
    found = []
    for named in corpus.values():
        some = list(named.values())
        found += [(one, dice.choice([x for x in some if x is not one])) for one in some * 4]
    return found


def table() -> str:
    """Return the table."""
    lines = [_HEAD, "| --- |" + " ---: |" * 7, *(one.row() for one in counts())]
    return "\n".join(lines)


if __name__ == "__main__":
    made = table()
    text = PAGE.read_text(encoding="utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{START}\n\n{made}\n\n{END}{tail}", encoding="utf-8")
