"""Token buckets, over all time."""

from hypothesis import given
from hypothesis import strategies as st

from games.protocol import client_messages as client
from games.protocol.limits import Limits, Rate
from games.realtime.rate_limit import Bucket, Openings, Paces

PING = client.Ping(sequence=0, state_hash=None)
LINE = client.Chat(line_id=bytes(16), text="hi")
SUBMIT = client.Submit(
    command_id=bytes(16),
    epoch=0,
    sequence=0,
    head=bytes(32),
    after=None,
    action=b"x",
    predicted=None,
    client_time=0,
)
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
        assert not first.message(0.0, PING)
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
    assert not fresh.message(100.0, SUBMIT)


def test_turns_and_lines_have_a_pace_of_their_own_beside_the_one_of_all() -> None:
    limits = Limits(turns=Rate(1.0, 1), lines=Rate(0.5, 1), messages=Rate(1.0, 6))
    pace = Paces(limits).enter(1, 0.0)
    said = [SUBMIT, SUBMIT, LINE, LINE, PING, None, PING]
    assert [pace.message(0.0, message) for message in said] == [0, 1, 0, 2, 0, 0, 1]


def test_an_address_is_forgotten_when_its_bucket_is_full_again_and_not_before() -> None:
    openings = Openings(Rate(1.0, 2))
    for _ in range(2):
        assert not openings.take("a", 0.0)
    assert not openings.take("b", 0.0)  # each address has its own
    assert openings.take("a", 0.0) == 1.0
    openings.forget(1.9)
    assert len(openings) == 2
    openings.forget(2.0)
    assert len(openings) == 0
    assert not openings.take("a", 2.0)
