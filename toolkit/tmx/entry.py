"""A ``tu`` as the file has it: all its languages, and all it says; nothing is interpreted.

The bilingual view of it is ``pairs``.
"""

from dataclasses import dataclass, field

from toolkit.inline import Segment

# Attributes of the standard, in its order; others become properties "x-attribute-NAME".
TUV_ATTRIBUTES = (
    "o-encoding",
    "datatype",
    "usagecount",
    "lastusagedate",
    "creationtool",
    "creationtoolversion",
    "creationdate",
    "creationid",
    "changedate",
    "o-tmf",
    "changeid",
)
TU_ATTRIBUTES = (
    "o-encoding",
    "datatype",
    "usagecount",
    "lastusagedate",
    "creationtool",
    "creationtoolversion",
    "creationdate",
    "creationid",
    "changedate",
    "segtype",
    "changeid",
    "o-tmf",
    "srclang",
)
FOREIGN_ATTRIBUTE = "x-attribute-"

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Prop:
    """A ``prop``; ``lang`` and ``encoding`` are "" where it does not say."""

    type: str
    text: str
    lang: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A ``note``; ``lang`` and ``encoding`` are "" where it does not say."""

    text: str
    lang: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A ``tuv``: one language of a unit; ``lang`` is the code as the file has it."""

    lang: str
    segment: Segment
    attributes: Attributes = ()
    props: tuple[Prop, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A ``tu``; ``line`` is where it stands in the file, 0 for nowhere, and makes no difference."""

    variants: tuple[Variant, ...]
    id: str = ""
    attributes: Attributes = ()
    props: tuple[Prop, ...] = ()
    notes: tuple[Note, ...] = ()
    line: int = field(default=0, compare=False)

    def attribute(self, name: str) -> str:
        """Return an attribute, "" where it is not there."""
        return next((value for key, value in self.attributes if key == name), "")

    def prop(self, type: str) -> str:  # noqa: A002 (the standard's name)
        """Return the first property of a type, "" for none."""
        return next((prop.text for prop in self.props if prop.type == type), "")
