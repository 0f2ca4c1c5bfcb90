"""Canonical bytes: what is encoded comes back, and anything else is refused at little cost."""

import time
import tracemalloc
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0.setups import SETUP_BYTES
from games.engine.v0.state import State
from tests.engine.broken import RICH, outcome
from tests.engine.games import Play, random_setup
from tests.engine.seen import Seen
from tests.engine.towns import town

FEW = settings(max_examples=200, deadline=None, derandomize=True)


@FEW
@given(st.integers(0, 2**32))
def test_setups_come_back(number: int) -> None:
    setup = random_setup(Random(number))
    data = v0.encode_setup(setup)
    assert len(data) == SETUP_BYTES == 42
    assert v0.decode_setup(data) == setup


@FEW
@given(st.binary(max_size=60))
def test_any_bytes_are_a_setup_or_a_setup_error(data: bytes) -> None:
    try:
        setup = v0.decode_setup(data)
    except v0.SetupError:
        return
    assert v0.encode_setup(setup) == data


@FEW
@given(st.data())
def test_a_setup_with_a_wrong_field_is_refused(data: st.DataObject) -> None:
    setup = random_setup(Random(data.draw(st.integers(0, 99))))
    name = data.draw(st.sampled_from(sorted(setup)))
    wrong: object = data.draw(
        st.sampled_from([None, -1, 251, 1 << 40, "8", 1.5, True, b"short", []])
    )
    with pytest.raises(v0.SetupError) as caught:
        v0.encode_setup({**setup, name: wrong})
    assert caught.value.field == name
    with pytest.raises(v0.SetupError):
        v0.encode_setup({k: v for k, v in setup.items() if k != name})
    with pytest.raises(v0.SetupError):
        v0.encode_setup({**setup, "more": 1})


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (0, {"size": 17}),
        (0, {"seats": 3}),
        (1, {"rounds": 11}),
        (2, {"seats": 2}),
        (1, {"seats": 5}),
    ]
    + [(3, {"size": 12, "seats": 3}), (3, {"size": 21, "seats": 6})],
)
def test_a_standard_match_has_its_size_rounds_and_seats(
    kind: int, wrong: dict[str, object]
) -> None:
    sizes = ({"size": 16, "seats": 2, "rounds": 8}, {"size": 24, "seats": 3, "rounds": 12})
    fits = (*sizes, {"size": 32, "seats": 4, "rounds": 16}, {"size": 24, "seats": 4, "rounds": 5})
    more = {"version": 0, "kind": kind, "chance": 0, "resigned": 0, "mode": 0}
    most = {"coins": 32, "points": 3, "seed": bytes(32)}
    setup: dict[str, object] = {**more, **fits[kind], **most}
    v0.new_game(setup)
    with pytest.raises(v0.SetupError):
        v0.new_game({**setup, **wrong})


@FEW
@given(st.data())
def test_actions_come_back(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(a.PLAYER_KINDS + a.SYSTEM_KINDS))
    bounds = a.BOUNDS[kind]
    assert bounds is not None
    action = (kind, *[data.draw(st.integers(0, most)) for most in bounds])
    encoded = v0.encode_action(action)
    assert 1 <= len(encoded) <= 40
    assert v0.decode_action(encoded) == action


@FEW
@given(st.binary(max_size=45))
def test_any_bytes_are_an_action_or_a_broken_action(data: bytes) -> None:
    try:
        action = v0.decode_action(data)
    except v0.BrokenAction:
        return
    assert v0.encode_action(action) == data


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00", b"\x11", b"\xff", b"\x0f\x00", b"\x04", b"\x04\x80", b"\x04\x80\x00"]
    + [b"\x04\x85\x80\x00", b"\x04\x80\x20\x00", b"\x04\x80\x40", b"\x20" + b"\xff" * 39]
    + [b"\x20" + b"\x80" * 37 + b"\x01", b"\x20" + b"\x80" * 60],
)
def test_padded_long_or_cut_actions_are_broken(data: bytes) -> None:
    with pytest.raises(v0.BrokenAction):
        v0.decode_action(data)


@pytest.mark.parametrize("seed", range(12))
def test_states_come_back_and_go_on_the_same(seed: int) -> None:
    state = town(Random(seed)) if seed % 2 else v0.new_game(random_setup(Random(seed)))
    play = Play(Random(seed), state, Seen())
    play.run(30)
    other: State = v0.decode(v0.encode(state))
    assert v0.state_hash(other) == v0.state_hash(state)
    play.steps.clear()
    play.run(40)
    for seat, action in play.steps:
        if isinstance(seat, int):
            try:
                v0.apply(other, seat, action)
            except v0.Rejection:
                continue
    assert v0.encode(other) == v0.encode(state)


def test_a_copy_is_independent_and_without_a_journal() -> None:
    state = v0.decode(RICH)
    other = v0.copy(state)
    assert (len(state.journal), other.journal) == (5, [])
    v0.apply(other, 0, (a.END_TURN,))
    assert v0.encode(state) == RICH


def test_every_truncation_is_broken() -> None:
    for length in (*range(120), *range(120, len(RICH), 23), len(RICH) - 1):
        assert outcome(RICH[:length]) == "broken"
    assert outcome(RICH + b"\x00") == "broken"


def test_every_flipped_byte_is_another_state_or_broken() -> None:
    rng = Random(1)
    found = {"same": 0, "broken": 0}
    planes_end = 46 + 11 * 400
    places = [*range(46), *rng.sample(range(46, planes_end), 400), *range(planes_end, len(RICH))]
    for place in places:
        data = bytearray(RICH)
        data[place] ^= 1 << rng.randrange(8)
        found[outcome(bytes(data))] += 1
    assert min(found.values()) > 100


@FEW
@given(st.binary(max_size=300), st.booleans())
def test_random_bytes_are_broken(data: bytes, headed: bool) -> None:
    assert outcome(RICH[:46] + data if headed else data) == "broken"


def words(place: int, value: int, size: int) -> bytes:
    """RICH with `size` bytes at `place` overwritten."""
    return RICH[:place] + value.to_bytes(size, "big") + RICH[place + size :]


def test_huge_counts_and_sizes_cost_neither_memory_nor_time() -> None:
    planes_end = 46 + 11 * 400
    broken = [words(place, 0xFFFF, 2) for place in range(planes_end, len(RICH) - 1, 3)]
    broken += [bytes([*RICH[:6], 64, *RICH[7:]]), RICH[:46] + b"\xff" * 100_000]
    longest = 0.0
    for data in broken:
        start = time.process_time()
        outcome(data)
        longest = max(longest, time.process_time() - start)
    assert longest < 1.0
    tracemalloc.start()
    for data in broken[::9]:
        outcome(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000


def test_a_journal_that_would_undo_to_no_state_is_broken() -> None:
    state = v0.decode(RICH)
    assert outcome(v0.encode(state)) == "same"
    state.journal[0] = state.journal[0][:-1]
    assert outcome(v0.encode(state)) == "broken"
    state = v0.decode(RICH)
    state.journal[0] = state.journal[0] + b"\x00"
    assert outcome(v0.encode(state)) == "broken"
    state = v0.decode(RICH)
    step = bytearray(state.journal[0])
    step[4 + 2] = 200  # the kind of a tile before it was built on
    state.journal[0] = bytes(step)
    assert outcome(v0.encode(state)) == "broken"


@pytest.mark.parametrize("seed", range(3))
def test_a_state_that_is_accepted_can_be_played(seed: int) -> None:
    """Flips that pass the checks may make an odd state, but never one that crashes the rules."""
    rng = Random(seed)
    base = v0.encode(town(rng))
    accepted = 0
    for _ in range(300):
        data = bytearray(base)
        for _ in range(rng.randint(1, 3)):
            data[rng.randrange(len(data))] = rng.choice((0, 1, 2, 3, 5, 255, rng.randrange(256)))
        if outcome(bytes(data)) != "same":
            continue
        accepted += 1
        play = Play(rng, v0.decode(bytes(data)), Seen())
        play.run(8)
        state = play.state
        for _ in range(2 * state.seats):
            if state.phase == 0:
                v0.apply(state, v0.SYSTEM, (a.TIMEOUT, state.turn_seat()))
        v0.encode(state)
    assert accepted > 20
