"""The worked examples of docs/rules.md, played with the rules."""

import re
from hashlib import sha256
from importlib import import_module
from typing import cast

from games.engine import v0
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes, rejections, state
from games.engine.v0.figures import encode_figures
from games.engine.v0.round.goods import shopping
from games.engine.v0.round.happiness import factors, happiness, idle_penalty
from games.engine.v0.round.money import money
from games.engine.v0.round.power import power
from games.engine.v0.round.quarters import quarters
from games.engine.v0.round.residents import residents
from games.engine.v0.round.smog import smog
from games.engine.v0.state import FOREST, WATER
from tests.docs.tables import Row, section, table
from tests.engine.board import Board
from tests.engine.plans import course, planned, play, step

FACTORS = import_module("games.engine.v0.round.happiness")


def numbers(rows: list[Row]) -> list[list[int]]:
    """The rows as integers."""
    return [[int(cell) for cell in row] for row in rows]


def test_a_market_of_power() -> None:
    board = Board(seats=3)
    board.street(3, 4, 14)
    board.street(4, 5, 12, down=True)
    board.street(3, 17, 2)
    board.put(c.SHOP, 8, 8, 0)
    for x in range(4):
        board.put(c.TOWER, 8 + x, 10, 1)
    board.put(c.OFFICE, 8, 12, 1)
    youngest = board.put(c.OFFICE, 9, 12, 1)
    board.state.price = [2, 1, 1]
    board.state.coins = [30, 7, 30]
    board.run(power)
    sales = numbers(table("Example: a market of power"))
    assert board.told(event_codes.POWER_SOLD) == [tuple(row) for row in sales]
    assert board.told(event_codes.SHUT_DOWN) == [(1, youngest)]
    assert f"Spare afterwards: {str(board.state.spare)[1:-1]}." in section(
        "Example: a market of power"
    )


def test_a_shopping_trip() -> None:
    board = Board()
    board.street(5, 5, 8)
    board.street(6, 5, 1, level=2)
    homes = {"A": board.put(c.TOWER, 7, 6, 0, 9), "B": board.put(c.APARTMENTS, 9, 6, 0, 4)}
    shops = {"X": board.put(c.SHOP, 5, 4, 0), "Y": board.put(c.SHOP, 11, 4, 1)}
    board.state.workers[shops["X"]] = 1
    board.state.workers[shops["Y"]] = 2
    shopping(board.run())
    wanted = []
    for home, shop, shoppers, steps in table("Example: a shopping trip"):
        wanted.append((homes[home], shops[shop], int(shoppers), int(steps)))
    assert board.told(event_codes.SHOPPED) == wanted


def test_a_plume() -> None:
    board = Board()
    board.state.workers[board.put(c.FACTORY, 8, 8)] = 7
    board.put(c.PARK, 11, 8)
    board.ground(FOREST, (9, 7))
    board.state.smog[board.at(10, 8)] = 5
    board.run(smog)
    for y, *values in numbers(table("Example: a plume")):
        assert [board.state.smog[board.at(x, y)] for x in range(8, 13)] == values
    assert sum(board.state.smog) == sum(sum(row[1:]) for row in numbers(table("Example: a plume")))


def test_a_quarter() -> None:
    board = Board()
    around = [(x, y) for x in range(7, 12) for y in (7, 10)]
    around += [(x, y) for x in (7, 11) for y in (8, 9)]
    board.ground(WATER, *around)
    for kind, x, y, seat in (
        (c.TOWER, 8, 8, 0),
        (c.SHOP, 9, 8, 0),
        (c.PARK, 10, 8, 0),
        (c.OFFICE, 8, 9, 1),
        (c.COTTAGE, 9, 9, 1),
    ):
        board.put(kind, x, y, seat)
    board.ground(FOREST, (10, 9))
    board.run(quarters)
    rows = numbers(table("Example: a quarter"))
    assert [row[2] for row in rows] == board.state.quarter_points
    tiles = [sum(1 for t in board.state.anchors[2:] if board.state.owner[t] == s) for s in (0, 1)]
    assert [row[1] for row in rows] == tiles


def test_one_home_s_happiness() -> None:
    board = Board()
    board.ground(WATER, (8, 9))
    home = board.put(c.APARTMENTS, 8, 8, people=5)
    board.put(c.TOWER, 15, 15, people=9)
    board.put(c.SCHOOL, 10, 8)
    board.put(c.POLICE, 11, 8)
    board.put(c.PARK, 9, 9)
    board.put(c.PARK, 7, 9)
    board.ground(FOREST, (7, 7))
    board.state.smog[home] = 3
    board.state.served[home] = 1
    board.state.tax[0] = 2
    board.state.idle[0] = 4
    board.run(happiness)
    penalty = idle_penalty(board.state, 0, board.state.people(0))
    nothing = bytearray(board.state.size**2)
    assert board.state.green()[home] == 3
    wanted = [
        (getattr(FACTORS, name), int(points))
        for name, points in table("Example: one home's happiness")
    ]
    assert factors(board.state, home, penalty, nothing, nothing) == wanted
    assert f"Together {board.state.happiness[home]}." in section("Example: one home's happiness")


def test_newcomers_of_the_valley() -> None:
    board = Board()
    homes = []
    for kind, x, seat, people, happy in (
        (c.TOWER, 5, 0, 3, 7),
        (c.APARTMENTS, 6, 0, 2, 5),
        (c.APARTMENTS, 7, 1, 0, 5),
        (c.APARTMENTS, 8, 1, 5, 2),
    ):
        homes.append(board.put(kind, x, 8, seat, people))
        board.state.happiness[homes[-1]] = happy
    board.state.vacancies = [5, 0]
    board.state.score = [20, 12]
    rows = table("Example: newcomers of the valley")
    assert [board.state.residents[home] for home in homes] == [int(row[1]) for row in rows]
    board.run(residents)
    assert [board.state.residents[home] for home in homes] == [int(row[2]) for row in rows]


def test_a_round_of_debt() -> None:
    board = Board()
    board.put(c.TOWER, 5, 8, people=12)
    board.put(c.APARTMENTS, 6, 8, people=6)
    for i in range(6):
        board.put(c.COAL, 2 * i, 10)
    for i in range(2):
        board.put(c.OFFICE, i, 12)
    board.state.round = 3
    board.state.ordinance[0] = 4
    before, total, after = numbers(table("Example: a round of debt"))[0]
    board.state.coins[0] = before
    tallies = board.run(money)
    assert tallies.lines[0][:2] == [4, 11]
    assert tallies.lines[0][11:14] == [-22, -1, -3]
    assert (board.state.income[0], board.state.coins[0]) == (total, after)


def test_prestige() -> None:
    board = Board()
    now = board.state
    for kind, x, people, happy in ((c.TOWER, 5, 12, 7), (c.COTTAGE, 6, 2, 9), (2, 7, 6, 4)):
        now.happiness[board.put(kind, x, 8, 0, people)] = happy
    board.put(c.MUSEUM, 10, 10)
    now.filled[0], now.goal_points[0], now.quarter_points[0] = 13, 9, 5
    now.green_tiles[0], now.coins[0], now.smoke[0] = 7, 27, 12
    rows = table("Example: prestige")
    lines = v0.scores(now)[0]
    assert [getattr(state, row[0]) for row in rows] == list(range(10))
    assert lines == [int(row[1]) for row in rows]
    assert f"Together {sum(lines)}." in section("Example: prestige")


def test_two_draws() -> None:
    match = v0.new_game(v0.standard_setup(0, 2, bytes(32), chance=1))
    for _, number, goals, event, wind in table("Example: two draws"):
        v0.apply(match, v0.SYSTEM, (32, int(number)))
        if goals != "-":
            assert match.goals == [int(card) for card in goals.split(",")]
        assert match.forecast == (0 if event == "-" else int(event))
        assert match.wind == int(wind)
        while match.phase == state.PLAY:
            v0.apply(match, match.turn_seat(), (15,))


def test_the_first_seeded_draw() -> None:
    text = " ".join(section("Example: two draws").split())
    digest = sha256(b"citybuilder/seeded-draw/0" + bytes(33)).hexdigest()
    match = v0.new_game(v0.standard_setup(0, 2, bytes(32)))
    cards = ", ".join(str(card) for card in match.goals)
    assert f"`{digest}`, and gives goals {cards} and wind {match.wind}." in text


def test_a_round_of_plans() -> None:
    board = planned()
    board.state.round = board.state.draws = 9
    at_a, at_b = board.at(9, 5), board.at(10, 5)
    shop = step(3, c.SHOP, at_a, 0)
    plans = {
        0: (shop, step(13), step(7, 0, 1, 0, 0)),
        1: (step(3, c.PARK, at_b, 0), step(3, c.SHOP, at_a, 0, at=at_b), shop),
    }
    told = course(play(board, plans, value=7))
    wanted = []
    for _, seat, number, happens in table("Example: a round of plans"):
        code = 0 if happens == "done" else getattr(rejections, happens)
        wanted.append((int(seat), int(number), code))
    assert told == wanted
    assert board.state.points == [4, 4]
    assert board.state.owner[at_a] == 0


def test_the_bytes_of_a_setup() -> None:
    shown = cast(re.Match[str], re.search(r"```\n(.*?)```", section("12.2 Setup"), re.S))[1]
    assert bytes.fromhex(shown) == v0.encode_setup(v0.standard_setup(0, 2, bytes(range(32))))


def test_the_layout_of_a_state_and_of_a_step_of_its_journal() -> None:
    match = v0.new_game(v0.standard_setup(0, 2, bytes(32)))
    data = v0.encode(match)
    length = cast(re.Match[str], re.search(r"two seats has (\d+)\s+bytes", section("12.3 State")))[
        1
    ]
    assert len(data) == int(length)
    at = 4 + 42
    for name, _ in state.PLANES:
        assert data[at : at + 256] == getattr(match, name)
        at += 256
    corners = [int.from_bytes(data[i : i + 2], "big") for i in range(at + 2, at + 18, 2)]
    assert (data[at : at + 2], corners) == (b"\x00\x08", match.anchors)
    figures = encode_figures(match)
    assert data[at + 18 : at + 18 + 4 * (24 + 62)] == figures[:-4]
    tile = v0.legal_mask(match, 0, c.COTTAGE).index(1)
    planes = bytes(getattr(match, name)[tile] for name, _ in state.PLANES)
    v0.apply(match, 0, (3, c.COTTAGE, tile, 0))
    step = b"\x00\x01" + tile.to_bytes(2, "big") + planes + b"\x00\x08\x00\x00" + figures
    assert v0.encode(match).endswith(b"\x01" + len(step).to_bytes(2, "big") + step)
