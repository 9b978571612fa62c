"""The rules there are, and the choosing among them by code, family or name."""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache

import toolkit.checks.rules as package
from toolkit.checks.rule import Rule
from toolkit.discover import members
from toolkit.errors import UsageError


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, by code.

    Raises:
        RuntimeError: two rules have one code or one name.
    """
    found = sorted(members(package, Rule), key=lambda one: one.code)
    for kind in ("code", "name"):
        if len({getattr(one, kind) for one in found}) < len(found):
            raise RuntimeError(f"two rules have the same {kind}")
    return tuple(found)


def rule(key: str) -> Rule:
    """Return the rule with this code (in any case) or name.

    Raises:
        KeyError: there is none; the message names the nearest one.
    """
    wanted = key.strip()
    for one in rules():
        if wanted.upper() == one.code or wanted.lower() == one.name:
            return one
    raise KeyError(f"There is no rule “{key}”{_hint(key)}.")


def chosen(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Return the rules that ``select`` names and ``ignore`` does not, by code.

    Both take whole codes, their beginnings (``NUM``, ``NUM1``) and names; nothing selected means
    all.

    Raises:
        UsageError: a word names no rule; the message names the nearest one.
    """
    wanted = _named(select) if select else {one.code for one in rules()}
    unwanted = _named(ignore)
    return tuple(one for one in rules() if one.code in wanted and one.code not in unwanted)


def _named(words: Sequence[str]) -> set[str]:
    codes: set[str] = set()
    for word in words:
        hit = {one.code for one in rules() if _names(word.strip(), one)}
        if not hit:
            raise UsageError(
                f"There is no rule “{word}”{_hint(word)}; `undraft rules` lists them all."
            )
        codes |= hit
    return codes


def _names(word: str, one: Rule) -> bool:
    return bool(word) and (one.code.startswith(word.upper()) or one.name == word.lower())


def _hint(word: str) -> str:
    known = [name for one in rules() for name in (one.code, one.name)]
    folded = word.strip()
    near = get_close_matches(folded.upper(), known, n=1, cutoff=0.6) or get_close_matches(
        folded.lower(), known, n=1, cutoff=0.6
    )
    return f" (did you mean “{near[0]}”?)" if near else ""
