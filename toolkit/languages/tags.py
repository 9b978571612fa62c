"""Language codes as TMX files have them, and which of them mean the language asked for."""

import re
from functools import lru_cache

from toolkit.text.pattern import Pattern

_WELL_FORMED = Pattern(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"  # language, extended language
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"  # script, region
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"  # variants
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"  # extensions, private use
    r"|x(?:-[a-z0-9]{1,8})+|i-[a-z]{2,8}"
)
_SIMPLIFIED = ("zh-cn", "zh-hans", "zh-sg", "zh-my", "cmn-hans", "zh-cmn-hans", "cmn-cn")
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo", "cmn-hant", "cmn-tw", "zh-cmn-hant")
LONGEST = 60


@lru_cache(maxsize=1024)
def tag(text: str) -> str | None:
    """Return a code in lower case with hyphens ("zh_CN" is "zh-cn"), None if it is malformed."""
    code = text.strip().lower().replace("_", "-")
    if len(code) > LONGEST or not _WELL_FORMED.fullmatch(code):
        return None
    singletons = re.findall(r"-([a-z0-9])(?=-)", code.split("-x-")[0])
    return None if len(set(singletons)) < len(singletons) else code


@lru_cache(maxsize=1024)
def base(code: str) -> str:
    """Return what a code is compared by: region set aside, but Traditional Chinese kept apart.

    ``zh``, ``zh-cn`` and ``zh-hans-cn`` are ``zh``; ``zh-tw`` and ``zh-hant-hk`` are ``zh-hant``.
    """
    code = tag(code) or ""
    if _begins(code, _TRADITIONAL):
        return "zh-hant"
    if code == "cmn" or _begins(code, _SIMPLIFIED):
        return "zh"
    return code.split("-")[0]


def _begins(code: str, forms: tuple[str, ...]) -> bool:
    return any(code == form or code.startswith(form + "-") for form in forms)
