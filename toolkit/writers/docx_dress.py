"""A Word file that was written in one language, dressed for another: fonts, figures, properties."""

from collections.abc import Callable

from toolkit.ooxml.build import tag
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.xml import Element, w
from toolkit.writers.docx_properties import set_language, variable
from toolkit.writers.house_style import HOUSE_VARIABLE

_HAN_FONT = "SimSun"
_HAN = frozenset({"zh", "ja", "ko"})
_DC_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_CORE = "docProps/core.xml"


def dress_for(language: str) -> Callable[[Editing], None]:
    """Return what sets a package's styles, variables and properties for a language code.

    Files in the house style get the house's figures for it; files of others keep their own, with a
    font for Han where they name none.
    """

    def dress(editing: Editing) -> None:
        names = editing.related("styles")
        settings = editing.related("settings")
        house = variable(editing.root(settings[0]), HOUSE_VARIABLE) if settings else None
        if names:
            styles = editing.root(names[0])
            set_language(styles, language, house)
            if language in _HAN:
                _name_han_font(styles)
        if settings and house is not None:
            _set_house(editing.root(settings[0]), language)
        if editing.has(_CORE):
            for one in editing.root(_CORE).iter(_DC_LANGUAGE):
                one.text = language

    return dress


def _name_han_font(styles: Element) -> None:
    """Give all words a font for Han where the file's defaults leave it to chance."""
    defaults = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if defaults is None:
        return
    fonts = defaults.find(w("rFonts"))
    if fonts is None:
        fonts = tag("rFonts")
        defaults.insert(0, fonts)
    theme = fonts.get(w("eastAsiaTheme"))
    named = fonts.get(w("eastAsia"), "")
    if theme is None and (not named or named.startswith("Times")):
        fonts.set(w("eastAsia"), _HAN_FONT)


def _set_house(settings: Element, language: str) -> None:
    for one in settings.iter(w("docVar")):
        if one.get(w("name")) == HOUSE_VARIABLE:
            one.set(w("val"), language)
