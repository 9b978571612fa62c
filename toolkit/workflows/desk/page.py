"""A pretranslated document as one page: source and target side by side, with where it came from."""

from collections.abc import Iterator
from html import escape

from toolkit.inline import shown
from toolkit.languages import Language
from toolkit.model.desk import Answered, DeskSegment, Translation
from toolkit.workflows.desk.marks import remark_of, shade
from toolkit.workflows.desk.pretranslating import Pretranslated

_STYLE = """
body { font: 16px/1.5 "Noto Serif", "Times New Roman", SimSun, serif; margin: 2em auto;
  max-width: 72em; padding: 0 1em; color: #222; background: #fff }
h1 { font-size: 1.4em; margin-bottom: 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border-top: 1px solid #ccc; padding: .4em .6em; vertical-align: top; text-align: left;
  overflow-wrap: anywhere }
th:first-child, td:first-child { width: 17%; font-size: .85em; color: #555 }
td p { margin: .3em 0 0; font-size: .8em; color: #555; white-space: pre-line }
@media print { body { max-width: none; margin: 0; font-size: 11px } tr { break-inside: avoid } }
"""
_NAMES = {
    Answered.REVIEWED: "reviewed",
    Answered.WRITTEN: "by rule",
    Answered.CONTEXT: "in context",
    Answered.EXACT: "exact",
    Answered.SUBSTITUTED: "but for values",
    Answered.FUZZY: "alike",
    Answered.UNTRANSLATED: "to translate",
}


def page(made: Pretranslated) -> str:
    """Return an HTML page that needs nothing else; inline codes are shown as numbered marks."""
    desk = made.desk
    head = desk.document.masthead
    title = escape(" ".join(one for one in (head.symbol, head.title) if one) or desk.input.path)
    counts = ", ".join(
        f"{count} {_NAMES[Answered(name)]}" for name, count in made.counts().items() if count
    )
    rows = "\n".join(_row(one, made.translations[one.id], made) for one in desk.segments)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1 lang="{desk.source.code}">{title}</h1>\n'
        f"<p>{made.coverage:.0f} % filled: {counts}</p>\n<table>\n<thead><tr>"
        f'<th scope="col">Place</th>{_head(desk.source)}{_head(desk.target)}</tr>'
        f"</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


def _head(language: Language) -> str:
    return f'<th scope="col" lang="{language.code}">{escape(language.own_name)}</th>'


def _row(segment: DeskSegment, one: Translation, made: Pretranslated) -> str:
    colour = shade(one)
    style = f' style="background:#{colour}"' if colour else ""
    source, target = made.desk.source.code, made.desk.target.code
    words = shown(one.target) if one.target is not None else ""
    return (
        f'<tr id="{segment.id}"><td>{"<br>".join(_place(segment, one))}</td>'
        f'<td lang="{source}">{escape(shown(segment.source))}</td>'
        f'<td lang="{target}"{style}>{escape(words)}{_remark(one, made)}</td></tr>'
    )


def _place(segment: DeskSegment, one: Translation) -> Iterator[str]:
    yield escape(segment.path or segment.place)
    score = f" {one.score}" if one.score not in (0, 100) else ""
    yield f"{_NAMES[one.answered]}{score}"


def _remark(one: Translation, made: Pretranslated) -> str:
    said = remark_of(one, made.desk.target)
    return f'<p lang="en">{escape(said)}</p>' if said else ""
