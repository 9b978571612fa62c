"""What a language prints as a reference it finds again as that reference."""

from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import by_code
from toolkit.languages.listing import runs
from toolkit.languages.reference import RefKind

KINDS = (RefKind.PARAGRAPH, RefKind.RECOMMENDATION, RefKind.CHAPTER, RefKind.AGENDA_ITEM)
NUMBERS = st.lists(st.integers(1, 40), min_size=1, max_size=6, unique=True)


def around(language: str, said: str) -> str:
    return f"As set out in {said} above, all is well." if language == "en" else f"如{said}所述。"


@given(st.sampled_from(["en", "zh"]), st.sampled_from(KINDS), NUMBERS)
def test_a_list_of_numbers_is_found_by_value(code: str, kind: RefKind, numbers: list[int]) -> None:
    language = by_code(code)
    (found,) = language.references(around(code, language.refer(kind, numbers)))
    named = [one for first, last in found.ranges for one in range(first, last + 1)]
    assert (found.kind, named, found.external) == (kind, sorted(numbers), False)


@given(
    st.sampled_from(["en", "zh"]),
    st.sampled_from([RefKind.PARAGRAPH, RefKind.RECOMMENDATION, RefKind.AGENDA_ITEM]),
    st.integers(1, 200),
    st.sampled_from(["(a)", "(c) (ii)"]),
)
def test_a_subparagraph_is_found_with_its_marks(
    code: str, kind: RefKind, number: int, part: str
) -> None:
    language = by_code(code)
    (found,) = language.references(around(code, language.refer(kind, [number], part)))
    assert (found.kind, found.ranges, found.part) == (kind, ((number, number),), part)


@given(st.sampled_from(["en", "zh"]), st.integers(1, 12), st.sampled_from("ABCDEFGH"))
def test_a_section_is_found_with_its_chapter(code: str, number: int, letter: str) -> None:
    language = by_code(code)
    (found,) = language.references(around(code, language.refer(RefKind.CHAPTER, [number], letter)))
    assert (found.kind, found.ranges, found.part) == (RefKind.CHAPTER, ((number, number),), letter)


@given(st.sampled_from(["en", "zh"]), st.integers(0, 9), NUMBERS)
def test_paragraphs_of_an_annex_stand_behind_it(code: str, annex: int, numbers: list[int]) -> None:
    language = by_code(code)
    said = language.refer(RefKind.PARAGRAPH, numbers, annex=annex)
    first, second = language.references(around(code, said))
    assert first.ranges == (((annex, annex),) if annex else ())
    assert (first.kind, second.kind) == (RefKind.ANNEX, RefKind.PARAGRAPH)


@given(NUMBERS)
def test_runs_hold_every_number_once_and_ranges_are_of_three_or_more(numbers: list[int]) -> None:
    found = list(runs(numbers))
    named = [n for ends in found for n in range(ends[0], ends[-1] + 1)]
    assert named == sorted(numbers)
    assert all(len(ends) == 1 or ends[1] - ends[0] >= 2 for ends in found)
