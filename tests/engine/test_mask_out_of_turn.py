"""A mask is empty for whoever has no turn, whatever the phase."""

from games.engine import v0
from games.engine.v0.catalogue import COTTAGE


def test_nobody_has_a_mask_while_a_draw_is_awaited() -> None:
    state = v0.new_game(v0.standard_setup(0, 2, bytes(32), chance=1))
    assert state.turn_seat() == v0.SYSTEM
    for seat in (0, 1, v0.SYSTEM):
        assert v0.legal_mask(state, seat, COTTAGE) == bytearray(256)
        assert v0.legal_actions(state, seat) in ([], [(16,)])


def test_only_the_seat_whose_turn_it_is_has_a_mask() -> None:
    state = v0.new_game(v0.standard_setup(0, 2, bytes(32)))
    assert 1 in v0.legal_mask(state, 0, COTTAGE)
    assert 1 not in v0.legal_mask(state, 1, COTTAGE)
