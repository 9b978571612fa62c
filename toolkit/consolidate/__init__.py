"""The parts of a draft made into one report.

Knows how parts belong together, which chapter and section each stretch of them goes to (the plan,
which a person may edit), how numbers and references read in the one report, and what became of
every block of every part (the ledger). Takes documents and gives a document; writes no file.
"""

from toolkit.consolidate.compose import Consolidated, consolidate
from toolkit.consolidate.ledger import Fate, Ledger, Row, unbalanced
from toolkit.consolidate.masthead import Wanted
from toolkit.consolidate.part import Part, parts_of
from toolkit.consolidate.plan import Dropping, Joining, Plan, Section
from toolkit.consolidate.plan_file import plan_text, read_plan
from toolkit.consolidate.propose import propose

__all__ = [
    "Consolidated",
    "Dropping",
    "Fate",
    "Joining",
    "Ledger",
    "Part",
    "Plan",
    "Row",
    "Section",
    "Wanted",
    "consolidate",
    "parts_of",
    "plan_text",
    "propose",
    "read_plan",
    "unbalanced",
]
