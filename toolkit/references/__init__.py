"""References of a document to its numbered parts: where each stands, what it leads to.

Knows which paragraph, recommendation, chapter, section, annex, agenda item, footnote, table or
figure a mention means, which mentions lead out of the document, and how a list of numbers is
written anew when its numbers change. What a mention looks like in a language is in ``languages``.
"""

from toolkit.references.edit import Edit, applied
from toolkit.references.entries import Becomes, Named, Number
from toolkit.references.find import find_references
from toolkit.references.fingerprint import fingerprint
from toolkit.references.index import Index, index_of
from toolkit.references.kept import Strayed, strayed
from toolkit.references.reference import Reference, Target
from toolkit.references.writing import direction_edit, number_edits

__all__ = [
    "Becomes",
    "Edit",
    "Index",
    "Named",
    "Number",
    "Reference",
    "Strayed",
    "Target",
    "applied",
    "direction_edit",
    "find_references",
    "fingerprint",
    "index_of",
    "number_edits",
    "strayed",
]
