"""Numbers of ranking that hold for one search, beside all others."""

import threading

import pytest

from search import tunables as shipped
from search.weights import tunables, using


def test_they_hold_in_the_block_and_in_its_thread_alone() -> None:
    elsewhere: list[float] = []
    with using({"SYNONYM_WEIGHT": 0.1}):
        other = threading.Thread(target=lambda: elsewhere.append(tunables.SYNONYM_WEIGHT))
        other.start()
        other.join()
        assert tunables.SYNONYM_WEIGHT == 0.1
        assert tunables.STEM_WEIGHT == shipped.STEM_WEIGHT
    assert tunables.SYNONYM_WEIGHT == elsewhere[0] == shipped.SYNONYM_WEIGHT


def test_they_end_with_an_error_too() -> None:
    with pytest.raises(ValueError), using({"SYNONYM_WEIGHT": 0.1}):
        raise ValueError
    assert tunables.SYNONYM_WEIGHT == shipped.SYNONYM_WEIGHT


def test_a_number_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError), using({"SYNONYM_WAIT": 0.1}):
        pass
