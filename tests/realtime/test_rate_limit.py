"""Token buckets, over all time."""

from hypothesis import given
from hypothesis import strategies as st

from games.protocol.limits import Limits, Rate
from games.realtime.rate_limit import Bucket, Paces

STEPS = st.lists(st.floats(0, 30), max_size=80)


@given(STEPS, st.floats(0.1, 10), st.integers(1, 20))
def test_never_more_than_the_burst_and_what_time_has_added(
    steps: list[float], each_second: float, burst: int
) -> None:
    bucket = Bucket(Rate(each_second, burst), 0.0)
    now, taken = 0.0, [0.0][:0]
    for step in steps:
        now += step
        if not bucket.take(now):
            taken.append(now)
    for first in range(len(taken)):
        for last in range(first, len(taken)):
            span = taken[last] - taken[first]
            assert last - first + 1 <= burst + span * each_second + 1e-6


@given(STEPS, st.floats(0.1, 10), st.integers(1, 20))
def test_whoever_waits_as_long_as_told_is_served(
    steps: list[float], each_second: float, burst: int
) -> None:
    bucket = Bucket(Rate(each_second, burst), 0.0)
    now = 0.0
    for step in steps:
        now += step
        wait = bucket.take(now)
        if wait:
            now += wait + 1e-9
            assert bucket.take(now) < 1e-6


def test_connecting_again_gives_no_fresh_bucket() -> None:
    limits = Limits()
    paces = Paces(limits)
    first = paces.enter(7, 0.0)
    for _ in range(limits.messages.burst):
        assert not first.message(0.0, turn=False)
    paces.leave(7, 0.0)
    paces.forget(1.0)
    assert paces.people() == 0
    again = paces.enter(7, 1.0)
    assert again is first
    assert paces.people() == 1
    paces.leave(7, 2.0)
    paces.forget(2.0 + paces.KEPT)
    fresh = paces.enter(7, 100.0)
    assert fresh is not first
    assert not fresh.message(100.0, turn=True)


def test_a_turn_needs_both_tokens_and_a_ping_only_one() -> None:
    limits = Limits(turns=Rate(1.0, 1), messages=Rate(1.0, 3))
    pace = Paces(limits).enter(1, 0.0)
    assert pace.message(0.0, turn=True) == 0.0
    assert pace.message(0.0, turn=True) == 1.0
    assert pace.message(0.0, turn=False) == 0.0
    assert pace.message(0.0, turn=False) == 1.0
