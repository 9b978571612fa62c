"""A sentence or heading in another language than the document: left over from a translation.

Files go round half translated, and drafts keep the original where the memory has nothing. Names,
symbols and titles of publications stay in their own language in every version: only a sentence of
several words counts, or a heading of two, with hardly a letter of the document's own script. Notes
are not looked at, since they quote titles. ``check --pair`` finds the same by comparing (PAR111).
"""

from collections.abc import Iterator

from toolkit.checks.left_over import HEADING, SENTENCE, left_over, sentences
from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import by_code, codes
from toolkit.model import Document, Kind


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each sentence outside tables and notes."""
    here = by_code(document.language)
    others = [by_code(code) for code in codes() if by_code(code).code != here.code]
    for block in prose(document):
        if block.kind is Kind.FOOTNOTE:
            continue
        fewest = HEADING if block.kind is Kind.HEADING else SENTENCE
        for there in others:
            for span in sentences(block.text, here, there):
                if left_over(span.of(block.text), here, there, fewest=fewest):
                    where, own = (span.start, span.end), here.name
                    yield rule.at(document, block, where, language_word=there.name, own_word=own)
                else:
                    yield FINE


RULE = Rule(
    code="TYP113",
    name="sentence-in-another-language",
    severity=Severity.WARNING,
    summary="A sentence is in another language than the document",
    message="This is in {language_word}, and the document is in {own_word}. Translate it.",
    authority="Usage of typed text",
    check=check,
    bad=(
        zh("## 一. 导言\n\n1. 主席宣布会议开幕。She thanked the keepers for it.\n"),
        zh("## 一. Opening of the meeting\n\n1. 主席宣布会议开幕。\n"),
        en("## I. Introduction\n\n1. The Chair opened the meeting.她对守塔人表示感谢。\n"),
    ),
    good=(
        zh("## 一. 导言\n\n1. 她对 Ann Marie Keeper-Jones of the Lighthouse 表示感谢。\n"),
        zh(
            "## 一. 导言\n\n1. 见 https://lamps.example/the-keepers/of-the-old/lamps/on-the-river。\n"
        ),
        en("## I. Introduction\n\n1. The Chair quoted the word 灯塔 with thanks.\n"),
    ),
)
