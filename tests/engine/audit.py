"""What must hold in every state, checked from the planes alone."""

from games.engine import v0
from games.engine.v0 import catalogue as c
from games.engine.v0 import placing, roads
from games.engine.v0.state import (
    AWAIT_DRAW,
    FOREST,
    IN_QUARTER,
    MISSED,
    MOST_COINS,
    NOBODY,
    OPENED,
    OVER,
    PLANES,
    PLANNING,
    PLAY,
    REVEALING,
    SEALED,
    UNSEALED,
    WATER,
    State,
)

# What may have become of a seat's plan, by phase.
PLANS = {
    PLAY: (UNSEALED,),
    OVER: (UNSEALED,),
    PLANNING: (UNSEALED, SEALED, MISSED),
    REVEALING: (UNSEALED, SEALED, MISSED, OPENED),
    AWAIT_DRAW: (UNSEALED, MISSED, OPENED),
}

_PART = ((0, 0), (1, 0), (0, 1), (1, 1))


def audit(state: State) -> None:
    """Raise AssertionError where the state breaks one of its invariants."""
    _planes(state)
    _buildings(state)
    _figures(state)
    _caches(state)


def _planes(state: State) -> None:
    for name, most in PLANES:
        plane = getattr(state, name)
        assert len(plane) == state.size**2, name
        assert max(plane) <= most, name
    assert all(owner < state.seats or owner == NOBODY for owner in state.owner)


def _buildings(state: State) -> None:
    """A footprint has one owner and one kind, and every built tile is of one footprint."""
    claimed: dict[int, int] = {}
    for anchor in state.anchors:
        kind = state.kind[anchor]
        assert kind, "a corner without a building"
        width = c.SIZE[kind]
        for part, (dx, dy) in enumerate(_PART[: width * width]):
            assert anchor % state.size + dx < state.size, "a building over the edge"
            tile = anchor + dx + dy * state.size
            assert tile not in claimed, "two buildings on one tile"
            claimed[tile] = anchor
            assert state.kind[tile] == kind
            assert state.owner[tile] == state.owner[anchor] != NOBODY
            assert state.part[tile] == part
            assert state.terrain[tile] != WATER
            assert not state.road[tile], "a road under a building"
            assert state.corner(tile) == anchor
        assert state.residents[anchor] <= c.CAPACITY[kind], "an overfull home"
        assert state.workers[anchor] <= c.JOBS[kind], "more workers than jobs"
        # A home's residents may have left since they went shopping, so 8 is all one knows.
        assert state.served[anchor] <= (c.CAPACITY[kind] + 1) // 2 or not c.CAPACITY[kind]
        if kind == c.RESERVE:
            assert state.terrain[anchor] == FOREST
    for tile in range(state.size**2):
        if tile not in claimed:
            assert not state.kind[tile]
            assert state.owner[tile] == NOBODY
            assert not state.part[tile]
            assert not state.flags[tile]
        if claimed.get(tile) != tile:
            for name in ("residents", "happiness", "workers", "served"):
                assert not getattr(state, name)[tile], (name, "away from a corner")
        if state.terrain[tile] == FOREST:
            assert not state.road[tile], "a road in wild forest"
            assert state.kind[tile] in (0, c.RESERVE), "a building in wild forest"
    halls = [a for a in state.anchors if state.kind[a] == c.HALL]
    assert sorted(halls) == sorted(state.hall)
    for i, holder in enumerate(state.landmark_owner):
        holders = [state.owner[a] for a in state.anchors if state.kind[a] == 23 + i]
        assert holders == ([] if holder == NOBODY else [holder])


def _figures(state: State) -> None:
    for seat in range(state.seats):
        assert -MOST_COINS <= state.coins[seat] <= MOST_COINS
        assert 0 <= state.points[seat] <= 6 + 1 + 1 + 1
        assert state.turn_seat() == seat or state.together() or not state.points[seat]
        assert state.active(seat) or not state.points[seat]
        assert state.goal_points[seat] in (0, 3, 6, 9, 12, 15, 18)
        assert 0 <= state.filled[seat] <= state.jobs[seat]
        assert state.served_foreign[seat] <= state.served_all[seat]
        slots = [offer[1] for offer in state.offers if offer[0] == seat]
        assert len(slots) == len(set(slots)) <= 2
        assert len([x for x in state.contracts if x[0] == seat]) <= 3
        assert not state.journal or state.phase == 0
        if not state.has_ordinance(seat, 0):
            assert state.holds(seat, c.MUSEUM)
        assert state.sealing[seat] in PLANS[state.phase if state.draws else OVER]
        assert state.active(seat) or not state.sealing[seat]
        assert state.together() or state.phase in (PLAY, AWAIT_DRAW, OVER)
        assert not state.together() or state.phase != PLAY
        assert (state.sealing[seat] == SEALED) or not state.digests[seat]
        assert (state.sealing[seat] == OPENED) or not state.plans[seat]
    in_quarters = [a for a in state.anchors if state.flags[a] & IN_QUARTER]
    assert not in_quarters or state.round > 1 or state.phase


def _caches(state: State) -> None:
    """Everything derived and kept equals what is worked out afresh."""
    fresh = v0.copy(state)
    assert state.green() == fresh.green(), "green"
    assert state.cover() == fresh.cover(), "cover"
    assert state.shore() == fresh.shore(), "shore"
    assert roads.labels(state) == roads.labels(fresh), "networks"
    assert roads.adjacency(state) == roads.adjacency(fresh), "adjacency"
    for seat in range(state.seats):
        assert roads.hall_labels(state, seat) == roads.hall_labels(fresh, seat)
        assert roads.linked(state, seat) == roads.linked(fresh, seat), "linked"
        assert placing.reach(state, seat) == placing.reach(fresh, seat), "reach"
