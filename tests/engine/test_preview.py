"""A preview says what then happens: its price, and the round's end if it came right after."""

from random import Random

import pytest

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes as e
from games.engine.v0.round import ECONOMY
from games.engine.v0.round.context import RoundEnd
from games.engine.v0.round.happiness import F_SMOG
from games.engine.v0.state import MOST_HAPPY, PLAY, State
from tests.engine.board import Board
from tests.engine.games import Play
from tests.engine.seen import Seen
from tests.engine.towns import town


def economy(state: State) -> tuple[State, RoundEnd]:
    """The state after the round's economy, played on a decoded copy."""
    other = v0.decode(v0.encode(state))
    tallies = RoundEnd(other, [])
    for phase in ECONOMY:
        phase(tallies)
    return other, tallies


def differences(before: list[int], after: list[int]) -> list[list[int]]:
    return [[i, x, y] for i, (x, y) in enumerate(zip(before, after, strict=True)) if x != y]


@pytest.mark.parametrize("number", range(8))
def test_a_preview_is_the_difference_the_action_makes(number: int) -> None:
    state = town(Random(50 + number))
    assert state.phase == PLAY
    seat = state.turn_seat()
    play = Play(Random(number), state, Seen())
    kinds: set[int] = set()
    for _ in range(60):
        action = play.plausible(seat)
        code = v0.check(state, seat, action)
        shown = v0.preview(state, seat, action)
        assert shown["rejection"] == code
        if code or action[0] in (a.UNDO, a.ACCEPT) or (action[0] in kinds and len(kinds) < 4):
            continue
        kinds.add(action[0])
        done = v0.decode(v0.encode(state))
        v0.apply(done, seat, action)
        assert shown["points"] == max(0, state.points[seat] - done.points[seat]) or (
            action[0] == a.OVERTIME
        )
        now, now_tallies = economy(state)
        then, then_tallies = economy(done)
        assert shown["power"] == differences(now.spare, then.spare)
        people = [[s.people(i) for i in range(s.seats)] for s in (now, then)]
        assert shown["residents"] == differences(*people)
        lines = []
        for i in range(state.seats):
            rows = differences(now_tallies.lines[i], then_tallies.lines[i])
            lines += [[i, *row] for row in rows]
        assert shown["lines"] == lines
        homes = shown["homes"]
        assert isinstance(homes, list)
        for home, _, after, _ in homes:
            assert then.happiness[home] == after
    assert kinds


@pytest.mark.parametrize("number", range(6))
def test_the_factors_of_a_home_add_up_to_its_happiness(number: int) -> None:
    state = town(Random(80 + number))
    then, _ = economy(state)
    homes = [t for t in state.anchors if c.CAPACITY[state.kind[t]]]
    for home in homes[:15]:
        card = v0.explain(state, home)
        rows = card["factors"]
        assert isinstance(rows, list)
        total = sum(row[1] for row in rows)
        assert max(0, min(MOST_HAPPY, total)) == then.happiness[home] == card["happiness_next"]
        assert card["residents_next"] == then.residents[home]


def test_what_is_explained_as_a_factor_s_source_carries_it() -> None:
    """Without all the sources of a factor that counts services, the factor is gone."""
    checked = 0
    for number in range(6):
        state = town(Random(80 + number))
        homes = [t for t in state.anchors if c.CAPACITY[state.kind[t]]]
        for home in homes[:10]:
            rows = v0.explain(state, home)["factors"]
            assert isinstance(rows, list)
            for factor, _, sources in rows:
                if factor in (2, 3, 4, 5, 6):
                    assert sources
                    checked += 1
    assert checked > 50


def test_customers_are_those_who_then_shop_here() -> None:
    state = town(Random(88))
    shops = [t for t in state.anchors if c.GROUP[state.kind[t]] == c.SHOPS]
    tallies = economy(state)[1]
    for shop in shops:
        shopped = [[x[1], x[3], x[4]] for x in tallies.events if x[0] == e.SHOPPED and x[2] == shop]
        assert v0.explain(state, shop)["customers"] == shopped


def test_smog_is_explained_by_the_chimneys_whose_plume_reaches_the_home() -> None:
    board = Board()
    plant = board.put(c.COAL, 8, 10)  # its plume stands at (10, 10), 3 tiles deep
    near, far = board.put(c.COTTAGE, 12, 10), board.put(c.COTTAGE, 14, 10)
    board.state.smog[far] = 8

    def source(home: int) -> object:
        rows = v0.explain(board.state, home)["factors"]
        assert isinstance(rows, list)
        return [row for row in rows if row[0] == F_SMOG]

    assert source(near) == [[F_SMOG, -1, [plant]]]
    assert source(far) == [[F_SMOG, -2, []]]  # old smog only
