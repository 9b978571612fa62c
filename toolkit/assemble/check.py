"""Findings about a template, before there is any data: ``undraft template check``."""

from collections.abc import Callable, Collection, Iterator

from toolkit.assemble.clauses import Clause, Wording, say, walk, wordings
from toolkit.assemble.data import read_data
from toolkit.assemble.faults import Fault
from toolkit.assemble.fill import fill
from toolkit.assemble.sandbox import dotted_names, parse
from toolkit.assemble.scope import verify
from toolkit.assemble.template import BASE, EXAMPLE, MANIFEST, Template
from toolkit.assemble.translate import translate
from toolkit.diagnostics import Finding, Severity
from toolkit.errors import InputError, TemplateError
from toolkit.languages.registry import by_code
from toolkit.model import Document

StylesOf = Callable[[bytes], Collection[str]]
"""Gives the names and ids of the styles of a Word file."""


Write = Callable[[Document], object]
"""Writes a document into the Word file of the template; raises ``TemplateError``."""


def check_template(
    template: Template, styles_of: StylesOf | None = None, write: Write | None = None
) -> list[Finding]:
    """Return what is wrong or missing in a template, most serious first.

    TPL101 something in a clause does not hold; TPL102 a clause has no approved wording in a
    language (it will be asked of the memory); TPL103 a role has no style; TPL104 the example does
    not build; TPL105 no clause uses a field; TPL106 there is no ``template.docx``; TPL107 the
    wordings of a clause do not name the same fields, so that one language would say less. Without
    ``styles_of`` styles are not looked at, without ``write`` the example is not written.
    """
    verdict = verify(template)
    found = [_of_fault(fault) for fault in verdict.faults]
    found += list(_styles(template, styles_of))
    if not verdict.faults:
        found += [*_example(template, write), *_unequal(template)]
    found += [_unused(template, name) for name in verdict.unused]
    found += list(_without_wording(template))
    return sorted(found, key=lambda one: -one.severity.rank)


def _of_fault(fault: Fault) -> Finding:
    return Finding(
        code="TPL101",
        name="clause-that-does-not-hold",
        severity=Severity.ERROR,
        template="The template cannot be used: {text}",
        values={"text": fault.text},
        file=fault.file,
        place=fault.place,
    )


def _without_wording(template: Template) -> Iterator[Finding]:
    source = template.languages[0]
    for clause in walk(template.text.clauses):
        for language in template.languages[1:]:
            lacking = [one for one in spoken(clause) if say(one, language) is None]
            if not lacking:
                continue
            yield Finding(
                code="TPL102",
                name="clause-without-approved-wording",
                severity=Severity.NOTE,
                template="Clause “{clause}” has no approved wording in {language_word}; "
                "it will be asked of the memory.",
                values={"clause": clause.id, "language_word": by_code(language).name},
                file=template.text_path,
                path=clause.id,
                place=clause.place,
                snippet=say(lacking[0], source) or "",
            )


def spoken(clause: Clause) -> tuple[Wording, ...]:
    """Return the words of a clause or of its cells, without its footnote."""
    return tuple(one for one in (clause.wording, *clause.cells) if one)


def _unequal(template: Template) -> Iterator[Finding]:
    """Find clauses that pass on a value in one language and not in another."""
    for clause in walk(template.text.clauses):
        for language in template.languages[1:]:
            unlike = [
                one for one in wordings(clause) if _unlike(one, template.languages[0], language)
            ]
            if unlike:
                yield _unequal_fields(template, clause, unlike[0], language)


def _unlike(wording: Wording, source: str, language: str) -> bool:
    if not {source, language} <= wording.keys():
        return False
    return _named(wording[source]) != _named(wording[language])


def _unequal_fields(template: Template, clause: Clause, wording: Wording, language: str) -> Finding:
    source = template.languages[0]
    own, other = _named(wording[source]), _named(wording[language])
    return Finding(
        code="TPL107",
        name="wordings-with-unequal-fields",
        severity=Severity.WARNING,
        template="Clause “{clause}” names {fields} in one language and not in {other_word}.",
        values={
            "clause": clause.id,
            "fields": ", ".join(sorted(own ^ other)),
            "other_word": by_code(language if own - other else source).name,
        },
        file=template.text_path,
        path=clause.id,
        place=clause.place,
    )


def _named(wording: str) -> frozenset[str]:
    return frozenset(".".join(names) for names in dotted_names(parse(wording)))


def _styles(template: Template, styles_of: StylesOf | None) -> Iterator[Finding]:
    file = str(template.folder / BASE)
    if template.base is None:
        yield Finding(
            code="TPL106",
            name="template-without-word-file",
            severity=Severity.ERROR,
            template="The template has no {name}.",
            values={"name": BASE},
            file=file,
        )
        return
    try:
        known = styles_of(template.base) if styles_of else ()
    except InputError:
        return  # no Word file at all: writing the example will say so
    for role, style in template.roles.items():
        if styles_of and style not in known:
            yield Finding(
                code="TPL103",
                name="role-without-style",
                severity=Severity.ERROR,
                template="The role “{role}” is to have the style “{style}”, which {name} has not.",
                values={"role": role, "style": style, "name": BASE},
                file=file,
            )


def _example(template: Template, write: Write | None) -> Iterator[Finding]:
    """Build the example in every language; each line of the error is a finding."""
    file = str(template.folder / EXAMPLE)
    if not template.example.strip() and any(one.required for one in template.fields):
        text = "there is none, or it is empty; undraft new makes a data file to fill in."
        yield _not_built(file, f"{file}: {text}")
        return
    try:
        data = read_data(template.example, file, template)
        filled = fill(template, data, by_code(template.languages[0]))
        made = [filled]
        for code in template.languages[1:]:
            made.append(translate(filled, template, data, by_code(code), lambda *_: None))
    except TemplateError as error:
        yield from (_not_built(file, line) for line in str(error).split("\n"))
        return
    if write is None:
        return
    try:
        for one in made:
            write(one.document)
    except TemplateError as error:
        yield _not_built(str(template.folder / BASE), str(error))


def _not_built(file: str, line: str) -> Finding:
    """Return a finding for a line of an error, which may begin with the file and a place in it."""
    said = line.removeprefix(file)
    place, colon, text = said.removeprefix(", ").partition(": ")
    own = said.startswith((", ", ": ")) and bool(colon)
    return Finding(
        code="TPL104",
        name="example-that-does-not-build",
        severity=Severity.ERROR,
        template="The example does not build: {text}",
        values={"text": text if own else line},
        file=file,
        place=place.strip(":") if own else "",
    )


def _unused(template: Template, name: str) -> Finding:
    return Finding(
        code="TPL105",
        name="field-that-no-clause-uses",
        severity=Severity.WARNING,
        template="The field “{field}” is asked for, but no clause uses it.",
        values={"field": name},
        file=str(template.folder / MANIFEST),
    )
