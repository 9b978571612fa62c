"""Which draft item became which item of the final report.

Knows how alike two paragraphs or recommendations are, which pairs together explain the most, where
several became one or one became several, and how sure that is. Documents in, descents out; it
reads no file and prints nothing.
"""

from toolkit.lineage.descent import Change, Descent, Item, Relation, Said, Shift
from toolkit.lineage.doubt import Doubt
from toolkit.lineage.groups import Witness
from toolkit.lineage.trace import Lineage, lineage, trace

__all__ = [
    "Change",
    "Descent",
    "Doubt",
    "Item",
    "Lineage",
    "Relation",
    "Said",
    "Shift",
    "Witness",
    "lineage",
    "trace",
]
