"""The circuit breaker: open after a failure, one try after a rest, closed after an answer."""

import threading

from search.backends.breaker import CircuitBreaker


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_rests_after_a_failure_and_then_lets_one_call_try() -> None:
    clock = Clock()
    breaker = CircuitBreaker(5.0, clock)
    assert breaker.allows() and breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    clock.now += 4.9
    assert not breaker.allows()
    clock.now += 0.2
    assert [breaker.allows() for _ in range(3)] == [True, False, False]
    breaker.failed()
    clock.now += 4.9
    assert not breaker.allows()
    clock.now += 0.2
    assert breaker.allows()
    breaker.succeeded()
    assert breaker.allows() and breaker.allows()


def test_of_many_threads_one_may_try() -> None:
    clock = Clock()
    breaker = CircuitBreaker(5.0, clock)
    breaker.failed()
    clock.now += 6
    allowed: list[bool] = []
    threads = [threading.Thread(target=lambda: allowed.append(breaker.allows())) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert allowed.count(True) == 1
