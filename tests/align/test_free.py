"""Free translation: sentences drawn together and parted, few words that a dictionary has."""

from tests.benchmarks.alignment_gold import story, tally


def test_a_story_told_freely_is_aligned_and_what_is_sure_is_right() -> None:
    counts = tally([story()])
    assert counts.gold > 15
    assert counts.f1 >= 0.86
    assert counts.sure(0.9)[1] == 1.0
