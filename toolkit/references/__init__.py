"""References of a document to its numbered parts: where each stands, what it leads to.

Knows which paragraph, recommendation, chapter, section, annex, agenda item, footnote, table or
figure a mention means, which mentions lead out of the document, and how a list of numbers is
written anew when its numbers change. What a mention looks like in a language is in ``languages``.
"""

from toolkit.references.find import find_references
from toolkit.references.fingerprint import fingerprint
from toolkit.references.index import Index, index_of
from toolkit.references.kept import Strayed, strayed
from toolkit.references.reference import Reference, Target, Where
from toolkit.references.writing import Edit, Number, applied, direction_edit, number_edits

__all__ = [
    "Edit",
    "Index",
    "Number",
    "Reference",
    "Strayed",
    "Target",
    "Where",
    "applied",
    "direction_edit",
    "find_references",
    "fingerprint",
    "index_of",
    "number_edits",
    "strayed",
]
