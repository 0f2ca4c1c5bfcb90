"""THE path: every entry of every log is written by `submit` or, on the loop, `Desk.submit`.

Check seat, turn, clock and base; carry out by the rules; hash; append, committed together with the
new deadline and whatever work is due; only then tell anybody. Both take the same steps (`judge`,
`writer`, `publish`). `submit` loads the match anew and may be called from any thread but the loop;
the desk keeps matches warm and writes those of one match one after the other.
"""

import asyncio
import logging
from asyncio import AbstractEventLoop
from weakref import WeakValueDictionary

from channels.db import database_sync_to_async
from django.db import DatabaseError

from games.ledger.canonical import BrokenBytes
from games.ledger.entries import decode_entry
from games.ledger.failure import REVEAL, Unverified
from games.matches import duties, publish, warm
from games.matches.command import Command, Outcome
from games.matches.judge import judge
from games.matches.refused import Refused
from games.matches.warm import Shelf, Warm
from games.matches.writer import Append, writer
from games.models import Transaction
from games.protocol import codes

TRIES = 20  # races for a sequence that a command may lose before it gives up

log = logging.getLogger(__name__)


def submit(command: Command) -> Outcome:
    """Write a command into its match's log, and tell it. From any thread but the loop's.

    Raises Refused; UNAVAILABLE if the database cannot be written to.
    """
    return submit_all([command])[0]


def submit_all(commands: list[Command]) -> list[Outcome]:
    """Write several commands of one match, one upon the other, loading the match once.

    Raises as `submit`; what came before the one that is refused is written.
    """
    outcomes = []
    match: Warm | None = None
    for command in commands:
        match, outcome = submit_upon(command, match)
        outcomes.append(outcome)
    return outcomes


def submit_upon(command: Command, match: Warm | None) -> tuple[Warm, Outcome]:
    """As `submit`, with the match after it. match: as it stands if that is known, else None.

    The match given is used up: it is carried further, or left behind where another was quicker.
    """
    if match is None:
        match = _load(command.match_id)
    owed = duties.credit(match) if command.due is None else None
    if owed is not None:
        match, _ = _submit_upon(owed, match)
    return _submit_upon(command, match)


def _submit_upon(command: Command, match: Warm | None) -> tuple[Warm, Outcome]:
    for _ in range(TRIES):
        if match is None:
            match = _load(command.match_id)
        if match.fold.knows(command.seat, command.command_id):
            return match, repeated(command)
        item = _judge(match, command)
        try:
            appended = writer.append(item).result()
        except DatabaseError as error:
            raise _unavailable(command, error) from error
        if appended:
            return match, _tell(match, item)
        match = None
    raise Refused(codes.UNAVAILABLE, "too many writers")


class Desk:
    """The matches that this process's loop has at hand. Everything here runs on that loop."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        self._loop = loop
        self._shelf = Shelf()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def find(self, match_id: str) -> Warm:
        """The match, warm; as new as this process knows. Read it only. Raises Refused.

        Its last entry may be on its way into the database, and not get there: for what is worked
        out and then handed in, which is judged anew. What is told goes by `settled` or `refresh`.
        """
        found = self._shelf.find(match_id)
        if found is not None:
            return found
        async with self._lock(match_id):
            return await self._load(match_id)

    async def settled(self, match_id: str) -> Warm:
        """The match as this process has committed it: waits for what is on its way. Raises Refused.

        It is so until something is awaited.
        """
        async with self._lock(match_id):
            return await self._load(match_id)

    async def submit(self, command: Command) -> Outcome:
        """As `submit`."""
        async with self._lock(command.match_id):
            match = await self._load(command.match_id)
            owed = duties.credit(match) if command.due is None else None
            if owed is not None:
                await self._write(owed)
            return await self._write(command)

    async def _write(self, command: Command) -> Outcome:
        """For who has the match's lock."""
        for _ in range(TRIES):
            match = await self._load(command.match_id)
            if match.fold.knows(command.seat, command.command_id):
                known: Outcome = await database_sync_to_async(repeated)(command)
                return known
            try:
                item = _judge(match, command)
            except Refused:
                if match.spoilt():
                    self._shelf.drop(command.match_id)
                raise
            except BaseException:
                # A fault: how much of the entry was carried out is not known.
                self._shelf.drop(command.match_id)
                raise
            try:
                appended = await asyncio.wrap_future(writer.append(item), loop=self._loop)
            except BaseException as error:
                # Whether it was written is not known: the log will say.
                self._shelf.drop(command.match_id)
                if isinstance(error, DatabaseError):
                    raise _unavailable(command, error) from error
                raise
            if appended:
                return _tell(match, item)
            self._shelf.drop(command.match_id)
        raise Refused(codes.UNAVAILABLE, "too many writers")

    def forget(self) -> None:
        """Throw all matches away: each is taken up anew from its log when it is asked for."""
        self._shelf = Shelf()

    async def refresh(self, match_id: str) -> Warm:
        """The match with all that the log has by now, whoever wrote it."""
        async with self._lock(match_id):
            match = await self._load(match_id)
            later = await database_sync_to_async(warm.later)(match_id, match.fold.sequence)
            if later and not match.fold.roster.started:
                # Who took which seat stands in the database, not in the log.
                self._shelf.drop(match_id)
                return await self._load(match_id)
            try:
                for data in later:
                    match.follow(data)
            except Unverified:
                self._shelf.drop(match_id)
                return await self._load(match_id)
            return match

    def _lock(self, match_id: str) -> asyncio.Lock:
        lock = self._locks.get(match_id)
        if lock is None:
            lock = asyncio.Lock()
            self._locks[match_id] = lock
        return lock

    async def _load(self, match_id: str) -> Warm:
        found = self._shelf.find(match_id)
        if found is None:
            found = await database_sync_to_async(_load)(match_id)
            self._shelf.put(found)
        return found


def _load(match_id: str) -> Warm:
    try:
        return warm.load(match_id)
    except Unverified as error:
        log.error("match %s does not verify: %s", match_id, error)
        raise Refused(codes.UNAVAILABLE, "the log does not verify") from error
    except DatabaseError as error:
        raise Refused(codes.UNAVAILABLE, "the database is away") from error


def _judge(match: Warm, command: Command) -> Append:
    """`judge`, with what only the fold finds told as a refusal."""
    try:
        return judge(match, command)
    except Unverified as error:
        code = codes.BAD_OPENING if error.kind == REVEAL else codes.FORBIDDEN
        raise Refused(code, error.reason) from error
    except BrokenBytes as error:
        raise Refused(codes.MALFORMED, str(error)) from error


def _tell(match: Warm, item: Append) -> Outcome:
    data, head = item.row[5], item.row[6]
    outcome = Outcome(item.match_id, item.sequence, match.fold.epoch, data, head, False)
    publish.entry(outcome, item)
    return outcome


def repeated(command: Command) -> Outcome:
    """The outcome of a command that was written before. Raises Refused(COMMAND_REUSED)."""
    row = Transaction.objects.get(
        match_id=command.match_id, seat=command.seat, command_id=command.command_id
    )
    entry = decode_entry(bytes(row.entry))
    written = (entry.kind, entry.action, entry.preimage, vars(entry.details))
    if written != (command.kind, command.action, command.preimage, vars(command.details)):
        raise Refused(codes.COMMAND_REUSED)
    return Outcome(
        command.match_id, row.sequence, entry.epoch, bytes(row.entry), bytes(row.head), True
    )


def _unavailable(command: Command, error: DatabaseError) -> Refused:
    log.warning("match %s: the log cannot be written: %s", command.match_id, error)
    return Refused(codes.UNAVAILABLE, "the log cannot be written")
