"""Actions: their kinds and bounds, and bytes anybody can work out by hand."""

import pytest

from games.engine import v0
from games.engine.v0 import actions as a

BOUNDS: dict[int, tuple[int, ...]] = {
    1: (4095, 1, 4),
    2: (4095, 1, 4),
    3: (29, 4095, 8),
    4: (4095,),
    5: (4095,),
    6: (4095,),
    7: (2, 3, 6, 6),
    8: (5, 1, 20, 3, 4095, 4),
    9: (11,),
    10: (11,),
    11: (11,),
    12: (),
    13: (),
    14: (),
    15: (),
    16: (),
    17: (2**256 - 1,),
    32: (2**256 - 1,),
    33: (5,),
    34: (5,),
    35: (5,),
    36: (5,),
    37: (255,),
    38: (5, 2**256 - 1),  # and steps
}


def test_players_have_seventeen_kinds_and_the_platform_seven() -> None:
    assert tuple(range(1, 18)) == a.PLAYER_KINDS
    assert tuple(range(32, 39)) == a.SYSTEM_KINDS


@pytest.mark.parametrize("kind", range(70))
def test_every_parameter_ends_at_its_bound(kind: int) -> None:
    if kind not in BOUNDS:
        assert not a.well_formed((kind,))
        with pytest.raises(v0.BrokenAction):
            v0.decode_action(bytes((kind,)))
        return
    highest = (kind, *BOUNDS[kind])
    assert v0.decode_action(v0.encode_action(highest)) == highest
    for place in range(1, len(highest)):
        for wrong in (highest[place] + 1, -1):
            action = (*highest[:place], wrong, *highest[place + 1 :])
            with pytest.raises(v0.BrokenAction):
                v0.encode_action(action)
    with pytest.raises(v0.BrokenAction):
        v0.encode_action((*highest, 0))


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ((15,), "0f"),
        ((4, 0), "0400"),
        ((4, 127), "047f"),
        ((4, 128), "048001"),
        ((1, 300, 1, 4), "01ac020104"),
        ((8, 5, 1, 20, 3, 4095, 0), "08050114 03ff1f00"),
        ((32, 0), "2000"),
        ((32, 1 << 255), "20" + "80" * 36 + "08"),
    ],
)
def test_worked_bytes(action: tuple[int, ...], data: str) -> None:
    assert v0.encode_action(action) == bytes.fromhex(data)
    assert v0.decode_action(bytes.fromhex(data)) == action


def test_shapes_are_five_lines_and_four_corners() -> None:
    lines, corners = a.SHAPES[: a.LINES], a.SHAPES[a.LINES :]
    for shape in lines:
        assert all(x == 0 for x, _ in shape) or all(y == 0 for _, y in shape)
    box = {(0, 0), (1, 0), (0, 1), (1, 1)}
    left_out = [tuple(box - set(shape)) for shape in corners]
    assert sorted(left_out) == [(tile,) for tile in sorted(box)]
    assert len(set(a.SHAPES)) == 9
