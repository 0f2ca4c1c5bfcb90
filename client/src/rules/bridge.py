"""What the browser may ask of the rules: a table of operations, JSON in, JSON out.

Portable, like the packages it calls: the same file answers in the worker and in the tests.
States stay here under small numbers (`game`), so that a turn does not carry a whole state across.
Bytes travel as hexadecimal. An integer that JavaScript could not hold in 32 bits travels as a
string "0x..."; such a string is read back as an integer where an action, the steps of a plan or
a salt is expected.
Exceptions of the rules (Rejection, SetupError, BrokenState, BrokenAction) go out as they are.
"""

import json

import logs
import screen
from answers import plain
from arguments import (
    BAD_ARGUMENT,
    NO_SUCH_GAME,
    TOO_MANY_GAMES,
    UNKNOWN_OPERATION,
    BridgeError,
    action,
    integer,
    integers,
    list_of_actions,
    need,
    octets,
    wide,
)

from games import engine

MOST_GAMES = 64
STALE = 400  # the platform's code for what comes too late (games/protocol/codes.py)


class _Game:
    """A state and the rules that made it."""

    def __init__(self, rules, state) -> None:  # type: ignore[no-untyped-def]
        self.rules = rules
        self.state = state


_games: dict[int, _Game] = {}
_last = [0]


def call(request: bytes) -> bytes:
    """Answer one request: {"op": name, "args": {...}} -> the result, both as JSON."""
    asked = json.loads(request.decode())
    operation = OPERATIONS.get(asked["op"])
    if operation is None:
        raise BridgeError(UNKNOWN_OPERATION, "no operation " + str(asked["op"]))
    return json.dumps(plain(operation(asked.get("args") or {}))).encode()


def _rules(args: dict[str, object]):  # type: ignore[no-untyped-def]
    try:
        return engine.rules(integer(args, "version") if "version" in args else engine.LATEST)
    except KeyError:
        raise BridgeError(BAD_ARGUMENT, "no such version of the rules")


def _game(args: dict[str, object]) -> _Game:
    game = _games.get(integer(args, "game"))
    if game is None:
        raise BridgeError(NO_SUCH_GAME, "no such game")
    return game


def _keep(rules, state) -> dict[str, int]:  # type: ignore[no-untyped-def]
    if len(_games) >= MOST_GAMES:
        raise BridgeError(TOO_MANY_GAMES, "drop a game first")
    _last[0] += 1
    _games[_last[0]] = _Game(rules, state)
    return {"game": _last[0]}


# -- operations --------------------------------------------------------------------------


def _versions(args: dict[str, object]) -> object:
    return {"versions": [number for number, _ in engine.VERSIONS], "latest": engine.LATEST}


def _standard(args: dict[str, object]) -> object:
    return _rules(args).standard_setup(
        integer(args, "kind"),
        integer(args, "seats"),
        octets(args, "seed"),
        integer(args, "chance") if "chance" in args else 0,
        mode=integer(args, "mode") if "mode" in args else 0,
    )


def _new(args: dict[str, object]) -> object:
    told = need(args, "setup")
    if not isinstance(told, dict):
        raise BridgeError(BAD_ARGUMENT, "setup must be an object")
    setup = dict(told)
    setup["seed"] = octets(setup, "seed")
    if "mode" not in setup:  # a page that knows of turns only
        setup["mode"] = 0
    rules = _rules(setup)
    return _keep(rules, rules.new_game(setup))


def _decode(args: dict[str, object]) -> object:
    rules = _rules(args)
    return _keep(rules, rules.decode(octets(args, "state")))


def _copy(args: dict[str, object]) -> object:
    game = _game(args)
    return _keep(game.rules, game.rules.copy(game.state))


def _drop(args: dict[str, object]) -> object:
    _game(args)
    _games.pop(integer(args, "game"))
    return None


def _of_state(args: dict[str, object], name: str) -> object:
    """What a function of the rules says of the whole state."""
    game = _game(args)
    return getattr(game.rules, name)(game.state)


def _apply(args: dict[str, object]) -> object:
    game = _game(args)
    events = game.rules.apply(game.state, integer(args, "seat"), action(args))
    return {
        "events": events,
        "phase": game.state.phase,
        "turn_seat": game.state.turn_seat(),
    }


def _attempt(args: dict[str, object]) -> object:
    """Apply, with the hash after it; a rejection is an answer here."""
    game = _game(args)
    return _tried(game, integer(args, "seat"), action(args))


def _tried(game: _Game, seat: int, tried: tuple[int, ...]) -> dict[str, object]:
    try:
        events = game.rules.apply(game.state, seat, tried)
    except game.rules.Rejection as error:
        return {"rejection": error.code, "need": error.need, "have": error.have}
    return {"rejection": 0, "events": events, "hash": game.rules.state_hash(game.state)}


def _predict(args: dict[str, object]) -> object:
    """A game of a log's confirmed state with a seat's actions done one after the other.

    `game`: the game that it replaces, or 0. `rounds`: the round that each action was meant for, 0
    for any; in another round it is not done. An action that is refused is left out, and those
    after it are judged without it.
    """
    log, seat, number = logs.find(args), integer(args, "seat"), integer(args, "game")
    state = log.rules.copy(log.state)
    state.journal = list(log.state.journal)  # what was confirmed can still be undone
    if number:
        _game(args)
        _games[number] = _Game(log.rules, state)
    else:
        number = _keep(log.rules, state)["game"]
    game = _games[number]
    actions, rounds = list_of_actions(args, "actions"), integers(args, "rounds")
    if len(rounds) != len(actions):
        raise BridgeError(BAD_ARGUMENT, "rounds must have one for each action")
    outcomes = []
    for tried, meant in zip(actions, rounds):  # noqa: B905  # MicroPython has no `strict`
        if meant in (0, state.round):
            outcomes.append(_tried(game, seat, tried))
        else:
            outcomes.append({"rejection": STALE, "need": 0, "have": 0})
    return {"game": number, "outcomes": outcomes}


def _check(args: dict[str, object]) -> object:
    game = _game(args)
    return game.rules.check(game.state, integer(args, "seat"), action(args))


def _legal(args: dict[str, object]) -> object:
    game = _game(args)
    return game.rules.legal_actions(game.state, integer(args, "seat"))


def _mask(args: dict[str, object]) -> object:
    game = _game(args)
    return game.rules.legal_mask(game.state, integer(args, "seat"), integer(args, "tool"))


def _preview(args: dict[str, object]) -> object:
    game = _game(args)
    return game.rules.preview(game.state, integer(args, "seat"), action(args))


def _explain(args: dict[str, object]) -> object:
    game = _game(args)
    return game.rules.explain(game.state, integer(args, "tile"))


def _view(args: dict[str, object]) -> dict[str, object]:
    return screen.view(_game(args).state)


def _tables(args: dict[str, object]) -> object:
    return screen.tables()


def _screen(args: dict[str, object]) -> object:
    return screen.screen(_game(args).state)


def _bot(args: dict[str, object]) -> object:
    """The next action of a bot of this level (0 easy, 1 medium) in this seat."""
    from games.bots import player  # loaded when a bot first plays: a match of people needs none

    game = _game(args)
    level, seat, salt = integer(args, "level"), integer(args, "seat"), octets(args, "salt")
    return player.choose(level, game.state, seat, salt)


def _draft(args: dict[str, object]) -> object:
    """A game of its own to plan on: the seat's turn alone, with its points of the round."""
    game = _game(args)
    return _keep(game.rules, game.rules.draft(game.state, integer(args, "seat")))


def _check_plan(args: dict[str, object]) -> object:
    game = _game(args)
    return game.rules.check_plan(game.state, integer(args, "seat"), integers(args, "steps"))


def _plan_digest(args: dict[str, object]) -> object:
    game = _game(args)
    salt = wide(args, "salt")
    steps = integers(args, "steps")
    return game.rules.plan_digest(game.state, integer(args, "seat"), steps, salt)


def _bot_plan(args: dict[str, object]) -> object:
    """The plan behind the SEAL that `bot` gives for the same arguments, and its salt."""
    from games.bots import player

    game = _game(args)
    level, seat, salt = integer(args, "level"), integer(args, "seat"), octets(args, "salt")
    steps, sealed_with = player.plan(level, game.state, seat, salt)
    return {"steps": steps, "salt": sealed_with}


def _encode_action(args: dict[str, object]) -> object:
    return _rules(args).encode_action(action(args))


def _decode_action(args: dict[str, object]) -> object:
    return _rules(args).decode_action(octets(args, "bytes"))


OPERATIONS = {
    "versions": _versions,
    "standard": _standard,
    "new": _new,
    "decode": _decode,
    "copy": _copy,
    "drop": _drop,
    "encode": lambda args: _of_state(args, "encode"),
    "hash": lambda args: _of_state(args, "state_hash"),
    "apply": _apply,
    "attempt": _attempt,
    "predict": _predict,
    "check": _check,
    "legal": _legal,
    "mask": _mask,
    "preview": _preview,
    "explain": _explain,
    "scores": lambda args: _of_state(args, "scores"),
    "standings": lambda args: _of_state(args, "standings"),
    "view": _view,
    "screen": _screen,
    "tables": _tables,
    "bot": _bot,
    "draft": _draft,
    "check_plan": _check_plan,
    "plan_digest": _plan_digest,
    "bot_plan": _bot_plan,
    "encode_action": _encode_action,
    "decode_action": _decode_action,
}
OPERATIONS.update(logs.OPERATIONS)
