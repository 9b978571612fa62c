"""A stretch of a paragraph as words with inline codes, few of them: by what words look like.

Runs that look the same are one, whatever session they were typed in; the look that most of the
words have needs no code, and signs between words have no look of their own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.inline import Code, CodeKind, Segment
from toolkit.ooxml.tokens import Holder, Sort, Token, within
from toolkit.ooxml.xml import VAL, Element, elements, is_on, local, w

Look = tuple[tuple[str, str], ...]

# What a reader does not see, or what is the paragraph's business and not the words'.
_UNSEEN = frozenset(
    {"lang", "noProof", "bCs", "iCs", "szCs", "kern", "spacing", "w", "rtl", "cs", "fitText",
     "snapToGrid", "webHidden", "eastAsianLayout", "specVanish", "rFonts", "rPrChange", "position",
     "ins", "del", "moveFrom", "moveTo"}
)  # fmt: skip
_NAMED = {"b": "bold", "i": "italic", "u": "underlined", "vertAlign": "raised", "strike": "struck"}
_OFF = frozenset({"none", "baseline", "auto", "000000"})
_FONT = w("rFonts")
_SIGN_FONTS = ("symbol", "wingdings", "webdings")


@dataclass(frozen=True, slots=True)
class Native:
    """What a code stands for: a holder, a look (the properties that have it), or a token."""

    holder: Holder | None = None
    properties: Element | None = None
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """A stretch with its codes; ``base`` are the properties of words outside any code."""

    segment: Segment
    natives: Mapping[str, Native]
    base: Element | None = None
    bases: Mapping[Holder | None, Element | None] = field(default_factory=dict)


def owned(found: Sequence[Token], start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens that go with the words ``start:end``, those with words cut to them.

    Notes and ends of bookmarks at the end of the stretch are its own, and beginnings at its
    beginning; other things at its ends stand outside.
    """
    return tuple(
        _cut(one, start, end) for one in within(found, start, end) if _belongs(one, start, end)
    )


def _belongs(one: Token, start: int, end: int) -> bool:
    if one.start < one.end:
        return one.start < end and one.end > start
    if one.start == start:
        return one.sort is Sort.OPENING and start < end
    if one.start == end:
        return one.sort in (Sort.NOTE, Sort.CLOSING)
    return start < one.start < end


def look_of(properties: Element | None) -> Look:
    """Return what a reader sees of run properties, in one order; off is as good as not there."""
    if properties is None:
        return ()
    return tuple(sorted(_seen(properties)))


def _seen(properties: Element) -> Iterator[tuple[str, str]]:
    for one in elements(properties):
        name = local(one)
        if one.tag == _FONT and (one.get(w("ascii")) or "").lower().startswith(_SIGN_FONTS):
            yield "font", one.get(w("ascii"), "")
        if name in _UNSEEN:
            continue
        if name == "shd":
            fill = one.get(w("fill"), "auto")
            if fill not in _OFF:
                yield name, fill
            continue
        value = one.get(VAL)
        if value is None or value in ("1", "true", "on"):
            if name != "color":
                yield name, ""
        elif value not in _OFF or name in ("b", "i"):
            yield name, value if is_on(one) or name in ("b", "i") else "off"


def coded(text: str, found: Sequence[Token], start: int, end: int) -> Coded:
    """Return ``start:end`` of a paragraph with its codes.

    Args:
        text: that of the paragraph.
        found: its tokens.
        start: where the stretch begins.
        end: where it ends.
    """
    own = owned(found, start, end)
    bases = _bases(text, own)
    writer = _Coder(text, start, bases)
    for one in own:
        writer.take(one)
    writer.finish(end - start)
    base = bases.get(None)
    return Coded(
        Segment(text[start:end], tuple(writer.codes)),
        writer.natives,
        base[1] if base else None,
        {holder: one[1] for holder, one in bases.items()},
    )


def _cut(one: Token, start: int, end: int) -> Token:
    if one.start >= start and one.end <= end:
        return one
    cut = max(one.start, start), min(one.end, end)
    return Token(*cut, one.sort, one.parts, one.within, one.number)


def _bases(text: str, own: Sequence[Token]) -> dict[Holder | None, tuple[Look, Element | None]]:
    """Return for each holder, None for outside of all, the look that most of its words have."""
    counts: dict[Holder | None, Counter[Look]] = {}
    first: dict[tuple[Holder | None, Look], Element | None] = {}
    for one in own:
        if one.sort is not Sort.WORDS:
            continue
        holder = one.holders[-1] if one.holders else None
        look = look_of(one.properties)
        # Signs alone take the look of what stands before them, so they have no say.
        letters = sum(map(str.isalnum, text[one.start : one.end]))
        counts.setdefault(holder, Counter())[look] += letters
        first.setdefault((holder, look), one.properties)
    most = {holder: found.most_common(1)[0][0] for holder, found in counts.items()}
    return {holder: (look, first[holder, look]) for holder, look in most.items()}


class _Coder:
    def __init__(
        self, text: str, start: int, bases: Mapping[Holder | None, tuple[Look, Element | None]]
    ) -> None:
        self.codes: list[Code] = []
        self.natives: dict[str, Native] = {}
        self._text = text
        self._start = start
        self._bases = bases
        self._holders: tuple[Holder, ...] = ()
        self._look: tuple[tuple[str, str, str], ...] = ()  # at most one: id, type, native
        self._at = 0

    def take(self, one: Token) -> None:
        """Add what a token needs of codes."""
        if one.sort in (Sort.OPENING, Sort.CLOSING):
            return
        self._at = one.start - self._start
        if one.sort is Sort.WORDS:
            self.go_to(one.holders, self._looked(one))
            return
        self.go_to(one.holders, ())
        code_id = f"t{one.number}"
        self.natives[code_id] = Native(token=one)
        if one.sort is Sort.SOLID:
            self._add(CodeKind.OPEN, code_id, "object", "<object>")
            self._at = one.end - self._start
            self._add(CodeKind.CLOSE, code_id, "object", "</object>")
        else:
            kind = "note" if one.sort is Sort.NOTE else _thing(one)
            self._add(CodeKind.ALONE, code_id, kind, f"<{kind}>")

    def _looked(self, one: Token) -> tuple[tuple[str, str, str], ...]:
        """Return the code for how words look, none where they look as most do."""
        words = self._text[one.start : one.end]
        if not any(sign.isalnum() for sign in words):
            return self._look if one.holders == self._holders else ()
        holder = one.holders[-1] if one.holders else None
        look = look_of(one.properties)
        base = self._bases[holder][0]
        if look == base:
            return ()
        type_, native = _described(look, base)
        if self._look and self._look[0][2] == native and one.holders == self._holders:
            return self._look
        code_id = f"f{one.start - self._start}"
        self.natives[code_id] = Native(properties=one.properties)
        return ((code_id, type_, native),)

    def finish(self, length: int) -> None:
        """Close what is open at the end."""
        self._at = length
        self.go_to((), ())

    def go_to(self, holders: tuple[Holder, ...], look: tuple[tuple[str, str, str], ...]) -> None:
        """Close what is open and is not wanted, and open what is wanted."""
        if holders == self._holders and look == self._look:
            return
        for code_id, type_, native in self._look:
            self._add(CodeKind.CLOSE, code_id, type_, f"</{native}>")
        same = 0
        for ours, theirs in zip(self._holders, holders, strict=False):
            if ours is not theirs:
                break
            same += 1
        for one in reversed(self._holders[same:]):
            self._add(CodeKind.CLOSE, one.id, one.type, f"</{_tag(one)}>")
        for one in holders[same:]:
            self.natives[one.id] = Native(holder=one)
            self._add(CodeKind.OPEN, one.id, one.type, f"<{_tag(one)}>")
        for code_id, type_, native in look:
            self._add(CodeKind.OPEN, code_id, type_, f"<{native}>")
        self._holders, self._look = holders, look

    def _add(self, kind: CodeKind, code_id: str, type_: str, native: str) -> None:
        at = self._at
        if kind is CodeKind.CLOSE:
            at = self._behind_words()
        self.codes.append(Code(at=at, kind=kind, id=code_id, type=type_, native=native))

    def _behind_words(self) -> int:
        """Return where something closes: behind the words, before blanks that follow them."""
        least = self.codes[-1].at if self.codes else 0
        at = self._at
        while at > least and self._text[self._start + at - 1].isspace():
            at -= 1
        return max(at, least) if at > least else self._at


def _tag(holder: Holder) -> str:
    if holder.type == "link":
        return "a"
    words = holder.code.split()
    return f"{holder.type} {words[0]}" if words else holder.type


def _thing(one: Token) -> str:
    name = local(one.parts[0].element)
    return {"br": "break", "drawing": "picture", "pict": "picture", "object": "object"}.get(
        name, "thing"
    )


def _described(look: Look, base: Look) -> tuple[str, str]:
    """Return the type and the native form of a look: what it has that most words have not."""
    mine, theirs = dict(look), dict(base)
    names = [name for name in mine if mine[name] != theirs.get(name)]
    lost = [name for name in theirs if name not in mine]
    said = [_NAMED[name] for name in names if name in _NAMED and mine[name] not in ("0", "false")]
    native = [f"{name}={mine[name]}" if mine[name] else name for name in sorted(names)]
    native += [f"no-{name}" for name in sorted(lost)]
    return "-".join(said) or "look", " ".join(native)
