"""The search for dead values waits for large work, and goes on behind it."""

import gc

import pytest

from toolkit.workflows.renumbering.allocating import uncollected


def test_the_search_waits_inside_and_goes_on_behind():
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_behind_work_that_failed():
    with pytest.raises(ValueError, match="no"), uncollected():
        raise ValueError("no")
    assert gc.isenabled()


def test_a_search_that_somebody_stopped_stays_stopped():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
