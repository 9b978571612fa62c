"""English numbers by value: "1,193", "32 per cent", "1.2 million", "twenty-three", "two thirds".

What is no number here, since the other language mostly has none in its place: a bare "one" (it
is a pronoun or an article far more often than a count), "zero", "half", "dozens", "first" before
a number ("the first eight meetings"), and figures inside symbols, dates, references, list marks
and names such as "COVID-19" or "G20".
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from toolkit.languages.english_dates import date_spans
from toolkit.languages.english_references import references
from toolkit.languages.figures import FIGURE, figure_value
from toolkit.languages.language import NumberKind, NumberMention
from toolkit.languages.mentions import hide, mark_spans, phrase_spans, symbol_spans
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.spans import Span

_WORDS = vocabulary("en")
_CARDINALS = {"one": 1, **_WORDS.values["number.cardinals"]}
_TENS = _WORDS.values["number.tens"]
_SCALES = _WORDS.values["number.scales"]
_ORDINALS = _WORDS.values["number.ordinals"]
_FRACTIONS = _WORDS.values["number.fractions"]
_ATOMS = {**_CARDINALS, **_TENS, **_SCALES, **_ORDINALS, **_FRACTIONS}

_SCALE = rf"(?:\s|-)(?P<scale>{alternation(_SCALES)})\b"
_ARABIC = re.compile(
    rf"(?<![\w.])(?<![A-Z]-){FIGURE}(?:(?P<ordinal>st|nd|rd|th)\b|s\b|(?![A-Za-z\d]))"
    rf"(?:{_SCALE})?(?P<percent>\s?(?:per\scent\b|percent\b|%))?"
)
_ATOM = rf"(?:{alternation(_ATOMS)})"
_RUN = re.compile(
    rf"(?<![\w-])(?:an?\s(?={alternation(_SCALES)}|third\sof\b|quarter\sof\b|fifth\sof\b|tenth\sof\b))?"
    rf"{_ATOM}(?:(?:\sand)?[\s-]{_ATOM}){{0,20}}\b(?!-[A-Z])",
    re.IGNORECASE,
)
_PIECE = re.compile(
    rf"(?P<article>an?)(?=\s)|(?P<and>and)(?=\s)|(?P<atom>{_ATOM})\b", re.IGNORECASE
)
_PERCENT = re.compile(r"\s(?:per\scent|percent)\b")
_IDLE = re.compile(rf"\b(?:{alternation(_WORDS.lists['number.idle'])})\b", re.IGNORECASE)
_ROUGH = re.compile(r"(?:several|few|many|some)\s$", re.IGNORECASE)


def numbers(text: str) -> tuple[NumberMention, ...]:
    """Find numbers, as ``Language.numbers`` says. A percentage is valued as printed: 32, not .32."""
    spans = [*symbol_spans(text), *date_spans(text), *mark_spans(text)]
    spans += [one.span for one in references(text)]
    hidden = hide(text, [*spans, *phrase_spans(_IDLE, text)])
    arabic = list(_arabic(hidden))
    words = _in_words(hide(hidden, [one.span for one in arabic]))
    return tuple(sorted([*arabic, *words], key=lambda one: one.span))


def _arabic(text: str) -> Iterator[NumberMention]:
    for match in _ARABIC.finditer(text):
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
        kind = NumberKind.ORDINAL if match["ordinal"] else NumberKind.CARDINAL
        yield NumberMention(
            span=Span(*match.span()),
            value=figure_value(match["figure"]) * scale,
            kind=NumberKind.PERCENT if match["percent"] else kind,
        )


def _in_words(text: str) -> Iterator[NumberMention]:
    for run in _RUN.finditer(text):
        if _ROUGH.search(text[max(0, run.start() - 8) : run.start()]):
            continue
        counts = _Counting(text)
        for piece in _PIECE.finditer(text, *run.span()):
            counts.take(piece)
        yield from counts.close()


class _Counting:
    """Adds up the words of one run; a word that cannot go on a number begins the next one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[NumberMention] = []
        self._clear()

    def _clear(self) -> None:
        self._start = self._end = -1
        self._total = self._group = self._last = 0
        self._article = self._and = False

    def take(self, piece: re.Match[str]) -> None:
        """Take the next word of the run."""
        if piece["article"]:
            self._article, self._start = True, piece.start()
            return
        if piece["and"]:
            self._and = True
            return
        word = piece["atom"].lower()
        if self._and and self._last < 100:
            self._finish(NumberKind.CARDINAL)
        if self._is_fraction(word):
            self._finish_fraction(piece, _FRACTIONS[word])
        elif word in _ORDINALS:
            self._ordinal(piece, _ORDINALS[word])
        elif word in _SCALES:
            self._scale(piece, _SCALES[word])
        elif word in _CARDINALS or word in _TENS:
            self._add(piece, _CARDINALS.get(word) or _TENS[word])

    def close(self) -> list[NumberMention]:
        """Return the numbers of the run."""
        self._finish(NumberKind.CARDINAL)
        return self._found

    def _is_fraction(self, word: str) -> bool:
        if word not in _FRACTIONS or word.startswith("hal"):
            return False
        value = self._total + self._group
        plural = word.endswith("s") and value > 1
        return plural or (value == 1 and not self._and) or (self._article and not value)

    def _finish_fraction(self, piece: re.Match[str], parts: int) -> None:
        value = Fraction(max(self._total + self._group, 1), parts)
        start = piece.start() if self._start < 0 else self._start
        self._clear()
        self._keep(Span(start, piece.end()), value, NumberKind.CARDINAL)

    def _add(self, piece: re.Match[str], value: int) -> None:
        fits = self._group % 100 == 0 if value >= 10 else self._group % 10 == 0
        if value < 10 and 0 < self._group % 100 < 20:
            fits = False
        if not fits:
            self._finish(NumberKind.CARDINAL)
        self._extend(piece)
        self._group += value
        self._last = value

    def _scale(self, piece: re.Match[str], scale: int) -> None:
        if not (self._group or self._article):
            self._finish(NumberKind.CARDINAL)
            return
        self._extend(piece)
        group = max(self._group, 1)
        self._article = False
        if scale == 100:
            self._group = group * 100
        else:
            self._total, self._group = self._total + group * scale, 0
        self._last = scale

    def _ordinal(self, piece: re.Match[str], value: int) -> None:
        if value >= 100:
            self._extend(piece)
            self._group = max(self._group, 1) * value
        else:
            self._add(piece, value)
        self._finish(NumberKind.ORDINAL)

    def _extend(self, piece: re.Match[str]) -> None:
        self._start = piece.start() if self._start < 0 else self._start
        self._end = piece.end()
        self._and = False

    def _finish(self, kind: NumberKind) -> None:
        value, span = self._total + self._group, Span(self._start, self._end)
        self._clear()
        if value <= 1 and kind is NumberKind.CARDINAL:
            return
        if kind is NumberKind.CARDINAL and (percent := _PERCENT.match(self._text, span.end)):
            span, kind = Span(span.start, percent.end()), NumberKind.PERCENT
        self._keep(span, Fraction(value), kind)

    def _keep(self, span: Span, value: Fraction, kind: NumberKind) -> None:
        if (
            self._found
            and self._found[-1].kind is NumberKind.ORDINAL
            and self._found[-1].value == 1
        ):
            self._found.pop()
        self._found.append(NumberMention(span=span, value=value, kind=kind, in_words=True))
