"""Short scripted games for what chance brings too seldom, each named by what must come of it."""

from collections.abc import Callable
from random import Random

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import goals
from games.engine.v0.state import FERTILE, FOREST, HILL, WATER
from tests.engine.board import Board
from tests.engine.games import Game, Play, Step, Watch
from tests.engine.seen import Seen


def _city(goal: int) -> Board:
    """A duel's board where seat 0's turn is the last of a round; the first goal is `goal`."""
    board = Board(size=18, rounds=12, coins=250, points=6, halls=((3, 3), (14, 14)))
    board.street(0, 4, 18)
    board.street(0, 8, 18)
    board.street(14, 4, 10, down=True)
    board.put(c.SOLAR, 9, 15)
    board.put(c.SOLAR, 11, 15)
    state = board.state
    others = [card for card in (goals.SKYLINE, goals.SIGHTS, goals.TREASURY) if card != goal]
    state.goals = [goal, *others[:2]]
    state.goal_bag = 131071
    for card in state.goals:
        state.goal_bag ^= 1 << (card - 1)
    state.starter, state.turn = 1, 1
    state.points = [6, 0]
    return board


def _rows(board: Board, kind: int, count: int, people: int = 0) -> None:
    """Buildings of seat 0 along both streets, in order, where there is room."""
    spots = [(x, y) for y in (5, 7, 9, 3) for x in range(18)]
    for x, y in spots:
        tile = board.at(x, y)
        if count and not board.state.kind[tile] and not board.state.road[tile]:
            corner = board.put(kind, x, y, 0, people)
            if people:
                board.state.happiness[corner] = 9
            count -= 1
    assert not count


def _happy_town(board: Board) -> None:
    for kind, x in ((c.SCHOOL, 4), (c.CLINIC, 5), (c.POLICE, 6), (c.FIRE_STATION, 7)):
        board.put(kind, x, 6)
    board.put(c.PARK, 3, 6)
    board.put(c.PARK, 8, 6)
    for x in range(2, 8):
        for y in (5, 7):
            board.state.happiness[board.put(c.COTTAGE, x, y, 0, 2)] = 9
    for x in range(9, 13):
        board.put(c.OFFICE, x, 9)
    board.state.tax[0] = 0


def _merchant(board: Board) -> None:
    for x in (5, 6, 7):
        board.put(c.MALL, x, 5)
    for x in (8, 9):
        board.put(c.TOWER, x, 5, 1, 15)
    _rows(board, c.TOWER, 4, 15)


def _clean(board: Board) -> None:
    _rows(board, c.WIND, 3)
    _rows(board, c.TOWER, 4, 15)


def _work(board: Board) -> None:
    _rows(board, c.OFFICE, 4)
    _rows(board, c.SHOP, 1)
    _rows(board, c.COTTAGE, 12, 2)


def _factories(board: Board) -> None:
    _rows(board, c.FACTORY, 3)
    _rows(board, c.TOWER, 2, 15)


def _quarters(board: Board) -> None:
    """Two blocks of three tiles, fenced in by roads."""
    for x in (0, 4):
        board.street(x, 11, 5)
        board.street(x, 13, 5)
        for side in (x, x + 4):
            board.street(side, 12, 1)
        for i, kind in enumerate((c.COTTAGE, c.OFFICE, c.PARK)):
            board.put(kind, x + 1 + i, 12)


def _avenue(board: Board) -> None:
    board.street(0, 4, 18, level=2)
    _rows(board, c.PARK, 9)


def _variety(board: Board) -> None:
    for x, kind in enumerate((1, 2, 4, 6, 7, 11, 15, 16, 17, 18, 19, 20, 22)):
        board.put(kind, x, 5)


CITIES: dict[int, Callable[[Board], object]] = {
    goals.METROPOLIS: lambda board: _rows(board, c.TOWER, 5, 15),
    goals.SKYLINE: lambda board: _rows(board, c.TOWER, 3),
    goals.GARDEN_CITY: lambda board: _rows(board, c.PARK, 9),
    goals.HAPPY_TOWN: _happy_town,
    goals.CLEAN_AIR: _clean,
    goals.FULL_WORK: _work,
    goals.MERCHANT: _merchant,
    goals.EXPORTER: _factories,
    goals.POWERHOUSE: lambda board: _rows(board, c.WIND, 3),
    goals.WELL_SERVED: _happy_town,
    goals.OLD_QUARTERS: _quarters,
    goals.SIGHTS: lambda board: (board.put(c.MUSEUM, 0, 5), board.put(c.CENTRAL, 1, 5)),
    goals.TREASURY: lambda board: None,
    goals.INDUSTRIOUS: _factories,
    goals.BOULEVARD: _avenue,
    goals.VARIETY: _variety,
    goals.GOOD_NEIGHBOUR: lambda board: (
        board.put(c.SCHOOL, 9, 9),
        [board.put(c.COTTAGE, x, 7, 1, 2) for x in range(8, 13)],
    ),
}


def _trade_troubles(board: Board) -> list[Step]:
    """Contracts until the seller is full; an offer whose maker has spent the coins meanwhile."""
    sell = (a.OFFER, 1, a.ASK_COINS, 1, a.POWER_UNITS, 1, 4)
    board.state.starter, board.state.turn = 0, 0
    board.state.contracts = [(0, 1, 1, 1, 4, 1, 4)] * 2
    board.state.coins = [20, 250]
    return [
        (0, sell),
        (0, (a.OFFER, 1, a.GIVE_COINS, 20, a.GOODS_UNITS, 1, 1)),
        (0, (a.OFFER, 1, a.GIVE_COINS, 20, a.GOODS_UNITS, 1, 1)),
        (0, (a.OVERTIME,)),
        (0, (a.END_TURN,)),
        (1, (a.ACCEPT, 0)),
        (1, (a.ACCEPT, 1)),
        (1, (a.END_TURN,)),
        (1, (a.END_TURN,)),
        (0, sell),
        (0, (a.OFFER, 1, a.ASK_COINS, 1, a.TILE, board.put(c.COTTAGE, 0, 16), 0)),
        (0, (a.END_TURN,)),
        (0, (a.END_TURN,)),
        (1, (a.ACCEPT, 0)),
    ]


def _leaving(board: Board) -> list[Step]:
    """A seller resigns in the middle of two contracts; its buyer resigns as well."""
    board.state.starter, board.state.turn = 0, 0
    return [
        (0, (a.OFFER, 1, a.ASK_COINS, 20, a.POWER_UNITS, 3, 4)),
        (0, (a.OFFER, 1, a.GIVE_COINS, 12, a.GOODS_UNITS, 2, 3)),
        (0, (a.END_TURN,)),
        (1, (a.ACCEPT, 0)),
        (1, (a.ACCEPT, 1)),
        (1, (a.END_TURN,)),
        (1, (a.END_TURN,)),
        (0, (a.RESIGN,)),
    ]


def _limits(board: Board) -> list[Step]:
    """A farm without soil, an ordinance too many, one landmark more than a mayor may have."""
    board.ground(FOREST, (7, 3))
    board.ground(FERTILE, (5, 2))
    _rows(board, c.TOWER, 4, 15)
    board.put(c.MUSEUM, 10, 9)
    board.put(c.CENTRAL, 11, 9)
    moves = [
        (a.BUILD, c.FARM, board.at(5, 2), 0),
        (a.UPGRADE, board.at(10, 9)),
        (a.UPGRADE, board.state.hall[0]),
        (a.POLICY, 1, 1, 0, 0),
        (a.POLICY, 1, 1, 1, 2),
        (a.UNDO,),
        (a.POLICY, 1, 1, 3, 3),
        (a.BUILD, c.STADIUM, board.at(5, 2), 0),
        (a.BUILD, c.GARDEN, board.at(7, 2), 0),
        (a.END_TURN,),
    ]
    return [(0, move) for move in moves]


def _shapes(board: Board) -> list[Step]:
    """Reserves of every shape and cottages of every line, each taken back."""
    board.ground(FOREST, *[(x, y) for x in (5, 6, 7) for y in (5, 6, 7)])
    board.street(8, 5, 4, down=True)
    steps: list[Step] = []
    for shape in range(9):
        steps += [(0, (a.BUILD, c.RESERVE, board.at(5, 5), shape)), (0, (a.UNDO,))]
    for shape in range(5):
        tile = board.at(1, 5) if shape in (0, 1, 3) else board.at(7, 5)
        steps += [(0, (a.BUILD, c.COTTAGE, tile, shape)), (0, (a.UNDO,))]
    return steps


def _landmarks(board: Board) -> list[Step]:
    """Every landmark by its own builder, each taken back; hydro plants side by side."""
    board.street(8, 4, 5, down=True)
    board.street(2, 4, 5, down=True)
    board.ground(WATER, *[(x, 6) for x in range(3, 8)])
    board.ground(HILL, (3, 5))
    board.ground(FOREST, (7, 3))
    for i in range(4):
        board.put(c.TOWER, i, 14, 0, 15)
    station = board.put(c.STATION, 4, 5)
    steps: list[Step] = []
    for kind, x, y in (
        (c.MUSEUM, 5, 3),
        (c.STADIUM, 5, 2),
        (c.OBSERVATORY, 3, 5),
        (c.LIGHTHOUSE, 5, 5),
        (c.GARDEN, 7, 2),
    ):
        steps += [(0, (a.BUILD, kind, board.at(x, y), 0)), (0, (a.UNDO,))]
    steps += [(0, (a.UPGRADE, station)), (0, (a.UNDO,))]
    for x in (5, 7):
        steps.append((0, (a.BUILD, c.HYDRO, board.at(x, 5), 0)))
    steps += [(0, (a.BUILD, c.GARDEN, board.at(7, 2), 0)), (0, (a.END_TURN,))]
    return steps


def _black_air(board: Board) -> list[Step]:
    """Nine coal plants side by side: the middle of their plumes is as smoggy as can be."""
    for x in (2, 4, 6):
        for y in (9, 11, 13):
            board.put(c.COAL, x, y)
    return [(0, (a.END_TURN,)), (0, (a.END_TURN,)), (1, (a.END_TURN,))]


def _full_house(board: Board) -> list[Step]:
    """A tower that fills up to its last place, its eight shoppers all served."""
    _happy_town(board)
    home = board.put(c.TOWER, 9, 7, 0, 13)
    board.state.happiness[home] = 9
    for x in (9, 10):
        board.put(c.MALL, x, 5)
    board.put(c.SOLAR, 13, 15)
    return [(0, (a.END_TURN,)), (0, (a.END_TURN,)), (1, (a.END_TURN,)), (1, (a.END_TURN,))]


def clash_of_plans() -> tuple[Board, list[Step]]:
    """Two seal plans for the same museum, the same shop and overtime; one seal is replaced."""
    board = Board(size=18, rounds=12, coins=250, points=6, halls=((3, 3), (14, 14)), mode=1)
    state = board.state
    board.street(0, 4, 18)
    board.street(14, 4, 10, down=True)
    _rows(board, c.TOWER, 3, 15)
    for y in (10, 12, 13):
        board.put(c.TOWER, 15, y, 1, 15)
    state.round = state.draws = 9
    state.goal_points = [9, 0]
    plans: list[tuple[int, ...]] = []
    for museum in (board.at(3, 2), board.at(13, 11)):
        shop = board.at(12, 5)
        plans.append(
            (0, a.BUILD, c.MUSEUM, museum, 0)
            + (board.at(13, 5) + 1, a.BUILD, c.SHOP, shop, 0)
            + (0, a.OVERTIME, 0, a.POLICY, 2, 2, 1, 3, 0, a.ROAD, shop, 0, 1)
        )
    steps: list[Step] = [(0, (a.SEAL, 1)), (0, (a.OFFER, 1, 0, 8, a.POWER_UNITS, 2, 3))]
    for seat, plan in enumerate(plans):
        steps.append((seat, (a.SEAL, v0.plan_digest(state, seat, plan, 7 << 200))))
    steps += [(v0.SYSTEM, (a.REVEAL, seat, 7 << 200, *plan)) for seat, plan in enumerate(plans)]
    return board, steps


SCRIPTS: tuple[Callable[[Board], list[Step]], ...] = (
    _trade_troubles,
    _leaving,
    _limits,
    _shapes,
    _landmarks,
    _black_air,
    _full_house,
)


def episodes(seen: Seen, watch: Watch | None = None) -> list[Game]:
    """All of them, played; what happened is added to `seen`."""
    found = []
    for goal, make in CITIES.items():
        board = _city(goal)
        make(board)
        found.append(_play(board, [(0, (a.END_TURN,))], seen, watch))
        assert goal in seen.goals_reached, goal
    for script in SCRIPTS:
        board = _city(goals.METROPOLIS)
        found.append(_play(board, script(board), seen, watch))
    board, steps = clash_of_plans()
    found.append(_play(board, steps, seen, watch))
    return found


def _play(board: Board, steps: list[Step], seen: Seen, watch: Watch | None) -> Game:
    board.state.forget()
    data = v0.encode(board.state)
    play = Play(Random(0), v0.decode(data), seen, watch=watch)
    for seat, action in steps:
        assert isinstance(seat, int)
        play.step(seat, action)
    return Game({"state": data.hex()}, steps)
