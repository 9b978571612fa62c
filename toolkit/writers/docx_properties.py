"""What a Word file says about itself: properties, variables, language, and footnote numbering."""

from lxml import etree

from toolkit.model import Document, Masthead
from toolkit.ooxml.build import tag, val
from toolkit.ooxml.editing import Editing
from toolkit.ooxml.xml import Element, child_val, w
from toolkit.writers.house_styles import adapt, language_figures
from toolkit.writers.title_notes import MARK

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
# What may follow w:docVars and w:footnotePr in w:settings (ISO/IEC 29500-1, 17.15.1.78).
_AFTER_VARIABLES = frozenset(
    {"rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping", "captions",
     "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade",
     "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults",
     "doNotEmbedSmartTags", "decimalSymbol",
     "listSeparator"}
)  # fmt: skip
_AFTER_NOTES = _AFTER_VARIABLES | {"endnotePr", "compat", "docVars"}


def set_properties(editing: Editing, document: Document) -> None:
    """Write title, language, and the symbol as subject; dates are that of the masthead."""
    masthead = document.masthead
    nsmap = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=nsmap)
    titles = (masthead.title, masthead.subtitle)
    title = ": ".join(MARK.sub("", one) for one in titles if one)
    for namespace, name, value in (
        (_DC, "title", title),
        (_DC, "subject", MARK.sub("", masthead.symbol or "")),
        (_DC, "creator", masthead.organ),
        (_DC, "language", document.language),
    ):
        if value:
            etree.SubElement(root, f"{{{namespace}}}{name}").text = value
    for name in ("created", "modified") if masthead.date else ():
        stamp = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        stamp.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        stamp.text = f"{masthead.date}T00:00:00Z"
    editing.add_part("docProps/core.xml", _CORE_TYPE, root)
    editing.relate_package(_CORE_RELATION, "docProps/core.xml")


def set_variables(settings: Element, masthead: Masthead, house: str | None) -> None:
    """Write the document variables that New York's templates print and search by."""
    values = {
        "Symbol1": masthead.symbol,
        "sss1": masthead.symbol,
        "FooterJN": masthead.job_number,
        "Barcode": f"*{masthead.barcode}*" if masthead.barcode else None,
        "Title1": masthead.title,
        "Session1": masthead.session,
        "Agenda1": masthead.agenda_item,
        "UndraftHouse": house,
    }
    holder = settings.find(w("docVars"))
    if holder is None:
        holder = tag("docVars")
        _insert(settings, holder, _AFTER_VARIABLES)
    for name, value in values.items():
        for old in [one for one in holder if one.get(w("name")) == name]:
            holder.remove(old)
        if value:
            holder.append(tag("docVar", name=name, val=value))
    if not len(holder):
        settings.remove(holder)


def variable(settings: Element, name: str) -> str | None:
    """Return a document variable, None where it is not set."""
    found = (one for one in settings.iter(w("docVar")) if one.get(w("name")) == name)
    return next((one.get(w("val")) for one in found), None)


def set_variable(settings: Element, name: str, value: str) -> None:
    """Set one document variable; the others stay."""
    holder = settings.find(w("docVars"))
    if holder is None:
        holder = tag("docVars")
        _insert(settings, holder, _AFTER_VARIABLES)
    for old in [one for one in holder if one.get(w("name")) == name]:
        holder.remove(old)
    holder.append(tag("docVar", name=name, val=value))


def set_footnotes(settings: Element, section: Element | None, first: int) -> None:
    """Name the separators of footnotes, and the number they begin with."""
    if settings.find(w("footnotePr")) is None:
        separators = (tag("footnote", id="-1"), tag("footnote", id="0"))
        _insert(settings, tag("footnotePr", *separators), _AFTER_NOTES)
    if first == 1 or section is None:
        return
    for old in section.findall(w("footnotePr")):
        section.remove(old)
    references = len([one for one in section if str(one.tag).endswith("Reference")])
    section.insert(references, tag("footnotePr", val("numStart", first)))


def set_language(styles: Element, language: str, made_for: str | None) -> None:
    """Set the language of the words, and with it the house's figures for it.

    ``made_for`` is the language a house template was made for, None for templates of others, whose
    figures are left alone.
    """
    if made_for is not None and made_for != language:
        adapt(styles, language)
    words = language_figures(language)
    for holder in styles.iter(w("rPr")):
        mark = holder.find(w("lang"))
        if mark is not None and _decides(holder):
            mark.set(w("val"), words["lang"])
            mark.set(w("eastAsia"), words["east_asia"])


def _decides(properties: Element) -> bool:
    """Return whether properties are those of all words: the defaults, or the default style."""
    parent = properties.getparent()
    if parent is None:
        return False
    return parent.tag == w("rPrDefault") or child_val(parent, "name") == "Normal"


def _insert(settings: Element, element: Element, after: frozenset[str]) -> None:
    """Insert before the first element that the schema wants behind it."""
    for index, one in enumerate(settings):
        if isinstance(one.tag, str) and one.tag.rpartition("}")[2] in after:
            settings.insert(index, element)
            return
    settings.append(element)
