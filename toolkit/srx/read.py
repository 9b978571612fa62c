"""Reading SRX files, version 2.0 (and 1.0, which differs in its names and has one map group)."""

from collections.abc import Iterator

import regex
from lxml import etree

from toolkit.errors import InputError
from toolkit.srx.expression import translated
from toolkit.srx.rules import Mapped, SegmentationFile, Written

MOST_BYTES = 16 << 20
MOST_RULES = 20_000


def read_srx(data: bytes, name: str) -> SegmentationFile:
    """Read a file of segmentation rules; ``name`` is what messages call it.

    Extensions in other namespaces are passed over, and how inline codes are handled, since the
    texts that are cut here have none.

    Raises:
        InputError: it is not SRX, or the map names rules that are not there. Expressions are
            looked at when a language is asked for.
    """
    root = _parsed(data, name)
    cascade = next((head.get("cascade", "no") for head in _all(root, "header")), "no")
    groups = {}
    for group in _all(root, "languagerule"):
        title = group.get("languagerulename", "")
        if title in groups:
            raise InputError(f"{name}: there are two sets of rules named {title!r}; one is needed.")
        groups[title] = tuple(_rules(group, title, name))
    if sum(map(len, groups.values())) > MOST_RULES:
        raise InputError(f"{name} has more than {MOST_RULES} rules, too many to apply.")
    maps = tuple(_mapped(one, groups, name) for one in _all(root, "languagemap"))
    if not maps:
        raise InputError(f"{name} maps no language to its rules (no languagemap); add one.")
    return SegmentationFile(name=name, cascade=cascade.strip() == "yes", maps=maps)


def _parsed(data: bytes, name: str) -> etree._Element:
    if len(data) > MOST_BYTES:
        raise InputError(f"{name} has more than {MOST_BYTES >> 20} MB; that is no SRX file.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name} is not SRX: it is no well-formed XML ({error.msg}).") from None
    if next(root.iter(etree.Entity), None) is not None:
        raise InputError(f"{name} uses entities of its own, which SRX has no use for.")
    found = _local(root)
    if found != "srx":
        raise InputError(f"{name} is not SRX: its outermost element is {found}, not srx.")
    return root


def _rules(group: etree._Element, title: str, file: str) -> Iterator[Written]:
    for number, element in enumerate(_all(group, "rule"), 1):
        label = f"rule {number} of {title!r}"
        said = element.get("break", "yes").strip()
        if said not in ("yes", "no"):
            raise InputError(f'{file}: {label} has break="{said}"; yes or no was expected.')
        before, after = (_text(element, part) for part in ("beforebreak", "afterbreak"))
        yield Written(breaks=said == "yes", before=before, after=after, name=label)


def _mapped(element: etree._Element, groups: dict[str, tuple[Written, ...]], file: str) -> Mapped:
    pattern, title = element.get("languagepattern", ""), element.get("languagerulename", "")
    if title not in groups:
        raise InputError(f"{file}: the map leads to rules named {title!r}, which are not there.")
    try:
        expression = regex.compile(translated(pattern), regex.VERSION1 | regex.IGNORECASE)
    except (regex.error, ValueError, RecursionError, OverflowError) as error:
        raise InputError(
            f"{file}: the language pattern {pattern!r} cannot be read ({error})."
        ) from None
    return Mapped(pattern=expression, rules=groups[title])


def _text(element: etree._Element, part: str) -> str:
    return next(("".join(map(str, found.itertext())) for found in _all(element, part)), "")


def _all(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in element.iterdescendants(etree.Element) if _local(one) == name)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
