"""From paragraphs to a document: the one place that decides for every reader."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from toolkit.diagnostics import Finding
from toolkit.languages import Language, by_code, detect
from toolkit.model import Document, Kind, Masthead, Origin, Profile
from toolkit.structure.feet import lift_notes, note_lines
from toolkit.structure.furniture import claim_footer, drop_furniture
from toolkit.structure.grid import with_tables
from toolkit.structure.head import opened, split_head, split_table
from toolkit.structure.hyphens import heal_words
from toolkit.structure.para import Para
from toolkit.structure.pieces import clean
from toolkit.structure.profile import recognise
from toolkit.structure.rejoin import Mending, flowing, mend
from toolkit.structure.repairs import (
    BOLD_HEADING,
    DROPPED_FURNITURE,
    EMPTY_HEADING,
    MISPLACED_LEVEL,
    UNPLACED_LINE,
)
from toolkit.structure.starred import with_star_notes
from toolkit.structure.variables import fill_missing
from toolkit.structure.walk import Heading, walk

_SAMPLE = 20_000


def build(  # noqa: PLR0913  # one call is the whole interface; all but two have defaults
    paras: Sequence[Para],
    *,
    origin: Origin,
    options_profile: Profile | None = None,
    language: str | None = None,
    masthead: Sequence[Para] = (),
    mending: Mending | None = None,
    variables: Mapping[str, str] | None = None,
) -> tuple[Document, tuple[Finding, ...]]:
    """Return the document that ``paras`` are, and what was repaired or could not be kept.

    Args:
        paras: in reading order; a line break of the layout inside a paragraph is a newline.
        origin: the file they come from.
        options_profile: the profile the user named; None: recognised.
        language: BCP-47 code the user named; None: from the script.
        masthead: paragraphs certainly of the masthead (first-page header, text boxes, first
            table); whatever of it stands at the head of ``paras`` is read too.
        mending: how to mend a file that lost its paragraphs to a layout (text, Markdown out of a
            PDF): cut sentences are joined, page furniture is dropped. None: it has its paragraphs.
        variables: document variables, for the masthead's fields that nothing printed says.

    Raises:
        KeyError: ``language`` names a language there is no module for.
    """
    clean_paras = [one for one in map(clean, paras) if one.text or one.label or one.rows]
    clean_paras, tabled = split_table(clean_paras)
    masthead = [*masthead, *tabled]
    spoken = by_code(language) if language else _detected(masthead, clean_paras)
    if mending is not None:
        clean_paras = opened(clean_paras, spoken)
    head, text = split_head(clean_paras, spoken, [clean(one) for one in masthead])
    findings: list[Finding] = [_unplaced(one, origin.path) for one in head.unplaced]
    findings += [DROPPED_FURNITURE.at(one, origin.path, text=one.text) for one in head.furniture]
    fields = fill_missing(head.masthead, variables or {}, spoken)
    if mending is None:
        body = [one for para in text for one in flowing(para, spoken)]
    else:
        text, fields = claim_footer(text, fields)
        body, told = _mended(text, fields, spoken, mending, origin.path)
        findings.extend(told)
    walked = walk(with_star_notes(body, fields, spoken), spoken, head.left)
    findings.extend(_judged(walked.headings, origin.path, bold=mending is not None))
    document = Document(
        profile=options_profile or recognise(fields, walked.blocks, spoken),
        language=spoken.code,
        masthead=fields,
        blocks=walked.blocks,
        origin=origin,
    )
    return document, tuple(findings)


def _detected(masthead: Sequence[Para], paras: Sequence[Para]) -> Language:
    """Tell the language from the head of the text, the masthead's own words counted last."""
    parts: list[str] = []
    length = 0
    for para in (*paras, *masthead):
        parts.append(para.text[:_SAMPLE])
        length += len(parts[-1])
        if length > _SAMPLE:
            break
    return detect("\n".join(parts))


def _mended(
    text: Sequence[Para], masthead: Masthead, language: Language, mending: Mending, file: str
) -> tuple[list[Para], list[Finding]]:
    kept, dropped = drop_furniture(text, masthead, file, note_lines(text))
    noted, lifted = lift_notes(kept, language, file)
    healed, words = heal_words(with_tables(noted, language), file)
    mended = mend(healed, language, mending, file)
    return list(mended.paras), [*dropped, *lifted, *words, *mended.findings]


def _unplaced(para: Para, file: str) -> Finding:
    return UNPLACED_LINE.at(para, file, text=" ".join(para.text.split())[:80])


def _judged(headings: Sequence[Heading], file: str, *, bold: bool) -> Iterator[Finding]:
    """Yield what is wrong with the mark-up of headings; ``bold``: also where it is only bold."""
    depths: dict[str, Counter[int]] = {}
    for one in headings:
        if one.para.depth is not None:
            depths.setdefault(one.sort, Counter())[one.para.depth] += 1
    for one in headings:
        shown = " ".join(filter(None, (one.block.label, one.block.text)))
        if one.block.kind is Kind.RECOMMENDATION:
            shown = one.block.label or ""
        elif not one.block.text:
            yield replace(EMPTY_HEADING.at(one.para, file, one.block.path, label=shown))
        yield from _level(one, depths, shown, file)
        if bold and one.para.bold and one.para.role is None:
            yield BOLD_HEADING.at(one.para, file, one.block.path, heading=shown)


def _level(
    one: Heading, depths: dict[str, Counter[int]], shown: str, file: str
) -> Iterator[Finding]:
    found = one.para.depth
    if found is None or one.sort == "nameless":
        return
    usual = depths[one.sort].most_common(1)[0][0]
    if found != usual:
        yield MISPLACED_LEVEL.at(
            one.para, file, one.block.path, heading=shown, found=found, usual=usual
        )
