"""Termbases: what a house calls things, in several languages, and which words it has given up.

Knows TBX and tables of terms, finds terms in texts, and tells what changed its name. Knows no
documents: it takes texts and gives places in them.
"""

from toolkit.terms.matching import Finder, Found
from toolkit.terms.reading import Reading, read_termbase
from toolkit.terms.termbase import Concept, Section, Status, Term, Termbase, term_of

__all__ = [
    "Concept",
    "Finder",
    "Found",
    "Reading",
    "Section",
    "Status",
    "Term",
    "Termbase",
    "read_termbase",
    "term_of",
]
