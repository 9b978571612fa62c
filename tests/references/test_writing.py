"""Lists of numbers written anew: sentences stay sentences, and say the new numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import Direction, by_code
from toolkit.references import Named, applied, direction_edit, number_edits

SEVEN_GONE = {7: (), **{n: (n - 1,) for n in range(8, 30)}}


def written(code: str, text: str, plan: dict[int, tuple[int, ...]]) -> str | None:
    language = by_code(code)
    (found, *_) = language.reference_lists(text)
    edits = number_edits(found, text, language, {Named(old): new for old, new in plan.items()})
    return None if edits is None else applied(text, edits)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see recommendations 5, 7 and 9 above", "see recommendations 5 and 8 above"),
        ("recommendations 7–9 were", "recommendations 7 and 8 were"),
        ("recommendations 6–10", "recommendations 6–9"),
        ("Recommendations 7 and 8 were kept", "Recommendation 7 was kept"),
        ("the texts of recommendations 7 and 8 are", "the texts of recommendation 7 are"),
        ("recommendations 3, 5, and 7 to 10", "recommendations 3, 5, and 7 to 9"),
        ("recommendations 6, 7, and 9", "recommendations 6 and 8"),
        ("Recs. 7 and 12", "Rec. 11"),
        ("recommendations 7 (a), 8 (b) and 9", "recommendations 7 (b) and 8"),
        ("recommendation 12 (c)", "recommendation 11 (c)"),
        ("recommendation 5", "recommendation 5"),
        ("recommendation 7", None),
        ("recommendations 5 and/or 6", "recommendations 5 and/or 6"),
        ("recommendations 5 and, in particular, 9", "recommendations 5 and, in particular, 8"),
        ("recommendations 5, 7 and, notably, 9", "recommendations 5 and, notably, 8"),
        ("recommendations 7, 9 and in particular 12", "recommendations 8 and in particular 11"),
        ("recommendations 7 and, in particular, 12", "recommendation 11"),
        ("recommendations 5, 6 and, in particular, 7", "recommendations 5 and 6"),
    ],
)
def test_an_english_list_that_loses_a_member_stays_a_sentence(
    text: str, expected: str | None
) -> None:
    assert written("en", text, SEVEN_GONE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上文第 5、第 7 和第 9 段", "上文第 5 和第 8 段"),
        ("第 5 段、第 7 段和第 9 段", "第 5 段和第 8 段"),
        ("第 6 和第 7 段", "第 6 段"),
        ("第 6 至 9 段", "第 6 至 8 段"),
        ("第 6 至 8 段", "第 6 和第 7 段"),
        ("第6至8段", "第6和第7段"),
        ("建议 5、7 和 17", "建议 5 和 16"),
        ("建议7-10", "建议7-9"),
        ("建议 12 至 14", "建议 11 至 13"),
        ("建议五、七和九是新的", "建议五和八是新的"),
        ("第 9 段(b)项", "第 8 段(b)项"),
        ("第 7 段", None),
    ],
)
def test_a_chinese_list_that_loses_a_member_stays_a_sentence(
    text: str, expected: str | None
) -> None:
    assert written("zh", text, SEVEN_GONE) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "paragraph 5 was kept", "paragraphs 5 and 6 were kept"),
        ("en", "para. 5", "paras. 5 and 6"),
        ("en", "paragraphs 3 and 5", "paragraphs 3, 5 and 6"),
        ("zh", "第 5 段", "第 5 和第 6 段"),
        ("zh", "第5段", "第5和第6段"),
        ("zh", "第 3 段和第 5 段", "第 3 段、第 5 段和第 6 段"),
        ("zh", "建议 5", "建议 5 和 6"),
        ("zh", "建议 3 和建议 5", "建议 3、建议 5 和建议 6"),
        ("en", "paragraph 5 (b)", "paragraph 5 (b)"),
        ("en", "paragraphs 3, 5 (b) and 5", "paragraphs 3, 5 (b), 5 and 6"),
        ("zh", "第 5 段(b)项", "第 5 段(b)项"),
    ],
)
def test_a_list_grows_when_its_target_is_split(code: str, text: str, expected: str) -> None:
    assert written(code, text, {5: (5, 6)}) == expected


@pytest.mark.parametrize(
    ("text", "plan", "expected"),
    [
        ("recommendations 7–9", {7: (12,), 8: (3,), 9: (5,)}, "recommendations 3, 5 and 12"),
        ("recommendations 5 and 6", {6: (5,)}, "recommendation 5"),
        ("recommendations 3 to 6", {4: (10,)}, "recommendations 3, 5, 6 and 10"),
        ("recommendations 2 and 9", {2: (20,)}, "recommendations 9 and 20"),
        (
            "recommendations 1 to 7",
            {2: (3,), 3: (4,), 4: (5,), 5: (6,)},
            "recommendations 1 and 3 to 7",
        ),
        ("recommendations 4 to 6", {6: (5,)}, "recommendations 4 and 5"),
    ],
)
def test_numbers_rise_and_none_stands_twice(
    text: str, plan: dict[int, tuple[int, ...]], expected: str
) -> None:
    assert written("en", text, plan) == expected


def test_chapters_keep_their_numerals() -> None:
    assert written("en", "chapter III, section B", {3: (4,)}) == "chapter IV, section B"
    assert written("zh", "第三章 B 节", {3: (4,)}) == "第四章 B 节"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "see paragraph 5 above", "see paragraph 5 below"),
        ("zh", "见上文第 5 段", "见下文第 5 段"),
        ("zh", "上述第 5 段", "下述第 5 段"),
    ],
)
def test_the_direction_is_turned(code: str, text: str, expected: str) -> None:
    language = by_code(code)
    (found,) = language.reference_lists(text)
    edit = direction_edit(found, text, language, Direction.BELOW)
    assert edit is not None
    assert applied(text, [edit]) == expected
    assert direction_edit(found, text, language, Direction.ABOVE) is None


_numbers = st.lists(st.integers(1, 60), min_size=1, max_size=7, unique=True).map(sorted)
_plans = st.dictionaries(
    st.integers(1, 60), st.lists(st.integers(1, 99), max_size=3).map(tuple), max_size=60
)


@given(numbers=_numbers, plan=_plans, code=st.sampled_from(["en", "zh"]))
def test_what_is_written_reads_as_the_planned_numbers(
    numbers: list[int], plan: dict[int, tuple[int, ...]], code: str
) -> None:
    language = by_code(code)
    listed = language.join_list([str(number) for number in numbers])
    noun = "recommendations" if len(numbers) > 1 else "recommendation"
    text = f"see {noun} {listed}." if code == "en" else f"见建议 {listed}。"
    after = written(code, text, plan)
    wanted = {new for number in numbers for new in plan.get(number, (number,))}
    if after is None:
        assert not wanted
        return
    (found,) = language.references(after)
    assert {n for first, last in found.ranges for n in range(first, last + 1)} == wanted


@given(numbers=_numbers)
def test_a_plan_that_changes_nothing_edits_nothing(numbers: list[int]) -> None:
    text = f"recommendations {by_code('en').join_list([str(n) for n in numbers])}"
    (found, *_) = by_code("en").reference_lists(text) or [None]
    if found is not None:
        assert number_edits(found, text, by_code("en"), {}) == ()


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "recommendations five, seven and nine", "recommendations five and eight"),
        ("en", "Recommendations Seven and Nine were kept", "Recommendation Eight was kept"),
        ("en", "recommendation twelve, as amended", "recommendation eleven, as amended"),
        ("en", "RECOMMENDATION NINE.", "RECOMMENDATION EIGHT."),
        ("en", "recommendations six to ten.", "recommendations six to nine."),
        ("en", "recommendation twenty-one.", "recommendation twenty."),
        ("en", "recommendation seven.", None),
        ("zh", "见建议九。", "见建议八。"),
        ("zh", "见建议五、七和十二。", "见建议五和十一。"),
    ],
)  # fmt: skip
def test_numbers_in_words_stay_in_words(code: str, text: str, expected: str | None) -> None:
    assert written(code, text, SEVEN_GONE) == expected
