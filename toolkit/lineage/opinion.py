"""What a second language says of the same items."""

from collections.abc import Sequence
from dataclasses import replace

from toolkit.languages import by_code
from toolkit.lineage.confidence import confirmed
from toolkit.lineage.descent import Descent, Said
from toolkit.lineage.evidence import named
from toolkit.lineage.families import Family
from toolkit.lineage.side import Match, Side, both, counterparts

AGREES = "The {language_word} version says the same."
DIFFERS = "The {language_word} version says otherwise: {other}."
SILENT = "The {language_word} version has not all of these items."


class Opinion:
    """What the second language says of the same items; ``together`` is both in one."""

    def __init__(self, side: Side, other: Side) -> None:
        """Hold the items of one language against those of another."""
        self._other = other
        self._drafts = counterparts(side.drafts, other.drafts)
        self._finals = counterparts(side.finals, other.finals)
        self.together = both(side, other, self._drafts, self._finals)
        some = other.families()
        self._of_draft = {at: one for one in some for at in one.drafts}
        self._of_final = {at: one for one in some for at in one.finals}

    def heard(self, one: Descent, family: Family) -> Descent:
        """Return a relation with what the second language says of it."""
        drafts = _there(self._drafts, family.drafts)
        finals = _there(self._finals, family.finals)
        language = self._language()
        if drafts is None or finals is None:
            return replace(one, evidence=(*one.evidence, Said(SILENT, language)))
        theirs = self._of_draft[drafts[0]] if drafts else self._of_final[finals[0]]
        agrees = set(theirs.drafts) == set(drafts) and set(theirs.finals) == set(finals)
        said = (
            Said(AGREES, language)
            if agrees
            else Said(DIFFERS, {**language, "other": self._shown(theirs)})
        )
        sure = confirmed(one.confidence, agrees=agrees)
        return replace(one, confidence=sure, evidence=(*one.evidence, said))

    def _language(self) -> dict[str, object]:
        items = self._other.finals or self._other.drafts
        return {"language_word": by_code(items[0].language).name if items else "second"}

    def _shown(self, family: Family) -> str:
        left = " + ".join(named(self._other.drafts[at]) for at in family.drafts)
        right = " + ".join(named(self._other.finals[at]) for at in family.finals)
        return f"{left or '-'} → {right or '-'}"


def _there(match: Match, places: Sequence[int]) -> list[int] | None:
    """Return the counterparts of some items, None where one has none."""
    found = [match[at] for at in places]
    return [at for at in found if at is not None] if None not in found else None
