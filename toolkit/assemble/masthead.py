"""The masthead of a filled document.

Distribution, date and original language stay in English in every version, and only translations
name their own language (catalogue of document conventions, "Masthead").
"""

from collections.abc import Callable, Mapping
from dataclasses import fields

from toolkit.assemble.clauses import say
from toolkit.assemble.faults import Fault
from toolkit.assemble.render import Renderer, Scope
from toolkit.assemble.sandbox import WordingError
from toolkit.assemble.say import EmptyValue, NoWords
from toolkit.assemble.template import Template
from toolkit.languages.language import Language
from toolkit.model import Masthead

_OURS = ("language", "original", "stamps")
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
        except EmptyValue:
            lines[name] = None
        except (WordingError, NoWords) as error:
            if missing is None or isinstance(error, WordingError):
                faults.append(_fault(template, name, error))
            else:
                lines[name] = missing(name)
    return _made(lines, own, original)


def _fault(template: Template, name: str, error: Exception) -> Fault:
    text = str(error) if isinstance(error, WordingError) else "it has no words."
    return Fault(file=template.text_path, place=f"masthead {name}", text=text)


def _made(lines: Mapping[str, str | None], own: Language, original: Language) -> Masthead:
    known = {field.name for field in fields(Masthead)} - set(_OURS)
    return Masthead(
        language=own.name if own.code != original.code else None,
        original=original.name,
        **{name: line for name, line in lines.items() if name in known},
    )
