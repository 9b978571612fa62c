import re
import string
from pathlib import Path

import polib
import pytest

import toolkit.diagnostics
from toolkit.checks.baseline import SHRINK_TEMPLATE
from toolkit.checks.policy import TEMPLATES as ACCEPTANCES
from toolkit.checks.registry import rule, rules
from toolkit.checks.run import FAILED_TEMPLATE
from toolkit.consolidate.findings import TEMPLATES as CONSOLIDATING
from toolkit.diagnostics import Finding, Severity
from toolkit.diagnostics.catalogue import WORD, fill, say, translate
from toolkit.exchange.findings import KINDS as EXCHANGED
from toolkit.lineage import doubt, evidence, frames, grounds, opinion
from toolkit.quality import KEPT
from toolkit.renumber.findings import TEMPLATES as RENUMBERING
from toolkit.structure.repairs import REPAIRS
from toolkit.terms.telling import KINDS as TELLING
from toolkit.tmx.findings import KINDS
from toolkit.workflows.checking.annotating import ACCEPT
from toolkit.workflows.checking.checking import UNREADABLE
from toolkit.workflows.editing.word_losses import TEMPLATES as LOSSES

EVIDENCE = [
    text
    for module in (doubt, evidence, frames, grounds, opinion)
    for name, text in vars(module).items()
    if name.isupper() and not name.startswith("_") and isinstance(text, str)
]
CHINESE = polib.pofile(str(Path(toolkit.diagnostics.__file__).parent / "data" / "zh.po"))
TEMPLATES = [
    *(one.message for one in rules()),
    *(one.summary for one in rules()),
    *(one.template for one in REPAIRS),
    *(template for _, _, template in KINDS.values()),
    *(template for _, _, template in TELLING.values()),
    *(template for _, _, template in EXCHANGED.values()),
    *(one.message for one in KEPT.values()),
    *CONSOLIDATING,
    *LOSSES,
    *RENUMBERING,
    *EVIDENCE,
    FAILED_TEMPLATE,
    SHRINK_TEMPLATE,
    *ACCEPTANCES,
    UNREADABLE,
    ACCEPT,
]


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_said_in_chinese(template: str) -> None:
    chinese = translate(template, "zh")
    assert chinese != template
    assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese)


@pytest.mark.parametrize("entry", CHINESE, ids=lambda entry: entry.msgid[:40])
def test_a_translation_uses_the_names_of_its_template(entry: polib.POEntry) -> None:
    assert names(entry.msgstr) == names(entry.msgid)


def test_the_catalogue_has_nothing_that_no_one_says() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(toolkit.diagnostics.__file__).parent.parent.rglob("*.py")
    )
    known = set(TEMPLATES)
    for entry in CHINESE:
        longest = max(re.split(r"\{\w+\}", entry.msgid), key=len)
        said = entry.msgid in known or longest.strip()[:30] in sources
        assert said, entry.msgid


def finding(template: str, **values: str) -> Finding:
    return Finding(
        code="XXX101", name="x", severity=Severity.ERROR, template=template, values=values
    )


def test_words_of_ours_are_translated_and_words_of_the_document_are_not() -> None:
    assert translate("above", "zh", WORD) == "上文"
    template = rule("REF102").message
    one = finding(template, found_word="above", number="above", expected_word="below")
    assert say(one, "zh") == "援引写作“上文”，但编号 above 在下文。请更正方向或编号。"


def test_days_are_written_as_the_language_writes_them() -> None:
    assert fill("{a_day}", {"a_day": "2030-06-03"}, "en") == "3 June 2030"
    assert fill("{a_day}", {"a_day": "2030-06-03"}, "zh") == "2030 年 6 月 3 日"
    assert fill("{a_day}", {"a_day": "soon"}, "zh") == "soon"


@pytest.mark.parametrize("lang", ["fr", "", "../zh", "en"])
def test_without_a_catalogue_english_is_said(lang: str) -> None:
    assert translate("error", lang) == "error"


def test_braces_in_the_words_of_a_document_are_left_alone() -> None:
    assert say(finding("“{gap}”", gap="{x} {")) == "“{x} {”"
