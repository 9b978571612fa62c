"""Translate-toolkit's checks over couples of texts, those that raise false alarms left out."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from translate.filters.checks import CheckerConfig, StandardChecker
from translate.storage.base import TranslationUnit

from toolkit.diagnostics import Finding, Severity
from toolkit.text.normalize import fold_width
from toolkit.text.scripts import is_han

LONGEST: Final = 20_000  # characters of a text; its regular expressions are not made for more

_LATIN_BESIDE_HAN: Final = re.compile(
    r"(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9/])(?=[\u3400-\u9fff])"
)
_TAG: Final = re.compile(r"</?[A-Za-z][\w.-]{0,40}[^<>]{0,400}>")
_STAND_IN: Final = re.compile(r"%(?:\([A-Za-z_]\w*\))?[-+#0]*\d*(?:\.\d+)?[sdifuxXr](?![A-Za-z])")
_BRACE: Final = re.compile(r"\{\w+\}")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[A-Za-z0-9._~/?#@!$&*+=%-]*[A-Za-z0-9/]")
_SHORT: Final = re.compile(r"\b(?:[ap]\.m|etc|Inc|Ltd|Co|No|Add|Corr|Rev|[A-Z])\.$")
_WORD: Final = re.compile(r"[a-z]{2,}")
_FINAL: Final = (".", "?", "!", "。", "？", "！")
_BRACKETS: Final = (("(", ")"), ("[", "]"), ("{", "}"))
_FEWEST: Final = 4  # words of an original that cannot stay as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Couple:
    """A text and its translation; ``path`` and ``place`` say where they stand."""

    source: str
    target: str
    path: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A check that is listened to: under which code, and how its findings are said.

    ``heard`` says in which cases it is believed, "" for always.
    """

    name: str
    code: str
    severity: Severity
    message: str
    heard: str = ""


@cache
def _table() -> Mapping[str, Any]:
    text = (files("toolkit.quality") / "data" / "checks.toml").read_text("utf-8")
    return tomllib.loads(text)


def _kept() -> Mapping[str, Kept]:
    given = _table()["kept"].items()
    return {
        name: Kept(
            name=name,
            code=one["code"],
            severity=Severity(one["severity"]),
            message=one["message"],
            heard=one.get("heard", ""),
        )
        for name, one in given
    }


KEPT: Final = MappingProxyType(_kept())
"""The checks that are listened to, by translate-toolkit's names."""

OFF: Final = MappingProxyType(dict(_table()["off"]))
"""The checks that are not, with the reason for each."""


class Quality:
    """The checks for translations into one language."""

    def __init__(self, target_lang: str) -> None:
        """Make them ready."""
        config = CheckerConfig(targetlanguage=target_lang)
        left_out: dict[str, object] = dict.fromkeys(set(self.names()) - set(KEPT))
        self._checker = StandardChecker(checkerconfig=config, excludefilters=left_out)

    @staticmethod
    def names() -> tuple[str, ...]:
        """Return every check of the translate-toolkit that is installed."""
        return tuple(sorted(StandardChecker(checkerconfig=CheckerConfig()).defaultfilters))

    def findings(self, couple: Couple, file: str) -> Iterator[Finding]:
        """Yield what is wrong with a couple; one that is too long for these checks has nothing.

        ``file`` is the name that findings carry.
        """
        if max(len(couple.source), len(couple.target)) > LONGEST:
            return
        unit = TranslationUnit(_plain(couple.source))
        unit.target = _plain(couple.target)
        for name, said in sorted(self._checker.run_filters(unit).items()):
            believed = _BELIEVED.get(name)
            if believed is None or believed(couple, str(said)):
                yield _finding(KEPT[name], couple, str(said), file)


def _finding(kept: Kept, couple: Couple, said: str, file: str) -> Finding:
    values = {"said": said} if "{said}" in kept.message else {}
    return Finding(
        code=kept.code,
        name=f"translate-{kept.name}",
        severity=kept.severity,
        template=kept.message,
        values=values,
        file=file,
        path=couple.path,
        place=couple.place,
        snippet=couple.source[:_SHOWN],
    )


_SHOWN: Final = 5_000


def _plain(text: str) -> str:
    """Return a text in half width, with a space where Latin letters meet Han."""
    return _LATIN_BESIDE_HAN.sub(" ", fold_width(text).replace("。", "."))


# -- which alarms are believed -------------------------------------------------------------
def _sentence(couple: Couple, _: str) -> bool:
    return len(_WORD.findall(couple.source)) >= _FEWEST


def _real_word(_: Couple, said: str) -> bool:
    quoted = said.partition("'")[2].rpartition("'")[0]
    return any(sign.isalpha() for sign in quoted)


def _breaks_off(couple: Couple, _: str) -> bool:
    if _SHORT.search(couple.source):
        return False
    ends = [fold_width(text).rstrip(" \"'”’）)]」")[-1:] for text in (couple.source, couple.target)]
    finals = [end in _FINAL for end in ends]
    open_ends = [end.isalnum() or is_han(end) if end else False for end in ends]
    return (finals[0] and open_ends[1]) or (finals[1] and open_ends[0])


def _unbalanced(couple: Couple, _: str) -> bool:
    return _balance(couple.source) == 0 and _balance(couple.target) != 0


def _balance(text: str) -> int:
    folded = fold_width(text)
    return sum(abs(folded.count(left) - folded.count(right)) for left, right in _BRACKETS)


def _has(pattern: re.Pattern[str]) -> Callable[[Couple, str], bool]:
    def found(couple: Couple, _: str) -> bool:
        sides = [sorted(pattern.findall(text)) for text in (couple.source, couple.target)]
        return sides[0] != sides[1]

    return found


_BELIEVED: Final[Mapping[str, Callable[[Couple, str], bool]]] = MappingProxyType(
    {
        "unchanged": _sentence,
        "doublewords": _real_word,
        "endpunc": _breaks_off,
        "brackets": _unbalanced,
        "xmltags": _has(_TAG),
        "printf": _has(_STAND_IN),
        "pythonbraceformat": _has(_BRACE),
        "urls": _has(_ADDRESS),
    }
)
