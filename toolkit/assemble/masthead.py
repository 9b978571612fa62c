"""The masthead of a filled document.

Distribution, date and original language stay in English in every version, and only translations
name their own language; the letter behind the job number is the initial of the language, and
the barcode has the figures of the job number (catalogue of document conventions, "Masthead").
"""

import re
from collections.abc import Callable, Mapping

from toolkit.assemble.clauses import say
from toolkit.assemble.faults import Fault
from toolkit.assemble.render import Renderer, Scope
from toolkit.assemble.sandbox import WordingError
from toolkit.assemble.say import EmptyValueError, NoWords
from toolkit.assemble.template import Template
from toolkit.languages.language import Language
from toolkit.model import Masthead

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEXT = "¶"
Missing = Callable[[str], str | None]


def masthead(
    template: Template,
    scope: Scope,
    renderer: Renderer,
    original: Language,
    faults: list[Fault],
    missing: Missing | None = None,
) -> Masthead:
    """Return the masthead in the language of ``renderer``; a line whose field is empty is left out.

    ``missing`` is asked for a line without words in the language, by its name; without it such a
    line is a fault.
    """
    own = renderer.language
    lines: dict[str, str | None] = {}
    for name, wording in template.text.masthead.items():
        words = say(wording, own.code)
        try:
            if words is None:
                raise NoWords(name)
            lines[name] = renderer.render(words, scope) or None
        except EmptyValueError:
            lines[name] = None
        except (WordingError, NoWords) as error:
            if missing is None or isinstance(error, WordingError):
                faults.append(_fault(template, name, error))
            else:
                lines[name] = missing(name)
    day = lines.get("date")
    if day and not _ISO.fullmatch(day):
        faults.append(_fault(template, "date", WordingError("write the date as {{ FIELD|iso }}.")))
        lines["date"] = None
    return _made(lines, own, original)


def _fault(template: Template, name: str, error: Exception) -> Fault:
    text = str(error) if isinstance(error, WordingError) else "it has no words."
    return Fault(file=template.text_path, place=f"masthead {name}", text=text)


def _made(lines: Mapping[str, str | None], own: Language, original: Language) -> Masthead:
    job, day = lines.get("job_number"), lines.get("date")
    return Masthead(
        organ=lines.get("organ"),
        symbol=lines.get("symbol"),
        distribution=lines.get("distribution"),
        date=lines.get("date"),
        language=own.name if own.code != original.code else None,
        original=original.name,
        job_number=job,
        job_letter=own.name[0] if job else None,
        stamps=(_stamp(day),) if job and day else (),
        barcode="".join(filter(str.isdecimal, job)) or None if job else None,
        body=lines.get("body"),
        session=lines.get("session"),
        venue=lines.get("venue"),
        agenda_item=lines.get("agenda_item"),
        agenda_title=_each_line(lines.get("agenda_title")),
        title=lines.get("title"),
        subtitle=lines.get("subtitle"),
    )


def _each_line(titles: str | None) -> str | None:
    """Return the titles of agenda items on lines of their own, which ``¶`` parts in a wording."""
    return "\n".join(one.strip() for one in titles.split(_NEXT)) if titles else None


def _stamp(day: str) -> str:
    """Turn 2019-09-10 into 100919, as it stands behind the job number."""
    year, month, number = day.split("-")
    return number + month + year[-2:]
