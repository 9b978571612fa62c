"""What is unfit for a memory is named with its reason; what is fit is left alone."""

from pathlib import Path

import pytest

from toolkit.inline import Code, CodeKind
from toolkit.languages import by_code
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.hygiene import KINDS, faults

LANGUAGES = (by_code("en"), by_code("zh"))

PILOTS = "The pilots of the river must be told of the flood at once, day or night."


def kinds(source: str, target: str, **more: object) -> list[str]:
    unit = TranslationUnit(source=source, target=target, **more)  # type: ignore[arg-type]
    return [fault.kind for fault in faults(unit, LANGUAGES)]


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("Lamps.", "。", "empty"),
        ("***", "灯。", "empty"),
        (PILOTS, PILOTS, "same"),
        ("河上的引航员", "河上的引航员", "same"),
        (PILOTS, "Les pilotes du fleuve doivent être avertis de la crue sans délai.", "language"),
        ("河上的引航员必须立即获知洪水情况", "河上的引航员必须立即获知洪水。", "language"),
        (PILOTS, "灯。", "length"),
        ("A lamp.", "引航员必须立即获知洪水情况，无论昼夜，" * 4, "length"),
        (PILOTS, "河上的引航员必须立即获知洪水情况\ufffd，不分昼夜。", "garbage"),
        (PILOTS, "河上的引航员必须立即获知锟斤拷洪水情况，不分昼夜。", "garbage"),
        (PILOTS, "河上的引航员必须立即获知洪水情况&nbsp;不分昼夜。", "garbage"),
        (PILOTS + "x" * 25, "河上的引航员必须立即获知洪水情况，不分昼夜。", "garbage"),
        ("In 2019 and 2021, 17 boats sank.", "2020年有24艘船沉没，12人获救。", "misaligned"),
        ("See CSIW/COP/WG.3/2025/6 there.", "见CSIW/COP/WG.3/2024/2。", "misaligned"),
    ],
)
def test_a_fault_is_named(source: str, target: str, kind: str) -> None:
    assert kind in kinds(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Lamps.", "灯。"),
        ("CSIW/COP/WG.3/2025/6", "CSIW/COP/WG.3/2025/6"),
        ("2,345 km", "2 345 km"),
        ("Kofi Mensah", "Kofi Mensah"),
        ("I.", "一、"),
        ("Fourteen boats sank in 2019.", "2019年有14艘船沉没。"),
        ("It met on 3 and 4 May.", "会议于5月3日和4日举行。"),
        ("20%", "20%"),
    ],
)
def test_what_is_right_is_left_alone(source: str, target: str) -> None:
    assert kinds(source, target) == []


def test_an_aligner_that_was_not_sure_is_believed() -> None:
    assert kinds("A lamp.", "灯。", confidence=0.1) == ["misaligned"]
    assert kinds("A lamp.", "灯。", confidence=0.9) == []


def test_a_code_that_the_translation_lacks_is_named() -> None:
    line = Code(at=1, kind=CodeKind.ALONE, native="<br/>")
    unit = TranslationUnit(source="A lamp.", target="灯。", source_codes=(line,))
    (fault,) = faults(unit, LANGUAGES)
    assert (fault.kind, fault.said) == ("codes", "the target lacks inline codes (<br/>)")


def test_only_the_questions_chosen_are_asked() -> None:
    unit = TranslationUnit(source=PILOTS, target=PILOTS)
    assert [fault.kind for fault in faults(unit, LANGUAGES, ["length"])] == []
    assert set(KINDS) >= {"empty", "same", "language", "length", "garbage", "misaligned"}


def _pairs(folder: Path) -> list[tuple[str, str]]:
    """Return the pairs of a gold standard: beads of segment numbers, from 0."""
    pairs = []
    for gold in sorted(folder.glob("*.gold.tsv"))[:6]:
        stem = str(gold).removesuffix(".gold.tsv")
        english = Path(f"{stem}.en.txt").read_text(encoding="utf-8").split("\n")
        chinese = Path(f"{stem}.zh.txt").read_text(encoding="utf-8").split("\n")
        for line in gold.read_text(encoding="utf-8").splitlines():
            left, right = ([int(n) for n in side.split(",") if n] for side in line.split("\t")[:2])
            if left and right:
                pairs.append(
                    (" ".join(english[n] for n in left), "".join(chinese[n] for n in right))
                )
    return pairs


def test_real_pairs_pass_and_wrong_ones_are_found(shared: Path) -> None:
    pairs = _pairs(shared / "data" / "unv1_dev")
    assert len(pairs) > 800
    blamed = [pair for pair in pairs if kinds(*pair)]
    assert len(blamed) <= len(pairs) / 200
    # Each source with a translation of another one: lengths and figures tell many of them.
    crossed = zip(pairs, pairs[100:] + pairs[:100], strict=True)
    found = [one for one, other in crossed if kinds(one[0], other[1])]
    assert len(found) > len(pairs) / 8
