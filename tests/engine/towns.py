"""Grown towns to start generated games from: what a young match reaches too seldom.

A town is a hand-made board (board.py) with streets, buildings and people in the middle of a
match. The games that start here are recorded with the state's bytes instead of a setup.
"""

from random import Random

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0.state import FERTILE, FOREST, HILL, MEADOW, NOBODY, ORE, WATER, State
from tests.engine.board import Board
from tests.engine.games import Game, Play, Watch
from tests.engine.seen import Seen

FROM_TOWNS = 110  # games from a town that the tests play, on both interpreters
HALLS = ((4, 4), (13, 4), (4, 13), (13, 13), (4, 9), (13, 9))
# What stands in a town, by theme; the number is how often.
THEMES: dict[str, tuple[int, ...]] = {
    "mixed": (1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22),
    "homes": (1, 2, 3, 3, 3, 3, 15, 16, 17, 18, 19, 19, 20, 20, 11, 11, 4, 6, 22),
    "smoke": (7, 8, 8, 8, 8, 8, 12, 12, 11, 1, 3, 18),
    "green": (1, 1, 2, 3, 19, 19, 20, 11, 13, 9, 15, 16, 17, 18, 6, 14),
    "trade": (3, 3, 5, 5, 4, 4, 20, 17, 22, 8, 11, 11, 11, 13),
    "power": (11, 11, 12, 13, 14, 2, 6, 6),
}


def _land(board: Board, rng: Random) -> None:
    """Streets every third tile, water at two edges, and patches of every terrain."""
    size = board.state.size
    common = rng.choice((MEADOW, FERTILE, FOREST, HILL))
    for t in range(size * size):
        board.state.terrain[t] = rng.choice(
            (MEADOW, MEADOW, FERTILE, FOREST, HILL, ORE, common, common, common, common)
        )
    for i in range(size):
        board.state.terrain[board.at(i, size - 1)] = WATER
        board.state.terrain[board.at(0, i)] = WATER
    for hall in board.state.hall:
        board.state.terrain[hall] = MEADOW
    for line in range(2, size - 2, 3):
        level = rng.choice((1, 1, 2))
        board.street(1, line, size - 2, level=level)
        board.street(line, 1, size - 2, down=True, level=level)
    if rng.random() < 0.3:  # no road leads from west to east
        for y in range(size):
            board.state.road[board.at(8, y)] = board.state.road[board.at(9, y)] = 0
    for t in range(size * size):
        if board.state.road[t] and board.state.terrain[t] == FOREST:
            board.state.terrain[t] = MEADOW


def _fits(board: Board, kind: int, tile: int) -> bool:
    state = board.state
    size = state.size
    tiles = [tile]
    if c.SIZE[kind] == 2:
        if tile % size >= size - 1 or tile // size >= size - 1:
            return False
        tiles = [tile, tile + 1, tile + size, tile + size + 1]
    return all(not state.kind[t] and not state.road[t] and state.terrain[t] != WATER for t in tiles)


def _settle(board: Board, rng: Random, themes: list[str], landmarks: float) -> None:
    state = board.state
    size = state.size
    free = rng.randrange(9)  # of ten plots
    plots = list(range(size * size))
    rng.shuffle(plots)
    for tile in plots:
        owner = min(
            range(state.seats),
            key=lambda seat: (state.geometry.distance(tile, state.hall[seat]), seat),
        )
        if rng.randrange(10) < free:
            continue
        kind = rng.choice(THEMES[themes[owner]])
        if rng.random() < landmarks:
            kind = rng.choice((23, 24, 25, 26, 27, 28))
            if state.landmark_owner[kind - 23] != NOBODY:
                continue
        if not _fits(board, kind, tile):
            continue
        corner = board.put(kind, tile % size, tile // size, owner)
        for part in state.footprint(corner):
            if state.terrain[part] == FOREST:
                state.terrain[part] = MEADOW
        if c.CAPACITY[kind]:
            state.residents[corner] = rng.randint(c.CAPACITY[kind] // 2, c.CAPACITY[kind])
            state.happiness[corner] = rng.randint(3, 10)
    state.forget()


def _full_work(board: Board, seat: int) -> None:
    """People move until there is one for every job of the seat."""
    state = board.state
    mine = [t for t in state.anchors if state.owner[t] == seat]
    jobs = sum(c.JOBS[state.kind[t]] for t in mine)
    for home in mine:
        if c.CAPACITY[state.kind[home]]:
            state.residents[home] = min(jobs, c.CAPACITY[state.kind[home]])
            jobs -= state.residents[home]


def town(rng: Random, mode: int = 0) -> State:
    """A state in the middle of a match: in a turn, or (mode 1) while all plan."""
    seats = rng.choice((2, 2, 3, 4, 6))
    board = Board(
        seats,
        size=18,
        rounds=rng.choice((8, 12, 24)),
        chance=rng.randrange(2),
        resigned=rng.randrange(2),
        points=rng.choice((3, 6)),
        mode=mode,
        halls=HALLS,
    )
    state = board.state
    _land(board, rng)
    names = sorted(THEMES)
    _settle(board, rng, [rng.choice(names) for _ in range(seats)], rng.choice((0, 0.05, 0.2)))
    if rng.random() < 0.3:
        _full_work(board, 0)
    cards = list(range(1, 18))
    rng.shuffle(cards)
    state.goals = cards[:3]
    state.goal_bag = sum(1 << (card - 1) for card in cards[3:])
    state.round = rng.randint(1, state.rounds)
    state.draws = state.round
    state.starter = rng.randrange(seats)
    state.coins = [rng.choice((-40, 10, 250)) for _ in range(seats)]
    state.points = [6 if state.together() or s == state.starter else 0 for s in range(seats)]
    state.wind = rng.randrange(4)
    state.tax = [rng.randrange(3) for _ in range(seats)]
    state.ordinance = [rng.randrange(7) for _ in range(seats)]
    if state.round > 1:
        state.forecast = rng.randint(1, 16)
        state.event_bag ^= 1 << (state.forecast - 1)
    state.smog = bytearray(rng.randrange(21) for _ in state.smog)
    state.forget()
    return v0.decode(v0.encode(state))


def generate_from_town(number: int, seen: Seen, watch: Watch | None = None) -> Game:
    """The town game of this number; what happens in it is added to `seen`."""
    rng = Random(-1 - number)
    state = town(rng, 1 if number % 4 == 3 else 0)
    first = v0.encode(state).hex()
    play = Play(rng, state, seen, watch=watch)
    play.run(rng.choice((20, 40, 60)))
    return Game({"state": first}, play.steps)


def busy_turn() -> State:
    """A state of 20 x 20 in mid-turn with an offer, contracts and a journal of five steps."""
    board = Board(3)
    board.street(3, 4, 14)
    board.state.contracts = [(0, 1, 1, 2, 2, 8, 4), (1, 0, 2, 3, 1, 20, 3)]
    board.do(a.OFFER, 1, a.ASK_COINS, 8, a.POWER_UNITS, 2, 3)
    board.do(a.BUILD, c.COTTAGE, board.at(5, 5), 3)
    board.do(a.ROAD, board.at(4, 5), a.SOUTH, 4)
    board.do(a.BUILD, c.COAL, board.at(2, 5), 0)
    board.do(a.POLICY, 2, 2, 3, 0)
    return board.state
