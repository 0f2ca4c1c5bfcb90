"""A bot's plan for a round in which all plan at once: what it would do in a turn of its own."""

from hashlib import sha256

from .. import engine
from ..engine.v0.actions import (
    BUILD,
    END_TURN,
    MOST_STEPS,
    OVERTIME,
    PLANNED,
    POLICY,
    at_fallback,
)
from ..engine.v0.catalogue import SIZE
from ..engine.v0.state import State, number
from .decide import Decide

FALLBACK_DISTANCE = 4  # king's moves from the tile it would rather have
_STEPS = tuple([kind for kind, _ in PLANNED])
_TAG = b"citybuilder/bot-plan/0"


def make_plan(decide: Decide, state: State, seat: int, salt: bytes) -> tuple[int, ...]:
    """The steps of the seat's plan; `decide` is a level's.

    Tried on a draft action by action, then rehearsed in the order in which plans are carried
    out (overtime and policy first): what does not work there is left out.
    """
    actions = _wishes(decide, state, seat, salt)
    early = [action for action in actions if action[0] == OVERTIME]
    early += [action for action in actions if action[0] == POLICY]
    rules = engine.rules(number(state.setup, "version"))
    board = rules.draft(state, seat)
    late = [action for action in actions if action[0] not in (OVERTIME, POLICY)]
    spoken_for = _tiles(late)
    steps: tuple[int, ...] = ()
    for action in early + late:
        if rules.check(board, seat, action):
            continue
        steps += (_fallback(board, seat, action, spoken_for),) + action
        rules.apply(board, seat, action)
    return steps


def secret(state: State, seat: int, salt: bytes) -> int:
    """The salt of the plan's seal, 256 bits: whoever does not know `salt` cannot guess it."""
    seed = state.setup["seed"]
    assert isinstance(seed, bytes)
    place = bytes((state.round, seat))
    return int.from_bytes(sha256(_TAG + seed + place + bytes(salt)).digest(), "big")


def _wishes(decide: Decide, state: State, seat: int, salt: bytes) -> list[tuple[int, ...]]:
    """What the bot does on a draft until it would end its turn."""
    rules = engine.rules(number(state.setup, "version"))
    board = rules.draft(state, seat)
    done: list[tuple[int, ...]] = []
    while len(done) < MOST_STEPS:
        wish: tuple[int, ...] = (END_TURN,)
        for action in decide(board, seat, salt):
            if action[0] == END_TURN or (
                action[0] in _STEPS and not rules.check(board, seat, action)
            ):
                wish = action
                break
        if wish[0] == END_TURN:
            break
        rules.apply(board, seat, wish)
        done.append(wish)
    return done


def _tiles(actions: list[tuple[int, ...]]) -> list[int]:
    """Tiles that the plan's own builds name, so that no fallback takes them."""
    return [action[2] for action in actions if action[0] == BUILD]


def _fallback(board: State, seat: int, action: tuple[int, ...], spoken_for: list[int]) -> int:
    """The nearest other place for a building of one tile, as a step has it; 0 if there is none."""
    if action[0] != BUILD or SIZE[action[1]] != 1 or action[3]:
        return 0
    check = engine.rules(number(board.setup, "version")).check
    distance = board.geometry.distance
    rows = []
    for tile in board.geometry.disc(FALLBACK_DISTANCE, action[2]):
        if tile not in spoken_for:
            rows.append((distance(tile, action[2]), tile))
    rows.sort()
    for _, tile in rows:
        if not check(board, seat, at_fallback(action, tile + 1)):
            return tile + 1
    return 0
