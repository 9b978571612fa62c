"""What helps an alignment: a memory, a scorer from another package, rules of cutting."""

from collections.abc import Sequence
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from toolkit.align import Aids, align_documents, align_segments, installed_scorers, load_scorer
from toolkit.align.aids import KnownPairs
from toolkit.align.known import hits
from toolkit.align.scorers import GROUP
from toolkit.errors import UsageError
from toolkit.languages import by_code
from toolkit.languages.run_in_lists import split_lists
from toolkit.model import Block, Document, Kind, Masthead, Profile
from toolkit.text.spans import Span

EN, ZH = by_code("en"), by_code("zh")

# Names that no dictionary has: nothing but a memory tells which line is left out.
ENGLISH = ["Brellwick", "Quonkery", "Zanthorp", "Mirvale"]
CHINESE = ["匡克里", "赞索普", "米尔谷"]
RIGHT = [((0,), ()), ((1,), (0,)), ((2,), (1,)), ((3,), (2,))]


def beads(aids: Aids, source: Sequence[str] = ENGLISH, target: Sequence[str] = CHINESE):
    found = align_segments(list(source), list(target), EN, ZH, aids).beads
    return [(bead.source, bead.target) for bead in found]


def test_what_a_memory_has_word_for_word_is_paired_where_the_aligner_alone_goes_wrong() -> None:
    assert beads(Aids()) != RIGHT
    known = (("Quonkery", "匡克里"), ("Zanthorp", "赞索普"), ("Mirvale", "米尔谷"))
    assert beads(Aids(known=known)) == RIGHT
    found = align_segments(ENGLISH, CHINESE, EN, ZH, Aids(known=known)).beads
    assert min(bead.confidence for bead in found) > 0.9


def test_words_learned_from_other_sentences_of_a_memory_help_too() -> None:
    taught: KnownPairs = tuple(
        (f"{place} {verb}.", f"{name}{done}。")
        for place, name in zip(ENGLISH[1:], CHINESE, strict=True)
        for verb, done in (("reported", "作了报告"), ("objected", "表示反对"), ("agreed", "同意"))
    )
    assert beads(Aids(known=taught)) == RIGHT


def test_a_pair_that_a_memory_has_as_two_sentences_is_one_bead() -> None:
    known = (("Brellwick. Quonkery.", "匡克里。"),)
    assert beads(
        Aids(known=known), ["Brellwick.", "Quonkery.", "Zanthorp."], ["匡克里。", "某。"]
    ) == [
        ((0, 1), (0,)),
        ((2,), (1,)),
    ]


def test_white_space_does_not_part_a_text_from_what_a_memory_has() -> None:
    assert hits(["The  Board", "met."], ["委员会", "开会。"], (("The Board", "委 员会"),))
    assert not hits(["The Board"], ["委员会"], (("The Board", "开会。"),))
    assert not hits(["The Board"], ["委员会"], ())


def test_a_text_that_stands_everywhere_in_a_memory_costs_no_more_than_its_places() -> None:
    many = ["Yes."] * 3000
    assert hits(many, ["是。"] * 3000, (("Yes.", "是。"),)) == ()


def test_a_document_is_helped_by_a_memory_as_lines_are() -> None:
    left = document("en", *(para(n, text) for n, text in enumerate(ENGLISH, 1)))
    right = document("zh", *(para(n, text) for n, text in enumerate(CHINESE, 1)))
    known = (("Quonkery", "匡克里"), ("Zanthorp", "赞索普"), ("Mirvale", "米尔谷"))
    plain = align_documents(left, right).beads
    helped = align_documents(left, right, Aids(known=known)).beads
    assert [(b.source, b.target) for b in plain] != RIGHT
    assert [(b.source, b.target) for b in helped] == RIGHT


def test_paragraphs_are_cut_as_is_asked_for() -> None:
    left = document("en", para(1, "It heard of: (a) locks; (b) weirs."))
    right = document("zh", para(1, "会议听取了：(a) 船闸；(b) 堰坝。"))
    assert len(align_documents(left, right).beads) == 1

    def items(text: str) -> tuple[Span, ...]:
        return split_lists(text, [Span(0, len(text))])

    found = align_documents(left, right, Aids(cuts=(items, items))).beads
    assert [bead.kind for bead in found] == ["1-1"] * 3


class Glossary:
    """A scorer that knows the names: each has a direction of its own."""

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        names = list(zip(ENGLISH, ["布雷尔威克", *CHINESE], strict=True))
        return [[0.1, *(float(any(n in text for n in pair)) for pair in names)] for text in texts]


class Short(Glossary):
    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        return super().encode(texts)[1:]


class Broken(Glossary):
    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        raise RuntimeError(f"out of\nmemory for {len(texts)} texts")


class Endless(Glossary):
    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        return [[float("nan")] for _ in texts]


class Nameless:
    pass


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a distribution with scorers on the path, as an installed package has it."""
    info = tmp_path / "lampwords-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lampwords\nVersion: 1.0\n")
    entries = {"glossary": "Glossary", "nameless": "Nameless", "missing": "Nowhere"}
    lines = [f"{name} = lampwords:{thing}" for name, thing in entries.items()]
    (info / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *lines, ""]))
    (tmp_path / "lampwords.py").write_text(
        "class Nameless:\n    pass\n\n\n"
        "class Glossary:\n    def encode(self, texts):\n"
        f"        names = {list(zip(ENGLISH, ['布雷尔威克', *CHINESE], strict=True))!r}\n"
        "        return [[0.1, *(float(any(n in t for n in pair)) for pair in names)]"
        " for t in texts]\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.usefixtures("distribution")
def test_a_scorer_is_found_by_its_entry_point_and_helps() -> None:
    assert set(installed_scorers()) >= {"glossary", "missing", "nameless"}
    assert beads(Aids(encoder=load_scorer("glossary"))) == RIGHT


@pytest.mark.usefixtures("distribution")
def test_a_scorer_that_is_none_is_refused_in_one_line() -> None:
    with pytest.raises(UsageError, match=r"There is no scorer 'nonesuch'; installed: .*glossary"):
        load_scorer("nonesuch")
    with pytest.raises(UsageError, match="'nameless' has no encode"):
        load_scorer("nameless")
    with pytest.raises(UsageError, match="'missing' cannot be loaded"):
        load_scorer("missing")


def test_none_is_needed_and_none_is_shipped() -> None:
    assert installed_scorers() == ()
    with pytest.raises(UsageError, match="installed: none"):
        load_scorer("glossary")
    assert EntryPoint("x", "y:z", GROUP).group == GROUP


@pytest.mark.parametrize(
    ("scorer", "words"),
    [
        (Short(), "one vector for each of 4 texts"),
        (Broken(), "The scorer failed: out of memory for 4 texts"),
        (Endless(), "no numbers"),
    ],
)
def test_what_a_scorer_answers_is_looked_at(scorer: Glossary, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        beads(Aids(encoder=scorer))


def document(language: str, *blocks: Block) -> Document:
    return Document(
        profile=Profile.REPORT, language=language, masthead=Masthead(), blocks=tuple(blocks)
    )


def para(number: int, text: str) -> Block:
    return Block(
        id=f"b{number}",
        kind=Kind.PARAGRAPH,
        text=text,
        label=f"{number}.",
        number=number,
        path=f"I/para {number}",
    )
