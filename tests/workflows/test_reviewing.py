"""What a reviewer said holds, and nothing of it is dropped in silence."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.reviews import CHINESE, ENGLISH, aligned, given_out, groups_of
from toolkit.errors import UsageError
from toolkit.workflows.alignment.aligning import Aligned, harvest
from toolkit.workflows.alignment.files import as_payload, as_tmx
from toolkit.workflows.review.reviewing import apply_review
from toolkit.workflows.review.rows import Row, rows_of


def changed(what: Aligned, **rows: dict[str, str]) -> list[Row]:
    """Return a review with fields of the rows named by their source segment ("s3") changed."""
    return [
        replace(row, **rows.get(f"s{name}".replace(", ", "_"), {}))
        for name, row in given_out(what).items()
    ]


def refused(what: Aligned, rows: Sequence[Row]) -> str:
    with pytest.raises(UsageError) as caught:
        apply_review(what, rows)
    return str(caught.value)


def test_doubtful_pairs_come_first_the_worst_of_them_first() -> None:
    what = aligned()
    sure = (0.95, 0.8, 0.99, 0.3, 0.95, 0.89)
    beads = tuple(replace(b, confidence=c) for b, c in zip(what.beads, sure, strict=True))
    order = [row.source_segments for row in rows_of(replace(what, beads=beads))]
    assert order == ["3", "1", "5", "0", "2", "4"]


def test_the_id_of_a_row_stays_when_other_sentences_are_put_in() -> None:
    before = given_out(aligned())["3"]
    after = given_out(aligned(source=("New.", *ENGLISH), target=("新。", *CHINESE)))["4"]
    assert before.id == after.id
    assert len({row.id for row in given_out(aligned()).values()}) == len(ENGLISH)


def test_rows_with_the_same_words_have_names_of_their_own() -> None:
    rows = rows_of(aligned(source=["Lamp."] * 5, target=["灯。"] * 5))
    assert len({row.id for row in rows}) == 5
    assert groups_of(apply_review(aligned(source=["Lamp."] * 5, target=["灯。"] * 5), rows))


def test_a_review_that_nobody_touched_changes_nothing() -> None:
    what = aligned()
    done = apply_review(what, rows_of(what))
    assert done.beads == what.beads
    assert as_tmx(done) == as_tmx(what)
    assert done.review is not None
    assert done.review.applied == 0


@pytest.mark.parametrize(("said", "status"), [("ok", "reviewed"), (" Approved ", "approved")])
def test_a_pair_that_is_right_is_sure_and_says_so(said: str, status: str) -> None:
    what = aligned()
    done = apply_review(what, changed(what, s3={"status": said}))
    assert groups_of(done) == groups_of(what)
    assert [b.confidence for b in done.beads] == [0.95, 0.95, 0.95, 1.0, 0.95, 0.95]
    assert [unit.status for unit in harvest(done)] == ["aligned"] * 3 + [status] + ["aligned"] * 2
    assert as_payload(done)["beads"][3]["status"] == status


def test_a_wrong_pair_is_kept_out_of_the_memory_and_counted() -> None:
    what = aligned()
    done = apply_review(what, changed(what, s3={"status": "wrong"}))
    assert [unit.source for unit in harvest(done)] == [t for t in ENGLISH if t != ENGLISH[3]]
    assert done.review is not None
    assert (done.review.applied, done.review.wrong) == (1, 1)
    assert done.beads[3].confidence == 0


def test_rows_can_be_joined_and_the_emptied_one_left() -> None:
    what = aligned()
    empty = {"source_segments": "", "target_segments": ""}
    joined = {"source_segments": "1，2", "target_segments": "1; 2"}
    done = apply_review(what, changed(what, s1=joined, s2=empty))
    assert ((1, 2), (1, 2)) in groups_of(done)
    unit = harvest(done)[1]
    assert (unit.source, unit.target) == (f"{ENGLISH[1]} {ENGLISH[2]}", CHINESE[1] + CHINESE[2])
    assert (unit.status, unit.confidence) == ("reviewed", 1.0)


def test_a_row_can_be_split_with_a_row_of_one_s_own() -> None:
    what = aligned([((0,), (0,)), ((1, 2), (1, 2)), ((3,), (3,)), ((4,), (4,)), ((5,), (5,))])
    rows = changed(what, s1_2={"source_segments": "1", "target_segments": "1"})
    done = apply_review(what, [*rows, Row(source_segments="2", target_segments="2", line=20)])
    assert groups_of(done) == groups_of(aligned())


def test_texts_cut_to_fit_the_new_groups_are_no_new_translation() -> None:
    what = aligned([((0,), (0,)), ((1, 2), (1, 2)), ((3,), (3,)), ((4,), (4,)), ((5,), (5,))])
    cut = {"source": ENGLISH[1], "target": CHINESE[1]}
    rows = changed(what, s1_2={"source_segments": "1", "target_segments": "1", **cut})
    own = Row(source_segments="2", target_segments="2", target=CHINESE[2], line=20)
    done = apply_review(what, [*rows, own])
    assert [verdict.translation for verdict in done.verdicts] == [None] * 6


def test_what_a_regrouping_leaves_over_is_aligned_again() -> None:
    what = aligned([((0,), (0,)), ((1, 2, 3), (1, 2, 3)), ((4,), (4,)), ((5,), (5,))])
    rows = changed(what, s1_2_3={"source_segments": "2", "target_segments": "2"})
    rest = Row(source_segments="1, 3", target_segments="1, 3", line=20)
    assert ((1, 3), (1, 3)) in groups_of(apply_review(what, [*rows, rest]))
    later = aligned([((0, 1, 2), (0, 1, 2)), *(((i,), (i,)) for i in (3, 4, 5))])
    done = apply_review(later, changed(aligned(), s1={"status": "ok"}))
    assert groups_of(done) == groups_of(aligned())


def test_a_corrected_translation_becomes_the_unit_s() -> None:
    what = aligned()
    done = apply_review(what, changed(what, s4={"target": "各区油价均已上涨。"}))
    unit = harvest(done)[4]
    assert (unit.source, unit.target) == (ENGLISH[4], "各区油价均已上涨。")
    assert unit.status == "reviewed"
    assert done.beads[4].target_texts == (CHINESE[4],)
    assert as_payload(done)["beads"][4]["translation"] == "各区油价均已上涨。"


def test_a_translation_written_for_an_omitted_sentence_is_a_unit() -> None:
    groups = [*(((i,), (i,)) for i in range(5)), ((5,), ())]
    what = aligned(groups, target=CHINESE[:5])
    assert len(harvest(what)) == 5
    done = apply_review(what, changed(what, s5={"target": "新玻璃受到称赞。"}))
    assert harvest(done)[5].target == "新玻璃受到称赞。"


def test_a_note_goes_into_the_memory_and_leaves_the_pair_as_it_is() -> None:
    what = aligned()
    done = apply_review(what, changed(what, s4={"note": "Ask the oil section."}))
    assert harvest(done)[4].notes == ("Ask the oil section.",)
    assert harvest(done)[4].status == "aligned"
    assert done.beads == what.beads


def test_a_note_on_a_pair_that_is_no_more_is_told() -> None:
    later = aligned([((0, 1), (0, 1)), *(((i,), (i,)) for i in range(2, 6))])
    done = apply_review(later, changed(aligned(), s1={"note": "Fine."}))
    assert done.review is not None
    assert [(one.row, one.text) for one in done.review.lost] == [(5, ENGLISH[1])]


def test_a_second_review_keeps_what_the_first_said() -> None:
    what = aligned()
    rows = changed(
        what,
        s1={"status": "approved", "note": "Good."},
        s3={"status": "wrong"},
        s4={"target": "各区油价均已上涨。"},
    )
    once = apply_review(what, rows)
    twice = apply_review(what, list(given_out(once).values()))
    assert as_tmx(twice) == as_tmx(once)
    assert as_tmx(apply_review(what, rows)) == as_tmx(once)
    assert twice.verdicts == once.verdicts


def test_corrections_hold_when_the_documents_changed_elsewhere() -> None:
    what = aligned()
    empty = {"source_segments": "", "target_segments": ""}
    joined = {"source_segments": "1, 2", "target_segments": "1, 2"}
    rows = changed(what, s1=joined, s2=empty, s4={"target": "各区油价均已上涨。"})
    source = ("A preface was added.", *ENGLISH[:3], *ENGLISH[4:])
    target = ("增加了序言。", *CHINESE[:3], *CHINESE[4:])
    done = apply_review(aligned(source=source, target=target), rows)
    assert groups_of(done)[2] == ((2, 3), (2, 3))
    assert harvest(done)[3].target == "各区油价均已上涨。"
    assert done.review is not None
    assert done.review.lost == ()


def test_corrections_of_sentences_that_are_gone_are_named() -> None:
    what = aligned()
    rows = changed(what, s3={"status": "approved"}, s1={"status": "ok"})
    source = [*ENGLISH[:3], "Wicks are trimmed at noon.", *ENGLISH[4:]]
    done = apply_review(aligned(source=source), rows)
    assert done.review is not None
    assert done.review.applied == 1
    (lost,) = done.review.lost
    assert (lost.row, lost.text) == (7, ENGLISH[3])
    assert lost.id == given_out(what)["3"].id
    assert "not in the documents any more" in lost.reason


def test_a_review_of_other_documents_is_refused() -> None:
    rows = list(given_out(aligned()).values())
    others = aligned(source=["Bridges."], target=["桥。"])
    assert "a review of others" in refused(others, rows)


@pytest.mark.parametrize(
    ("name", "fields", "words"),
    [
        ("s3", {"status": "fine"}, "row 7: the status is “fine”; it must be ok"),
        ("s3", {"source_segments": "x"}, "row 7: “x” in source segments"),
        ("s3", {"source_segments": "4.5"}, "row 7: “4.5” in source segments"),
        ("s3", {"source_segments": "3, 3"}, "row 7: source segment 3 is there twice"),
        ("s3", {"source_segments": "3, 99"}, "row 7: source segment 99 is in no row"),
        ("s3", {"source_segments": "3, 4"}, "rows 7 and 8 both have source segment 4"),
        ("s3", {"target_segments": ""}, "target segment 3, which row 7 had"),
        ("s3", {"target": ""}, "row 7 has lost its translation"),
        ("s3", {"source": "Wicks."}, "row 7: the original was changed"),
        ("s3", {"status": "wrong", "target": "灯芯。"}, "row 7: a translation was written"),
        ("s3", {"key": "3=abc"}, "row 7: the columns id and key"),
        ("s3", {"id": "p0000000000"}, "row 7: the columns id and key"),
    ],
)
def test_a_row_that_does_not_hold_is_named(name: str, fields: dict[str, str], words: str) -> None:
    what = aligned()
    assert words in refused(what, changed(what, **{name: fields}))


def test_two_rows_that_contradict_each_other_are_both_named() -> None:
    what = aligned()
    rows = changed(what, s3={"status": "ok"})
    again = replace(rows[3], status="wrong", line=30)
    assert "rows 7 and 30 both have source segment 3" in refused(what, [*rows, again])


def test_a_status_on_a_row_without_segments_is_refused() -> None:
    what = aligned()
    empty = {"source_segments": "", "target_segments": "", "status": "ok"}
    joined = {"source_segments": "1, 2", "target_segments": "1, 2"}
    assert "row 6 has no segments left" in refused(what, changed(what, s1=joined, s2=empty))


def test_rows_that_were_taken_out_say_nothing() -> None:
    what = aligned()
    rows = changed(what, s3={"status": "approved"})
    done = apply_review(what, [rows[3]])
    assert [verdict.status for verdict in done.verdicts].count("approved") == 1


@given(st.data())
def test_any_regrouping_of_rows_keeps_every_segment_exactly_once(data: st.DataObject) -> None:
    what = aligned()
    rows = list(given_out(what).values())
    count = len(rows)
    homes = [
        data.draw(st.lists(st.integers(0, count - 1), min_size=count, max_size=count))
        for _ in range(2)
    ]
    lists = [
        [", ".join(str(i) for i in range(count) if home[i] == k) for k in range(count)]
        for home in homes
    ]
    regrouped = [
        replace(row, source_segments=lists[0][k], target_segments=lists[1][k])
        for k, row in enumerate(rows)
    ]
    done = apply_review(what, regrouped)
    assert sorted(i for bead in done.beads for i in bead.source) == list(range(count))
    assert sorted(j for bead in done.beads for j in bead.target) == list(range(count))
    assert done.review is not None
    assert done.review.lost == ()
    assert as_tmx(done) == as_tmx(apply_review(what, regrouped))
