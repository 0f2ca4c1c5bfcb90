"""Goods a borough makes and goods it has to sell are two figures."""

from games.engine.v0 import catalogue as c
from games.engine.v0.goals import INDUSTRIOUS, progress
from games.engine.v0.round.goods import goods
from games.engine.v0.round.jobs import jobs
from tests.engine.board import Board


def test_goods_bought_by_contract_are_sold_but_do_not_count_as_made() -> None:
    board = Board()
    board.street(4, 3, 12)
    board.put(c.WORKSHOP, 8, 8)
    board.row(c.COTTAGE, 3, 12, people=2)
    board.state.contracts = [(0, 1, 2, 2, 1, 8, 2)]
    board.run(jobs, goods)
    state = board.state
    assert state.goods == [3, 0]
    assert state.exported == [1, 2]
    assert progress(state, 0, INDUSTRIOUS, 0)[0] == 3
    assert progress(state, 1, INDUSTRIOUS, 0)[0] == 0
