"""Normative verbs and their rungs."""

import pytest

from toolkit.languages import Strength, by_code

S = Strength


def found(code: str, text: str) -> list[tuple[str, Strength]]:
    return [(one.span.of(text), one.strength) for one in by_code(code).norms(text)]


@pytest.mark.parametrize(
    ("text", "form", "strength"),
    [
        ("States parties must report.", "must", S.MUST),
        ("The Group shall meet once a year.", "shall", S.MUST),
        ("States parties should report.", "should", S.SHOULD),
        ("They should endeavour to report.", "should endeavour", S.SHOULD_ENDEAVOUR),
        ("They should consider reporting.", "should consider", S.SHOULD_CONSIDER),
        (
            "They should, as appropriate, consider it.",
            "should, as appropriate, consider",
            S.SHOULD_CONSIDER_AS_APPROPRIATE,
        ),
        ("They are encouraged to report.", "are encouraged", S.ENCOURAGED),
        ("They may be encouraged to report.", "may be encouraged", S.MAY_BE_ENCOURAGED),
        ("The Conference may wish to take note.", "may wish", S.MAY_BE_ENCOURAGED),
    ],
)
def test_an_english_norm_is_found_with_its_rung(text: str, form: str, strength: Strength) -> None:
    assert found("en", text) == [(form, strength)]


@pytest.mark.parametrize(
    ("text", "form", "strength"),
    [
        ("缔约国必须报告。", "必须", S.MUST),
        ("缔约国应报告。", "应", S.SHOULD),
        ("缔约国应当报告。", "应当", S.SHOULD),
        ("缔约国应对引航员进行培训。", "应", S.SHOULD),
        ("缔约国应邀请专家。", "应", S.SHOULD),
        ("缔约国应尽可能报告。", "应尽可能", S.SHOULD_ENDEAVOUR),
        ("缔约国应努力报告。", "应努力", S.SHOULD_ENDEAVOUR),
        ("缔约国应考虑报告。", "应考虑", S.SHOULD_CONSIDER),
        ("缔约国应酌情考虑报告。", "应酌情考虑", S.SHOULD_CONSIDER_AS_APPROPRIATE),
        ("鼓励缔约国报告。", "鼓励", S.ENCOURAGED),
        ("还鼓励缔约国报告。", "鼓励", S.ENCOURAGED),
        ("请秘书处报告。", "请", S.ENCOURAGED),
        ("可鼓励缔约国报告。", "可鼓励", S.MAY_BE_ENCOURAGED),
        ("缔约方会议不妨注意到本报告。", "不妨", S.MAY_BE_ENCOURAGED),
        ("缔约国应考虑鼓励船东报告。", "应考虑", S.SHOULD_CONSIDER),
    ],
)
def test_a_chinese_norm_is_found_with_its_rung(text: str, form: str, strength: Strength) -> None:
    assert found("zh", text) == [(form, strength)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "应对、响应、供应、反应、相应、应用、适应、应急、效应、应邀出席、回应"),
        ("zh", "申请、请求、邀请、提请注意、聘请"),
        ("zh", "无须报告，不得不停航，须知"),
        ("zh", "应缔约国的请求，提供援助"),
        ("en", "Should the dues rise, traffic falls. I should like to ask. It is a must."),
        ("en", "upon request, by invitation, with much encouragement"),
    ],
)
def test_words_that_only_look_like_norms_are_none(code: str, text: str) -> None:
    assert found(code, text) == []


def test_several_norms_come_in_order() -> None:
    text = "缔约国必须报告，并应考虑公布；鼓励船东参与。"
    assert [strength for _, strength in found("zh", text)] == [
        S.MUST,
        S.SHOULD_CONSIDER,
        S.ENCOURAGED,
    ]
