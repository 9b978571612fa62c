"""Renumbering: from series of numbered items and what is wanted of them to edits as values.

Knows what dropping, merging, splitting, moving, adding and pinning do to numbers, that all
language versions of one document get one plan, and how labels, references, lists and "above" or
"below" follow. Knows no file format: ``workflows/renumbering/renumbering.py`` carries the edits
out.
"""

from toolkit.renumber.inverse import inverse
from toolkit.renumber.mentions import OnDropped, Question
from toolkit.renumber.operations import Counted, Moving, Operations, parse_operations
from toolkit.renumber.plan import Plan, Row, make_plan
from toolkit.renumber.rewrite import Rewriting, rewrite
from toolkit.renumber.series import Item, Series, first_difference, series_of

__all__ = [
    "Counted",
    "Item",
    "Moving",
    "OnDropped",
    "Operations",
    "Plan",
    "Question",
    "Rewriting",
    "Row",
    "Series",
    "first_difference",
    "inverse",
    "make_plan",
    "parse_operations",
    "rewrite",
    "series_of",
]
