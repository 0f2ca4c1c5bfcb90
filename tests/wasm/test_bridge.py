"""The bridge answers alike on both interpreters; what it refuses, it refuses with a type."""

from typing import Any

import arguments
import bridge
import pytest

from games import engine
from games.engine.v0 import actions
from tests.wasm.both import Both
from tests.wasm.harness import WasmPython

SEED = bytes(range(32)).hex()
TURNS = 60


@pytest.fixture
def both(wasm: WasmPython) -> Both:
    wasm.close()  # games are numbered from the start in both interpreters
    bridge._games.clear()
    bridge._last[0] = 0
    return Both(wasm)


@pytest.fixture
def game(both: Both) -> int:
    setup = both.ask("standard", kind=0, seats=2, seed=SEED)
    return int(both.ask("new", setup=setup)["game"])


def test_a_match_played_through_the_bridge_is_the_same_on_both(both: Both, game: int) -> None:
    for turn in range(TURNS):
        view = both.ask("view", game=game)
        if view["phase"] == 2:
            break
        seat = view["turn_seat"]
        legal = both.ask("legal", game=game, seat=seat)
        action = legal[turn * 37 % len(legal)]
        assert both.ask("check", game=game, seat=seat, action=action) == 0
        both.ask("preview", game=game, seat=seat, action=action)
        both.ask("apply", game=game, seat=seat, action=action)
        both.ask("hash", game=game)
    both.ask("scores", game=game)
    both.ask("standings", game=game)
    both.ask("explain", game=game, tile=100)


def test_a_state_goes_out_and_comes_back(both: Both, game: int) -> None:
    state = both.ask("encode", game=game)
    again = both.ask("decode", state=state)["game"]
    copy = both.ask("copy", game=game)["game"]
    assert len({game, again, copy}) == 3
    hashes = {both.ask("hash", game=each) for each in (game, again, copy)}
    assert len(hashes) == 1
    both.ask("drop", game=copy)
    assert both.refused("hash", game=copy) == ("BridgeError", arguments.NO_SUCH_GAME)


def test_a_copy_does_not_change_with_its_original(both: Both, game: int) -> None:
    before = both.ask("hash", game=game)
    copy = both.ask("copy", game=game)["game"]
    seat = both.ask("view", game=game)["turn_seat"]
    action = both.ask("legal", game=game, seat=seat)[0]
    both.ask("apply", game=game, seat=seat, action=action)
    assert both.ask("hash", game=copy) == before != both.ask("hash", game=game)


def test_the_view_holds_planes_of_one_byte_a_tile(both: Both, game: int) -> None:
    view = both.ask("view", game=game)
    assert len(bytes.fromhex(view["terrain"])) == view["size"] ** 2
    assert len(bytes.fromhex(view["road"])) == view["size"] ** 2
    assert len(view["coins"]) == view["seats"]
    assert len(bytes.fromhex(both.ask("mask", game=game, seat=0, tool=0))) == view["size"] ** 2


def test_actions_have_one_canonical_form(both: Both, game: int) -> None:
    for action in both.ask("legal", game=game, seat=both.ask("view", game=game)["turn_seat"])[:50]:
        assert both.ask("decode_action", bytes=both.ask("encode_action", action=action)) == action


def test_an_integer_wider_than_32_bits_crosses_as_a_text(both: Both) -> None:
    wide = "0x" + "f" * 64
    action = both.ask("decode_action", bytes=both.ask("encode_action", action=[actions.DRAW, wide]))
    assert action[1] == wide


def test_an_illegal_action_is_refused_with_its_code_and_changes_nothing(
    both: Both, game: int
) -> None:
    before = both.ask("hash", game=game)
    other = 1 - both.ask("view", game=game)["turn_seat"]
    kind, code = both.refused("apply", game=game, seat=other, action=[actions.END_TURN])
    assert kind == "Rejection"
    assert code
    assert both.ask("check", game=game, seat=other, action=[actions.END_TURN]) == code
    assert both.ask("hash", game=game) == before


@pytest.mark.parametrize(
    ("op", "args", "code"),
    [
        ("absent", {}, arguments.UNKNOWN_OPERATION),
        ("hash", {}, arguments.BAD_ARGUMENT),
        ("hash", {"game": "1"}, arguments.BAD_ARGUMENT),
        ("hash", {"game": True}, arguments.BAD_ARGUMENT),
        ("hash", {"game": 99}, arguments.NO_SUCH_GAME),
        ("new", {"setup": 3}, arguments.BAD_ARGUMENT),
        ("new", {"setup": {"seed": "xy"}}, arguments.BAD_ARGUMENT),
        ("decode", {"state": 5}, arguments.BAD_ARGUMENT),
        ("encode_action", {"action": ["zz"]}, arguments.BAD_ARGUMENT),
        ("encode_action", {"action": [True]}, arguments.BAD_ARGUMENT),
        ("encode_action", {"action": [1], "version": 77}, arguments.BAD_ARGUMENT),
    ],
)
def test_a_malformed_request_is_refused_with_its_code(
    both: Both, op: str, args: dict[str, Any], code: int
) -> None:
    assert both.refused(op, **args) == ("BridgeError", code)


def test_broken_bytes_raise_the_rules_own_errors(both: Both) -> None:
    assert both.refused("decode", state="00")[0] == "BrokenState"
    assert both.refused("decode_action", bytes="ff")[0] == "BrokenAction"


def test_games_are_bounded(both: Both, game: int) -> None:
    for _ in range(bridge.MOST_GAMES - 1):
        both.ask("copy", game=game)
    assert both.refused("copy", game=game) == ("BridgeError", arguments.TOO_MANY_GAMES)


def test_the_versions_are_those_of_the_engine(both: Both) -> None:
    told = both.ask("versions")
    assert told["latest"] == engine.LATEST
    assert engine.LATEST in told["versions"]


def test_the_screen_shows_spare_power_as_the_round_would_find_it_now(both: Both, game: int) -> None:
    before = both.ask("screen", game=game)["spare_now"]
    seat = both.ask("view", game=game)["turn_seat"]
    mask = bytes.fromhex(both.ask("mask", game=game, seat=seat, tool=4))
    both.ask("apply", game=game, seat=seat, action=[actions.BUILD, 4, mask.index(1), 0])
    after = both.ask("screen", game=game)["spare_now"]
    assert after[seat] == before[seat] - 1
    assert after == list(bridge._games[game].rules.outlook(bridge._games[game].state)["spare"])
