"""What a form is to the body that speaks, and which terms a translation keeps."""

import pytest

from toolkit.model.edits import Spot
from toolkit.model.terms import Standing, TermUse
from toolkit.terms import read_termbase
from toolkit.terms.uses import Facing, Vocabulary, belongs, facings

TABLE = """concept,language,term,status,body
party,en,State party,,
party,en,contracting party,,ABC/COP
party,en,Member State,deprecated,XYZ
party,zh,缔约国,,
party,zh,缔约方,,ABC/COP
party,zh,会员国,deprecated,XYZ
victim,en,victim,preferred,
victim,en,injured person,admitted,
victim,zh,受害人,preferred,
victim,zh,受害者,,
light,en,light,,
light,zh,灯,,
ease,en,light,,
ease,zh,轻,,
"""
BASE = read_termbase(TABLE.encode(), "terms.csv").termbase


def uses(text: str, body: str = "", language: str = "en") -> list[TermUse]:
    return list(Vocabulary(BASE, language, body).uses([(Spot(block_id="b1"), text)]))


def standing(text: str, body: str = "", language: str = "en") -> list[Standing]:
    return [one.standing for one in uses(text, body, language)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("XYZ/COP/2030/L.1", [Standing.PREFERRED, Standing.ELSEWHERE, Standing.DEPRECATED]),
        ("ABC/COP/2030/L.1", [Standing.ELSEWHERE, Standing.PREFERRED, Standing.ADMITTED]),
        ("QRS/2030/1", [Standing.PREFERRED, Standing.ELSEWHERE, Standing.ADMITTED]),
        ("", [Standing.PREFERRED, Standing.ADMITTED, Standing.ADMITTED]),
    ],
)
def test_a_form_is_judged_by_the_body_that_speaks(body: str, expected: list[Standing]) -> None:
    assert standing("States parties, contracting parties and Member States", body) == expected
    assert standing("缔约国、缔约方和会员国", body, "zh") == expected


def test_an_unmarked_form_beside_a_preferred_one_is_admitted() -> None:
    assert standing("受害人和受害者", language="zh") == [Standing.PREFERRED, Standing.ADMITTED]


def test_the_body_s_own_word_is_offered_first() -> None:
    (use,) = uses("States parties", "ABC/COP/2030/1")
    assert use.preferred == ("contracting party",)


def test_quotations_titles_and_symbols_are_left_alone() -> None:
    assert [one.quoted for one in uses("“Member States” said", "XYZ")] == [True]
    assert [one.quoted for one in uses("题为《会员国的灯》的文件，会员国", "XYZ", "zh")] == [
        True,
        True,
        False,
    ]
    base = read_termbase(b"en,en deprecated\nconference,COP\n", "t.csv").termbase
    vocabulary = Vocabulary(base, "en")
    assert not list(vocabulary.uses([(Spot(block_id="b"), "see XYZ/COP/WG.1/2030/6, para. 2")]))


def test_bodies_are_the_beginnings_of_symbols() -> None:
    assert belongs("XYZ/COP/2030/L.1", "xyz/cop/")
    assert not belongs("XYZ/COPE/1", "XYZ/COP")
    assert not belongs("XYZ/COP/1", "")


def kept(source: str, target: str) -> list[bool]:
    pair = Facing(source_id="a", source=source, target_id="b", target=target)
    languages = Vocabulary(BASE, "en", "XYZ"), Vocabulary(BASE, "zh", "XYZ")
    return [one.kept for one in facings([pair], *languages)]


def test_a_term_is_kept_when_an_allowed_form_faces_it() -> None:
    assert kept("The victim was heard.", "受害者作了陈述。") == [True]
    assert kept("The victim was heard.", "该人作了陈述。") == [False]
    assert kept("Victims and victims.", "受害人。") == [True]  # once a sentence
    assert kept("The ship sailed.", "船开了。") == []


def test_a_form_that_is_given_up_is_told_by_itself() -> None:
    assert kept("States parties met.", "会员国举行了会议。") == [True]


def test_one_meaning_of_several_is_enough() -> None:
    assert kept("A light load.", "轻货。") == kept("A light.", "一盏灯。") == [True]
    assert kept("A light load.", "货物。") == [False]


def test_a_form_of_several_concepts_is_judged_as_mildly_as_can_be() -> None:
    table = "en,en deprecated\nlantern,lamp\nlamp,glow\n"
    vocabulary = Vocabulary(read_termbase(table.encode(), "t.csv").termbase, "en")
    found = [one.standing for one in vocabulary.uses([(Spot(block_id="b"), "A lamp, a glow.")])]
    assert found == [Standing.PREFERRED, Standing.DEPRECATED]
