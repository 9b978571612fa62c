"""The outside of a symbol: its characters, its strokes, its brackets, its organ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.symbols.codes import Codes
from toolkit.symbols.parts import SymbolError
from toolkit.text.normalize import fold_width
from toolkit.text.pattern import Pattern

LONGEST: Final = 120  # characters; the longest issued symbols have about sixty

_SHAPE: Final = Pattern(
    r"(?P<path>[A-Za-z0-9./,-]+)(?P<letter> [A-Z](?![A-Za-z0-9]))?(?P<paren> ?\([^()]*\))?"
    r"(?P<after>/[A-Za-z0-9./,-]*)?(?P<stars>\*{0,3})"
)
_PLAIN: Final = Pattern(r"[A-Za-z0-9.,]+(?:/[A-Za-z0-9.,-]+)+")
_PARENTHESIS: Final = Pattern(
    r" ?\((?:(?:19|20)[0-9]{2}|(?:E?S-)?[IVXLC]+|Parts? [IVX]+|Vol\. [IVX]+|Sect\. [1-9][0-9]*"
    r"|Resumption [1-9][0-9]*)\)"
)
_DOTTED: Final = ("Add", "Amend", "Corr", "CRP", "INF", "L", "Rev", "SC", "SR", "Summary", "WG")
_UNLISTED: Final = Pattern(r"[A-Z]{2,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A symbol cut up: parts between strokes, letter, brackets, parts after the brackets, stars."""

    parts: tuple[str, ...]
    letter: str
    parenthesis: str
    after: tuple[str, ...]
    reissue: int


def take_apart(text: str) -> Pieces:
    """Cut ``text`` up without judging what its parts mean.

    Raises:
        SymbolError: a character, a space, a stroke or a bracket stands where none may.
    """
    _check_characters(text)
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        raise SymbolError(_why_no_shape(text))
    path, paren = shape["path"], shape["paren"] or ""
    if paren and not _PARENTHESIS.fullmatch(paren):
        raise SymbolError(
            f"{paren.strip()} is not known: expected a year, a session, a part or a resumption"
        )
    after = (shape["after"] or "").removeprefix("/").split("/") if shape["after"] else []
    _check_strokes(text, [*path.split("/"), *after])
    return Pieces(
        parts=tuple(path.split("/")),
        letter=(shape["letter"] or "").strip(),
        parenthesis=paren,
        after=tuple(after),
        reissue=len(shape["stars"]),
    )


def check_organ(parts: Sequence[str], codes: Codes) -> bool:
    """Return whether the list knows the organ; False for an unlisted one before a treaty body.

    Raises:
        SymbolError: it is no organ, or stands alone.
    """
    organ = parts[0]
    if organ in codes.not_organs:
        raise SymbolError(codes.not_organs[organ])
    if len(parts) == 1 and organ in codes.organs:
        raise SymbolError(f"{organ} is an organ alone: add what follows, as in A/71/119")
    if organ in codes.organs:
        return True
    if organ.upper() in codes.organs:
        raise SymbolError(f"{organ} is in lower case: write {organ.upper()}")
    known_body = len(parts) > 1 and parts[1].partition(".")[0] in codes.treaty_bodies
    if known_body and _UNLISTED.fullmatch(organ):
        return False
    raise SymbolError(
        f"{organ} is no organ the list knows: begin with an organ such as A, S, E or ST; the organ "
        f"of a treaty is known by its body: {organ}/COP or {organ}/MOP"
    )


def _check_characters(text: str) -> None:
    if len(text) <= LONGEST and _PLAIN.fullmatch(text):
        return  # nearly every symbol
    if not text.strip():
        raise SymbolError("there is no symbol: found nothing, expected one such as A/71/119")
    if len(text) > LONGEST:
        raise SymbolError(f"{len(text)} characters are too many for a symbol: at most {LONGEST}")
    if text != text.strip():
        raise SymbolError("a space stands before or after the symbol: take it out")
    if fold_width(text) != text:
        wide = next(ch for ch in text if fold_width(ch) != ch)
        raise SymbolError(
            f"{wide} is full-width: write {fold_width(wide)} as in {fold_width(text)}"
        )
    if "\\" in text:
        raise SymbolError(r"the strokes lean the wrong way: write / for \ ")
    if "[" in text or "]" in text:
        raise SymbolError("square brackets: the year or session belongs in round brackets ( )")
    strange = next((ch for ch in text if not ch.isascii()), None)
    if strange is not None:
        raise SymbolError(f"{strange} cannot stand in a symbol: letters A-Z, figures, / and . can")
    if "/" not in text and text.count("-") > 1:
        raise SymbolError(f"hyphens stand for strokes: write {text.replace('-', '/')}")


def _check_strokes(text: str, parts: Sequence[str]) -> None:
    if not parts[0]:
        raise SymbolError("a stroke stands at the beginning: begin with the organ")
    if not parts[-1] and text.endswith("*"):
        raise SymbolError("the asterisk of a reissue follows the symbol without a stroke")
    if not parts[-1]:
        raise SymbolError("a stroke stands at the end: take it out, or add what is missing")
    if "" in parts:
        raise SymbolError(f"two strokes stand together: write {re.sub('/+', '/', text)}")


def _why_no_shape(text: str) -> str:
    if "*" in text.rstrip("*"):
        return "the asterisk of a reissue stands at the end of the symbol, without a stroke"
    if text.endswith("****"):
        return "a symbol has three asterisks at most"
    if " " in text:
        return f"a space stands inside: write {_without_spaces(text)}"
    strange = next((ch for ch in text if not re.match(r"[A-Za-z0-9./,*()-]", ch)), "(")
    return f"{strange} cannot stand there: a symbol has letters A-Z, figures, strokes and dots"


def _without_spaces(text: str) -> str:
    """Put what most likely belongs there in the place of spaces: a stroke, a dot or nothing."""
    words = re.sub(r" ?([/.]) ?", r"\1", " ".join(text.split())).split(" ")
    made = words[0]
    for word in words[1:]:
        last = re.split(r"[/.]", made)[-1]
        figures = word[0].isdecimal()
        if figures and last in _DOTTED:
            made += f".{word}"
        elif figures and last.isdecimal() and not {4} & {len(word), len(last)}:
            made += word  # a figure that was broken apart; those of four are years
        else:
            made += f"/{word}"
    return made
