"""Keeping the index of a memory: new texts become segments, small segments become large ones."""

from array import array
from collections.abc import Iterator
from itertools import chain, islice

from toolkit.memory.backend import Tick
from toolkit.memory.index.build import MOST_TEXTS, Built, build
from toolkit.memory.index.features import Kept
from toolkit.memory.index.marks import rows_of
from toolkit.memory.sql.database import Database
from toolkit.memory.sql.rows import Text
from toolkit.memory.sql.schema import POSTING

GROWTH = 2  # a segment that is less than so many times as large as what comes after it is merged


def index(database: Database, lang: str, waiting: int, tick: Tick) -> None:
    """Put the texts of a language that are in no segment into one; they are ``waiting`` many.

    Smaller segments before them are taken in, so that a memory of a million texts that grew bit
    by bit has a dozen segments at most.
    """
    rows = database.all("SELECT number, last, size FROM segment WHERE lang = ? ORDER BY last", lang)
    while rows and rows[-1][2] < waiting * GROWTH and rows[-1][2] + waiting <= MOST_TEXTS:
        number, _, size = rows.pop()
        waiting += size
        base = number << 32
        for table in ("posting", "mark"):
            statement = f"DELETE FROM {table} WHERE id BETWEEN ? AND ?"
            database.all(statement, base, base + 0xFFFFFFFF)
        database.all("DELETE FROM segment WHERE number = ?", number)
    start = rows[-1][1] if rows else 0
    texts = _ticking(_texts(database, lang, start), waiting, tick)
    while (first := next(texts, None)) is not None:
        built = build(chain((first,), islice(texts, MOST_TEXTS - 1)))
        if built:
            _keep(database, lang, built)


def _texts(database: Database, lang: str, after: int) -> Iterator[Text]:
    statement = "SELECT id, body FROM text WHERE id > ? AND lang = ? ORDER BY id"
    for row in database.each(statement, after, lang):
        yield row[0], row[1]


def _ticking(texts: Iterator[Text], whole: int, tick: Tick) -> Iterator[Text]:
    for done, text in enumerate(texts):
        if not done % 1_000:
            tick(done, whole)
        yield text


def _keep(database: Database, lang: str, built: Built) -> None:
    database.all("UPDATE counter SET value = value + 1 WHERE name = 'segment'")
    number = int(database.all("SELECT value FROM counter WHERE name = 'segment'")[0][0])
    base = number << 32
    mapped: dict[int, bytes] = {}
    database.fill("posting", POSTING, _postings(base, built, mapped))
    rows = enumerate(rows_of(list(mapped.values()), built.size))
    database.fill("mark", ("id", "marks"), ((base | block, marks) for block, marks in rows))
    database.many(
        "INSERT INTO word VALUES (?, ?) ON CONFLICT DO NOTHING",
        ((one, one[::-1]) for one in built.words),
    )
    database.fill(
        "segment",
        ("number", "lang", "last", "size", "texts", "lengths", "marked"),
        [
            (
                number,
                lang,
                built.last,
                built.size,
                built.texts,
                built.lengths,
                array("I", mapped).tobytes(),
            )
        ],
    )


def _postings(base: int, built: Built, mapped: dict[int, bytes]) -> Iterator[tuple[object, ...]]:
    """Yield rows; the maps among them are put into ``mapped``, too."""
    for feature, size, kept, places in built.postings:
        if kept is Kept.MAPPED:
            mapped[feature] = places
        yield base | feature, size, int(kept), places
