"""Other translation memories and search engines, asked what ours is asked."""

import importlib.util
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import psycopg
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
from translate.search.lshtein import LevenshteinComparer

from tests.benchmarks.memory_queries import LEAST, Ask
from toolkit.memory.index.features import spellings

CANDIDATES = 100


def translate_toolkit(sources: Sequence[str]) -> Ask:
    """Return the matcher of translate-toolkit."""
    comparer = LevenshteinComparer(max_len=2_000)
    ordered = sorted(sources, key=len)

    def ask(query: str) -> list[float]:
        # As its matcher does: only lengths that can reach the threshold are compared.
        near = (t for t in ordered if len(query) * LEAST <= len(t) <= len(query) / LEAST)
        scores = (comparer.similarity(query, text, int(LEAST * 100)) for text in near)
        return sorted((s / 100 for s in scores if s >= LEAST * 100), reverse=True)[:5]

    return ask


@contextmanager
def tantivy(sources: Sequence[str]) -> Iterator[Ask | None]:
    """Give tantivy's best hundred by words, compared by rapidfuzz; None where it is missing."""
    if importlib.util.find_spec("tantivy") is None:
        yield None
        return
    engine = importlib.import_module("tantivy")
    builder = engine.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    builder.add_text_field("body", tokenizer_name="whitespace")
    schema = builder.build()
    with tempfile.TemporaryDirectory(prefix="undraft-tantivy-") as folder:
        index = engine.Index(schema, path=folder)
        writer = index.writer(200_000_000)
        for number, text in enumerate(sources):
            writer.add_document(engine.Document(number=number, body=" ".join(spellings(text))))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        searcher = index.searcher()

        def ask(query: str) -> list[float]:
            words = dict.fromkeys(spellings(query))
            terms = [engine.Query.term_query(schema, "body", word) for word in words]
            whole = engine.Query.boolean_query([(engine.Occur.Should, one) for one in terms])
            hits = searcher.search(whole, CANDIDATES).hits
            found = [sources[searcher.doc(place)["number"][0]] for _, place in hits]
            return likenesses(query, found)

        yield ask


@contextmanager
def trigrams(address: str, sources: Sequence[str]) -> Iterator[Ask]:
    """Give PostgreSQL's pg_trgm with a GIN index, its best fifty compared by rapidfuzz."""
    with psycopg.connect(address, autocommit=True) as connection:
        run: Callable[..., psycopg.Cursor[tuple[str]]] = connection.execute
        run("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        run("CREATE TABLE peer (body text)")
        with connection.cursor() as cursor, cursor.copy("COPY peer FROM STDIN") as copy:
            for text in sources:
                copy.write_row((text,))
        run("CREATE INDEX ON peer USING gin (body gin_trgm_ops)")
        run("ANALYZE peer")
        run("SET pg_trgm.similarity_threshold = 0.5")

        def ask(query: str) -> list[float]:
            found = run(
                "SELECT body FROM peer WHERE body %% %s"
                " ORDER BY similarity(body, %s) DESC LIMIT 50",
                (query, query),
            )
            return likenesses(query, [row[0] for row in found])

        yield ask


def likenesses(query: str, texts: Sequence[str]) -> list[float]:
    """Return how like the five texts most like the query are, from ``LEAST``."""
    found = process.extract(
        query,
        texts,
        scorer=Levenshtein.normalized_similarity,
        processor=None,
        score_cutoff=LEAST,
        limit=5,
    )
    return [score for _, score, _ in found]
