"""Where series break, and what a scheme allows."""

import pytest

from toolkit.model import Block, Document, Kind, Profile
from toolkit.numbering import BreakKind, Series, scheme_for, sequence_breaks


def paragraphs(*numbers: int, profile: Profile = Profile.REPORT, root: str = "") -> Document:
    blocks = tuple(
        Block(
            id=f"b{at}",
            kind=Kind.PARAGRAPH,
            text="x",
            label=f"{n}.",
            number=n,
            path=f"{root}para {n}",
        )
        for at, n in enumerate(numbers)
    )
    return Document(profile=profile, language="en", blocks=blocks)


def kinds(document: Document, series: Series) -> list[tuple[str, int, int]]:
    found, _ = sequence_breaks(document, series)
    return [(one.kind.value, one.expected, one.found) for one in found]


@pytest.mark.parametrize(
    ("numbers", "breaks"),
    [
        ((1, 2, 3), []),
        ((), []),
        ((1, 2, 4, 5), [("gap", 3, 4)]),
        ((1, 2, 2, 3), [("repeat", 3, 2)]),
        ((1, 2, 3, 1, 2), [("restart", 4, 1)]),
        ((1, 2, 3, 2), [("backwards", 4, 2)]),
        ((3, 4), [("start", 1, 3)]),
        ((1, 2, 9, 3, 10), [("gap", 3, 9), ("backwards", 10, 3)]),
    ],
)
def test_breaks_of_a_reports_paragraphs(
    numbers: tuple[int, ...], breaks: list[tuple[str, int, int]]
) -> None:
    document = paragraphs(*numbers)
    assert kinds(document, Series.PARAGRAPH) == breaks
    assert sequence_breaks(document, Series.PARAGRAPH)[1] == len(numbers)


def test_a_break_names_its_block_and_the_one_before() -> None:
    document = paragraphs(1, 3)
    (found,), _ = sequence_breaks(document, Series.PARAGRAPH)
    assert found.kind is BreakKind.GAP
    assert (found.previous, found.block) == document.blocks


def test_an_alternative_goes_with_its_number() -> None:
    blocks = (
        Block(id="1", kind=Kind.PARAGRAPH, text="x", label="1.", number=1, path="para 1"),
        Block(id="2", kind=Kind.PARAGRAPH, text="x", label="1 bis.", number=1, path="para 1 bis"),
        Block(id="3", kind=Kind.PARAGRAPH, text="x", label="2.", number=2, path="para 2"),
    )
    document = Document(profile=Profile.REPORT, language="en", blocks=blocks)
    assert kinds(document, Series.PARAGRAPH) == []


def test_an_annex_counts_for_itself() -> None:
    main, annex = paragraphs(1, 2), paragraphs(1, 2, 4, root="annex/")
    document = Document(profile=Profile.REPORT, language="en", blocks=(*main.blocks, *annex.blocks))
    assert kinds(document, Series.PARAGRAPH) == [("gap", 3, 4)]


def recommendations(profile: Profile, *numbers: int) -> Document:
    blocks = tuple(
        Block(id=str(n), kind=Kind.RECOMMENDATION, text="x", number=n, path=f"rec {n}")
        for n in numbers
    )
    return Document(profile=profile, language="en", blocks=blocks)


def test_only_an_addendum_may_begin_its_recommendations_above_one() -> None:
    assert kinds(recommendations(Profile.ADDENDUM, 35, 36), Series.RECOMMENDATION) == []
    assert kinds(recommendations(Profile.ADDENDUM, 35, 37), Series.RECOMMENDATION) == [
        ("gap", 36, 37)
    ]
    assert kinds(recommendations(Profile.REPORT, 35, 36), Series.RECOMMENDATION) == [
        ("start", 1, 35)
    ]


def headings(profile: Profile, *paths: str) -> Document:
    blocks = tuple(
        Block(
            id=path,
            kind=Kind.HEADING,
            text="x",
            level=path.count("/") + 1,
            number={"I": 1, "II": 2, "III": 3, "A": 1, "B": 2, "C": 3}[path.split("/")[-1]],
            path=path,
        )
        for path in paths
    )
    return Document(profile=profile, language="en", blocks=blocks)


def test_an_addendum_may_skip_sections_and_a_report_may_not() -> None:
    paths = ("II", "II/A", "II/C", "III")
    assert kinds(headings(Profile.ADDENDUM, *paths), Series.SECTION) == []
    assert kinds(headings(Profile.ADDENDUM, *paths), Series.CHAPTER) == []
    assert kinds(headings(Profile.REPORT, *paths), Series.SECTION) == [("gap", 2, 3)]
    assert kinds(headings(Profile.REPORT, *paths), Series.CHAPTER) == [("start", 1, 2)]


def test_sections_begin_anew_in_each_chapter() -> None:
    paths = ("I", "I/A", "I/B", "II", "II/A", "II/B")
    assert kinds(headings(Profile.REPORT, *paths), Series.SECTION) == []


def test_items_count_under_their_parent() -> None:
    def item(path: str, number: int, level: int) -> Block:
        return Block(id=path, kind=Kind.ITEM, text="x", number=number, level=level, path=path)

    blocks = (
        Block(id="p", kind=Kind.PARAGRAPH, text="x:", number=1, path="para 1"),
        item("para 1/(a)", 1, 1),
        item("para 1/(a)/(i)", 1, 2),
        item("para 1/(a)/(ii)", 2, 2),
        item("para 1/(b)", 2, 1),
        item("para 1/(b)/(i)", 1, 2),
        item("para 1/(d)", 4, 1),
    )
    document = Document(profile=Profile.REPORT, language="en", blocks=blocks)
    assert kinds(document, Series.ITEM) == [("gap", 3, 4)]
    assert sequence_breaks(document, Series.ITEM)[1] == 6


@pytest.mark.parametrize("profile", list(Profile))
def test_every_profile_has_a_scheme_with_an_authority_for_every_rule(profile: Profile) -> None:
    scheme = scheme_for(profile)
    assert set(scheme) == {series.value for series in Series}
    assert all(rule.authority for rule in scheme.values())
