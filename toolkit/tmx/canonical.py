"""The canonical form of a file: what order, which identifiers, how languages are spelt.

The same entries are the same bytes, whatever order they come in; nothing they say is lost, and
nothing a clock decides is added, so that a version control system shows what changed.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from toolkit.inline import codes_to_text
from toolkit.languages.tags import base, tag
from toolkit.model.identity import path_key, worth
from toolkit.tmx.entry import Entry, Variant
from toolkit.tmx.form import TmxHeader
from toolkit.tmx.pairs import number

ALL = "*all*"  # a source language that says: any of them


def canonical(header: TmxHeader, entries: Iterable[Entry]) -> tuple[TmxHeader, list[Entry]]:
    """Return a file in canonical form.

    Languages are spelt as BCP 47 does, the source language stands first, properties are as they
    were; an entry without an identifier gets one made of its content; entries that say the very
    same are one; the order is by symbol, place and text.
    """
    ready = [_spelt(entry) for entry in entries]
    source = _source(header, ready)
    seen: dict[Entry, None] = {}
    for entry in ready:
        arranged = _arranged(entry, source)
        seen.setdefault(replace(arranged, id=arranged.id or content_id(arranged)))
    return replace(header, source_lang=source), sorted(seen, key=_place)


def content_id(entry: Entry) -> str:
    """Return the identifier of an entry that has none of its own.

    Sixteen hexadecimal figures; for two languages they are those of ``identity.unit_id``.
    """
    texts = (variant.segment.text for variant in entry.variants)
    context = (entry.prop("x-previous"), entry.prop("x-following"), entry.prop("x-symbol"))
    coded = any(variant.segment.codes for variant in entry.variants)
    codes = (codes_to_text(v.segment.codes) for v in entry.variants if coded)
    parts = (*texts, *context, *codes)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


@lru_cache(maxsize=1024)
def spelt(code: str) -> str:
    """Return a language code as BCP 47 writes it: ``ZH_hans_cn`` is ``zh-Hans-CN``.

    ``*all*`` and what is malformed stay as they are.
    """
    plain = tag(code)
    if plain is None or code == ALL:
        return code
    parts = plain.split("-")
    if "x" in parts or any(len(part) == 1 for part in parts):
        return plain  # extensions and private use have no case of their own
    return "-".join([parts[0], *(_subtag(part) for part in parts[1:])])


def _subtag(part: str) -> str:
    if part.isalpha() and len(part) in (2, 4):
        return part.upper() if len(part) == 2 else part.title()
    return part


def _spelt(entry: Entry) -> Entry:
    variants = tuple(
        v if v.lang == spelt(v.lang) else replace(v, lang=spelt(v.lang)) for v in entry.variants
    )
    attributes = tuple(
        (name, spelt(value) if name == "srclang" else value) for name, value in entry.attributes
    )
    return replace(entry, variants=variants, attributes=attributes)


def _source(header: TmxHeader, entries: Sequence[Entry]) -> str:
    """Return the source language so that it equals the code of the source segments.

    A header that has only the language gets the region of the segments if all have the same.
    """
    given = spelt(header.source_lang)
    if not given:
        firsts = Counter(entry.variants[0].lang for entry in entries if entry.variants)
        return firsts.most_common(1)[0][0] if len(firsts) == 1 else ALL
    used = {variant.lang for entry in entries for variant in entry.variants}
    like = {code for code in used if base(code) == base(given)}
    return next(iter(like)) if given not in used and len(like) == 1 else given


def _arranged(entry: Entry, source: str) -> Entry:
    first = entry.attribute("srclang") or source
    rank = {first: 0}
    order = sorted(
        entry.variants, key=lambda v: (rank.get(v.lang, 1), base(v.lang) != base(first), v.lang)
    )
    return replace(entry, variants=tuple(order))


def _place(entry: Entry) -> tuple[object, ...]:
    symbol, path = entry.prop("x-symbol"), entry.prop("x-path")
    texts = tuple(variant.segment.text for variant in entry.variants)
    context = (entry.prop("x-previous"), entry.prop("x-following"))
    codes = tuple(codes_to_text(variant.segment.codes) for variant in entry.variants)
    trust = worth(entry.prop("x-status") or "aligned", number(entry.prop("x-confidence")))
    said = (texts, context, codes, entry.id, _rest(entry))
    return (symbol, path_key(path), path, texts[:1], trust, *said)


def _rest(entry: Entry) -> str:
    return repr((entry.attributes, entry.props, entry.notes, [_said(v) for v in entry.variants]))


def _said(variant: Variant) -> tuple[object, ...]:
    return (variant.lang, variant.attributes, variant.props, variant.notes)
