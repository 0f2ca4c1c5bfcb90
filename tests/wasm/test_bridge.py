"""The bridge answers alike on both interpreters; what it refuses, it refuses with a type."""

from typing import Any

import arguments
import bridge
import pytest

from games import engine
from games.engine import v0
from games.engine.v0 import actions, rejections
from games.engine.v0.state import PLANNING
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


def test_a_round_of_plans_is_played_through_the_bridge(both: Both) -> None:
    setup = both.ask("standard", kind=0, seats=2, seed=SEED, mode=1)
    game = both.ask("new", setup=setup)["game"]
    assert both.ask("view", game=game)["phase"] == PLANNING
    draft = both.ask("draft", game=game, seat=1)["game"]
    mask = bytes.fromhex(both.ask("mask", game=draft, seat=1, tool=4))
    build = [actions.BUILD, 4, mask.index(1), 0]
    both.ask("apply", game=draft, seat=1, action=build)
    both.ask("screen", game=draft)
    both.ask("drop", game=draft)
    steps, salt = [0, *build, 0, actions.FUND_DRIVE], "0x" + "e" * 64
    assert both.ask("check_plan", game=game, seat=1, steps=steps) == 0
    assert both.ask("check_plan", game=game, seat=1, steps=[0, actions.UNDO]) != 0
    digest = both.ask("plan_digest", game=game, seat=1, steps=steps, salt=salt)
    both.ask("apply", game=game, seat=1, action=[actions.SEAL, digest])
    wish = both.ask("bot", game=game, seat=0, level=1, salt="05")
    plan = both.ask("bot_plan", game=game, seat=0, level=1, salt="05")
    assert wish == [actions.SEAL, both.ask("plan_digest", game=game, seat=0, **plan)]
    both.ask("apply", game=game, seat=0, action=wish)
    assert both.ask("screen", game=game)["sealing"] == [1, 1]
    for seat, opened in ((0, plan), (1, {"steps": steps, "salt": salt})):
        action = [actions.REVEAL, seat, opened["salt"], *opened["steps"]]
        assert both.ask("decode_action", bytes=both.ask("encode_action", action=action)) == action
        both.ask("apply", game=game, seat=v0.SYSTEM, action=action)
    screen = both.ask("screen", game=game)
    assert (screen["phase"], screen["round"]) == (PLANNING, 2)
    assert bytes.fromhex(screen["kind"])[build[2]] == 4


def test_a_setup_that_names_no_mode_is_played_in_turn(both: Both) -> None:
    setup = both.ask("standard", kind=0, seats=2, seed=SEED)
    assert setup.pop("mode") == 0
    assert both.ask("view", game=both.ask("new", setup=setup)["game"])["phase"] == 0


@pytest.mark.parametrize(
    ("op", "args"),
    [
        ("draft", {"seat": "0"}),
        ("check_plan", {"seat": 0, "steps": 5}),
        ("check_plan", {"seat": 0}),
        ("plan_digest", {"seat": 0, "steps": [], "salt": "none"}),
        ("plan_digest", {"seat": 0, "steps": [], "salt": True}),
        ("plan_digest", {"seat": 0, "steps": []}),
        ("bot_plan", {"seat": 0, "level": 0, "salt": 5}),
    ],
)
def test_malformed_questions_about_plans_are_refused(
    both: Both, game: int, op: str, args: dict[str, Any]
) -> None:
    assert both.refused(op, game=game, **args) == ("BridgeError", arguments.BAD_ARGUMENT)


def test_what_nobody_may_plan_is_refused_by_the_rules(both: Both, game: int) -> None:
    assert both.refused("draft", game=game, seat=0) == ("Rejection", rejections.NOT_PLANNING)
    plan = {"seat": 0, "steps": [0, actions.UNDO], "salt": 1}
    assert both.refused("plan_digest", game=game, **plan)[0] == "BrokenAction"
