"""What counts against a visitor's patience with the engine: waiting for it, and nothing that the site does itself."""

import pytest

from search.backends import deadline
from search.backends.deadline import left, waiting, within


class Clock:
    """A clock that stands still until it is moved."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(deadline, "time", clock)
    return clock


def test_what_the_site_does_itself_takes_nothing_off(clock: Clock) -> None:
    with within(1.5):
        clock.now += 60
        assert left(10) == 1.5


def test_all_calls_together_take_no_longer_than_was_given(clock: Clock) -> None:
    with within(1.5):
        with waiting():
            clock.now += 1
        assert left(10) == 0.5 and left(0.25) == 0.25
        with pytest.raises(ValueError), waiting():
            clock.now += 1
            raise ValueError
        assert left(10) < 0
    assert left(10) == 10


def test_a_block_inside_another_gets_what_is_left_and_takes_it_off(clock: Clock) -> None:
    with within(1.5):
        with waiting():
            clock.now += 1
        with within(1.5):
            assert left(10) == 0.5
            with waiting():
                clock.now += 0.25
        assert left(10) == 0.25
        with within(0.125):
            assert left(10) == 0.125
