"""Matches for the tests of the ledger in which all mayors plan at once."""

from games.ledger import kinds as k
from games.ledger.entries import Entry
from tests.ledger.recorder import RULES, Recorder, small_setup

SALT = 1 << 255
Plan = tuple[int, ...]


def together(seats: int = 2, chance: int = 1, bots: tuple[int, ...] = ()) -> Recorder:
    """A match that has just begun: all may plan."""
    return Recorder({**small_setup(seats, chance), "mode": 1}).begin(bots)


def shops(match: Recorder, seat: int) -> Plan:
    """A plan to build a shop where there is room, and to raise funds."""
    board = RULES.draft(match.state, seat)
    builds = [a for a in RULES.legal_actions(board, seat) if a[:2] == (RULES.actions.BUILD, 4)]
    return (0, *builds[0], 0, RULES.actions.FUND_DRIVE)


def seal(match: Recorder, seat: int, plan: Plan) -> Entry:
    """The seat seals a plan."""
    digest = RULES.plan_digest(match.state, seat, plan, SALT)
    return match.act((RULES.actions.SEAL, digest), seat)


def reveal(match: Recorder, seat: int, plan: Plan) -> Entry:
    """The platform opens it."""
    return match.platform(k.REVEAL, "REVEAL", seat, SALT, *plan)


def play_round(match: Recorder) -> list[Plan]:
    """Everybody plans, seals and is opened; the draw, where one is awaited, is made."""
    plans = [shops(match, seat) for seat in range(match.seats)]
    for seat, plan in enumerate(plans):
        seal(match, seat, plan)
    for seat, plan in enumerate(plans):
        reveal(match, seat, plan)
    if match.state.phase == RULES.state.AWAIT_DRAW:
        match.draw()
    return plans


def play(match: Recorder) -> Recorder:
    """On to the end of the match and of the log."""
    while match.state.phase != RULES.state.OVER:
        play_round(match)
    match.write(k.END, k.CLOCK, k.SYSTEM, reason=k.PLAYED_OUT)
    return match
