"""A Word file that was written in one language, dressed for another: fonts, figures, properties."""

from collections.abc import Callable

from toolkit.ooxml.build import tag
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.records import LANGUAGE_VARIABLE
from toolkit.ooxml.xml import Element, w
from toolkit.writers.docx_properties import set_language, set_variable, variable
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
        settings = editing.part("settings", tag("settings"))
        house = variable(settings, HOUSE_VARIABLE)
        for name in editing.related("styles")[:1]:
            styles = editing.root(name)
            set_language(styles, language, house)
            if language in _HAN:
                _name_han_font(styles)
        if house is not None:
            set_variable(settings, HOUSE_VARIABLE, language)
        set_variable(settings, LANGUAGE_VARIABLE, language)
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
