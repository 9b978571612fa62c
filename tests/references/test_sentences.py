"""Sentences with references written anew: what counts, joins and agrees stays right."""

import pytest

from toolkit.languages import by_code
from toolkit.references import Becomes, Named, applied, number_edits

SEVEN_GONE: Becomes = {Named(7): (), **{Named(n): (n - 1,) for n in range(8, 40)}}
TWELVE_BIS: Becomes = {
    Named(12): (12,),
    Named(12, "bis"): (13,),
    **{Named(n): (n + 1,) for n in range(13, 40)},
}


def written(code: str, text: str, becomes: Becomes) -> str:
    language = by_code(code)
    edits = []
    for found in language.reference_lists(text):
        edits += number_edits(found, text, language, becomes) or ()
    return applied(text, edits)


@pytest.mark.parametrize(
    ("code", "text", "becomes", "expected"),
    [
        (
            "en",
            "Both recommendations 5 and 7 are both good.",
            SEVEN_GONE,
            "Recommendation 5 is good.",
        ),
        (
            "en",
            "The two recommendations 5 and 7 concern locks.",
            SEVEN_GONE,
            "Recommendation 5 concerns locks.",
        ),
        (
            "en",
            "The three recommendations 5, 7 and 9 concern locks.",
            SEVEN_GONE,
            "The two recommendations 5 and 8 concern locks.",
        ),
        (
            "en",
            "It noted both of the recommendations 5 and 7.",
            SEVEN_GONE,
            "It noted recommendation 5.",
        ),
        (
            "en",
            "recommendations 5 and 7 call for care",
            SEVEN_GONE,
            "recommendation 5 calls for care",
        ),
        (
            "en",
            "recommendation 5 calls for care",
            {Named(5): (5, 6)},
            "recommendations 5 and 6 call for care",
        ),
        ("en", "paragraph 7 or 8 applies", SEVEN_GONE, "paragraph 7 applies"),
        ("en", "paragraph 5 or 7 applies", SEVEN_GONE, "paragraph 5 applies"),
        (
            "en",
            "paragraphs 3 above and 7 and 8 below",
            SEVEN_GONE,
            "paragraphs 3 above and 7 below",
        ),
        ("en", "paragraphs 11 to 14", TWELVE_BIS, "paragraphs 11 to 15"),
        ("en", "paragraphs 12 bis and 13", TWELVE_BIS, "paragraphs 13 and 14"),
        ("en", "paragraph 12 bis (a)", TWELVE_BIS, "paragraph 13 (a)"),
        ("en", "paragraphs 12 and 12 bis", TWELVE_BIS, "paragraphs 12 and 13"),
        ("en", "paragraphs 12 to 14", TWELVE_BIS, "paragraphs 12 to 15"),
        ("en", "paragraphs 11 and 12 bis to 15", TWELVE_BIS, "paragraphs 11 and 13 to 16"),
        ("en", "RECOMMENDATIONS 5 AND 7 ARE GOOD", SEVEN_GONE, "RECOMMENDATION 5 IS GOOD"),
        ("zh", "建议5和7两项均涉及船闸。", SEVEN_GONE, "建议5涉及船闸。"),
        ("zh", "建议5、7和9三项建议均涉及船闸。", SEVEN_GONE, "建议5和8两项建议均涉及船闸。"),
        ("zh", "第5和第7两段", SEVEN_GONE, "第5段"),
        ("zh", "第5、第7和第9三段都", SEVEN_GONE, "第5和第8两段都"),
        ("zh", "第5和第7各段", SEVEN_GONE, "第5段"),
        ("zh", "建议5和7均涉及", {Named(7): (7, 8)}, "建议5、7和8均涉及"),
        ("zh", "建议5和7两项", {Named(7): (7, 8)}, "建议5、7和8三项"),
        (
            "zh",
            "建议1至3、建议1、2和4",
            {Named(2): (), Named(3): (2,), Named(4): (3,)},
            "建议1和2、建议1和3",
        ),
        ("zh", "建议1至3、建议1、2和4", {Named(1): (2,), Named(2): (1,)}, "建议1至3、建议1、2和4"),
        ("zh", "建议5至8、建议7、8和9", SEVEN_GONE, "建议5至7、建议7和8"),
        ("zh", "第5至8段、第7、8和9段", SEVEN_GONE, "第5至7段、第7和8段"),
        ("zh", "第12段之二", TWELVE_BIS, "第13段"),
        ("zh", "第12段之二(a)项和第13段", TWELVE_BIS, "第13段(a)项和第14段"),
        ("zh", "第12之二和第13段", TWELVE_BIS, "第13和第14段"),
        ("zh", "第11至14段", TWELVE_BIS, "第11至15段"),
        ("zh", "第12段和第12段之二", TWELVE_BIS, "第12段和第13段"),
        ("zh", "第5和第7段(b)项", SEVEN_GONE, "第5段"),
        ("zh", "上文第5、第7和第9段", SEVEN_GONE, "上文第5和第8段"),
        ("zh", "第5段和/或第7段", SEVEN_GONE, "第5段"),
        ("zh", "建议5、6和/或7", SEVEN_GONE, "建议5和/或6"),
        ("en", "paragraphs 5 and/or 7", SEVEN_GONE, "paragraph 5"),
        ("en", "paragraphs 5, 6 and/or 7", SEVEN_GONE, "paragraphs 5 and/or 6"),
        (
            "en",
            "recommendations 5, 6, 7 and 8 together with 9",
            SEVEN_GONE,
            "recommendations 5, 6, 7 together with 8",
        ),
    ],
)
def test_a_sentence_stays_a_sentence(code: str, text: str, becomes: Becomes, expected: str) -> None:
    assert written(code, text, becomes) == expected
