import pytest

from toolkit.diagnostics.spoken import line_of, place_in, spoken


@pytest.mark.parametrize(
    ("path", "english", "chinese"),
    [
        ("", "first page", "首页"),
        ("III/para 12", "para. 12", "第 12 段"),
        ("III/B/para 12/(a)/(ii)", "para. 12 (a) (ii)", "第 12 段 (a) (ii)"),
        ("II/A/rec 7", "rec. 7", "建议 7"),
        ("II/B", "chapter II, section B", "第二章，B 节"),
        ("annex", "annex", "附件"),
        ("annex II/para 3", "annex II, para. 3", "附件二，第 3 段"),
    ],
)
def test_a_path_is_said_as_an_editor_says_it(path: str, english: str, chinese: str) -> None:
    assert spoken(path) == english
    assert spoken(path, "zh") == chinese


def test_places_in_a_file_are_translated_and_odd_ones_kept() -> None:
    assert place_in("line 12", "zh") == "第 12 行"
    assert place_in("text box 3", "zh") == "text box 3"
    assert line_of("line 12") == 12
    assert line_of("paragraph 12") is None


def test_parts_of_a_page_are_said_in_the_users_language() -> None:
    assert place_in("header", "zh") == "页眉"
    assert place_in("header", "en") == "header"
    assert place_in("b17 of an unknown form", "zh") == "b17 of an unknown form"
