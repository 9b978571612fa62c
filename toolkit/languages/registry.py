"""The languages there are, and which one a text is in."""

from functools import cache

import toolkit.languages as package
from toolkit.discover import members
from toolkit.languages.language import Language


@cache
def languages() -> tuple[Language, ...]:
    """Return every language, English first, since originals mostly are, then by code."""
    found = members(package, Language)  # type: ignore[type-abstract]
    return tuple(sorted(found, key=lambda one: (one.code != "en", one.code)))


def codes() -> tuple[str, ...]:
    """Return the codes of the languages, in the order of ``languages``."""
    return tuple(one.code for one in languages())


def by_code(tag: str) -> Language:
    """Return the language a BCP-47 tag names; region and script are read and set aside.

    Raises:
        KeyError: no module knows the language.
    """
    wanted = tag.strip().lower().replace("_", "-")
    for one in languages():
        if wanted == one.code or wanted in one.tags or wanted.split("-")[0] == one.code:
            return one
    raise KeyError(tag)


def detect(text: str) -> Language:
    """Return the language whose script most of the letters of ``text`` are in.

    A text with a good share of Han is Chinese even where symbols and names put in many Latin
    letters; without any letters the answer is the first language.
    """
    return max(languages(), key=lambda one: one.share(text))
