"""Assembly: a template folder and a data file make a report, in every language of the template.

A template holds words and no program (``template.toml``, ``text.toml``, ``template.docx``). What
cannot be had from it in another language is asked of a look-up function that the caller gives;
nothing here knows a memory or a file format of documents.
"""

from toolkit.assemble.continuing import going_on
from toolkit.assemble.data import Data, read_data
from toolkit.assemble.fill import fill
from toolkit.assemble.filled import Filled
from toolkit.assemble.parts_before import Earlier, earlier
from toolkit.assemble.recall import Lookup, Suggestion
from toolkit.assemble.template import Template, find, load
from toolkit.assemble.translate import translate

__all__ = [
    "Data",
    "Earlier",
    "Filled",
    "Lookup",
    "Suggestion",
    "Template",
    "earlier",
    "fill",
    "find",
    "going_on",
    "load",
    "read_data",
    "translate",
]
