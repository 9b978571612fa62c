"""Findings in the user's language, from one PO catalogue a language.

English is the language of the templates themselves. In Chinese a template without a translation
is said in English: better a foreign word than none. Values whose names end in ``_word`` are words
of ours ("date", "above") and are translated too; those that end in ``_day`` are ISO dates, and
are written as the language writes them. All others are quoted from the document.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

import polib

from toolkit.diagnostics.finding import Finding
from toolkit.languages import by_code

WORD = "word"  # the message context of single words in the catalogue


def say(finding: Finding, lang: str = "en") -> str:
    """Return the finding's message in ``lang`` ("en", "zh"; others fall back to English)."""
    return fill(finding.template, finding.values, lang)


def fill(template: str, values: Mapping[str, object] | None = None, lang: str = "en") -> str:
    """Return a template of ours in ``lang`` with its ``{names}`` filled."""
    shown = {key: _shown(key, str(value), lang) for key, value in (values or {}).items()}
    return translate(template, lang).format_map(shown)


def translate(text: str, lang: str, context: str = "") -> str:
    """Return ``text`` of ours in ``lang``, or as it is where the catalogue has nothing."""
    return _catalogue(lang.lower().replace("_", "-").split("-")[0]).get((context, text)) or text


def _shown(key: str, value: str, lang: str) -> str:
    if key.endswith("_word"):
        return translate(value, lang, WORD)
    if key.endswith("_day"):
        try:
            return by_code(lang).format_date(date.fromisoformat(value))
        except (KeyError, ValueError):
            return value
    return value


@cache
def _catalogue(code: str) -> Mapping[tuple[str, str], str]:
    source = files("toolkit.diagnostics") / "data" / f"{code}.po"
    if not code.isalpha() or not source.is_file():
        return {}
    entries = polib.pofile(source.read_text(encoding="utf-8"))
    return {(one.msgctxt or "", one.msgid): one.msgstr for one in entries if one.msgstr}
