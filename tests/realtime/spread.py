"""A match whose mayors are on different server processes."""

import os
from contextlib import ExitStack

from games import engine
from games.protocol import client_messages as client
from games.protocol import server_messages as server
from tests.realtime.caller import Caller
from tests.realtime.page import Page

RULES = engine.rules(engine.LATEST)
END_TURN = RULES.encode_action((RULES.actions.END_TURN,))


def socket_of(page: Page, port: int, match_id: str, stack: ExitStack) -> Caller:
    """The guest's socket to a match, by this server."""
    caller = Caller(port, f"/ws/match/{match_id}/", page.session, origin=f"http://127.0.0.1:{port}")
    stack.callback(caller.hang_up)
    return caller


def ready(caller: Caller) -> None:
    caller.say(client.Ready(command_id=os.urandom(16), opening=None))
    caller.hear(server.Receipt)


def take_turns(callers: list[Caller], turns: int) -> None:
    """Whoever the log says has the turn ends it; all hear it."""
    for _ in range(turns):
        mover = callers[callers[0].turn_seat()]
        mover.hear_entry(len(callers[0].log))
        mover.submit(END_TURN)
        receipt = mover.hear(server.Receipt)
        for caller in callers:
            caller.hear_entry(receipt.sequence)


def two_mayors(first: int, second: int, stack: ExitStack) -> tuple[str, Page, list[Caller]]:
    """A match that has begun, its mayors on the servers of these ports; the second's page."""
    ada, linus = Page(first), Page(second)
    match_id = ada.make(kind=0, seats=2, chance=0, visibility="listed")
    ada.join(match_id, 0)
    callers = [socket_of(ada, first, match_id, stack)]
    callers[0].enter()
    linus.join(match_id, 1)
    callers[0].know(server.Seats, lambda told: told.seats[1].taken)
    callers.append(socket_of(linus, second, match_id, stack))
    assert callers[1].enter().seat == 1
    for caller in callers:
        ready(caller)
    for caller in callers:
        caller.hear_entry(4)  # two took their seats, two became ready
    return match_id, linus, callers
