"""Lists that run on inside a sentence: "… namely: (a) locks; (b) ferries; and (c) buoys".

They stay whole in segments, since their items are no sentences; who wants the items asks for
them. Alike in every language: only the marks are looked at.
"""

from collections.abc import Iterable, Iterator, Sequence

from toolkit.languages.segmentation import cut
from toolkit.text.numerals import chinese_value, roman_value
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_MARK = Pattern(r"[(（]\s?([a-z]{1,2}|[ivxlc]{1,7}|\d{1,2}|[一二三四五六七八九十]{1,3})\s?[)）]")
_LEADING = Pattern(r"(?:\b(?:and|or)|以及|和|及|或)\s*$")
_BEFORE_FIRST = frozenset(":：—–-,，、;；.。")
_BEFORE_NEXT = frozenset(";；,，、.。:：")
LOOK_BACK = 12  # characters before a mark that are looked at
LEAST = 2  # items that make a list
_WORD = Pattern(r"\w")


def split_lists(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Cut segments before each item of a run-in list.

    A list has two items or more whose marks follow each other from the first: (a), (b) …; (i),
    (ii) …; (1), (2) …; (一), (二) …. Its first mark begins the segment or stands after a
    colon, a dash or other punctuation, so that "paragraphs 3 (a) and (b)" is none. Every piece but
    the opening words begins with its mark; an "and" before a mark stays with the item it follows.
    """
    return tuple(piece for span in spans for piece in _pieces(text, span))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    inner = span.of(text)
    for piece in cut(inner, _places(inner)):
        yield Span(span.start + piece.start, span.start + piece.end)


def _places(text: str) -> list[int]:
    places: list[int] = []
    run: list[tuple[int, int]] = []  # where each item begins, and where its words do
    kind = ""
    for match in _MARK.finditer(text):
        begin = match.start()
        before = _LEADING.sub("", text[max(0, begin - LOOK_BACK) : begin]).rstrip()[-1:]
        if run and before in _BEFORE_NEXT and _value(match[1], kind) == len(run) + 1:
            run.append((begin, match.end()))
        elif (not before or before in _BEFORE_FIRST) and (first := _kind_of_first(match[1])):
            places += _kept(text, run)
            kind, run = first, [(begin, match.end())]
    return places + _kept(text, run)


def _kept(text: str, run: Sequence[tuple[int, int]]) -> list[int]:
    """Return where the items of a run begin, if it is a list: all but the last have words."""
    if len(run) < LEAST:
        return []
    ends = [begin for begin, _ in run[1:]] + [len(text)]
    full = all(_WORD.search(text, words, end) for (_, words), end in zip(run, ends, strict=True))
    return [begin for begin, _ in run] if full else []


def _kind_of_first(mark: str) -> str:
    """Return the kind of a mark that may begin a list, "" for any other."""
    return {"a": "letter", "i": "roman", "1": "digit", "一": "han"}.get(mark, "")


def _value(mark: str, kind: str) -> int | None:
    if kind == "letter":
        return ord(mark) - ord("a") + 1 if len(mark) == 1 and mark.isascii() else None
    if kind == "roman":
        return roman_value(mark) if mark.isascii() and mark.isalpha() else None
    if kind == "digit":
        return int(mark) if mark.isdecimal() else None
    return chinese_value(mark) if not mark.isascii() else None
