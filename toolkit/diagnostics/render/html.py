"""Findings as one HTML page that needs nothing else: no script, no font, no picture from outside.

Findings stand in the order of the document under its headings, each with its words marked in the
sentence. The outline at the top is that of each document, with links to what was found; every
finding can be reached with the keyboard, and the page prints.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from toolkit.diagnostics.catalogue import fill, say
from toolkit.diagnostics.finding import Finding, Severity
from toolkit.diagnostics.render.excerpt import Excerpt, clean, excerpt
from toolkit.diagnostics.render.outline import Chapter, outlined
from toolkit.diagnostics.spoken import place_in, spoken
from toolkit.languages import detect
from toolkit.model import Document

_AROUND = 160  # code points shown on each side of the words

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --error: #b3261e; --warning: #8a5a00;
  --note: #0b5a8a; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffca6a;
  --note: #8fd0ff; } }
body { font: 1rem/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; margin: 2rem auto;
  max-width: 52rem; padding: 0 1rem; }
h2 { border-bottom: 2px solid var(--line); overflow-wrap: anywhere; }
article { border-left: .3rem solid var(--line); margin: 1rem 0; padding: .1rem 0 .1rem 1rem;
  break-inside: avoid; }
article.error { border-color: var(--error); } article.warning { border-color: var(--warning); }
article.note { border-color: var(--note); }
.error .severity { color: var(--error); } .warning .severity { color: var(--warning); }
.note .severity { color: var(--note); }
.severity { font-weight: 700; }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .2rem; } article h3, h4 { font-size: 1rem;
  margin: .2rem 0; } p { margin: .2rem 0; }
blockquote { margin: .4rem 0; } code { font-size: .9em; }
mark { background: #ffe08a; color: #000; padding: 0 .1em; }
a:focus-visible, article:focus-visible { outline: 3px solid #06c; outline-offset: 2px; }
nav ul { list-style: none; padding-left: 1.2rem; } nav > ul { padding-left: 0; }
.l2 { margin-left: 1.2rem; } .l3 { margin-left: 2.4rem; } .l4 { margin-left: 3.6rem; }
.skip:not(:focus) { position: absolute; left: -999rem; }
table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: .1rem .6rem;
  text-align: left; }
@media print { nav { break-after: page; } a { color: inherit; text-decoration: none; } }
"""


def findings_as_html(
    findings: Sequence[Finding],
    checked: Mapping[str, int],
    lang: str = "en",
    documents: Sequence[Document] = (),
) -> str:
    """Return a whole page; ``lang`` is that of our words, the document's keep their own.

    ``documents`` are those that were checked; their headings make the outline.
    """
    title = fill("Findings", None, lang)
    files = list(_grouped(findings, documents))
    body = "\n".join(
        [
            f'<a class="skip" href="#found">{escape(title)}</a>',
            f"<header><h1>{escape(title)}</h1>{_summary(findings, checked, lang)}</header>",
            *_outline(files, lang),
            '<main id="found">',
            *_files(files, lang),
            *_looked_at(checked, lang),
            "</main>",
        ]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _summary(findings: Sequence[Finding], checked: Mapping[str, int], lang: str) -> str:
    counts = Counter(one.severity for one in findings)
    said = fill(
        "Found: errors {errors}, warnings {warnings}, notes {notes}. "
        "{rules} rules looked at {cases} cases.",
        {
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "notes": counts[Severity.NOTE],
            "cases": sum(checked.values()),
            "rules": sum(1 for cases in checked.values() if cases),
        },
        lang,
    )
    return f"<p>{escape(said)}</p>"


_File = tuple[str, str, tuple[Chapter, ...]]


def _grouped(findings: Sequence[Finding], documents: Sequence[Document]) -> Iterator[_File]:
    """Yield each file with its language and its headings, those without findings too."""
    known = {one.origin.path: one for one in documents}
    groups: dict[str, list[Finding]] = {name: [] for name in known}
    for one in findings:
        groups.setdefault(one.file, []).append(one)
    for file, group in groups.items():
        document = known.get(file)
        yield file, document.language if document else "", outlined(group, document)


def _outline(files: Sequence[_File], lang: str) -> Iterator[str]:
    if not files:
        return
    yield f'<nav aria-label="{escape(fill("Outline", None, lang))}"><ul>'
    for at, (file, language, chapters) in enumerate(files):
        count = sum(len(one.findings) for one in chapters)
        name = f'<a href="#f{at}">{escape(file)}</a>' if count else escape(file)
        yield f"<li>{name} ({count})<ul>"
        for number, one in enumerate(chapters):
            yield _entry(one, f"f{at}c{number}", language, lang)
        yield "</ul></li>"
    yield "</ul></nav>"


def _entry(chapter: Chapter, anchor: str, language: str, lang: str) -> str:
    title = _titled(chapter, language, lang)
    if not chapter.findings:
        return f'<li class="l{chapter.level}">{title}</li>'
    links = "".join(
        f'<li><a href="#{anchor}n{number}">{escape(spoken(one.path, lang))}: '
        f"{escape(one.code)}</a></li>"
        for number, one in enumerate(chapter.findings)
    )
    return f'<li class="l{chapter.level}">{title}<ul>{links}</ul></li>'


def _titled(chapter: Chapter, language: str, lang: str) -> str:
    if chapter.heading is None:
        return escape(fill("first page", None, lang))
    return f'<span lang="{escape(language)}">{escape(clean(chapter.title))}</span>'


def _files(files: Sequence[_File], lang: str) -> Iterator[str]:
    for at, (file, language, chapters) in enumerate(files):
        if not any(one.findings for one in chapters):
            continue
        yield f'<section aria-labelledby="f{at}"><h2 id="f{at}">{escape(file)}</h2>'
        for number, chapter in enumerate(chapters):
            if chapter.findings and chapter.heading is not None:
                yield f"<h3>{_titled(chapter, language, lang)}</h3>"
            level = 3 if chapter.heading is None else 4
            for place, one in enumerate(chapter.findings):
                yield _article(one, f"f{at}c{number}n{place}", lang, level)
        yield "</section>"


def _article(finding: Finding, anchor: str, lang: str, level: int) -> str:
    severity = finding.severity.value
    place = place_in(finding.place, lang)
    where = spoken(finding.path, lang) + (f" ({place})" if place else "")
    words = excerpt(finding, _AROUND)
    return (
        f'<article id="{anchor}" class="{severity}" tabindex="-1">'
        f"<h{level}>{escape(where)}</h{level}>"
        f'<p><span class="severity">{escape(fill(severity, None, lang))}</span> '
        f"{escape(say(finding, lang))} <code>{escape(finding.code)}</code></p>"
        f"{_quoted(words) if words else ''}</article>"
    )


def _quoted(words: Excerpt) -> str:
    marked = f"<mark>{escape(words.words)}</mark>" if words.words else ""
    language = escape(detect(words.text).code)
    inner = escape(words.before) + marked + escape(words.after)
    return f'<blockquote lang="{language}">{inner}</blockquote>'


def _looked_at(checked: Mapping[str, int], lang: str) -> Iterator[str]:
    yield f"<details><summary>{escape(fill('What was looked at', None, lang))}</summary><table>"
    yield (
        f'<tr><th scope="col">{escape(fill("Rule", None, lang))}</th>'
        f'<th scope="col">{escape(fill("Cases", None, lang))}</th></tr>'
    )
    for code, cases in sorted(checked.items()):
        yield f"<tr><td>{escape(code)}</td><td>{cases}</td></tr>"
    yield "</table></details>"
