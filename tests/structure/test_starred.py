"""Notes marked by asterisks that stand among the first paragraphs."""

from toolkit.languages import by_code
from toolkit.model import Masthead
from toolkit.structure.para import Para, Role
from toolkit.structure.starred import with_star_notes

ENGLISH = by_code("en")


def noted(masthead: Masthead, *texts: str) -> list[tuple[str | None, str]]:
    paras = with_star_notes([Para(text=text) for text in texts], masthead, ENGLISH)
    return [(one.label, one.text) for one in paras if one.role is Role.FOOTNOTE]


def test_a_note_is_known_by_its_mark_in_the_masthead_or_in_a_table() -> None:
    assert noted(Masthead(symbol="XYZ/2030/3*"), "Lamps", "*\tReissued.") == [("*", "Reissued.")]
    table = Para(text="", rows=(("Costs**", "2"),))
    paras = with_star_notes([table, Para(text="** Not in dollars.")], Masthead(), ENGLISH)
    assert (paras[1].role, paras[1].label, paras[1].text) == (
        Role.FOOTNOTE,
        "**",
        "Not in dollars.",
    )


def test_without_its_mark_or_behind_the_first_paragraph_an_asterisk_begins_an_item() -> None:
    marked = Masthead(agenda_item="Item 3 of the provisional agenda*")
    assert noted(Masthead(), "Lamps", "* Oil") == []
    assert noted(marked, "** Oil") == []
    assert noted(marked, "1. It met.", "* Oil") == []
    assert noted(marked, "* XYZ/2030/1.", "* Oil") == [("*", "XYZ/2030/1.")]


def test_a_sentence_at_the_foot_of_the_first_page_is_the_note_of_its_mark_in_the_masthead() -> None:
    marked = Masthead(title="Observations on lamps*")
    assert noted(marked, "1. It met.", "* Adopted in May.") == [("*", "Adopted in May.")]
    assert noted(marked, "1. These burn:", "* Lamps.", "* Oil.") == []
