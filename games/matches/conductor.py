"""Does what the platform owes its matches: draws, bots' moves, time-outs, stand-ins, endings.

Runs on the server's loop. A timer for each match at hand is the hint that makes it prompt; the
truth is the sweep, which asks the database every second for matches whose time has come, whoever
wrote them, and finds again what a dead process left undone.
"""

import asyncio
import logging
import math
import time
from collections.abc import Collection
from concurrent.futures import BrokenExecutor
from contextvars import Context

from channels.db import database_sync_to_async

from games.ledger.genesis import UNTIMED
from games.matches import absence, duties, publish, turns, warm
from games.matches.duties import THINK, Duty
from games.matches.publish import Published
from games.matches.pulse import Pulse
from games.matches.refused import Refused
from games.matches.thinking import Thinkers, think
from games.matches.time import now_ms
from games.matches.turns import Desk
from games.matches.uptime import GRACE_MS
from games.matches.warm import Warm
from games.models import Match
from games.protocol import codes

SWEEP_SECONDS = 1.0
SWEEP_LATE_MS = 250  # a match this late has nobody at it
SWEEP_MOST = 200  # matches taken up by one sweep
REST_MS = 15_000  # how long sweeps leave a match alone that cannot be gone on with

log = logging.getLogger(__name__)


class Conductor:
    """The platform's hand in the matches of one process. thinkers: where its bots think."""

    def __init__(self, desk: Desk, thinkers: Thinkers) -> None:
        self._desk = desk
        self.pulse = Pulse(self._after_outage)
        self.thinkers = thinkers
        self._loop: asyncio.AbstractEventLoop | None = None
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._working: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._resting: dict[str, int] = {}  # until when, ms UTC
        self._sweep: asyncio.Task[None] | None = None
        self._to_credit: str | None = None  # after which match time is given back next
        self._counted = ""  # the match whose votes were counted last
        self._stopping = False

    async def start(self) -> None:
        """Begin. On the loop."""
        self._loop = asyncio.get_running_loop()
        await self.pulse.start()
        publish.listen(self._heard)
        self._sweep = self._loop.create_task(self._sweep_for_ever())

    async def stop(self) -> None:
        """End; what is under way is taken up by the next sweep, here or elsewhere."""
        self._stopping = True
        publish.unlisten(self._heard)
        for timer in self._timers.values():
            timer.cancel()
        tasks = list(self._working.values())
        if self._sweep is not None:
            tasks.append(self._sweep)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.pulse.stop()
        self.thinkers.stop()

    def look_at(self, match_id: str) -> None:
        """Do what is due in this match, and set the timer for what will be."""
        timer = self._timers.pop(match_id, None)
        if timer is not None:
            timer.cancel()
        if self._stopping:
            return
        if match_id in self._working:
            self._again.add(match_id)
            return
        assert self._loop is not None
        task = self._loop.create_task(self._work(match_id))
        self._working[match_id] = task

    def _after_outage(self, up_since: int) -> None:
        """Matches at hand know nothing of the outage; those whose clock runs are owed its time."""
        self._desk.forget()
        if now_ms() - up_since < GRACE_MS:  # else the processes that came up then have done it
            self._to_credit = ""

    def _heard(self, published: Published) -> None:
        if published.entry is None:
            return
        assert self._loop is not None
        # In a context of its own: a view's would send what follows back to the view's thread.
        self._loop.call_soon_threadsafe(self.look_at, published.match_id, context=Context())

    async def _work(self, match_id: str) -> None:
        try:
            while True:
                self._again.discard(match_id)
                warm = await self._desk.find(match_id)
                duty = duties.next_duty(warm)
                if duty is None:
                    return
                wait = duty.at - now_ms()
                if wait > 0:
                    self._set_timer(match_id, wait)
                    return
                if duties.takes_absence(duty) and not self.pulse.beats():
                    return  # people could not come here: the sweep finds it again
                await self._do(warm, duty)
        except Refused as refused:
            # Somebody else was quicker, or the database is away: the sweep comes again.
            log.info("match %s: not done now: %s", match_id, refused)
            if refused.code not in (codes.STALE, codes.UNAVAILABLE):
                self._rest(match_id)
        except Exception:
            log.exception("match %s: a duty failed", match_id)
            self._rest(match_id)
        finally:
            self._working.pop(match_id, None)
            if match_id in self._again:
                self._again.discard(match_id)
                self.look_at(match_id)

    async def _do(self, warm: Warm, duty: Duty) -> None:
        if duty.kind != THINK:
            await self._desk.submit(duties.command_of(warm, duty))
            return
        state = warm.rules.encode(warm.fold.state)
        version = warm.fold.genesis.rules_version
        level = warm.bot_level(duty.seat)
        try:
            action = await asyncio.wrap_future(
                self.thinkers.choose(version, level, state, duty.seat, duties.salt_of(warm))
            )
        except BrokenExecutor:
            log.warning("a thinking process was lost")
            self.thinkers.stop()
            return
        await self._desk.submit(duties.bot_command(warm, duty, action))

    def _set_timer(self, match_id: str, wait: int) -> None:
        assert self._loop is not None
        self._timers[match_id] = self._loop.call_later(wait / 1000, self.look_at, match_id)

    async def _sweep_for_ever(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                await self._sweep_once()
            except Exception:
                log.exception("a sweep failed")

    async def _sweep_once(self) -> None:
        now = now_ms()
        self._resting = {one: until for one, until in self._resting.items() if until > now}
        resting = list(self._resting)
        for match_id in await database_sync_to_async(overdue)(skip=resting):
            if await self._at_hand(match_id) is not None:
                self.look_at(match_id)
        if self._to_credit is not None:
            self._to_credit = await self._give_back(self._to_credit)
        for match_id, seat in await database_sync_to_async(absence.long_away)(skip=resting):
            await self._stand_in(match_id, seat)
        voted_on = await database_sync_to_async(absence.voted_on)(after=self._counted)
        for match_id in voted_on:
            await self._count_votes(match_id)
        self._counted = voted_on[-1] if voted_on else ""

    async def _give_back(self, after: str) -> str | None:
        """Look at the next matches that an outage may have taken time of; the last one, or None."""
        found: list[str] = await database_sync_to_async(timed)(after)
        for match_id in found:
            if await self._at_hand(match_id) is not None:
                self.look_at(match_id)
        return found[-1] if found else None

    async def _at_hand(self, match_id: str) -> Warm | None:
        """The match as the log has it; None if it cannot be had, which is no other match's harm."""
        try:
            return await self._desk.refresh(match_id)
        except Exception:
            log.exception("match %s: not at hand", match_id)
            self._rest(match_id)
            return None

    def _rest(self, match_id: str) -> None:
        """Let sweeps pass this match by for a while: those that always fail would be the longest
        due, and leave none of a sweep to the others.
        """
        self._resting[match_id] = now_ms() + REST_MS

    async def _stand_in(self, match_id: str, seat: int) -> None:
        warm = await self._at_hand(match_id)
        if warm is None:
            return
        # The list was made some matches ago: the mayor may have come back meanwhile.
        if not await database_sync_to_async(absence.still_away)(match_id, seat):
            return
        command = absence.takeover(warm, seat)
        try:
            if command is not None:
                await self._desk.submit(command)
                return
        except Refused as refused:
            log.info("match %s: no stand-in: %s", match_id, refused)
        except Exception:
            log.exception("match %s: no stand-in", match_id)
        self._rest(match_id)

    async def _count_votes(self, match_id: str) -> None:
        warm = await self._at_hand(match_id)
        if warm is None:
            return
        try:
            command = await database_sync_to_async(absence.outvoted)(warm)
            if command is not None:
                await self._desk.submit(command)
        except Refused as refused:
            log.info("match %s: not ended by votes: %s", match_id, refused)
        except Exception:
            log.exception("match %s: its votes are not counted", match_id)


def overdue(late_ms: int = SWEEP_LATE_MS, skip: Collection[str] = ()) -> list[str]:
    """Matches whose time came that long ago and nobody has dealt with, the longest due first.

    skip: ids of matches that are left out.
    """
    playing = (Match.Status.PLAYING, Match.Status.GATHERING)
    late = Match.objects.filter(status__in=playing, due_at__lte=now_ms() - late_ms)
    return list(
        late.exclude(pk__in=skip).order_by("due_at").values_list("id", flat=True)[:SWEEP_MOST]
    )


def timed(after: str) -> list[str]:
    """Matches whose clock runs, in order of their ids; after: the last one of those before."""
    playing = Match.objects.filter(status=Match.Status.PLAYING, pk__gt=after)
    running = playing.exclude(clock_kind=UNTIMED).order_by("pk")
    return list(running.values_list("pk", flat=True)[:SWEEP_MOST])


def perform(match_id: str, until: float = math.inf, *, people: bool = True) -> int:
    """Do all that is due in a match here and now, and say how many entries it took.

    For a process without a loop: the safety net of matches that no server looks at. until:
    `time.monotonic()` after which no further entry is begun. people: whether they could have come;
    else what is due because they let time pass is left.
    """
    count = 0
    match = warm.load(match_id)
    while time.monotonic() < until:
        duty = duties.next_duty(match)
        if duty is None or duty.at > now_ms() or (duties.takes_absence(duty) and not people):
            break
        if duty.kind == THINK:
            action = think(
                match.fold.genesis.rules_version,
                match.bot_level(duty.seat),
                match.rules.encode(match.fold.state),
                duty.seat,
                duties.salt_of(match),
            )
            command = duties.bot_command(match, duty, action)
        else:
            command = duties.command_of(match, duty)
        match, _ = turns.submit_upon(command, match)
        count += 1
    return count


def stand_in(match_id: str, seat: int) -> bool:
    """Have a bot play on for a mayor who is away; whether it does so now. Raises Refused.

    For a process without a loop, as `perform`.
    """
    command = absence.takeover(warm.load(match_id), seat)
    if command is not None:
        turns.submit(command)
    return command is not None
