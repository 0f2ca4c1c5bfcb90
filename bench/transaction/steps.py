"""The steps of a transaction, timed one by one: CPU of this thread, in us."""

import os
import time
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from bench.load.room import message, now, text
from games.engine.v0.actions import BUILD, END_TURN, FUND_DRIVE
from games.engine.v0.catalogue import COTTAGE
from games.ledger import kinds
from games.ledger.entries import decode_entry
from games.matches import warm
from games.matches.command import Base, Command
from games.matches.judge import judge
from games.matches.warm import Warm
from games.matches.writer import Append, append_all
from games.protocol.json_codec import decode
from games.protocol.server_messages import Committed, Receipt
from games.realtime.frames import Frame

READ = "read the frame, typed"
CHECK = "decode the action and ask the rules"
APPLY = "apply it by the rules"
HASH = "hash the whole state"
LOG = "the log: who, when, entry, chain, columns"
TELL = "decode for the room, encode for the sockets"
FRAMES_OUT = 5  # the entry to each of four, and the receipt

Result = TypeVar("Result")


class Steps:
    """samples: CPU in us by step, one for each transaction; frame_sizes: bytes of the last frame
    in, of what everybody is told, and of the sender's receipt.
    """

    def __init__(self, matches: Iterable[str]) -> None:
        """Load the matches; each twice, since the rules' share is timed on a state of its own."""
        self._matches = [(warm.load(each), warm.load(each)) for each in matches]
        self.samples: dict[str, list[float]] = {
            name: [] for name in (READ, CHECK, APPLY, HASH, LOG, TELL)
        }
        self.frame_sizes = (0, 0, 0)

    def play(self, turns: int) -> list[Append]:
        """Play this many transactions of every match; what is to be written, in order."""
        items = []
        for _ in range(turns):
            for match, twin in self._matches:
                items.append(self._transaction(match, twin.fold.state))
        return items

    def _transaction(self, match: Warm, state: Any) -> Append:
        rules: Any = match.rules
        seat = match.turn_seat()
        if seat is None:
            raise SystemExit("the matches are over: ask for fewer turns")
        received = self._time(READ, decode, _frame(match, rules.encode_action(_choose(match))))
        submit: Any = received.payload
        command = Command(
            match.id,
            kinds.ACTION,
            kinds.PLAYER,
            seat,
            submit.command_id,
            action=submit.action,
            base=Base(submit.epoch, submit.sequence, submit.head),
            user_id=match.people[seat].user_id,
        )
        # The rules' share once more by itself, on the twin's state.
        check = self._time(CHECK, lambda: _checked(rules, state, seat, submit.action))
        self._time(APPLY, rules.apply, state, seat, check)
        hashed = self._time(HASH, rules.state_hash, state)
        rules_us = sum(self.samples[name][-1] for name in (CHECK, APPLY, HASH))
        item = self._time(LOG, judge, match, command)
        self.samples[LOG][-1] = max(0.0, self.samples[LOG][-1] - rules_us)
        assert hashed == match.fold.state_hash
        self._time(TELL, self._tell, submit, item)
        return item

    def _tell(self, submit: Any, item: Append) -> None:
        data = item.row[5]
        entry = decode_entry(data)
        committed = Frame(Committed(sequence=entry.sequence, epoch=entry.epoch, entry=data))
        receipt = Frame(
            Receipt(command_id=submit.command_id, sequence=entry.sequence, repeated=False)
        )
        self.frame_sizes = (self.frame_sizes[0], committed.size, receipt.size)

    def _time(self, name: str, work: Callable[..., Result], *arguments: Any) -> Result:
        if name == READ:
            self.frame_sizes = (len(arguments[0]), *self.frame_sizes[1:])
        began = time.thread_time_ns()
        result = work(*arguments)
        self.samples[name].append((time.thread_time_ns() - began) / 1000)
        return result


def append_us(items: list[Append], batches: tuple[int, ...]) -> dict[int, float]:
    """Mean CPU of a row by the size of its batch, in us. Each size writes a share of the items."""
    share = len(items) // len(batches)
    result = {}
    for number, size in enumerate(batches):
        mine = items[number * share : (number + 1) * share]
        began = time.thread_time_ns()
        for start in range(0, share, size):
            append_all(mine[start : start + size])
        result[size] = (time.thread_time_ns() - began) / 1000 / share
    return result


def _checked(rules: Any, state: Any, seat: int, data: bytes) -> Any:
    action = rules.decode_action(data)
    assert not rules.check(state, seat, action)
    return action


def _choose(match: Warm) -> tuple[int, ...]:
    rules: Any = match.rules
    state: Any = match.fold.state
    seat = match.turn_seat()
    if not state.points[seat]:
        return (END_TURN,)
    tile = rules.legal_mask(state, seat, COTTAGE).find(1)
    return (BUILD, COTTAGE, tile, 0) if tile >= 0 else (FUND_DRIVE,)


def _frame(match: Warm, action: bytes) -> str:
    fold = match.fold
    return message(
        "submit",
        "TURN",
        command_id=text(os.urandom(16)),
        epoch=fold.epoch,
        sequence=fold.sequence,
        head=text(fold.head),
        after=None,
        action=text(action),
        predicted=None,
        client_time=now(),
    )
