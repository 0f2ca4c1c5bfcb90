"""Operations on matches' logs: the worker keeps them under small numbers (`log`).

What is wrong with a log is an answer, not an error: `failure` is [kind, sequence, reason] as in
games/ledger/failure.py. A log that has failed is over; open it anew.
"""

import screen
from answers import plain
from arguments import (
    NO_SUCH_LOG,
    TOO_MANY_LOGS,
    BridgeError,
    integer,
    integers,
    list_of_octets,
    octets,
)
from excerpt import Excerpt
from following import Log
from watched import restores

from games.ledger.canonical import BrokenBytes
from games.ledger.entries import decode_entry
from games.ledger.failure import Unverified
from games.ledger.kinds import ROLLBACK, TAKE_BACK

MOST_LOGS = 16

_logs: dict[int, "Log | Excerpt"] = {}
_last = [0]


def find(args: dict[str, object]):  # type: ignore[no-untyped-def]
    """The log that a request names."""
    log = _logs.get(integer(args, "log"))
    if log is None:
        raise BridgeError(NO_SUCH_LOG, "no such log")
    return log


def _keep(make) -> dict[str, object]:  # type: ignore[no-untyped-def]
    if len(_logs) >= MOST_LOGS:
        raise BridgeError(TOO_MANY_LOGS, "drop a log first")
    try:
        log = make()
    except Unverified as error:
        return {"log": 0, "failure": [error.kind, error.sequence, error.reason]}
    _last[0] += 1
    _logs[_last[0]] = log
    return {"log": _last[0], "failure": None}


def _open(args: dict[str, object]) -> object:
    """A log from its genesis; `targets`: sequences whose states it goes back to."""
    genesis, targets = octets(args, "genesis"), integers(args, "targets")
    return _keep(lambda: Log(genesis, targets))


def _open_excerpt(args: dict[str, object]) -> object:
    """A log from a state that the platform sent."""
    genesis, state, head = octets(args, "genesis"), octets(args, "state"), octets(args, "head")
    sequence, epoch = integer(args, "sequence"), integer(args, "epoch")
    return _keep(lambda: Excerpt(genesis, state, sequence, epoch, head))


def _advance(args: dict[str, object]) -> object:
    """Advance by several entries: what each did, and where it stopped if it did.

    `screens`: whether each comes with the screen after it. `found`: the hash of the state where it
    stopped. `restores`: the sequence whose state the entry goes back to, if the log was opened
    without it as a target; open it anew with it then.
    """
    log = find(args)
    told: list[object] = []
    answer: dict[str, object] = {"entries": told, "failure": None, "restores": 0}
    screens = args.get("screens", False)
    for data in list_of_octets(args, "entries"):
        target = _target(data)
        if target and target not in log.targets:
            answer["restores"] = target
            break
        try:
            entry = log.advance(data)
            if screens:
                entry["screen"] = plain(screen.screen(log.state))  # the state goes on
            told.append(entry)
        except Unverified as error:
            answer["failure"] = [error.kind, error.sequence, error.reason]
            answer["found"] = log.rules.state_hash(log.state)
            break
    return answer


def _target(data: bytes) -> int:
    """The sequence to whose state these bytes go back, 0 if they do not."""
    if len(data) < 2 or data[1] not in (TAKE_BACK, ROLLBACK):
        return 0
    try:
        entry = decode_entry(data)
    except BrokenBytes:
        return 0  # told as a failure when it is advanced by
    return entry.details.target if restores(entry) else 0


def _standing(args: dict[str, object]) -> object:
    return find(args).standing()


def _drop(args: dict[str, object]) -> object:
    find(args)
    _logs.pop(integer(args, "log"))
    return None


OPERATIONS = {
    "open_log": _open,
    "open_excerpt": _open_excerpt,
    "advance_log": _advance,
    "standing": _standing,
    "drop_log": _drop,
}
