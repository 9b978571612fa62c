"""A redline as one page that needs nothing else.

What went and came is marked up as deletions and insertions, so that it is told apart without
colour and read aloud; what moved has a link to its other place.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from toolkit.diagnostics.catalogue import fill
from toolkit.model import Block, Kind, Masthead
from toolkit.model.merged import Laid, laid_out, spans_of
from toolkit.model.redline import Op, Piece, Redline, Row

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8887; --link: #0a5ca8; --soft: #555; --in: #d9f2d9;
  --out: #ffdcd6; --move: #dbe7fa; }
@media (prefers-color-scheme: dark) { :root { --link: #8cc4ff; --soft: #bbb; --in: #17391f;
  --out: #5a1e16; --move: #1c3357; } }
body { font: 1rem/1.6 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  margin: 1.5rem auto; max-width: 52rem; padding: 0 1rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
ins { background: var(--in); text-decoration: underline; }
del { background: var(--out); text-decoration: line-through; }
.moved { background: var(--move); }
.row { border-left: .25rem solid transparent; padding-left: .75rem; overflow-wrap: anywhere; }
.changed { border-color: var(--line); }
.row p, .row h2, .row h3, .row h4 { margin: .5rem 0; white-space: pre-wrap; }
.where { color: var(--soft); font-size: .85rem; }
.item { margin-left: 2rem; }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .2rem .5rem; }
.note { font-size: .85rem; }
"""

Facts = Sequence[tuple[str, str]]


def write_page(
    redline: Redline, facts: Facts, summary: str, not_compared: Sequence[str], lang: str
) -> bytes:
    """Return the page.

    Args:
        redline: what is to be shown.
        facts: names and values that say which files were compared.
        summary: what changed, in a sentence.
        not_compared: what the redline says nothing of, a sentence each.
        lang: the language of the page's own words.
    """
    title = fill("Redline", None, lang)
    omitted = "".join(f"<li>{escape(one)}</li>" for one in not_compared)
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts)
    content = "\n".join(_rows(redline, lang))
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#text">{escape(fill("Go to the text", None, lang))}</a>\n'
        f"<header><h1>{escape(title)}</h1><dl>{rows}</dl><p>{escape(summary)}</p>\n"
        f"<h2>{escape(fill('Not compared', None, lang))}</h2><ul>{omitted}</ul></header>\n"
        f'<main id="text" lang="{escape(redline.new.language)}">\n{content}\n</main>\n'
        "</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _rows(redline: Redline, lang: str) -> Iterator[str]:
    yield from _masthead(redline.old.masthead, redline.new.masthead)
    seen: set[tuple[int, bool]] = set()
    for row in redline.rows:
        yield _row(row, lang, seen)


def _masthead(old: Masthead, new: Masthead) -> Iterator[str]:
    for name in ("symbol", "distribution", "date", "body", "venue", "title", "subtitle"):
        before, after = getattr(old, name) or "", getattr(new, name) or ""
        if before == after:
            yield f'<div class="row"><p>{escape(after)}</p></div>' if after else ""
            continue
        gone = f"<del>{escape(before)}</del>" if before else ""
        come = f"<ins>{escape(after)}</ins>" if after else ""
        yield f'<div class="row changed"><p>{gone}{come}</p></div>'


def _row(row: Row, lang: str, seen: set[tuple[int, bool]]) -> str:
    block = row.new or row.old
    if block is None:
        return ""
    inner = _moved(row, block, lang, seen) if row.move is not None else _plain(row, block)
    changed = " changed" if _is_changed(row) else ""
    return f'<div class="row{changed}">{inner}</div>'


def _is_changed(row: Row) -> bool:
    if row.old is None or row.new is None:
        return True
    cells = (piece for line in row.cells for cell in line for piece in cell)
    pieces = any(one.op is not Op.SAME for one in (*row.pieces, *cells))
    labels = (row.old.label, row.old.continued) != (row.new.label, row.new.continued)
    return pieces or labels


def _plain(row: Row, block: Block) -> str:
    if row.old is not None and row.new is not None:
        if row.cells:
            return _table(row.new, [[_pieces(cell) for cell in line] for line in row.cells])
        return _framed(block, _label(row.old, row.new), _pieces(row.pieces))
    element = "del" if row.new is None else "ins"
    return _whole(block, element)


def _whole(block: Block, element: str) -> str:
    if block.rows:
        cells = [[f"<{element}>{escape(cell)}</{element}>" for cell in line] for line in block.rows]
        return _table(block, cells)
    label = f"<{element}>{escape(block.label)}</{element}> " if block.label else ""
    notes = "".join(_note(note.number, note.text) for note in block.notes)
    return _framed(block, label, f"<{element}>{escape(block.text)}{notes}</{element}>")


def _moved(row: Row, block: Block, lang: str, seen: set[tuple[int, bool]]) -> str:
    """Return a block that moved: struck out where it was, with its changes where it is."""
    left = row.new is None
    here, there = ("from", "to") if left else ("to", "from")
    words = fill("Moved from here" if left else "Moved to here", None, lang)
    other = fill("to its new place" if left else "from its old place", None, lang)
    first = (row.move or 0, left) not in seen
    seen.add((row.move or 0, left))
    name = f' id="{here}-{row.move}"' if first else ""
    link = f'<a href="#{there}-{row.move}">{escape(other)}</a>'
    if left:
        inner = _whole(block, "del")
    else:
        label = f"<ins>{escape(block.label)}</ins> " if block.label else ""
        inner = _framed(block, label, _pieces(row.pieces))
    return f'<div class="moved"{name}><p class="where">{escape(words)} ({link})</p>{inner}</div>'


def _framed(block: Block, label: str, words: str) -> str:
    if block.kind is Kind.HEADING:
        level = min(max(block.level or 1, 1), 3) + 1
        return f"<h{level}>{label}{words}</h{level}>"
    cls = ' class="item"' if block.kind is Kind.ITEM else ""
    return f"<p{cls}>{label}{words}</p>"


def _label(old: Block, new: Block) -> str:
    before, after = old.label or "", new.label or ""
    if before == after:
        return f"{escape(after)} " if after else ""
    gone = f"<del>{escape(before)}</del>" if before else ""
    come = f"<ins>{escape(after)}</ins>" if after else ""
    return f"{gone}{come} "


def _table(block: Block, cells: Sequence[Sequence[str]]) -> str:
    lines = (
        "".join(_cell(one, words) for one, words in zip(laid, line, strict=True))
        for laid, line in zip(laid_out(block), cells, strict=True)
    )
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _cell(one: Laid, words: str) -> str:
    if one.covered:
        return ""
    spans = "".join(f' {name}="{value}"' for name, value in spans_of(one).items())
    return f"<td{spans}>{words}</td>"


_ELEMENTS: Final[Mapping[Op, str]] = {Op.GONE: "del", Op.COME: "ins"}


def _pieces(pieces: Sequence[Piece]) -> str:
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    inner = escape(piece.text)
    if piece.note is not None:
        inner = _note(piece.note.number, piece.note.text)
    if piece.italic:
        inner = f"<em>{inner}</em>"
    if piece.bold:
        inner = f"<strong>{inner}</strong>"
    if piece.link.startswith(("http://", "https://", "mailto:")):
        inner = f'<a href="{escape(piece.link)}">{inner}</a>'
    element = _ELEMENTS.get(piece.op)
    return f"<{element}>{inner}</{element}>" if element else inner


def _note(number: str, text: str) -> str:
    return f'<span class="note"> [{escape(number)}: {escape(text)}]</span>'
