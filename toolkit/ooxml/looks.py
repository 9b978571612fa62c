"""How a run looks: its own properties, its character style, and the style of its paragraph."""

from dataclasses import dataclass

from toolkit.ooxml.styles import StyleSheet
from toolkit.ooxml.xml import VAL, Element, first_child, is_on, w

_R_PR = w("rPr")
_R_STYLE = w("rStyle")
_B = w("b")
_I = w("i")
_VANISH = w("vanish")


@dataclass(frozen=True, slots=True)
class RunLook:
    """What of a run's looks matters to a reader; ``plain_bold``: its paragraph's style is bold."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    plain_bold: bool = False


# What the properties of a run say themselves: character style, bold, italic, hidden.
_Said = tuple[str | None, bool | None, bool | None, bool | None]
_NOTHING: _Said = (None, None, None, None)


class Looks:
    """The looks of a part's runs; runs are many, looks are few, and each is worked out once."""

    def __init__(self, styles: StyleSheet) -> None:
        self._styles = styles
        self._known: dict[tuple[str | None, _Said], RunLook] = {}

    def of(self, run: Element, style: str | None) -> RunLook:
        """Return the look of a run in a paragraph of ``style``, None for the default one."""
        properties = first_child(run, _R_PR)
        said = _NOTHING if properties is None else _said(properties)
        look = self._known.get((style, said))
        if look is None:
            look = self._known[style, said] = self._work_out(said, style)
        return look

    def _work_out(self, said: _Said, style: str | None) -> RunLook:
        character, bold, italic, hidden = said
        paragraph = self._styles.look(style)

        def on(direct: bool | None, what: str, by_paragraph: bool) -> bool:
            if direct is not None:
                return direct
            # Word adds toggles of the two kinds of style up: bold in bold is plain.
            by_character = bool(character) and self._styles.flag(character, what)
            return by_character != by_paragraph

        return RunLook(
            bold=on(bold, "bold", paragraph.bold),
            italic=on(italic, "italic", paragraph.italic) and not paragraph.italic,
            hidden=on(hidden, "hidden", paragraph.hidden),
            plain_bold=paragraph.bold,
        )


def _said(properties: Element) -> _Said:
    """Return what a ``w:rPr`` says, in one pass over it."""
    character, bold, italic, hidden = _NOTHING
    for one in properties:
        tag = one.tag
        if tag == _B:
            bold = is_on(one)
        elif tag == _I:
            italic = is_on(one)
        elif tag == _VANISH:
            hidden = is_on(one)
        elif tag == _R_STYLE:
            character = one.get(VAL)
    return character, bold, italic, hidden
