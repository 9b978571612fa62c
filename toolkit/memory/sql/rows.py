"""The questions that are asked of a database, in words of memories."""

from collections.abc import Iterator, Sequence

from toolkit.languages.tags import base
from toolkit.memory.index.features import Kept, Posting
from toolkit.memory.sql.database import Database
from toolkit.memory.sql.unit_rows import COLUMNS, seen_from, unit_of
from toolkit.model.unit import TranslationUnit

Text = tuple[int, str]

MOST_UNITS = 2_000  # units that one look-up takes out, the newest
_BETWEEN = "(s.lang = ? AND t.lang = ? OR s.lang = ? AND t.lang = ?)"
MOST_HELD = 128 << 20  # bytes of long postings of a segment; the commonest come again and again
MOST_HEADS = 20_000  # features of a segment whose sizes are held, and their short lists
SHORT_LIST = 1_000  # texts; a list that is fetched with its size, since it is short
LAST_CHARACTER = "\U0010ffff"
MOST_SPELLINGS = 2_001  # words that a part of a word may stand for


def segments(database: Database, lang: str) -> list[tuple[int, int, tuple[bytes, bytes, bytes]]]:
    """Return number and last text of each segment of a language; texts, lengths, what is marked."""
    rows = database.all(
        "SELECT number, last, texts, lengths, marked FROM segment WHERE lang = ? ORDER BY number",
        lang,
    )
    return [
        (number, last, (bytes(texts), bytes(lengths), bytes(marked)))
        for number, last, texts, lengths, marked in rows
    ]


def texts_after(database: Database, lang: str, last: int) -> list[Text]:
    """Return the texts of a language with a higher number, in order."""
    statement = "SELECT id, body FROM text WHERE id > ? AND lang = ? ORDER BY id"
    return [(row[0], row[1]) for row in database.all(statement, last, lang)]


def every_text(database: Database, lang: str) -> Iterator[Text]:
    """Yield all texts of a language in order."""
    statement = "SELECT id, body FROM text WHERE lang = ? ORDER BY id"
    for row in database.each(statement, lang):
        yield row[0], row[1]


def bodies(database: Database, numbers: Sequence[int]) -> list[Text]:
    """Return number and body of the texts that are still there."""
    rows = database.all("SELECT id, body FROM text WHERE id {any}", numbers)
    return [(row[0], row[1]) for row in rows]


def texts_with(database: Database, lang: str, key: int) -> list[int]:
    """Return the numbers of the texts of a language that have this exact key."""
    rows = database.all("SELECT id FROM text WHERE exact = ? AND lang = ?", key, lang)
    return sorted(row[0] for row in rows)


def texts_framed(database: Database, lang: str, frame: int, most: int) -> list[Text]:
    """Return the texts that are equal but for values, in an order that no history decides."""
    statement = "SELECT id, body FROM text WHERE frame = ? AND lang = ? ORDER BY exact, id LIMIT ?"
    return [(row[0], row[1]) for row in database.all(statement, frame, lang, most)]


def postings(database: Database, segment: int, features: Sequence[int]) -> list[Posting]:
    """Return what a segment has of these features; the places of large ones are left out."""
    base = segment << 32
    statement = (
        "SELECT id, size, kept, CASE WHEN size <= ? THEN places END FROM posting WHERE id {any}"
    )
    rows = database.all(statement, SHORT_LIST, [base | feature for feature in features])
    return [Posting(number - base, size, Kept(kept), places) for number, size, kept, places in rows]


def places(database: Database, segment: int, features: Sequence[int]) -> dict[int, bytes]:
    """Return the places of each feature."""
    base = segment << 32
    statement = "SELECT id, places FROM posting WHERE id {any}"
    rows = database.all(statement, [base | feature for feature in features])
    return {number - base: found for number, found in rows}


def marks(database: Database, segment: int, blocks: Sequence[int]) -> dict[int, bytes]:
    """Return these blocks of a segment's rows: see ``index.marks``."""
    base = segment << 32
    statement = "SELECT id, marks FROM mark WHERE id {any}"
    rows = database.all(statement, [base | block for block in blocks])
    return {number - base: found for number, found in rows}


class SegmentRows:
    """The postings of one segment, as ``index.ask`` asks for them; those asked last are held."""

    def __init__(self, database: Database, segment: int) -> None:
        """Hold nothing yet."""
        self._database = database
        self._segment = segment
        self._heads: dict[int, Posting | None] = {}
        self._held: dict[int, bytes] = {}
        self._room = MOST_HELD

    def postings(self, features: Sequence[int]) -> list[Posting]:
        """Return what there is of these features, short ones with their places."""
        missing = [one for one in features if one not in self._heads]
        if missing:
            if len(self._heads) > MOST_HEADS:
                self._heads.clear()
                missing = list(features)
            found = {one.feature: one for one in postings(self._database, self._segment, missing)}
            self._heads |= {one: found.get(one) for one in missing}
        heads = map(self._heads.__getitem__, features)
        return [one for one in heads if one is not None]

    def places(self, features: Sequence[int]) -> dict[int, bytes]:
        """Return the places of these features."""
        found = {one: self._held.pop(one) for one in features if one in self._held}
        missing = [one for one in features if one not in found]
        if missing:
            fetched = places(self._database, self._segment, missing)
            self._room -= sum(map(len, fetched.values()))
            found |= fetched
        self._held |= found  # at the end again: what was asked longest ago is the first
        while self._room < 0 and len(self._held) > len(found):
            self._room += len(self._held.pop(next(iter(self._held))))
        return found

    def rows(self, blocks: Sequence[int]) -> dict[int, bytes]:
        """Return the rows of these blocks."""
        return marks(self._database, self._segment, blocks)


def units_of(
    database: Database, numbers: Sequence[int], other: str, seen: str
) -> list[tuple[int, int, TranslationUnit]]:
    """Return the units with one of these texts whose other side is in ``other``.

    In stored order: number of the unit, number of that text, and the unit as seen from ``seen``.
    Of very many the newest.
    """
    found: list[tuple[int, int, TranslationUnit]] = []
    for side, opposite in (("source", "t"), ("target", "s")):
        # Sorting by a sum keeps a database from going through all units in their order instead.
        statement = (
            f"SELECT u.{side}, {COLUMNS} WHERE u.{side} {{any}} AND {opposite}.lang = ?"
            f" ORDER BY u.id + 0 DESC LIMIT {MOST_UNITS}"
        )
        for row in database.all(statement, numbers, other):
            found.append((row[1], row[0], seen_from(unit_of(row[1:]), seen)))
    return sorted(found, key=lambda one: one[:2])


def every_unit(database: Database, lang: str, other: str) -> Iterator[TranslationUnit]:
    """Yield all units in these two languages in stored order, seen from the first."""
    both = (lang, other, other, lang)
    for row in database.each(f"SELECT {COLUMNS} WHERE {_BETWEEN} ORDER BY u.id", *both):
        yield seen_from(unit_of(row), lang)


def how_many(database: Database, lang: str, other: str) -> int:
    """Return the number of units in these two languages."""
    pairs = database.all("SELECT source_lang, target_lang, units FROM pair")
    langs = {lang, other}
    return sum(units for source, target, units in pairs if {base(source), base(target)} == langs)


def spelt(database: Database, part: str, *, left: bool, right: bool) -> list[str] | None:
    """Return words that go on beyond ``part`` to the left, to the right, or to both.

    None when they are too many to be of use; none of them when no indexed text has it.
    """
    if left and right:
        where, given = "spelling LIKE ?", [f"%{part}%"]
    else:
        turned = part[::-1] if left else part
        column = "backwards" if left else "spelling"
        where, given = f"{column} >= ? AND {column} < ?", [turned, turned + LAST_CHARACTER]
    statement = f"SELECT spelling FROM word WHERE {where} LIMIT {MOST_SPELLINGS}"
    found = [row[0] for row in database.all(statement, *given)]
    return found if len(found) < MOST_SPELLINGS else None
