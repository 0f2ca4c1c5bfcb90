"""Every figure, row, building and holder in a state's bytes is held to its bounds."""

import pytest

from games.engine import v0
from games.engine.v0.state import PLANES, SCALARS, SEAT_LISTS
from tests.engine.broken import RICH, outcome

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
