"""A chapter numbered in the numerals of another language.

Chapters are numbered in roman numerals in English and in Chinese numerals in Chinese: II is 二.
"""

import re
from collections.abc import Iterator

from toolkit.checks.places import chapters
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.languages import by_code
from toolkit.model import Document

_ROMAN_OR_HAN = re.compile(r"\b[IVXLC]+\b|[一二三四五六七八九十]+")


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each chapter whose label is a roman or Chinese numeral."""
    language = by_code(document.language)
    for heading in chapters(document):
        printed = _ROMAN_OR_HAN.search(heading.label or "")
        usual = _ROMAN_OR_HAN.search(language.chapter_label(heading.number or 1))
        if not printed or not usual:
            continue
        if printed.group() == usual.group():
            yield FINE
        else:
            yield rule.at(document, heading, found=printed.group(), expected=usual.group())


RULE = Rule(
    code="NUM123",
    name="foreign-chapter-numeral",
    severity=Severity.ERROR,
    summary="A chapter is numbered in the numerals of another language",
    message="The chapter is numbered {found}; in this language {expected} was expected. "
    "Write {expected}.",
    authority="Editorial Manual, Headings and subheadings",
    check=check,
    bad=(
        en("## 一. Introduction\n\n1. The Working Group met.\n"),
        zh("## I. 导言\n\n1. 工作组举行了会议。\n"),
    ),
    good=(
        en("## I. Introduction\n\n1. The Working Group met.\n"),
        zh("## 一. 导言\n\n1. 工作组举行了会议。\n"),
    ),
)
