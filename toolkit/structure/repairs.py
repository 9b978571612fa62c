"""What readers repair or cannot keep: every RDR code with its name and its words."""

from dataclasses import dataclass

from toolkit.diagnostics import Finding, Severity
from toolkit.structure.para import Para


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One kind of repair or loss; ``template`` is filled with ``{names}``."""

    code: str
    name: str
    severity: Severity
    template: str

    def at(self, para: Para | None, file: str = "", path: str = "", **values: object) -> Finding:
        """Return the finding at a paragraph, with the beginning of its words as snippet."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            template=self.template,
            values={key: str(value) for key, value in values.items()},
            file=file,
            path=path,
            place=para.place if para else "",
            snippet=para.text[:_SNIPPET] if para else "",
        )


_SNIPPET = 200

REJOINED_SENTENCE = Repair(
    code="RDR101",
    name="rejoined-sentence",
    severity=Severity.NOTE,
    template="A sentence cut by a page break was joined: “{before} | {after}”.",
)
SPLIT_PARAGRAPHS = Repair(
    code="RDR102",
    name="split-paragraphs",
    severity=Severity.NOTE,
    template="Paragraphs run together were set apart before “{label}”.",
)
DROPPED_FURNITURE = Repair(
    code="RDR103",
    name="dropped-furniture",
    severity=Severity.NOTE,
    template="“{text}” was left out: it is a running head, a footer or a page number.",
)
MISPLACED_LEVEL = Repair(
    code="RDR104",
    name="misplaced-heading-level",
    severity=Severity.NOTE,
    template="“{heading}” is marked as a heading of level {found}; others of its kind are of "
    "level {usual}. Its label decided.",
)
BOLD_HEADING = Repair(
    code="RDR105",
    name="bold-as-heading",
    severity=Severity.NOTE,
    template="“{heading}” is only set in bold; it was read as a heading.",
)
GUESSED_ENCODING = Repair(
    code="RDR106",
    name="guessed-encoding",
    severity=Severity.NOTE,
    template="The file is not UTF-8; it was read as {encoding}. "
    "Save it as UTF-8 to be sure of every character.",
)
JOINED_WORD = Repair(
    code="RDR107",
    name="joined-word",
    severity=Severity.NOTE,
    template="A word parted at the end of a line was joined: “{before}-{after}”.",
)
FOOT_NOTE = Repair(
    code="RDR108",
    name="note-at-page-foot",
    severity=Severity.NOTE,
    template="Note {number} stood at the foot of a page; it was set to its mark in the text.",
)
REJOINED_PARAGRAPH = Repair(
    code="RDR109",
    name="rejoined-paragraph",
    severity=Severity.NOTE,
    template="A paragraph cut by a page break was joined: “{before} | {after}”.",
)
FRONT_MATTER = Repair(
    code="RDR110",
    name="front-matter",
    severity=Severity.NOTE,
    template="“{text}” was left out: it stands above the text for programs to read.",
)
ATTRIBUTES = Repair(
    code="RDR111",
    name="attributes-left-out",
    severity=Severity.NOTE,
    template="The attributes “{text}” were left out, {count} times: they say how words look or "
    "are found, and are no words.",
)
UNPLACED_LINE = Repair(
    code="RDR201",
    name="unplaced-masthead-line",
    severity=Severity.WARNING,
    template="“{text}” stands in the masthead but is no known part of one; it was kept as text.",
)
UNREADABLE_CHARACTERS = Repair(
    code="RDR202",
    name="unreadable-characters",
    severity=Severity.WARNING,
    template="{count} characters could not be read as {encoding} and are lost.",
)
LOST_NOTE = Repair(
    code="RDR203",
    name="note-without-text",
    severity=Severity.WARNING,
    template="The note mark “{number}” has no note; the mark was left out.",
)
EMPTY_HEADING = Repair(
    code="RDR204",
    name="heading-without-words",
    severity=Severity.WARNING,
    template="The heading “{label}” has no words.",
)
DAMAGED_PART = Repair(
    code="RDR301",
    name="damaged-part",
    severity=Severity.WARNING,
    template="The part {part} of the Word file is damaged; what could be read of it was read.",
)
PICTURE_NOT_KEPT = Repair(
    code="RDR302",
    name="picture-not-kept",
    severity=Severity.NOTE,
    template="Pictures, charts or drawings without words are not kept: {count}.",
)
COMMENT_NOT_KEPT = Repair(
    code="RDR303",
    name="comment-not-kept",
    severity=Severity.NOTE,
    template="Word comments are not part of the text and are not kept: {count}.",
)
OUTSIDE_ENTRY = Repair(
    code="RDR304",
    name="entry-outside-file",
    severity=Severity.WARNING,
    template="The entry “{name}” of the Word file points outside it; it was neither read nor "
    "written.",
)
EXTERNAL_PART = Repair(
    code="RDR305",
    name="external-part",
    severity=Severity.WARNING,
    template="The Word file points to something outside it ({kind}: “{target}”); it was not "
    "fetched.",
)
SIGN_NOT_READ = Repair(
    code="RDR306",
    name="sign-not-read",
    severity=Severity.WARNING,
    template="A sign of a symbol font that no character stands for was left out: {sign}, "
    "{count} times. Look at the Word file and type what it shows.",
)
INSERTED_FILE = Repair(
    code="RDR307",
    name="inserted-file-not-read",
    severity=Severity.WARNING,
    template="Another file, “{name}”, is inserted in the text as a whole; its words were not read. "
    "Open the file in Word and save it, so that they become its own.",
)
REPAIRS = tuple(one for one in list(vars().values()) if isinstance(one, Repair))
