"""What in a Chinese sentence says that a reference leads to another document."""

from toolkit.languages.mentions import HIDDEN
from toolkit.languages.reference import Outside, RefKind
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.pattern import Pattern
from toolkit.text.spans import Span

_LISTS = vocabulary("zh").lists
_SIDES = "上文|上述|以上|前文|前述|上面|下文|下述|以下|后文|后述|下面"
_HERE = Pattern(rf"(?:{alternation(_LISTS['reference.here'])})(?:的)?(?:(?:{_SIDES})(?:的)?\s?)?$")
_BRACKET = rf"(?:[（(][^（()）]{{0,40}}[)）]|{HIDDEN}+)?"
_ABOUT = r"(?:(?:关于|有关)[^，。；：！？]{1,24}的)?"
_TAIL = r"(?:的|中|内|之)?(?:执行部分|序言部分)?(?:的)?\s?$"
_COMMA = r"[，,、]?\s?"
_SAME_BEFORE = Pattern(rf"(?P<witness>同上){_COMMA}{_TAIL}")
_SYMBOL_BEFORE = Pattern(
    rf"(?P<witness>{HIDDEN}+){_BRACKET}(?:号文件)?(?:附件)?{_ABOUT}{_COMMA}{_TAIL}"
)
# After the word for a text a comma begins something new (决定，第 9 段…), after its title not.
_NAMED_BEFORE = Pattern(
    rf"(?P<witness>{alternation(_LISTS['reference.elsewhere'])})"
    rf"{_BRACKET}(?:附件)?{_ABOUT}(?:(?<=》){_COMMA})?{_TAIL}"
)
_MEETING_BEFORE = Pattern(
    r"(?P<witness>(?:第\s?[一二三四五六七八九十百]{1,5}|上一?|前[一二两三四五六七八九十]?|以往)"
    r"(?:次|届)(?:会议|常会)?)(?:上)?(?:通过|提出|商定|作出)?(?:的)?\s?$"
)
_OPERATIVE_BEFORE = Pattern(r"(?P<witness>执行部分|序言部分)(?:的)?\s?$")
_LOOK_BACK = 64
_BEFORE = (
    (_SAME_BEFORE, Outside.SAME),
    (_SYMBOL_BEFORE, Outside.SYMBOL),
    (_NAMED_BEFORE, Outside.NAMED),
    (_OPERATIVE_BEFORE, Outside.NAMED),
)


def outside(text: str, start: int, kind: RefKind) -> tuple[Outside, Span] | None:
    """Return why the reference that begins at ``start`` leads out, and the words; else None.

    ``text`` has symbols and the references to resolutions and articles hidden.
    """
    head = max(0, start - _LOOK_BACK)
    if _HERE.search(text, head, start):
        return None
    more = ((_MEETING_BEFORE, Outside.NAMED),) if kind is RefKind.RECOMMENDATION else ()
    for pattern, why in (*_BEFORE, *more):
        match = pattern.search(text, head, start)
        if match:
            return why, Span(*match.span("witness"))
    return None
