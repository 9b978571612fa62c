"""A lineage as a page: what became of each item, with the word difference beside it.

One file without scripts or anything to fetch. What is only in the draft and what is new are
marked up as deletions and insertions, so that they are told apart without colour and read aloud.
"""

from collections.abc import Iterator, Sequence
from html import escape

from toolkit.diagnostics.catalogue import fill
from toolkit.lineage import Change, Descent, Item
from toolkit.workflows.lineages.tracing import Traced
from toolkit.workflows.lineages.values import HEADINGS, NONE, facts, said, summary

_STYLE = """
:root { color-scheme: light dark; --line: #8887; --link: #0a5ca8; --soft: #555; --in: #d9f2d9;
  --out: #ffdcd6; }
@media (prefers-color-scheme: dark) { :root { --link: #8cc4ff; --soft: #bbb; --in: #17391f;
  --out: #5a1e16; } }
body { font: 1rem/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  margin: 1.5rem auto; max-width: 82rem; padding: 0 1rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
thead th { position: sticky; top: 0; background: Canvas; }
tbody th { font-weight: 600; }
col.item { width: 14%; } col.drafts { width: 18%; } col.fate { width: 16%; }
ins { background: var(--in); } del { background: var(--out); }
.words { white-space: pre-wrap; margin: .3rem 0 0; }
.sure { color: var(--soft); }
@media print { thead th { position: static; } details > * { display: block; } }
"""


def as_page(traced: Traced, lang: str) -> bytes:
    """Return a whole page; ``lang`` is that of our words, the documents' keep their own."""
    title = fill("Lineage", None, lang)
    body = "\n".join(
        [
            f'<a class="skip" href="#items">{escape(fill("Go to the text", None, lang))}</a>',
            f"<header><h1>{escape(title)}</h1>{_files(traced, lang)}"
            f"<p>{escape(summary(traced.descents, lang))}</p></header>",
            '<main id="items">',
            *(f'<p role="note">{escape(why)}</p>' for _, why in traced.doubted(lang)),
            *_tables(traced, lang),
            "</main>",
        ]
    )
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _files(traced: Traced, lang: str) -> str:
    """Return what was compared, with digests, so that the page says of what it is true."""
    names = [*("Draft" for _ in traced.drafts), "Final report", *("Witness" for _ in traced.second)]
    rows = (
        f"<dt>{escape(fill(name, None, lang))}</dt>"
        f"<dd>{escape(one.document.masthead.symbol or '')} {escape(one.input.path)} "
        f"<code>{one.input.sha256[:16]}</code></dd>"
        for name, one in zip(names, traced.loaded, strict=True)
    )
    return f"<dl>{''.join(rows)}</dl>"


def _tables(traced: Traced, lang: str) -> Iterator[str]:
    heads = ("Final report", "Draft", "What became of it", "Evidence")
    head = "".join(f'<th scope="col">{escape(fill(one, None, lang))}</th>' for one in heads)
    for kind, heading in HEADINGS.items():
        some = [one for one in traced.descents if one.kind is kind]
        if not some:
            continue
        name = escape(fill(heading, None, lang))
        yield f'<section aria-label="{name}"><h2>{name}</h2><table>'
        yield f"<caption>{escape(summary(some, lang))}</caption>"
        yield '<colgroup><col class="item"><col class="drafts"><col class="fate"><col></colgroup>'
        yield f"<thead><tr>{head}</tr></thead><tbody>"
        yield from (_row(one, lang) for one in some)
        yield "</tbody></table></section>"


def _row(one: Descent, lang: str) -> str:
    return (
        f'<tr class="{one.relation.value}"><th scope="row">{_items(one.final, symbols=False)}</th>'
        f"<td>{_items(one.draft, symbols=True)}</td>"
        f"<td>{escape(', '.join(facts(one, lang)))} "
        f'<span class="sure">({one.confidence:.2f})</span></td>'
        f"<td>{escape(said(one, lang))}{_difference(one, lang)}</td></tr>"
    )


def _items(items: Sequence[Item], *, symbols: bool) -> str:
    if not items:
        return NONE
    return "<br>".join(
        escape(f"{one.symbol} {one.path}" if symbols and one.symbol else one.path) for one in items
    )


def _difference(one: Descent, lang: str) -> str:
    if not one.changes:
        return ""
    words = "".join(_change(change) for change in one.changes)
    name = escape(fill("Word difference", None, lang))
    language = escape(one.final[0].language)
    shown = f'<p class="words" lang="{language}">{words}</p>'
    return f"<details><summary>{name}</summary>{shown}</details>"


def _change(change: Change) -> str:
    element = {"-": "del", "+": "ins"}.get(change.sign)
    text = escape(change.text)
    return f"<{element}>{text}</{element}>" if element else text
