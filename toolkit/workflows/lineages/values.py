"""A lineage as JSON values, as CSV and as lines of text."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from toolkit.diagnostics.catalogue import WORD, fill, translate
from toolkit.lineage import Descent, Item, Relation
from toolkit.lineage.evidence import named
from toolkit.model import Kind
from toolkit.workflows.documents.spreadsheets import as_cell

_COLUMNS: Final = (
    *("kind", "draft", "final", "relation", "moved", "confidence", "strength"),
    *("party_before", "party_after", "evidence", "draft_words", "final_words"),
)
HEADINGS: Final = {Kind.RECOMMENDATION: "Recommendations", Kind.PARAGRAPH: "Paragraphs"}
NONE: Final = "–"


def as_payload(descents: Sequence[Descent], lang: str = "en") -> dict[str, Any]:
    """Return the contract's shape without its head; ``lang`` is that of the evidence."""
    return {
        "items": [_item(one, lang) for one in descents],
        "summary": {relation.value: count for relation, count in counts(descents).items()},
    }


def counts(descents: Sequence[Descent]) -> dict[Relation, int]:
    """Return how many relations there are of each kind, none left out."""
    found = Counter(one.relation for one in descents)
    return {relation: found[relation] for relation in Relation}


def _item(one: Descent, lang: str) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "draft": [{"symbol": item.symbol, **_place(item)} for item in one.draft],
        "final": [_place(item) for item in one.final],
        "relation": one.relation.value,
        "moved": one.moved,
        "confidence": round(one.confidence, 2),
        "strength": one.strength.value if one.strength else None,
        "parties": list(one.parties) if one.parties else None,
        "evidence": said(one, lang),
        "difference": [[change.sign, change.text] for change in one.changes],
    }


def _place(item: Item) -> dict[str, Any]:
    return {"number": item.number, "path": item.path, "label": item.label}


def said(one: Descent, lang: str) -> str:
    """Return the evidence for a relation as sentences."""
    gap = "" if lang == "zh" else " "
    return gap.join(fill(part.template, part.values, lang) for part in one.evidence)


def as_csv(descents: Sequence[Descent], lang: str = "en") -> bytes:
    """Return a line for each relation, in UTF-8 with a byte order mark, which Excel needs."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in descents:
        writer.writerow(map(as_cell, _row(one, lang)))
    return buffer.getvalue().encode("utf-8-sig")


def _row(one: Descent, lang: str) -> tuple[str, ...]:
    return (
        one.kind.value,
        "; ".join(named(item) for item in one.draft),
        "; ".join(item.path for item in one.final),
        one.relation.value,
        "yes" if one.moved else "no",
        f"{one.confidence:.2f}",
        one.strength.value if one.strength else "",
        *(one.parties or ("", "")),
        said(one, lang),
        _words(one.draft),
        _words(one.final),
    )


def _words(items: Sequence[Item]) -> str:
    return " ‖ ".join(" ".join(item.text.split()) for item in items)


def as_text(descents: Sequence[Descent], lang: str = "en") -> str:
    """Return lines for people: final item, where it comes from, what happened, and why."""
    lines: list[str] = []
    for kind, heading in HEADINGS.items():
        some = [one for one in descents if one.kind is kind]
        if some:
            lines += [
                fill(heading, None, lang),
                *(line for one in some for line in _told(one, lang)),
            ]
            lines.append("")
    return "\n".join([*lines, summary(descents, lang)])


def summary(descents: Sequence[Descent], lang: str) -> str:
    """Return one line that counts the relations."""
    return ", ".join(
        f"{translate(relation.value, lang, WORD)} {count}"
        for relation, count in counts(descents).items()
    )


def _told(one: Descent, lang: str) -> Iterator[str]:
    finals = " + ".join(item.path for item in one.final) or NONE
    drafts = " + ".join(named(item) for item in one.draft) or NONE
    yield f"  {finals}  ←  {drafts}"
    yield f"      {', '.join(facts(one, lang))} ({one.confidence:.2f})"
    yield f"      {said(one, lang)}"


def facts(one: Descent, lang: str) -> list[str]:
    """Return what happened, in words: the relation, whether it moved, strength, party."""
    words = [translate(one.relation.value, lang, WORD)]
    if one.moved:
        words.append(translate("moved", lang, WORD))
    if one.strength and one.strength.value != "same":
        words.append(translate(one.strength.value, lang, WORD))
    if one.parties:
        words.append(" → ".join(one.parties))
    return words
