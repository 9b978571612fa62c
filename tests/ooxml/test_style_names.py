"""Style names of the templates that United Nations papers are made with."""

import pytest

from toolkit.ooxml.styles import Meaning, meaning_of


@pytest.mark.parametrize(
    ("name", "role", "depth"),
    [
        ("_ H _Ch", "heading", 1),
        ("_ H_2/3", "heading", 3),
        ("__Single Txt", "body", None),
        ("Title_H_CH", "title", None),
        ("Rep_Numbered_H1", "heading", 2),
        ("Rep_Table_Title", "caption", None),
        ("Journal_Heading2", "heading", 2),
        ("Agenda_Item_Number", "masthead", None),
        ("Normal Bullet", "item", 1),
        ("_ H_2/3_G", "heading", 3),
        ("Reg_H__Ch_G", "heading", 1),
        ("Reg_Single Txt_G", "body", None),
        ("Reg_Single Txt_G2", "item", 1),
        ("Reg_Single Txt_G3", "item", 2),
        ("_Bullet 2_G", "item", 2),
        ("Anno_ Single Txt_G", "paragraph", None),
        ("(ParaNo.)", "paragraph", None),
        ("(a)", "item", 1),
        ("heading 9", "heading", 9),
        ("List Bullet 2", "item", 2),
    ],
)
def test_names_of_new_york_vienna_and_geneva_say_what_a_paragraph_is(
    name: str, role: str, depth: int | None
) -> None:
    assert meaning_of(name) == Meaning(role, depth)


def test_a_name_nobody_knows_says_nothing() -> None:
    assert meaning_of("Fancy Look 7") is None
