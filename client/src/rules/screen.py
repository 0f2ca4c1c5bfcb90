"""What a match screen shows, as plain data: the rules' tables, and a state with its figures.

Portable. Numbers of the rules reach the page from here, so that the page holds no second copy.
"""

from games.engine.v0 import actions, catalogue, deck, goals, newgame, placing, policy, turn
from games.engine.v0.codec import copy
from games.engine.v0.legal import (
    TOOL_AVENUE,
    TOOL_DEMOLISH,
    TOOL_RIGHT_OF_WAY,
    TOOL_ROAD,
)
from games.engine.v0.rejections import NAMES, NO_COINS, NO_POINTS, NO_UPGRADE, Rejection
from games.engine.v0.roads import COST_AVENUE, COST_LAND
from games.engine.v0.round.context import RoundEnd
from games.engine.v0.round.happiness import TAX_HAPPINESS
from games.engine.v0.round.money import TAX_DIVISOR
from games.engine.v0.round.power import generation, power
from games.engine.v0.round.quarters import LEAST_TILES, MOST_TILES
from games.engine.v0.scoring import LANDMARK_PRESTIGE, scores, standings
from games.engine.v0.state import HILL, PLANNING, PLAY, State
from games.engine.v0.terrain import MAXIMUM_SIZE, minimum_size


def _quarter_part(kind: int) -> int:
    """What a building gives a quarter: bits 1 a home, 2 work, 4 something green."""
    home = catalogue.GROUP[kind] == catalogue.HOMES
    return home + 2 * catalogue.IS_WORK[kind] + 4 * catalogue.IS_GREEN[kind]


_COLUMNS = (
    ("group", catalogue.GROUP),
    ("cost", catalogue.COST),
    ("upkeep", catalogue.UPKEEP),
    ("need", catalogue.NEED),
    ("capacity", catalogue.CAPACITY),
    ("jobs", catalogue.JOBS),
    ("size", catalogue.SIZE),
    ("points", catalogue.POINTS),
    ("happiness", catalogue.BASE_HAPPINESS),
    ("radius", catalogue.RADIUS),
    ("smoke", catalogue.SMOKE),
    ("generation", catalogue.GENERATION),
    ("hill_generation", tuple([generation(kind, HILL) for kind in range(catalogue.KINDS)])),
    ("from", catalogue.UPGRADED_FROM),
    ("into", catalogue.UPGRADES_TO),
    ("invested", catalogue.INVESTED),
    ("tiles", catalogue.MOST_TILES),
    ("placed", tuple([1 if placed else 0 for placed in catalogue.IS_PLACED])),
    ("prestige", tuple([LANDMARK_PRESTIGE if sight else 0 for sight in catalogue.IS_LANDMARK])),
    ("quarter_part", tuple([_quarter_part(kind) for kind in range(catalogue.KINDS)])),
    ("tax_happiness", TAX_HAPPINESS),
    ("tax_people", TAX_DIVISOR),
)

# Parts of a state that are no plain data, or that a view has no use for.
_NOT_SHOWN = ("geometry", "journal", "setup")


def view(state: State) -> dict[str, object]:
    """All public fields of a state: planes as bytes, lists and numbers as they are."""
    shown: dict[str, object] = {"turn_seat": state.turn_seat()}
    for name in sorted(state.__dict__):
        if name[0] != "_" and name not in _NOT_SHOWN:
            shown[name] = state.__dict__[name]
    return shown


def screen(state: State) -> dict[str, object]:
    """The view, and the figures that a match screen shows beside it."""
    shown = view(state)
    shown.update(board(state))
    return shown


def tables() -> dict[str, object]:
    """What never changes within a version: catalogue, shapes, steps, bounds, prices."""
    shown: dict[str, object] = {}
    for name, column in _COLUMNS:
        shown[name] = column
    shown["shapes"] = actions.SHAPES
    shown["coin_steps"] = actions.COIN_STEPS
    shown["unit_steps"] = actions.UNIT_STEPS
    shown["most_rounds"] = actions.MOST_ROUNDS
    shown["overtime"] = policy.OVERTIME_COINS
    shown["fund_drive"] = policy.FUND_COINS
    shown["quarter"] = (LEAST_TILES, MOST_TILES)
    shown["road"] = COST_LAND
    shown["avenue"] = COST_AVENUE
    shown["kept"] = turn.KEPT_POINTS
    shown["harmful"] = deck.HARMFUL
    shown["goal_points"] = (goals.FIRST_POINTS, goals.NEXT_POINTS)
    shown["standard"] = newgame.STANDARD
    shown["sizes"] = [minimum_size(seats) for seats in range(2, 7)] + [MAXIMUM_SIZE]
    shown["rejections"] = [code for code, _ in NAMES]
    shown["offers_a_turn"] = actions.OFFERS_A_TURN
    shown["planned"] = actions.PLANNED
    return shown


def board(state: State) -> dict[str, object]:
    """The figures of a state that its own fields do not hold."""
    shown: dict[str, object] = {
        "people": [state.people(seat) for seat in range(state.seats)],
        "prestige": scores(state),
        "standings": standings(state),
        "cover": state.cover(),
        "green": state.green(),
        "shore": state.shore(),
        "undo": len(state.journal),
        "radius": placing.borough_radius(state),
        "spare_now": _spare_now(state),
    }
    short = state.rounds <= goals.SHORT_MATCH
    shown["own_power"] = goals.CLEAN_AIR_POWER[0 if short else 1]
    rows = []
    generated = _generated(state)
    for card in state.goals:
        if card:
            row = [goals.target(state, card)]
            for seat in range(state.seats):
                row.append(goals.progress(state, seat, card, generated[seat])[0])
            rows.append(row)
    shown["progress"] = rows
    seat = state.turn_seat()
    shown["tools"] = tools(state, seat) if state.phase == PLAY else []
    shown["reach"] = placing.reach(state, seat) if state.phase == PLAY else b""
    return shown


def _spare_now(state: State) -> list[int]:
    """Spare power by seat as the round's end would find it now, contracts and market counted.

    The state's own figure is the last round's; this one moves with every building.
    """
    if state.phase not in (PLAY, PLANNING):
        return list(state.spare)
    ahead = RoundEnd(copy(state), [])
    power(ahead)
    return list(ahead.state.spare)


def _generated(state: State) -> list[int]:
    made = [0] * state.seats
    for anchor in state.anchors:
        kind = state.kind[anchor]
        if catalogue.GENERATION[kind]:
            made[state.owner[anchor]] += generation(kind, state.terrain[anchor])
    return made


def tools(state: State, seat: int) -> list[list[int]]:
    """[tool, coins, rejection, need, have] of every tool: why it could work nowhere now, or 0."""
    out = []
    kinds = [state.kind[anchor] for anchor in state.anchors if state.owner[anchor] == seat]
    for kind in range(1, catalogue.KINDS):
        if not catalogue.POINTS[kind]:
            continue
        coins = placing.upgrade_cost(state, seat, kind)
        refused = _refused(state, seat, kind, catalogue.POINTS[kind], coins, kinds)
        out.append([kind, coins] + refused)
    for tool, coins in (
        (TOOL_ROAD, COST_LAND),
        (TOOL_AVENUE, COST_AVENUE),
        (TOOL_DEMOLISH, 0),
        (TOOL_RIGHT_OF_WAY, 0),
    ):
        out.append([tool, coins] + _refused(state, seat, 0, 1, coins, kinds))
    return out


def _refused(
    state: State, seat: int, kind: int, points: int, coins: int, mine: list[int]
) -> list[int]:
    if catalogue.IS_LANDMARK[kind]:
        try:
            placing.check_landmark(state, seat, kind)
        except Rejection as rejection:
            return [rejection.code, rejection.need, rejection.have]
    below = catalogue.UPGRADED_FROM[kind]
    if below and below not in mine:
        return [NO_UPGRADE, below, 0]
    if points > state.points[seat]:
        return [NO_POINTS, points, state.points[seat]]
    if coins > state.coins[seat]:
        return [NO_COINS, coins, state.coins[seat]]
    return [0, 0, 0]
