"""What goes where: the sections of the one report, and what each takes from which part.

Everything is named by paths, which have no language: one plan serves all language versions.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the report with what stands directly under it.

    ``path`` is its place in the report ("II/A"; "" for what stands before the first heading),
    ``source`` its place in the parts; ``title_of`` names the part whose words the heading has,
    empty where all have the same. ``take`` names units, in order.
    """

    path: str
    source: str
    take: tuple[str, ...] = ()
    title_of: str = ""


@dataclass(frozen=True, slots=True)
class Dropping:
    """A unit that is left out, and why."""

    unit: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """A list of States that takes in those of others, and is put in order.

    ``units`` are the paragraphs whose lists go into that of ``into``; none to put its own list in
    order only.
    """

    into: str
    units: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole plan; ``report`` is the symbol of the draft, ``parts`` the names of its parts."""

    report: str
    parts: tuple[str, ...]
    sections: tuple[Section, ...]
    drops: tuple[Dropping, ...] = ()
    joins: tuple[Joining, ...] = ()
