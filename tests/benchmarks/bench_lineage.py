"""Lineage of many items."""

import random
import time

from toolkit.lineage import trace
from toolkit.model import Block, Document, Kind, Masthead, Profile

TITLE = "Lineage: draft items to final items"
NOTE = (
    "Recommendations of 60 words made from a list of 3,000 invented words; the final report has "
    "the drafts in another order, every fifth word of each replaced. Time is that of tracing the "
    "items of documents already read, evidence and word differences included."
)
_WORDS = 60


def rows(quick: bool) -> list[dict[str, str]]:
    """Return a row for each number of items."""
    return [_row(count) for count in ((50, 100) if quick else (100, 250, 500))]


def _row(count: int) -> dict[str, str]:
    draft, final = _documents(count)
    start = time.perf_counter()
    found = trace([draft], final)
    seconds = time.perf_counter() - start
    right = sum(
        one.draft[0].text.split()[0] == one.final[0].text.split()[0]
        for one in found
        if one.draft and one.final
    )
    return {
        "items": f"{count} × {count}",
        "seconds": f"{seconds:.2f}",
        "right": f"{right} of {count}",
    }


def _documents(count: int) -> tuple[Document, Document]:
    dice = random.Random(7)
    words = ["".join(dice.choices("abcdefghijklmnoprstuvw", k=7)) for _ in range(3000)]
    texts = [f"item{at} " + " ".join(dice.choices(words, k=_WORDS)) for at in range(count)]
    changed = [" ".join(_changed(text.split(), words, dice)) for text in texts]
    dice.shuffle(changed)
    return _document(texts, "XYZ/2030/L.1"), _document(changed, "XYZ/2030/6")


def _changed(text: list[str], words: list[str], dice: random.Random) -> list[str]:
    return [dice.choice(words) if at % 5 == 4 else word for at, word in enumerate(text)]


def _document(texts: list[str], symbol: str) -> Document:
    blocks = tuple(
        Block(
            id=f"b{at}",
            kind=Kind.RECOMMENDATION,
            text=text,
            number=at,
            label=f"Recommendation {at}",
            path=f"II/rec {at}",
        )
        for at, text in enumerate(texts, start=1)
    )
    masthead = Masthead(symbol=symbol)
    return Document(profile=Profile.OTHER, language="en", masthead=masthead, blocks=blocks)
