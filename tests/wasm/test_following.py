"""A client follows a match's log in the worker: every entry checked, on both interpreters alike."""

import json
from typing import Any

import answers
import arguments
import bridge
import following
import logs
import pytest

from games.engine.manifest import RULES_HASH
from games.ledger import failure
from games.ledger import kinds as k
from games.ledger.chain import genesis_hash
from games.ledger.entries import decode_entry, encode_entry
from games.ledger.genesis import encode_genesis
from tests.ledger.recorder import RULES, Recorder, small_setup
from tests.wasm.both import Both
from tests.wasm.harness import WasmPython


@pytest.fixture
def both(wasm: WasmPython) -> Both:
    wasm.close()  # games and logs are numbered from the start in both interpreters
    bridge._games.clear()
    bridge._last[0] = 0
    logs._logs.clear()
    logs._last[0] = 0
    return Both(wasm)


def recorder(chance: int = 1) -> Recorder:
    """A match of unsigned seats, under the rules that are here."""
    made = Recorder(small_setup(chance=chance), signed=False)
    made.genesis.rules_hash = bytes.fromhex(RULES_HASH[0])
    made.heads = [genesis_hash(encode_genesis(made.genesis))]
    return made


def opened(both: Both, match: Recorder, targets: tuple[int, ...] = ()) -> int:
    """The log of a match, opened at its genesis."""
    answer = both.ask(
        "open_log", genesis=encode_genesis(match.genesis).hex(), targets=list(targets)
    )
    assert answer["failure"] is None
    return int(answer["log"])


def advance(both: Both, log: int, entries: list[bytes]) -> Any:
    return both.ask("advance_log", log=log, entries=[entry.hex() for entry in entries])


def test_a_whole_match_is_followed_and_every_head_hash_and_event_told(both: Both) -> None:
    match = recorder().begin(bots=(1,)).play()
    log = opened(both, match)
    told = advance(both, log, match.entries)
    assert told["failure"] is None
    assert [entry["sequence"] for entry in told["entries"]] == list(range(1, match.sequence + 1))
    assert [entry["head"] for entry in told["entries"]] == [h.hex() for h in match.heads[1:]]
    state = RULES.new_game(RULES.decode_setup(match.genesis.setup))
    for entry in told["entries"]:
        if entry["action"] is None:
            continue
        action = tuple(int(n, 16) if isinstance(n, str) else n for n in entry["action"])
        assert entry["round"] == state.round
        events = RULES.apply(state, entry["acting"], action)
        assert entry["events"] == json.loads(json.dumps(answers.plain(events)))
        assert entry["hash"] == RULES.state_hash(state).hex()
    standing = both.ask("standing", log=log)
    assert standing["ended"] == 1
    assert standing["hash"] == RULES.state_hash(match.state).hex()


def test_what_was_checked_is_told_by_entry(both: Both) -> None:
    match = recorder()
    match.begin().end_turn()
    by_kind = {
        entry["kind"]: entry["checked"]
        for entry in advance(both, opened(both, match), match.entries)["entries"]
    }
    always = [following.LINK, following.STATE, following.RIGHT]
    assert by_kind[k.JOIN] == always
    assert by_kind[k.READY] == [*always, following.REVEALED]
    assert by_kind[k.DRAW] == [*always, following.ALLOWED, following.REVEALED]
    assert by_kind[k.ACTION] == [*always, following.ALLOWED]


def test_the_screen_after_each_entry_comes_where_it_is_asked_for(both: Both) -> None:
    match = recorder().begin(bots=(1,))
    match.fund()
    log = opened(both, match)
    asked = [entry.hex() for entry in match.entries]
    told = both.ask("advance_log", log=log, entries=asked, screens=True)["entries"]
    game = both.ask("predict", log=log, seat=0, game=0, actions=[], rounds=[])["game"]
    assert told[-1]["screen"] == both.ask("screen", game=game)
    assert told[-1]["screen"]["points"] != told[-2]["screen"]["points"]


def test_the_standing_says_who_has_taken_promised_and_opened(both: Both) -> None:
    match = recorder()
    log = opened(both, match)
    match.join(0)
    advance(both, log, match.entries[-1:])
    standing = both.ask("standing", log=log)
    assert standing["seats"] == [[1, 0, 1, 0], [0, 0, 0, 0]]
    assert (standing["full"], standing["started"], standing["attempt"]) == (0, 0, 0)
    match.join_bot(1)
    advance(both, log, match.entries[-1:])
    assert both.ask("standing", log=log)["full"] == 1
    match.ready(0)
    advance(both, log, match.entries[-1:])
    standing = both.ask("standing", log=log)
    assert standing["seats"] == [[1, 0, 1, 1], [1, 2, 1, 0]]
    assert standing["started"] == 1
    assert standing["match"] == match.genesis.match_id.hex()


@pytest.mark.parametrize("part", ["action", "state_hash", "previous", "sequence"])
def test_a_changed_entry_is_found_where_it_stands(both: Both, part: str) -> None:
    match = recorder().begin(bots=(1,))
    match.fund()
    entry = decode_entry(match.entries[-1])
    changes = {
        "action": RULES.encode_action((RULES.actions.END_TURN,)),
        "state_hash": bytes(32),
        "previous": bytes(32),
        "sequence": entry.sequence + 1,
    }
    setattr(entry, part, changes[part])
    kind = failure.STATE_HASH if part in ("action", "state_hash") else failure.CHAIN
    told = advance(both, opened(both, match), [*match.entries[:-1], encode_entry(entry)])
    assert told["failure"][:2] == [kind, match.sequence]
    assert told["found"] != bytes(32).hex()
    assert len(told["entries"]) == match.sequence - 1


def test_a_log_that_goes_back_asks_to_be_opened_with_that_target(both: Both) -> None:
    match = recorder().begin(bots=(1,))
    target = match.sequence
    match.fund()
    match.roll_back(target)
    match.end_turn()
    told = advance(both, opened(both, match), match.entries)
    assert (told["failure"], told["restores"]) == (None, target)
    again = opened(both, match, (target,))
    told = advance(both, again, match.entries)
    assert (told["failure"], told["restores"]) == (None, 0)
    assert told["entries"][-1]["epoch"] == 1
    assert both.ask("standing", log=again)["hash"] == RULES.state_hash(match.state).hex()


def test_a_log_under_other_rules_is_not_opened(both: Both) -> None:
    match = recorder()
    match.genesis.rules_hash = bytes(32)
    answer = both.ask("open_log", genesis=encode_genesis(match.genesis).hex(), targets=[])
    assert answer == {"log": 0, "failure": [failure.RULES, 0, "other rules"]}
    assert both.ask("open_log", genesis="00", targets=[])["failure"][0] == failure.FILE


def test_a_prediction_judges_each_action_on_the_ones_before_it(both: Both) -> None:
    match = recorder(chance=0).begin(bots=(1,))
    match.fund()
    log = opened(both, match)
    advance(both, log, match.entries)
    before = both.ask("standing", log=log)["hash"]
    seat = match.state.turn_seat()
    fund = [RULES.actions.FUND_DRIVE]
    broken = [RULES.actions.BUILD, 1, 0, 0]
    made = both.ask(
        "predict", log=log, seat=seat, game=0, actions=[fund, broken, fund], rounds=[1, 0, 1]
    )
    first, refused, second = made["outcomes"]
    assert first["rejection"] == second["rejection"] == 0
    assert refused["rejection"] != 0
    state = RULES.decode(RULES.encode(match.state))
    for outcome in (first, second):
        RULES.apply(state, seat, tuple(fund))
        assert outcome["hash"] == RULES.state_hash(state).hex()
    assert both.ask("hash", game=made["game"]) == second["hash"]
    assert both.ask("standing", log=log)["hash"] == before
    late = both.ask(
        "predict", log=log, seat=seat, game=made["game"], actions=[fund, fund], rounds=[2, 1]
    )
    assert [outcome["rejection"] for outcome in late["outcomes"]] == [400, 0]
    assert late["outcomes"][1] == first
    again = both.ask("predict", log=log, seat=seat, game=made["game"], actions=[], rounds=[])
    assert again == {"game": made["game"], "outcomes": []}
    assert both.ask("hash", game=made["game"]) == before
    undo = [RULES.actions.UNDO]
    undone = both.ask("predict", log=log, seat=seat, game=made["game"], actions=[undo], rounds=[1])
    assert undone["outcomes"][0]["rejection"] == 0
    both.ask("predict", log=log, seat=seat, game=made["game"], actions=[], rounds=[])
    tried = both.ask("attempt", game=made["game"], seat=seat, action=fund)
    assert tried == first
    assert both.ask("attempt", game=made["game"], seat=seat, action=broken) == refused


def test_a_log_goes_on_from_a_state_that_was_sent(both: Both) -> None:
    match = recorder().begin(bots=(1,))
    match.fund()
    at = match.sequence
    state = RULES.encode(match.state)
    match.play()
    asked = {
        "genesis": encode_genesis(match.genesis).hex(),
        "state": state.hex(),
        "sequence": at,
        "epoch": 0,
        "head": match.heads[at].hex(),
    }
    log = both.ask("open_excerpt", **asked)["log"]
    told = advance(both, log, match.entries[at:])
    assert told["failure"] is None
    assert told["entries"][-1]["head"] == match.heads[-1].hex()
    assert both.ask("standing", log=log)["hash"] == RULES.state_hash(match.state).hex()
    assert {n for entry in told["entries"] for n in entry["checked"]} == {
        following.LINK,
        following.STATE,
        following.ALLOWED,
    }


def test_an_excerpt_finds_a_wrong_link_a_wrong_state_and_another_matchs_state(both: Both) -> None:
    match = recorder().begin(bots=(1,))
    at = match.sequence
    asked = {
        "genesis": encode_genesis(match.genesis).hex(),
        "state": RULES.encode(match.state).hex(),
        "sequence": at,
        "epoch": 0,
        "head": match.heads[at].hex(),
    }
    entry = decode_entry(encode_entry(match.fund()))
    log = both.ask("open_excerpt", **{**asked, "head": bytes(32).hex()})["log"]
    assert advance(both, log, match.entries[at:])["failure"][:2] == [failure.CHAIN, at + 1]
    entry.state_hash = bytes(32)
    log = both.ask("open_excerpt", **asked)["log"]
    told = advance(both, log, [encode_entry(entry)])
    assert told["failure"][:2] == [failure.STATE_HASH, at + 1]
    other = Recorder(small_setup(seats=3), signed=False)
    found = both.ask("open_excerpt", **{**asked, "state": RULES.encode(other.state).hex()})
    assert found["failure"][:2] == [failure.RULES, at]


def test_logs_are_bounded_dropped_and_refused_by_number(both: Both) -> None:
    match = recorder()
    first = opened(both, match)
    for _ in range(logs.MOST_LOGS - 1):
        opened(both, match)
    refused = both.refused("open_log", genesis=encode_genesis(match.genesis).hex(), targets=[])
    assert refused == ("BridgeError", arguments.TOO_MANY_LOGS)
    both.ask("drop_log", log=first)
    assert both.refused("standing", log=first) == ("BridgeError", arguments.NO_SUCH_LOG)
    assert both.refused("advance_log", log=2, entries=["xy"])[1] == arguments.BAD_ARGUMENT
