"""Which style sets which part of a document, by default and as a template names it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from toolkit.errors import TemplateError
from toolkit.ooxml.xml import Element, child_val, w

DEFAULT: Mapping[str, str] = MappingProxyType(
    {
        "chapter": "_ H _Ch",
        "section": "_ H_1",
        "subsection": "_ H_2/3",
        "heading4": "_ H_4",
        "heading5": "_ H_5/6",
        "paragraph": "__Single Txt",
        "subparagraph": "Subparagraph",
        "subsubparagraph": "Subsubparagraph",
        "recommendation-heading": "Recommendation Heading",
        "recommendation-body": "Recommendation Body",
        "text": "__Single Txt",
        "annex-title": "Annex Title",
        "annex-subtitle": "Annex Subtitle",
        "caption": "caption",
        "table-text": "Table Text",
        "table-head": "Table Head",
        "footnote-text": "footnote text",
        "footnote-reference": "footnote reference",
        "hyperlink": "Hyperlink",
        "comment-text": "annotation text",
        "comment-reference": "annotation reference",
        "title": "Document Title",
        "subtitle": "Document Subtitle",
    }
)

# What stands in for a role whose style a template does not have and has not named.
_INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        "subparagraph": "paragraph",
        "subsubparagraph": "subparagraph",
        "recommendation-heading": "subsection",
        "recommendation-body": "text",
        "annex-title": "chapter",
        "annex-subtitle": "chapter",
        "heading4": "subsection",
        "heading5": "heading4",
        "caption": "text",
        "table-text": "text",
        "table-head": "table-text",
        "comment-text": "text",
    }
)
_OPTIONAL = ("footnote-reference", "hyperlink", "comment-reference", "title", "subtitle")


@dataclass(frozen=True, slots=True)
class Roles:
    """Style ids by role; "" where the template has no style for an optional role.

    ``borrowed`` are the roles for which the style of another role stands in.
    """

    ids: Mapping[str, str]
    borrowed: frozenset[str] = frozenset()

    def __getitem__(self, role: str) -> str:
        return self.ids[role]


def roles(styles: Element, named: Mapping[str, str]) -> Roles:
    """Return the style ids for all roles in a template's ``word/styles.xml``.

    ``named`` gives the names (or ids) of styles by role, as the template's manifest has them.

    Raises:
        TemplateError: a style that is named or cannot be done without is not in the template.
    """
    unknown = sorted(set(named) - set(DEFAULT))
    if unknown:
        known = ", ".join(sorted(DEFAULT))
        raise TemplateError(f"there is no role {unknown[0]!r} for a style; the roles are {known}")
    have = _ids_by_name(styles)
    ids = {role: _find(role, named, have) for role in DEFAULT}
    own = {role: have.get(named.get(role, DEFAULT[role]).casefold()) for role in DEFAULT}
    return Roles(ids, frozenset(role for role in _INSTEAD if ids[role] != own[role]))


def _find(role: str, named: Mapping[str, str], have: Mapping[str, str]) -> str:
    wanted = named.get(role, DEFAULT[role])
    if wanted.casefold() in have:
        return have[wanted.casefold()]
    if role not in named and role in _INSTEAD:
        return _find(_INSTEAD[role], named, have)
    if role in _OPTIONAL and role not in named:
        return ""
    raise TemplateError(
        f"the Word template has no style {wanted!r} for the role {role!r}; "
        "add the style in Word, or name another one for this role in template.toml"
    )


def _ids_by_name(styles: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for style in styles.iter(w("style")):
        style_id = style.get(w("styleId"), "")
        found.setdefault(style_id.casefold(), style_id)
    for style in styles.iter(w("style")):
        name = child_val(style, "name")
        if name:
            found[name.casefold()] = style.get(w("styleId"), "")
    return found
