"""Findings in the user's language, from one PO catalogue a language.

English is the language of the templates themselves. In Chinese a template without a translation
is said in English: better a foreign word than none. Values whose names end in ``_word`` are words
of ours ("symbol", "date") and are translated too; all others are quoted from the document.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import polib

from toolkit.diagnostics.finding import Finding

WORD = "word"  # the message context of single words in the catalogue


def say(finding: Finding, lang: str = "en") -> str:
    """Return the finding's message in ``lang`` ("en", "zh"; others fall back to English)."""
    return fill(finding.template, finding.values, lang)


def fill(template: str, values: Mapping[str, str], lang: str = "en") -> str:
    """Return ``template`` in ``lang`` with its ``{names}`` filled."""
    shown = {
        key: translate(value, lang, WORD) if key.endswith("_word") else value
        for key, value in values.items()
    }
    return translate(template, lang).format_map(shown)


def translate(text: str, lang: str, context: str = "") -> str:
    """Return ``text`` of ours in ``lang``, or as it is where the catalogue has nothing."""
    return _catalogue(lang.lower().replace("_", "-").split("-")[0]).get((context, text)) or text


@cache
def _catalogue(code: str) -> Mapping[tuple[str, str], str]:
    source = files("toolkit.diagnostics") / "data" / f"{code}.po"
    if not code.isalpha() or not source.is_file():
        return {}
    entries = polib.pofile(source.read_text(encoding="utf-8"))
    return {(one.msgctxt or "", one.msgid): one.msgstr for one in entries if one.msgstr}
