"""From paragraphs as a file has them to blocks of the model.

The one place that decides what is a heading, a paragraph, a recommendation or an item, for every
reader.
"""

from toolkit.structure.build import build
from toolkit.structure.para import Para, Role
from toolkit.structure.rejoin import Mending

__all__ = ["Mending", "Para", "Role", "build"]
