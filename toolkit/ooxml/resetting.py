"""A paragraph's words set anew, with everything among them kept.

A paragraph is taken to pieces (``tokens.py``) and put together again: stretches that get new words
between the parts that stay. Links, fields and controls go where the codes of the new words say;
what has no code there stands behind them, so that nothing is lost.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypeVar

from toolkit.inline import Code, CodeKind, Segment
from toolkit.ooxml.build import run, tag, words_element
from toolkit.ooxml.coding import Coded, coded, owned
from toolkit.ooxml.dressing import dressed, empty_shell, shaded
from toolkit.ooxml.tokens import Holder, Part, Sort, Token
from toolkit.ooxml.tracing import is_words
from toolkit.ooxml.xml import Element, elements, w

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True)
class Reset:
    """What becomes of ``start:end`` of a paragraph's text.

    ``target`` None leaves the words. ``fill`` is the colour behind them, "" for none; ``marks``
    are elements to stand before and behind them, such as the ends of a comment.
    """

    start: int
    end: int
    target: Segment | None = None
    fill: str = ""
    marks: tuple[Sequence[Element], Sequence[Element]] = ((), ())


def reset(
    paragraph: Element, text: str, found: Sequence[Token], resets: Sequence[Reset], *, han: bool
) -> None:
    """Set stretches of a paragraph anew.

    Args:
        paragraph: the ``w:p``; changed in place.
        text: its words as read.
        found: its tokens.
        resets: stretches in order, none overlapping another.
        han: whether the new words are of a language written in Han.
    """
    owners = {
        token.number: number
        for number, one in enumerate(resets)
        for token in owned(found, one.start, one.end)
    }
    codes = [
        None if one.target is None else coded(text, found, one.start, one.end) for one in resets
    ]
    page = _Page(text, han=han)
    ends = [one.end for one in resets]
    done: set[int] = set()
    for token in found:
        at = token.start
        for number in _met(resets, ends, token, owners):
            page.stay(token, at, min(resets[number].start, token.end))
            if number not in done:
                done.add(number)
                page.stretch(resets[number], codes[number], owned_by(found, resets[number]))
            at = max(at, resets[number].end)
        if token.number not in owners or at < token.end:
            page.stay(token, at, token.end)
    for number, one in enumerate(resets):
        if number not in done:
            page.stretch(one, codes[number], ())
    page.hold(())
    for child in [one for one in paragraph if one.tag != w("pPr")]:
        paragraph.remove(child)
    paragraph.extend(page.roots)


def owned_by(found: Sequence[Token], one: Reset) -> tuple[Token, ...]:
    """Return the tokens of a stretch."""
    return owned(found, one.start, one.end)


def _met(
    resets: Sequence[Reset], ends: Sequence[int], token: Token, owners: Mapping[int, int]
) -> list[int]:
    """Return the stretches that a token has a part in, in order; ``ends`` are theirs."""
    if token.start == token.end:
        return [owners[token.number]] if token.number in owners else []
    first = bisect_right(ends, token.start)
    met = takewhile(lambda number: resets[number].start < token.end, range(first, len(resets)))
    return list(met)


@dataclass(slots=True)
class _Page:
    """Takes parts one after the other and holds them as they are to be held."""

    text: str
    han: bool
    roots: list[Element] = field(default_factory=list)
    _holders: list[tuple[Holder, Element | None]] = field(default_factory=list)
    _used: set[Holder] = field(default_factory=set)
    _kept: set[int] = field(default_factory=set)  # tokens without words that stand already
    _run: Element | None = None
    _look: tuple[Element | None, str] = (None, "")

    # -- what stays ------------------------------------------------------------------------
    def stay(self, token: Token, start: int, end: int, fill: str = "") -> None:
        """Put what stands in ``start:end`` of a token as it is."""
        if token.sort is not Sort.WORDS:
            self.whole(token)
            return
        if start >= end:
            return
        self.hold(token.holders)
        element, properties = token.parts[0].element, token.properties
        if is_words(element):
            element = words_element(self.text[start:end])
        self._in_run([element], properties, fill)

    def whole(self, token: Token) -> None:
        """Put a token that is not words, once."""
        if token.number not in self._kept:
            self.hold(token.holders)
            self._once(token)

    def _once(self, token: Token) -> None:
        if token.number not in self._kept:
            self._kept.add(token.number)
            self._parts(token.parts)

    def _parts(self, parts: Iterable[Part], *, copies: bool = False) -> None:
        for one in parts:
            element = deepcopy(one.element) if copies else one.element
            if one.in_run:
                self._in_run([element], one.properties, "")
            else:
                self._put(element)

    # -- stretches -------------------------------------------------------------------------
    def stretch(self, one: Reset, code: Coded | None, own: Sequence[Token]) -> None:
        """Put a stretch: its words as they are, or new ones."""
        first = [token for token in own if token.sort is Sort.OPENING]
        for token in first:
            self.whole(token)
        self._marks(one.marks[0])
        if code is None or one.target is None:
            for token in own:
                if token.sort is not Sort.CLOSING:
                    self.stay(token, max(token.start, one.start), min(token.end, one.end), one.fill)
        else:
            self._new_words(one, one.target, code)
            for token in own:
                if token.sort in (Sort.NOTE, Sort.THING, Sort.SOLID):
                    self.whole(token)
        self._marks(one.marks[1])
        for token in own:
            if token.sort is Sort.CLOSING:
                self.whole(token)

    def _marks(self, marks: Sequence[Element]) -> None:
        if marks:
            self.hold(())
        for one in marks:
            self._put(one)

    def _new_words(self, one: Reset, target: Segment, code: Coded) -> None:
        state = _State()
        at = 0
        for sign in sorted(target.codes, key=lambda found: found.at):
            self._say(target.text[at : sign.at], state, code, one.fill)
            at = max(at, sign.at)
            self._obey(sign, state, code)
        self._say(target.text[at:], state, code, one.fill)

    def _obey(self, sign: Code, state: "_State", code: Coded) -> None:
        native = code.natives.get(sign.id)
        opens = sign.kind is CodeKind.OPEN
        if native is None:
            return
        if native.holder is not None:
            state.turn(state.holders, native.holder, opens=opens)
        elif native.token is None:
            state.turn(state.looks, (sign.id, native.properties), opens=opens)
        else:
            if native.token.sort is Sort.SOLID:
                state.mute = opens and native.token.number not in self._kept
            self.hold(tuple(state.holders))
            self._once(native.token)

    def _say(self, text: str, state: "_State", code: Coded, fill: str) -> None:
        if not text or state.mute:
            return
        self.hold(tuple(state.holders))
        inner = state.holders[-1] if state.holders else None
        properties = state.looks[-1][1] if state.looks else code.bases.get(inner, code.base)
        content = [one for one in elements(run(text)) if one.tag != w("rPr")]
        self._in_run(content, dressed(properties, text, han=self.han), fill, fresh=True)

    # -- elements --------------------------------------------------------------------------
    def hold(self, wanted: tuple[Holder, ...]) -> None:
        """Close what holds and is not wanted, open what is wanted."""
        same = 0
        for (ours, _), theirs in zip(self._holders, wanted, strict=False):
            if ours is not theirs:
                break
            same += 1
        while len(self._holders) > same:
            one, _ = self._holders[-1]
            self._parts(one.behind, copies=True)
            self._holders.pop()
            self._run = None
        for one in wanted[same:]:
            self._open(one)

    def _open(self, one: Holder) -> None:
        again = one in self._used
        self._used.add(one)
        if one.shell is None:
            self._holders.append((one, self._container()))
            self._parts(one.before, copies=True)
            return
        if again and one.type == "control":
            self._holders.append((one, self._container()))
            return
        shell, inside = empty_shell(one.shell)
        self._put(shell)
        self._holders.append((one, inside))

    def _container(self) -> Element | None:
        return self._holders[-1][1] if self._holders else None

    def _put(self, element: Element) -> None:
        self._run = None
        element.tail = None
        holder = self._container()
        if holder is None:
            self.roots.append(element)
        else:
            holder.append(element)

    def _in_run(
        self,
        content: Sequence[Element],
        properties: Element | None,
        fill: str,
        *,
        fresh: bool = False,
    ) -> None:
        """Put the content of a run, into the last run where that looks the same."""
        look = (properties, fill)
        if self._run is None or fresh or look != self._look:
            made = tag("r")
            own = shaded(properties, fill)
            if own is not None:
                made.append(own)
            self._put(made)
            self._run, self._look = made, look
        if self._run is not None:
            for one in content:
                one.tail = None
                self._run.append(one)


@dataclass(slots=True)
class _State:
    """What is open among the codes of new words."""

    holders: list[Holder] = field(default_factory=list)
    looks: list[tuple[str, Element | None]] = field(default_factory=list)
    mute: bool = False  # words that a thing says already

    @staticmethod
    def turn(among: list[_One], one: _One, *, opens: bool) -> None:
        """Open or close one."""
        if opens and one not in among:
            among.append(one)
        elif not opens and one in among:
            among.remove(one)
