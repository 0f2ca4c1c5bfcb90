"""Generated moves where all plan at once: plans good and bad, sealed, opened, missed, dropped."""

from typing import TYPE_CHECKING

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0.state import PLANNING, SEALED

if TYPE_CHECKING:
    from tests.engine.games import Play

Action = tuple[int, ...]
NAMES_TILE = [kind for kind, place in a.PLANNED if place]
KINDS = [kind for kind, _ in a.PLANNED]
MOST_TRIES = 6


def move(play: "Play") -> None:
    """Somebody plans, seals or opens; now and then somebody leaves or is timed out."""
    rng, state = play.rng, play.state
    seat = rng.randrange(state.seats)
    roll = rng.random()
    if roll < 0.004:
        play.step(seat, (a.RESIGN,))
    elif roll < 0.02:
        kind = rng.choice((a.TAKEOVER, a.HAND_BACK, a.EXPEL, a.HAND_BACK))
        if kind != a.EXPEL or rng.random() < 0.15:
            play.step(v0.SYSTEM, (kind, seat))
    elif roll < 0.05:
        play.step(v0.SYSTEM, (a.TIMEOUT, seat))
    elif roll < 0.08:
        play.step(seat, rng.choice((play.plausible(seat), (a.UNDO,), (a.END_TURN,))))
    elif state.phase == PLANNING:
        _plan(play, seat)
    else:
        _open(play, seat)


def _plan(play: "Play", seat: int) -> None:
    rng, state = play.rng, play.state
    waiting = [s for s in range(state.seats) if state.active(s) and not state.sealing[s]]
    if rng.random() < 0.3:
        for _ in range(MOST_TRIES):
            trader = rng.choice(waiting)
            action = play.trade(trader)
            if not v0.check(state, trader, action):
                play.step(trader, action)
                return
        play.step(seat, play.trade(seat))
    elif rng.random() < 0.03:
        play.step(seat, (a.SEAL, rng.getrandbits(256)))
    else:
        planner = rng.choice(waiting) if rng.random() < 0.9 else seat
        if state.active(planner):
            steps, salt = make_plan(play, planner), rng.getrandbits(256)
            play.plans[planner] = (steps, salt)
            if rng.random() < 0.1:
                play.steps.append(("plan", (planner, *steps)))
            play.step(planner, (a.SEAL, v0.plan_digest(state, planner, steps, salt)))


def _open(play: "Play", seat: int) -> None:
    rng, state = play.rng, play.state
    steps, salt = play.plans.get(seat, ((), 0))
    if rng.random() < 0.05:
        play.step(v0.SYSTEM, (a.REVEAL, seat, salt ^ 1, *steps))
        return
    seat = rng.choice([s for s in range(state.seats) if state.sealing[s] == SEALED])
    steps, salt = play.plans.get(seat, ((), 0))
    if play.step(v0.SYSTEM, (a.REVEAL, seat, salt, *steps)):
        play.step(v0.SYSTEM, (a.TIMEOUT, seat))


def make_plan(play: "Play", seat: int) -> Action:
    """Steps that mostly work on a draft, some with a fallback, a few too many or twice."""
    rng, state = play.rng, play.state
    board = v0.draft(state, seat)
    play.state = board
    steps: Action = ()
    count = 0
    points = board.points[seat]
    if rng.random() < 0.15 and board.coins[seat] >= 15:
        steps += (0, a.OVERTIME)
        points += 1
        v0.apply(board, seat, (a.OVERTIME,))
    while count < min(points, 9) and rng.random() < 0.95:
        action = _step(play, seat)
        fallback = 0
        if action[0] in NAMES_TILE and rng.random() < 0.5:
            fallback = 1 + rng.choice(play.near_roads(seat) + [rng.randrange(4096)])
        steps += (fallback, *action)
        count += action[0] not in (a.POLICY, a.OVERTIME)
        if not v0.check(board, seat, action):
            v0.apply(board, seat, action)
    play.state = state
    if rng.random() < 0.03:
        steps = (0, a.FUND_DRIVE) * rng.randint(1, a.MOST_STEPS)
    return steps if _fits(steps) else ()


def _step(play: "Play", seat: int) -> Action:
    action: Action = (a.FUND_DRIVE,)
    for _ in range(MOST_TRIES):
        action = play.plausible(seat)
        if action[0] in KINDS and not v0.check(play.state, seat, action):
            return action
    return action if action[0] in KINDS else (a.FUND_DRIVE,)


def _fits(steps: Action) -> bool:
    return a.well_formed((a.REVEAL, 0, 0, *steps))
