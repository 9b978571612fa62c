"""Protection of a Word file against editing, which Word's own settings hold."""

from toolkit.ooxml.opened import Opened
from toolkit.ooxml.xml import w

_OFF = frozenset({"", "0", "false", "off"})


def is_protected(opened: Opened) -> bool:
    """Return whether editing is restricted, in whatever way, so that no change can be accepted."""
    root = opened.package.root_of("settings")
    found = None if root is None else root.find(w("documentProtection"))
    return found is not None and found.get(w("enforcement"), "") not in _OFF
