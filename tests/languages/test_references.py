"""References and meetings, in both languages."""

import pytest

from toolkit.languages import ReferenceMention, by_code

EN, ZH = by_code("en"), by_code("zh")


def shown(one: ReferenceMention) -> str:
    ranges = ",".join(str(a) if a == b else f"{a}-{b}" for a, b in one.ranges)
    parts = [one.kind.value, ranges, one.part, one.direction or "", "ext" if one.external else ""]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see paragraph 5 above", ["paragraph 5 above"]),
        ("(see para. 28 below)", ["paragraph 28 below"]),
        ("paragraphs 3 and 5", ["paragraph 3,5"]),
        ("paras. 12-14", ["paragraph 12-14"]),
        ("paragraphs 26 to 29 below", ["paragraph 26-29 below"]),
        ("paragraphs 14 to 12", ["paragraph 14-12"]),
        ("recommendations 7, 9 and 11–13", ["recommendation 7,9,11-13"]),
        ("recommendations 4 to 6 and 9", ["recommendation 4-6,9"]),
        ("Recommendation 12 was kept", ["recommendation 12"]),
        ("paragraph 8 (a) (ii)", ["paragraph 8 (a) (ii)"]),
        ("paragraphs 8 (a) and 9", ["paragraph 8 (a)", "paragraph 9"]),
        ("neither paragraph 5 nor 6 applies", ["paragraph 5,6"]),
        ("paragraphs 5, 7 as well as 9", ["paragraph 5,7,9"]),
        ("paragraphs 5 through 9", ["paragraph 5-9"]),
        ("paragraphs 5 & 7", ["paragraph 5,7"]),
        ("recommendations Nos. 3 and 5", ["recommendation 3,5"]),
        ("paragraph 5 (bis) of the rules", ["paragraph 5 ext"]),
        ("paragraph 5 of the rules", ["paragraph 5 ext"]),
        ("chapter II, section B", ["chapter 2 B"]),
        ("chapter VII of the Charter", ["chapter 7 ext"]),
        ("chapters II and III below", ["chapter 2,3 below"]),
        ("section C above", ["section 3 C above"]),
        ("annex II to the present report", ["annex 2"]),
        ("the annex to the present report", ["annex"]),
        ("the annex to its resolution 6/1", ["annex ext", "resolution 6/1 ext"]),
        ("agenda item 2", ["agenda item 2"]),
        ("under items 2 (a) and 3", ["agenda item 2 (a)", "agenda item 3"]),
        ("agenda items 1 to 3", ["agenda item 1-3"]),
        ("article 10, paragraph 1, of the Convention", ["article 10 1 ext"]),
        ("paragraph 1 of article 10", ["article 10 1 ext"]),
        ("articles 5 and 6", ["article 5,6 ext"]),
        ("rule 13 (a)", ["article 13 (a) ext"]),
        ("resolutions 7/1 and 64/254", ["resolution 7/1 ext", "resolution 64/254 ext"]),
        ("resolution 1353 (2001) and decision 4/2", [
            "resolution 1353 (2001) ext", "decision 4/2 ext"]),
        ("resolution 2247 (XXI)", ["resolution 2247 (XXI) ext"]),
        ("resolution 64/254, para. 3", ["resolution 64/254 ext", "paragraph 3 ext"]),
        ("paragraph 3 of resolution 64/254", ["paragraph 3 ext", "resolution 64/254 ext"]),
        ("(A/80/624, para. 22)", ["paragraph 22 ext"]),
        ("Ibid., paras. 3 and 4", ["paragraph 3,4 ext"]),
        ("paragraph 4 of the report of the Group on Ferries", ["paragraph 4 ext"]),
        ("paragraph 4 of the present report", ["paragraph 4"]),
        ("paragraph 10 of this resolution", ["paragraph 10"]),
        ("paragraph 15 of the terms of reference of the body", ["paragraph 15 ext"]),
        ("paragraph 158 of “Rivers for all”", ["paragraph 158 ext"]),
        ("operative paragraph 1", ["paragraph 1 ext"]),
        ("paragraph 4 in the light of the report", ["paragraph 4"]),
        ("recommendation 9 to the effect that the Act be amended", ["recommendation 9"]),
        ("recommendation 16 of its ninth meeting", ["recommendation 16 ext"]),
        ("paragraphs 3 and 5 and paragraph 7 of the Protocol", [
            "paragraph 3,5 ext", "paragraph 7 ext"]),
        ("annex II, section A, of resolution 7/1", [
            "annex 2 ext", "section 1 A ext", "resolution 7/1 ext"]),
        ("sections A and B of chapter II", ["chapter 2 A and B"]),
        ("subparagraphs (a) and (b) above", ["subparagraph (a) and (b) above"]),
        ("footnotes 3 and 4, note 5 below", ["footnote 3,4", "footnote 5 below"]),
        ("table 2 of the report on the ninth session", ["table 2 ext"]),
        ("tables 1 to 3 and figure II", ["table 1-3", "figure 2"]),
        ("It notes 3 countries", []),
        ("item 3, which 12 speakers addressed", ["agenda item 3"]),
        ("paragraph 5 and 12 speakers", ["paragraph 5"]),
        ("an annexed list of items, in articles", []),
    ],
)  # fmt: skip
def test_english_references_are_read(text: str, expected: list[str]) -> None:
    assert [shown(one) for one in EN.references(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上文第 5 段", ["paragraph 5 above"]),
        ("（见下文第 28 段）", ["paragraph 28 below"]),
        ("第 3 和第 5 段", ["paragraph 3,5"]),
        ("第3段和第5段", ["paragraph 3,5"]),
        ("第 12 至 14 段", ["paragraph 12-14"]),
        ("第 14 至 12 段", ["paragraph 14-12"]),
        ("下文第 37 和第 38 段", ["paragraph 37,38 below"]),
        ("建议 7、9 和 11 至 13", ["recommendation 7,9,11-13"]),
        ("按照建议 2 收到的资料", ["recommendation 2"]),
        ("上文建议 15", ["recommendation 15 above"]),
        ("建议 3 和建议 5", ["recommendation 3,5"]),
        ("第 8(a)(二)段", ["paragraph 8 (a) (ii)"]),
        ("上文第 16(c) 段所述", ["paragraph 16 (c) above"]),
        ("第二章 B 节", ["chapter 2 B"]),
        ("载于本报告第二章", ["chapter 2"]),
        ("《宪章》第七章", ["chapter 7 ext"]),
        ("上文 C 节", ["section 3 C above"]),
        ("附件二", ["annex 2"]),
        ("本报告附件所载核对表", ["annex"]),
        ("第 6/1 号决议附件一", ["resolution 6/1 ext", "annex 1 ext"]),
        ("议程项目 2 和 3", ["agenda item 2,3"]),
        ("议程项目 1 至 3 下的讨论", ["agenda item 1-3"]),
        ("议程项目42项下", ["agenda item 42"]),
        ("项目 14(g)", ["agenda item 14 (g)"]),
        ("《公约》第十条第一款", ["article 10 1 ext"]),
        ("第 13 条(a)款", ["article 13 (a) ext"]),
        ("第4条第3 (d) 款", ["article 4 3 (d) ext"]),
        ("第7款规定", ["paragraph 7 ext"]),
        ("第五和第六条", ["article 5,6 ext"]),
        ("第 7/1 和第 64/254 号决议", ["resolution 7/1 ext", "resolution 64/254 ext"]),
        ("第1353(2001)号决议和第 4/2 号决定", ["resolution 1353 (2001) ext", "decision 4/2 ext"]),
        ("第43/222 B号决议", ["resolution 43/222 B ext"]),
        ("第 64/254 号决议第 3 段", ["resolution 64/254 ext", "paragraph 3 ext"]),
        ("（A/80/624，第 22 段）", ["paragraph 22 ext"]),
        ("同上，第 3 和第 4 段", ["paragraph 3,4 ext"]),
        ("本报告第 4 段", ["paragraph 4"]),
        ("请本决议第 18 段所设", ["paragraph 18"]),
        ("职权范围第 9(c) 段", ["paragraph 9 (c) ext"]),
        ("执行部分第 1 段", ["paragraph 1 ext"]),
        ("决定，第 9 和第 12 段的规定", ["paragraph 9,12"]),
        ("各项决议见附件一", ["annex 1"]),
        ("第 7/1 号决议关于这些措施的第 10 段", ["resolution 7/1 ext", "paragraph 10 ext"]),
        ("第九次会议的建议 16", ["recommendation 16 ext"]),
        ("《公约》附件二第 3 段", ["annex 2 ext", "paragraph 3 ext"]),
        ("第二章 A 和 B 节", ["chapter 2 A and B"]),
        ("上文(b)分段", ["subparagraph (b) above"]),
        ("第 5 段(b)项", ["paragraph 5 (b)"]),
        ("见表 2 和图一，脚注 3", ["table 2", "figure 1", "footnote 3"]),
        ("详情见本报告表6。", ["table 6"]),
        ("表 1 2025-2026 年会议安排", ["table 1"]),
        ("图一 12个国家的情况", ["figure 1"]),
        ("有 3 名代表 2 人，发表 3 篇", []),
        ("建议 3 个国家参加，建议 2019 年举行，项目 5 个", []),
    ],
)
def test_chinese_references_are_read(text: str, expected: list[str]) -> None:
    assert [shown(one) for one in ZH.references(text)] == expected


def test_each_resolution_of_a_list_has_its_own_span() -> None:
    text = "its resolutions 7/1, 7/2 and 8/1"
    assert [one.span.of(text) for one in EN.references(text)] == ["resolutions 7/1", "7/2", "8/1"]


def test_a_span_covers_the_words_and_the_direction() -> None:
    text = "as said (see paragraphs 3 and 5 above)"
    assert EN.references(text)[0].span.of(text) == "paragraphs 3 and 5 above"
    text = "如上文第 3 和第 5 段所述"
    assert ZH.references(text)[0].span.of(text) == "上文第 3 和第 5 段"


@pytest.mark.parametrize(
    ("code", "text", "numbers"),
    [
        ("en", "at its 1st and 2nd meetings", [(1, 2)]),
        ("en", "the 90th plenary meeting", [(90,)]),
        ("en", "its 2nd, 3rd and 4th meetings", [(2, 3, 4)]),
        ("en", "the 1st to 4th meetings", [(1, 2, 3, 4)]),
        ("en", "the ninth meeting", [(9,)]),
        ("en", "the first eight meetings", []),
        ("en", "its ninth session", []),
        ("zh", "第 1 和第 2 场会议", [(1, 2)]),
        ("zh", "第 90 次全体会议", [(90,)]),
        ("zh", "第2、第3和第4场会议", [(2, 3, 4)]),
        ("zh", "第 1 至第 4 次会议", [(1, 2, 3, 4)]),
        ("zh", "第九次会议", [(9,)]),
        ("zh", "前八次会议", []),
        ("zh", "第九届会议", []),
    ],
)
def test_meetings_are_read_by_number(code: str, text: str, numbers: list[tuple[int, ...]]) -> None:
    assert [one.numbers for one in by_code(code).meetings(text)] == numbers


@pytest.mark.parametrize("text", ["见上文第5、6两段", "见上文第5、6各段"])
def test_a_word_that_counts_the_paragraphs_does_not_hide_them(text: str) -> None:
    assert [shown(one) for one in ZH.references(text)] == ["paragraph 5,6 above"]
