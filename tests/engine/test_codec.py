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
from games.engine.v0.state import PLANES, SCALARS, SEAT_LISTS, State
from tests.engine.games import Play, random_setup
from tests.engine.seen import Seen
from tests.engine.towns import busy_turn, town

FEW = settings(max_examples=200, deadline=None, derandomize=True)


RICH = v0.encode(busy_turn())


def outcome(data: bytes) -> str:
    """ "same" if the bytes are a state, else the name of the typed error."""
    try:
        state = v0.decode(data)
    except v0.BrokenState:
        return "broken"
    assert v0.encode(state) == data, "accepted, but not canonical"
    return "same"


@FEW
@given(st.integers(0, 2**32))
def test_setups_come_back(number: int) -> None:
    setup = random_setup(Random(number))
    data = v0.encode_setup(setup)
    assert len(data) == SETUP_BYTES == 41
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
    more = {"version": 0, "kind": kind, "chance": 0, "resigned": 0, "coins": 32, "points": 3}
    setup: dict[str, object] = {**more, **fits[kind], "seed": bytes(32)}
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
    planes_end = 45 + 11 * 400
    places = [*range(45), *rng.sample(range(45, planes_end), 400), *range(planes_end, len(RICH))]
    for place in places:
        data = bytearray(RICH)
        data[place] ^= 1 << rng.randrange(8)
        found[outcome(bytes(data))] += 1
    assert min(found.values()) > 100


@FEW
@given(st.binary(max_size=300), st.booleans())
def test_random_bytes_are_broken(data: bytes, headed: bool) -> None:
    assert outcome(RICH[:45] + data if headed else data) == "broken"


MOST_OF_SEATS = {
    "points": 16,
    "kept": 1,
    "tax": 2,
    "price": 3,
    "ordinance": 6,
    "ordinance2": 6,
    "status": 3,
    "done": 7,
    "goal_mask": 7,
}


@pytest.mark.parametrize(
    "name", [name for name, _ in SCALARS] + list(SEAT_LISTS) + [name for name, _ in PLANES]
)
def test_a_figure_out_of_its_bounds_is_broken(name: str) -> None:
    state = v0.decode(RICH)
    if name in dict(PLANES):
        most = dict(PLANES)[name]
        if most == 255:
            return
        getattr(state, name)[0] = most + 1
        wrong = [v0.encode(state)]
    elif name in SEAT_LISTS:
        wrong = []
        for value in (MOST_OF_SEATS.get(name, 30000) + 1, -30001):
            setattr(state, name, [*getattr(state, name)[:2], value])
            wrong.append(v0.encode(state))
    else:
        wrong = []
        for value in (dict(SCALARS)[name] + 1, -1):
            setattr(state, name, value)
            wrong.append(v0.encode(state))
    for data in wrong:
        assert outcome(data) == "broken"


def words(place: int, value: int, size: int) -> bytes:
    """RICH with `size` bytes at `place` overwritten."""
    return RICH[:place] + value.to_bytes(size, "big") + RICH[place + size :]


def test_huge_counts_and_sizes_cost_neither_memory_nor_time() -> None:
    planes_end = 45 + 11 * 400
    broken = [words(place, 0xFFFF, 2) for place in range(planes_end, len(RICH) - 1, 3)]
    broken += [bytes([*RICH[:6], 64, *RICH[7:]]), RICH[:45] + b"\xff" * 100_000]
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


OFFER = (0, 1, 1, 0, 8, 1, 2, 3)
CONTRACT = (0, 1, 1, 2, 2, 8, 4)
WRONG_OFFERS = [(0, 3), (1, 2), (2, 3), (3, 2), (4, 21), (5, 0), (5, 4), (6, 4096), (7, 5)]
WRONG_CONTRACTS = [(0, 3), (1, 3), (2, 0), (2, 3), (3, 11), (4, 0), (4, 5), (5, 21), (6, 0)]


def with_row(row: tuple[int, ...], place: int, value: int) -> tuple[int, ...]:
    return (*row[:place], value, *row[place + 1 :])


def test_offers_and_contracts_out_of_bounds_are_broken() -> None:
    for place, value in WRONG_OFFERS:
        state = v0.decode(RICH)
        state.offers = [OFFER]
        assert outcome(v0.encode(state)) == "same"
        state.offers = [with_row(OFFER, place, value)]
        assert outcome(v0.encode(state)) == "broken", (place, value)
    for place, value in [*WRONG_CONTRACTS, (6, 41)]:
        state = v0.decode(RICH)
        state.contracts = [CONTRACT]
        assert outcome(v0.encode(state)) == "same"
        state.contracts = [with_row(CONTRACT, place, value)]
        assert outcome(v0.encode(state)) == "broken", (place, value)
    state = v0.decode(RICH)
    state.offers = [(0, 1, 1, 0, 8, 3, 400, 0)]  # a tile off the map
    assert outcome(v0.encode(state)) == "broken"


def test_goals_and_landmarks_out_of_bounds_are_broken() -> None:
    def spoilt(name: str, value: int) -> str:
        state = v0.decode(RICH)
        getattr(state, name)[2] = value
        return outcome(v0.encode(state))

    for name, value in (("goals", 18), ("goals", -1), ("goal_stage", 3), ("goal_stage", -1)):
        assert spoilt(name, value) == "broken"
    for holder in (3, -1, 254):
        assert spoilt("landmark_owner", holder) == "broken"


def test_a_building_that_does_not_fit_its_planes_is_broken() -> None:
    """One wrong byte of a footprint, an owner, a hall, or people where nobody can live."""
    state = v0.decode(RICH)
    plant = next(t for t in state.anchors if state.kind[t] == 12)
    empty = 20 * 19
    for plane, tile, value in (
        ("kind", plant + 1, 13),
        ("kind", plant, 30),
        ("owner", plant + 20, 1),
        ("owner", plant, 3),
        ("part", plant + 21, 2),
        ("part", plant, 1),
        ("road", plant + 1, 1),
        ("terrain", plant + 21, 0),
        ("kind", empty, 4),
        ("owner", empty, 0),
        ("residents", empty, 1),
        ("workers", empty, 1),
        ("flags", empty, 1),
        ("kind", state.hall[1], 4),
    ):
        state = v0.decode(RICH)
        state.journal = []
        assert outcome(v0.encode(state)) == "same"
        getattr(state, plane)[tile] = value
        assert outcome(v0.encode(state)) == "broken", (plane, value)
    for anchors in ([*state.anchors, plant], state.anchors[1:], [*state.anchors, empty]):
        state = v0.decode(RICH)
        state.journal = []
        state.anchors = anchors
        assert outcome(v0.encode(state)) == "broken"
