"""An alignment as a page: what to look at first, then all pairs side by side.

One file without scripts or anything to fetch; every list links to the pair it is about.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from toolkit.align.bead import Bead
from toolkit.align.differences import Difference, differences
from toolkit.workflows.alignment.aligning import Aligned, Verdict, is_doubtful
from toolkit.workflows.alignment.doubts import doubts

_STYLE = """
:root { color-scheme: light dark; --line: #8887; --warn: #fff1c2; --bad: #ffdcd6; --good: #e0f2e0;
  --link: #0a5ca8; --soft: #555; }
@media (prefers-color-scheme: dark) {
  :root { --warn: #4a3b00; --bad: #5a1e16; --good: #17391f; --link: #8cc4ff; --soft: #bbb; } }
body { font: 1rem/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  margin: 1.5rem auto; max-width: 82rem; padding: 0 1rem; }
:lang(zh) { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; padding: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
thead th { position: sticky; top: 0; background: Canvas; }
tbody th { font-weight: normal; }
.pairs { table-layout: fixed; }
.pairs col.place { width: 13%; } .pairs col.sure { width: 11%; }
td p { margin: 0 0 .3rem; } td p:last-child { margin: 0; }
.none { color: var(--soft); font-style: italic; }
.doubtful { background: var(--warn); } .omission, .wrong { background: var(--bad); }
.reviewed, .approved { background: var(--good); }
tr { scroll-margin-top: 3rem; }
tr:target { outline: 3px solid var(--link); outline-offset: -3px; }
@media print {
  nav, .skip { display: none; } thead th { position: static; } tr { break-inside: avoid; }
  body { margin: 0; max-width: none; font-size: 9pt; } a { color: inherit; } }
"""


def as_html(aligned: Aligned) -> bytes:
    """Return the page. Its frame is in English, each text in the language it is in."""
    title = escape(aligned.origin.symbol or aligned.inputs[0].path)
    judged = tuple(aligned.judged())
    doubtful = [i for i, one in enumerate(judged) if is_doubtful(*one)]
    doubtful.sort(key=lambda i: (aligned.beads[i].confidence, i))
    missing = [i for i, (bead, _) in enumerate(judged) if not bead.source or not bead.target]
    found = _placed_differences(aligned)
    page = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Alignment: {title}</title><style>{_STYLE}</style></head><body>",
        '<a class="skip" href="#pairs">Go to all pairs</a>',
        f"<header><h1>Alignment: {title}</h1>",
        *_facts(aligned),
        *_contents(len(doubtful), len(found), len(missing), len(judged)),
        "</header><main>",
        *_doubtful(doubtful, aligned),
        *_differences(found, aligned),
        *_omissions(missing, aligned),
        *_pairs(judged, aligned),
        "</main></body></html>\n",
    ]
    return "\n".join(page).encode("utf-8", "replace")


def _facts(aligned: Aligned) -> Iterator[str]:
    yield "<dl>"
    for language, given in zip(aligned.languages, aligned.inputs, strict=True):
        yield f"<dt>{escape(language.name)}</dt><dd>{escape(given.path)}</dd>"
    pairs = sum(1 for bead in aligned.beads if bead.source and bead.target)
    yield f"<dt>Pairs</dt><dd>{pairs}, {aligned.confidence:.2f} sure on the whole</dd>"
    for sentence in doubts(aligned):
        yield f'<dt>Doubt</dt><dd class="wrong">{escape(sentence)}</dd>'
    if aligned.review:
        lost = len(aligned.review.lost)
        yield (
            f"<dt>Review</dt><dd>{aligned.review.applied} rows put in, {aligned.review.wrong} of "
            f"them marked wrong; {lost} not applied</dd>"
        )
    yield "</dl>"


def _contents(doubtful: int, differing: int, missing: int, pairs: int) -> Iterator[str]:
    yield '<nav aria-label="Contents"><ul>'
    for name, text, count in (
        ("doubtful", "Doubtful", doubtful),
        ("differences", "Differences", differing),
        ("omissions", "Omissions", missing),
        ("pairs", "All pairs", pairs),
    ):
        yield f'<li><a href="#{name}">{text}: {count}</a></li>'
    yield "</ul></nav>"


def _section(name: str, title: str, items: Sequence[str], nothing: str) -> Iterator[str]:
    yield f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>'
    if items:
        yield "<ol>"
        yield from (f"<li>{item}</li>" for item in items)
        yield "</ol>"
    else:
        yield f"<p>{nothing}</p>"
    yield "</section>"


def _doubtful(positions: Iterable[int], aligned: Aligned) -> Iterator[str]:
    items = [
        f"{_link(i, aligned)} ({aligned.beads[i].confidence:.2f}) {_opening(i, aligned)}"
        for i in positions
    ]
    yield from _section(
        "doubtful", "Doubtful pairs, the least sure first", items, "No pair is in doubt."
    )


def _differences(found: Iterable[tuple[int, Difference]], aligned: Aligned) -> Iterator[str]:
    items = [
        f"{_link(i, aligned, one.path)}: {escape(one.kind)}: "
        + " | ".join(escape(", ".join(side)) or "—" for side in (one.source, one.target))
        for i, one in found
    ]
    yield from _section(
        "differences",
        "What one side says and the other does not",
        items,
        "Numbers, dates, symbols and lists of States are the same in both.",
    )


def _omissions(positions: Iterable[int], aligned: Aligned) -> Iterator[str]:
    items = [
        f"{_link(i, aligned)}: {_lacking(aligned.beads[i])}: {_opening(i, aligned)}"
        for i in positions
    ]
    yield from _section("omissions", "Omissions", items, "Every sentence has its counterpart.")


def _lacking(bead: Bead) -> str:
    return "no translation" if bead.source else "no original"


def _link(i: int, aligned: Aligned, path: str = "") -> str:
    if i < 0:
        return escape(path)
    shown = escape(path or aligned.beads[i].path or f"pair {i + 1}")
    return f'<a href="#b{i}">{shown}</a>'


def _opening(i: int, aligned: Aligned, length: int = 80) -> str:
    bead = aligned.beads[i]
    language = aligned.languages[0 if bead.source else 1]
    text = (bead.source_texts or bead.target_texts)[0]
    shown = text if len(text) <= length else f"{text[: length - 1]}…"
    return f'<span lang="{language.code}">{escape(shown)}</span>'


def _placed_differences(aligned: Aligned) -> list[tuple[int, Difference]]:
    """Return the differences, each with the position of its bead; -1 where it has none.

    Plain segment files, whose differences nobody has looked for, are compared here.
    """
    if aligned.documents is None:
        return [
            (i, one)
            for i, (bead, verdict) in enumerate(aligned.judged())
            if verdict.status != "wrong"
            for one in differences((bead,), *aligned.languages)
        ]
    by_path: dict[str, list[int]] = {}
    for i, bead in enumerate(aligned.beads):
        if bead.source and bead.target:
            by_path.setdefault(bead.path, []).append(i)
    return [
        (_bead_of(one, by_path.get(one.path, []), aligned), one)
        for one in aligned.documents.differences
    ]


def _bead_of(one: Difference, positions: Sequence[int], aligned: Aligned) -> int:
    if len(positions) <= 1:
        return positions[0] if positions else -1
    exact = (i for i in positions if one in differences((aligned.beads[i],), *aligned.languages))
    return next(exact, positions[0])


def _pairs(judged: Iterable[tuple[Bead, Verdict]], aligned: Aligned) -> Iterator[str]:
    source, target = aligned.languages
    yield '<section aria-labelledby="pairs"><h2 id="pairs">All pairs</h2><table class="pairs">'
    yield "<caption>In the order of the original; doubtful pairs and omissions are coloured."
    yield "</caption>"
    yield '<colgroup><col class="place"><col><col><col class="sure"></colgroup><thead><tr>'
    for name in ("Place", source.name, target.name, "How sure"):
        yield f'<th scope="col">{escape(name)}</th>'
    yield "</tr></thead><tbody>"
    for i, (bead, verdict) in enumerate(judged):
        place = f'<th scope="row">{escape(bead.path or str(i + 1))}</th>'
        sides = (
            _side(bead.source_texts, source.code),
            _side(_translation(bead, verdict), target.code),
        )
        cells = f"{place}{sides[0]}{sides[1]}{_sure(bead, verdict)}"
        yield f'<tr id="b{i}"{_class(bead, verdict)}>{cells}</tr>'
    yield "</tbody></table></section>"


def _translation(bead: Bead, verdict: Verdict) -> tuple[str, ...]:
    return bead.target_texts if verdict.translation is None else (verdict.translation,)


def _class(bead: Bead, verdict: Verdict) -> str:
    if verdict.status != "aligned":
        return f' class="{verdict.status}"'
    if not bead.source or not bead.target:
        return ' class="omission"'
    return ' class="doubtful"' if is_doubtful(bead, verdict) else ""


def _sure(bead: Bead, verdict: Verdict) -> str:
    words = [f"{bead.confidence:.2f}"]
    if bead.kind != "1-1":
        words.append(bead.kind)
    if verdict.status != "aligned":
        words.append(verdict.status)
    elif is_doubtful(bead, verdict):
        words.append("doubtful")
    if verdict.note:
        words.append(verdict.note)
    return "<td>" + "".join(f"<p>{escape(word)}</p>" for word in words) + "</td>"


def _side(texts: tuple[str, ...], code: str) -> str:
    if not texts:
        return '<td class="none">nothing</td>'
    return f'<td lang="{code}">' + "".join(f"<p>{escape(text)}</p>" for text in texts) + "</td>"
