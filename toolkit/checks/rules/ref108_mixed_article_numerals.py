"""Articles of treaties numbered in two ways in one Chinese document: 第十条 and 第 10 条.

Chinese texts cite an article of a treaty in Chinese numerals with 款 for its paragraphs; newer ones
often use figures. Either may stand, but not both: the rarer one is reported. Rules of procedure
have figures and are left alone. English has one way only.
"""

import re
from collections.abc import Iterator

from toolkit.checks.places import prose
from toolkit.checks.rule import FINE, Case, Rule
from toolkit.checks.specimens import en, zh
from toolkit.diagnostics import Severity
from toolkit.model import Block, Document

_HAN = "一二三四五六七八九十百"
_TREATY = r"《[^《》]{0,60}(?:公约|议定书|宪章|规约|条约|协定|盟约)》"
_ARTICLE = re.compile(rf"(?<={_TREATY[-1]})第 ?(?:(?P<figures>\d{{1,3}})|[{_HAN}]{{1,6}}) ?条")
_NAMED = re.compile(_TREATY)


def _articles(document: Document) -> Iterator[tuple[Block, re.Match[str]]]:
    """Yield the articles named right behind the title of a treaty."""
    for block in prose(document):
        ends = {one.end() for one in _NAMED.finditer(block.text)}
        for found in _ARTICLE.finditer(block.text):
            if found.start() in ends:
                yield block, found


def check(rule: Rule, document: Document) -> Iterator[Case]:
    """Look at each article of a treaty in a Chinese document."""
    if not document.language.startswith("zh"):
        return
    every = list(_articles(document))
    figures = sum(found["figures"] is not None for _, found in every)
    usual_figures = figures * 2 > len(every)
    for block, found in every:
        if (found["figures"] is not None) == usual_figures:
            yield FINE
        else:
            yield rule.at(document, block, found.span(), found=found[0])


_ZH = "## 一. 审议情况\n\n1. 回顾了《灯塔公约》第十条第一款和《灯塔公约》{}。\n"

RULE = Rule(
    code="REF108",
    name="mixed-article-numerals",
    severity=Severity.WARNING,
    summary="Articles of treaties are numbered in two ways",
    message="“{found}” is numbered in another way than other articles of treaties in this "
    "document. Use Chinese numerals (第十条第一款) throughout, or figures throughout.",
    authority="Usage of Chinese documents: articles of treaties in Chinese numerals",
    check=check,
    bad=(zh(_ZH.format("第 12 条")),),
    good=(
        zh(_ZH.format("第十二条")),
        zh("## 一. 审议情况\n\n1. 回顾了《灯塔公约》第十条和《议事规则》第 13 条。\n"),
        en("## I. Debate\n\n1. It recalled article 10 of the Convention and rule 13.\n"),
    ),
)
