"""This year's Chinese draft, with last year's pair of reports as the only memory.

Stock sentences are those that a clause of the template words itself, and those of the data file
that last year's report has too but for figures. The gold is the sample draft of this year,
written by hand: a sentence is found in it through the English block that holds its source.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from toolkit.assemble import Template
from toolkit.assemble.clauses import EVERY, Clause, walk
from toolkit.assemble.filled import Origin, SentenceOrigin
from toolkit.languages import by_code
from toolkit.model import Document
from toolkit.states.find import find as find_states
from toolkit.symbols.find import find as find_symbols
from toolkit.tmx.write import write_tmx
from toolkit.workflows.alignment.aligning import align_files, harvest
from toolkit.workflows.building.building import BuildOptions, Built, build, find_template
from toolkit.workflows.documents.reading import load
from toolkit.writers.docx import Marks

ENGLISH, CHINESE = by_code("en"), by_code("zh")
LAST, THIS = "CSIW_COP_WG.3_2025_6", "CSIW_COP_WG.3_2026_L.1"


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return last year's pair, aligned now, as a memory."""
    names = [str(SAMPLES / f"{LAST}.{code}.docx") for code in ("en", "zh")]
    units = harvest(align_files(names[0], names[1], (ENGLISH, CHINESE)))
    path: Path = tmp_path_factory.mktemp("tm") / "last-year.tmx"
    path.write_bytes(write_tmx(units, source_lang="en", target_lang="zh"))
    return str(path)


def chinese(template: Template, memory: str, marks: Marks = "comments") -> Built:
    text = (SAMPLES / "meeting-2026.toml").read_text(encoding="utf-8")
    options = BuildOptions(memories=(memory,), marks=marks)
    return build(template, (text, "meeting-2026.toml"), [CHINESE], options)[0]


def sample(name: str, code: str) -> Document:
    return load(str(SAMPLES / f"{name}.{code}.md")).document


def texts(document: Document) -> list[str]:
    """Return the words of each block with its notes, apart from those of the masthead."""
    found = [
        one for block in document.blocks for one in (block.text, *(n.text for n in block.notes))
    ]
    return [text.replace("*", "") for text in found]


def masked(text: str) -> str:
    """Return a sentence without its figures, days and ordinals."""
    return re.sub(r"\b(?:\d[\d–]*|January|September|ninth|tenth|eighth)\b", "#", text)


def stock(template: Template, built: Built) -> Iterator[SentenceOrigin]:
    clauses = {one.id: one for one in walk(template.text.clauses)}
    whole = masked(" ".join(texts(sample(LAST, "en"))))
    for one in built.filled.sentences:
        clause = clauses.get(one.clause)
        own = clause is not None and EVERY not in clause.wording and "/note" not in one.block_id
        if own or masked(one.source) in whole:
            yield one


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def mistakes(one: SentenceOrigin) -> list[str]:
    """Return what a filled sentence says otherwise than its source: figures, days, names …"""
    source, target = one.source, one.target
    sides = {
        "symbols": [{m.text for m in find_symbols(text)} for text in (source, target)],
        "dates": [
            Counter((d.first, d.last) for d in language.dates(text))
            for language, text in ((ENGLISH, source), (CHINESE, target))
        ],
        "States": [
            Counter(m.state.code for m in find_states(text, code))
            for text, code in ((source, "en"), (target, "zh"))
        ],
        "figures": [
            Counter(m.value for m in language.numbers(text))
            for language, text in ((ENGLISH, source), (CHINESE, target))
        ],
        "meetings": [
            [m.numbers for m in language.meetings(text)]
            for language, text in ((ENGLISH, source), (CHINESE, target))
        ],
        "names": [
            set(),
            set(re.findall(r"[A-Za-zÀ-ɏ]{3,}", re.sub(r"\S*/\S*", "", target)))
            - set(re.findall(r"[A-Za-zÀ-ɏ]{3,}", source)),
        ],
    }
    return [f"{what}: {a} {b} in {target}" for what, (a, b) in sides.items() if a != b]


SURE = (Origin.CONTEXT, Origin.EXACT, Origin.SUBSTITUTED)
UNSURE = (Origin.FUZZY, Origin.UNTRANSLATED)


def test_stock_sentences_are_filled_as_the_translator_wrote_them(memory: str) -> None:
    template = find_template("draft-report", "no-such-folder")
    built = chinese(template, memory)
    sentences = list(stock(template, built))
    filled = [one for one in sentences if one.origin not in UNSURE]
    assert len(sentences) >= 40
    assert len(filled) >= 0.8 * len(sentences)
    assert [fault for one in filled for fault in mistakes(one)] == []
    english, written = texts(sample(THIS, "en")), texts(sample(THIS, "zh"))
    assert len(english) == len(written)
    strange = []
    for one in filled:
        places = [i for i, text in enumerate(english) if squeezed(one.source) in squeezed(text)]
        assert places, one.source
        if not any(squeezed(one.target) in squeezed(written[i]) for i in places):
            strange.append((one.source, one.target))
    assert strange == []


def test_every_filled_sentence_of_an_unmarked_draft_is_as_the_translator_wrote_it(
    memory: str,
) -> None:
    """Not the stock sentences alone: what the memory fills unseen must be right."""
    built = chinese(find_template("draft-report", "no-such-folder"), memory, "none")
    from_memory = [one for one in built.filled.sentences if one.origin in SURE]
    assert len(from_memory) >= 14
    written = squeezed("".join(texts(sample(THIS, "zh"))))
    assert [one.target for one in from_memory if squeezed(one.target) not in written] == []
    assert built.filled.counts()["fuzzy"] == 0


def test_the_english_draft_is_the_sample(memory: str) -> None:
    template = find_template("draft-report", "no-such-folder")
    text = (SAMPLES / "meeting-2026.toml").read_text(encoding="utf-8")
    built = build(template, (text, "meeting-2026.toml"), [ENGLISH], BuildOptions())[0]
    written, made = sample(THIS, "en"), built.filled.document
    assert made.masthead == replace(written.masthead, stamps=made.masthead.stamps)
    assert [(one.path, one.label) for one in made.blocks] == [
        (one.path, one.label) for one in written.blocks
    ]
    assert texts(made) == texts(written)


def without_chinese(clause: Clause) -> Clause:
    wording = {code: words for code, words in clause.wording.items() if code != "zh"}
    return replace(clause, wording=wording, parts=tuple(map(without_chinese, clause.parts)))


def test_the_memory_alone_makes_no_mistake_in_what_it_fills(memory: str) -> None:
    """Without a word of approved Chinese: what is not alike enough stays in English."""
    template = find_template("draft-report", "no-such-folder")
    clauses = tuple(map(without_chinese, template.text.clauses))
    bare = replace(template, text=replace(template.text, clauses=clauses))
    sentences = list(stock(bare, chinese(bare, memory)))
    filled = [one for one in sentences if one.origin not in UNSURE]
    assert len(filled) >= 0.65 * len(sentences)
    assert [fault for one in filled for fault in mistakes(one)] == []


def test_a_planted_mistake_would_be_seen(memory: str) -> None:
    built = chinese(find_template("draft-report", "no-such-folder"), memory)
    said = {one.clause: one for one in reversed(built.filled.sentences)}
    planted = [("held", "7 日", "8 日"), ("held", "第十", "第九"), ("attending", "52", "51")]
    planted += [("attending", "奥地利", "澳大利亚"), ("opened", "Amarilla", "Amarillo")]
    planted += [("participants", "INF/1", "INF/2"), ("considered", "第 2", "第 3")]
    for clause, old, new in planted:
        changed = replace(said[clause], target=said[clause].target.replace(old, new))
        assert changed.target != said[clause].target, clause
        assert mistakes(changed), (clause, old, new)
