"""Setups: the standard kinds are what their names say, custom is free within its bounds."""

import pytest

from games.engine import v0

STANDARD = v0.standard_setup(1, 3, bytes(range(32)))


@pytest.mark.parametrize(
    ("field", "value"), [("size", 16), ("rounds", 8), ("seats", 5), ("coins", 250), ("points", 6)]
)
def test_a_standard_match_is_not_changed_unless_it_says_custom(field: str, value: int) -> None:
    with pytest.raises(v0.SetupError) as refused:
        v0.new_game({**STANDARD, field: value})
    assert refused.value.field == field
    if field not in ("size", "seats"):
        assert v0.new_game({**STANDARD, "kind": 3, field: value}).setup[field] == value


def test_a_map_too_small_for_its_seats_is_refused() -> None:
    with pytest.raises(v0.SetupError) as refused:
        v0.new_game({**STANDARD, "kind": 3, "size": 12})
    assert refused.value.field == "size"


@pytest.mark.parametrize("field", sorted(STANDARD))
def test_a_missing_field_is_named(field: str) -> None:
    setup = {name: value for name, value in STANDARD.items() if name != field}
    with pytest.raises(v0.SetupError) as refused:
        v0.new_game(setup)
    assert refused.value.field == field


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(v0.SetupError) as refused:
        v0.new_game({**STANDARD, "cheat": 1})
    assert refused.value.field == "unknown field"
