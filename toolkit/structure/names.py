"""Which of a masthead's names is the organ, the body, the title: by words and by place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from toolkit.languages import Language
from toolkit.structure.para import Para, Role


@dataclass(frozen=True, slots=True)
class Name:
    """A line, or lines joined, without a form of its own.

    ``upper``: it stands above the distribution block. ``met`` and ``agenda``: it stands below a
    line of the meeting (session, place and dates), below the agenda line.
    """

    text: str
    para: Para
    upper: bool
    met: bool
    agenda: bool

    def grown(self, text: str) -> "Name":
        """Return the name with its next line joined on."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Names in their places; ``left`` are those without one. ``item`` is the agenda item's."""

    organ: str | None = None
    body: str | None = None
    title: str | None = None
    subtitle: str | None = None
    item: str | None = None
    left: tuple[Name, ...] = ()


_SHORT: Final = 16


def is_outermost(para: Para) -> bool:
    """Return whether mark-up makes a paragraph a heading above all others."""
    return para.role is Role.HEADING and para.depth == 1


def is_subtitle(text: str, language: Language) -> bool:
    """Return whether a line is "Addendum", "Corrigendum" or the like."""
    words = (language.masthead.addendum, language.masthead.corrigendum)
    begins = text.strip().rstrip("*").casefold()
    return any(begins.startswith(word.casefold()) for word in words) and len(begins) <= _SHORT + 8


def is_report_title(text: str, language: Language, *, whole: bool = False) -> bool:
    """Return whether a line is the title of a report or a draft; ``whole``: begins one."""
    line = re.sub(r"\s+", " ", text.strip()).rstrip("*")
    if line.casefold().startswith(language.masthead.draft_report.casefold()):
        return True
    forms = language.masthead.report_title
    if language.spaced:
        return any(line.casefold().startswith(form.casefold()) for form in forms)
    return not whole and any(line.replace(" ", "").endswith(form) for form in forms)


def is_author(text: str, language: Language) -> bool:
    """Return whether a line is a subtitle that says whose paper it is: "Note by the …"."""
    return bool(re.search(language.masthead.author, _flat(text, language)))


def is_other_title(text: str, language: Language) -> bool:
    """Return whether a line is the title of a paper that is no report: a letter, a record."""
    return bool(re.search(language.masthead.other_title, _flat(text, language)))


def is_unfinished(text: str, language: Language) -> bool:
    """Return whether a text clearly goes on: "Conference of the Parties to the"."""
    return text.rpartition(" ")[2] in language.masthead.unfinished


def is_body(text: str, language: Language) -> bool:
    """Return whether a line is the name of a working group, committee or the like."""
    return bool(re.search(language.masthead.body, _flat(text, language)))


def _flat(text: str, language: Language) -> str:
    """Return a line as the words of a masthead are looked for in it: no note's mark at its end."""
    return re.sub(r"\s+", " " if language.spaced else "", text.strip()).rstrip("*")


def settle(
    names: Sequence[Name], language: Language, *, bare: bool = False, held: bool = False
) -> Settled:
    """Find organ, body, title and subtitle among the names, which stand in reading order.

    ``bare``: there is no masthead around them, so that the first is the title. ``held``: a line
    of the meeting is among what is around them; what stands above it is no title by its place.
    """
    at = 0 if bare and names else _title_place(names, language, held=held)
    above, title, below = list(names), None, list[Name]()
    if at is not None:
        first = _title_start(names, at, language)
        title = _join([name.text for name in names[first : at + 1]], language)
        above, below = list(names[:first]), list(names[at + 1 :])
    if title is not None and below and _goes_on(below[0], language):
        title = language.joins(title, below.pop(0).text)
    subtitle = below.pop(0).text if below and _subtitled(below[0], language) else None
    items = [name.text for name in above if name.agenda]
    organ, body, left = _bodies([name for name in above if not name.agenda], language)
    return Settled(
        organ=organ,
        body=body,
        title=title,
        subtitle=subtitle,
        item="\n".join(items) or None,
        left=(*left, *below),
    )


def _title_place(names: Sequence[Name], language: Language, *, held: bool) -> int | None:
    """Return where the title is: by its role, by its words, else the last fit name below."""

    def over_author(at: int) -> bool:
        below = names[at + 1].text if at + 1 < len(names) else ""
        return is_author(below, language) and _can_head(names[at], language)

    tests: tuple[Callable[[int], bool], ...] = (
        lambda at: names[at].para.role is Role.TITLE,
        lambda at: names[at].agenda and is_outermost(names[at].para),
        over_author,
        lambda at: is_other_title(names[at].text, language),
        lambda at: is_report_title(names[at].text, language) and not names[at].upper,
        lambda at: (
            is_report_title(names[at].text, language) and not is_body(names[at].text, language)
        ),
    )
    for test in tests:
        for at in range(len(names)):
            if test(at):
                return at
    for at in range(len(names) - 1, -1, -1):
        if not names[at].upper and not is_subtitle(names[at].text, language):
            fits = _can_head(names[at], language) and (names[at].met or not held)
            return at if fits else None
    return None


def _can_head(name: Name, language: Language) -> bool:
    """Return whether a name may be a title by its place: below the block, and no body's."""
    return not name.upper and (name.met or not is_body(name.text, language))


def _title_start(names: Sequence[Name], at: int, language: Language) -> int:
    """Return where a title begins whose first lines became names of their own."""
    while not language.spaced and at > 0 and names[at - 1].met and not names[at - 1].agenda:
        at -= 1
    return at


def _goes_on(name: Name, language: Language) -> bool:
    """Return whether a name is the rest of the title above it."""
    return language.spaced and name.text[:1].islower() and name.para.role is not Role.SUBTITLE


def _subtitled(name: Name, language: Language) -> bool:
    words = is_subtitle(name.text, language) or is_author(name.text, language)
    return words or name.para.role is Role.SUBTITLE or name.met


def _bodies(
    names: Sequence[Name], language: Language
) -> tuple[str | None, str | None, tuple[Name, ...]]:
    """Return organ, body, and the names that are neither."""
    organ: list[str] = []
    body: str | None = None
    left: list[Name] = []
    for name in names:
        if name.upper and body is None and not (organ and is_body(name.text, language)):
            organ.append(name.text)
        elif body is None and (is_body(name.text, language) or not name.met):
            body = name.text
        elif not organ and body is not None and is_body(name.text, language):
            # Two bodies and no organ above them: the first is the other's parent.
            organ, body = [body], name.text
        else:
            left.append(name)
    return _join(organ, language), body, tuple(left)


def _join(texts: Sequence[str], language: Language) -> str | None:
    if not texts:
        return None
    whole = texts[0]
    for text in texts[1:]:
        whole = language.joins(whole, text)
    return whole
