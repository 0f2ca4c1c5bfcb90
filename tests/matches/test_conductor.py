"""The platform's own hand, on a real loop with real thinking processes."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from channels.db import database_sync_to_async

from games.ledger import kinds
from games.matches import archives, duties, publish, turns, uptime, warm
from games.matches.command import Command
from games.matches.publish import Published
from games.matches.server import MatchServer
from games.models import Match, Transaction, Uptime
from tests.matches.table import Table

Story = Callable[[MatchServer], Awaitable[None]]


def serve(story: Story) -> None:
    """Tell a story on the loop of a server."""

    async def run() -> None:
        server = MatchServer()
        await server.start()
        try:
            await asyncio.wait_for(story(server), 60)
        finally:
            await server.stop()

    asyncio.run(run())


class Ear:
    """Hears what is committed in this process."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[Published] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()

    def __call__(self, published: Published) -> None:
        self._loop.call_soon_threadsafe(self.heard.put_nowait, published)

    def __enter__(self) -> "Ear":
        publish.listen(self)
        return self

    def __exit__(self, *_: object) -> None:
        publish.unlisten(self)

    async def until(self, test: Callable[[Published], bool]) -> Published:
        """The first thing heard for which the test holds."""
        while True:
            published = await self.heard.get()
            if test(published):
                return published


def gathered(table: Table) -> Match:
    """A duel against a bot in which only the person's opening is missing."""
    match = table.order(bots=[1])
    table.join(match, 0)
    return match


def made_ready(table: Table, match: Match) -> Command:
    """The command by which the person of seat 0 opens."""
    return table.command(match, 0, kinds.READY, preimage=table.opening(match.id, 0, 0))


def hears_of(match: Match) -> Story:
    """A story that ends with the first thing told of a match."""

    async def story(server: MatchServer) -> None:
        with Ear() as ear:
            await ear.until(lambda published: published.match_id == match.id)

    return story


def test_draws_and_bots_follow_by_themselves_up_to_the_end(table: Table) -> None:
    match = gathered(table)
    ready = made_ready(table, match)
    person = table.command(match, 0)

    async def story(server: MatchServer) -> None:
        with Ear() as ear:
            await server.desk.submit(ready)
            number = 0
            while True:
                found = await server.desk.find(match.id)
                if found.turn_seat() == 0:
                    number += 1
                    person.command_id = number.to_bytes(16, "big")
                    person.action = found.rules.encode_action((found.rules.actions.END_TURN,))
                    await server.desk.submit(person)
                elif kind_of(await ear.heard.get()) == kinds.END:
                    return  # told, and so committed

    serve(story)
    match.refresh_from_db()
    assert match.status == Match.Status.OVER
    fold, _ = archives.refold(match)
    assert fold.ended
    played = Transaction.objects.filter(match=match, seat=1, kind=kinds.ACTION).count()
    assert played > match.rounds  # the bot did more than end its turns


def test_what_another_process_left_undone_is_found_by_the_sweep(table: Table) -> None:
    match = gathered(table)
    turns.submit(made_ready(table, match))
    assert warm.load(match.id).fold.state.phase == warm.load(match.id).rules.state.AWAIT_DRAW

    serve(hears_of(match))
    assert Transaction.objects.filter(match=match, kind=kinds.DRAW).count() == 1


def test_a_match_that_cannot_be_gone_on_with_keeps_no_other_waiting(table: Table) -> None:
    broken, match = gathered(table), gathered(table)
    for one in (broken, match):
        turns.submit(made_ready(table, one))
    Match.objects.filter(pk=broken.id).update(due_at=1, rules_hash=bytes(32))

    serve(hears_of(match))
    assert Transaction.objects.filter(match=match, kind=kinds.DRAW).count() == 1


def test_a_fault_in_the_middle_of_an_entry_leaves_no_gap_in_the_log(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = gathered(table)
    before = Transaction.objects.filter(match=match).count()
    ready = made_ready(table, match)

    def broken(*_: object) -> None:
        raise KeyError("a fault")

    async def story(server: MatchServer) -> None:
        with monkeypatch.context() as patch:
            patch.setattr("games.matches.judge.effects", broken)
            with pytest.raises(KeyError):
                await server.desk.submit(ready)
        assert (await server.desk.submit(ready)).sequence == before + 1

    serve(story)
    archives.refold(match)


def test_a_deadline_fires_once_whoever_is_at_it(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.playing(turn=10)
    found = warm.load(match.id)
    duty = duties.next_duty(found)
    assert duty is not None
    before = Transaction.objects.filter(match=match).count()
    late = found.fold.clock.since + 10_000
    for module in ("judge", "conductor"):
        monkeypatch.setattr(f"games.matches.{module}.now_ms", lambda: late)

    apart = database_sync_to_async(turns.submit, thread_sensitive=False)

    async def story(server: MatchServer) -> None:
        command = duties.command_of(await server.desk.find(match.id), duty)
        server.conductor.look_at(match.id)
        outcomes = await asyncio.gather(
            *[server.desk.submit(command) for _ in range(5)],
            *[apart(command) for _ in range(5)],
            return_exceptions=True,
        )
        sequences = {getattr(outcome, "sequence", None) for outcome in outcomes}
        assert sequences == {before + 1}

    serve(story)
    assert Transaction.objects.filter(match=match, kind=kinds.TIME_OUT).count() == 1


def test_a_server_that_comes_up_gives_time_back_before_it_takes_any(table: Table) -> None:
    match = table.playing(turn=10)
    now = Transaction.objects.filter(match=match).latest("sequence").time
    Uptime.objects.create(began_at=0, noted_at=now - 600_000)
    match.places.update(seen_at=now - 600_000)
    Match.objects.filter(pk=match.id).update(due_at=now - 590_000)
    before = match.sequence

    async def story(server: MatchServer) -> None:
        with Ear() as ear:
            await ear.until(lambda published: kind_of(published) == kinds.STAFF)
            await server.conductor._sweep_once()
        found = await server.desk.settled(match.id)
        deadline = found.deadline()
        assert deadline is not None and deadline > now + 69_000
        assert server.conductor.pulse.beats()

    serve(story)
    written = Transaction.objects.filter(match=match, sequence__gt=before)
    assert list(written.values_list("kind", flat=True)) == [kinds.STAFF]
    assert uptime.up_since() is not None


def test_a_server_that_was_held_up_takes_matches_up_anew_and_gives_the_time_back(
    table: Table,
) -> None:
    match = table.playing(turn=10)

    async def story(server: MatchServer) -> None:
        held = await server.desk.find(match.id)
        with Ear() as ear:
            # As if the note before the last had been the last one for long.
            await database_sync_to_async(Uptime.objects.update)(
                began_at=0, noted_at=held.fold.clock.time - 60_000
            )
            await ear.until(lambda published: kind_of(published) == kinds.STAFF)
        assert await server.desk.find(match.id) is not held

    serve(story)


def test_a_lost_thinking_process_costs_no_move(table: Table) -> None:
    match = gathered(table)
    ready = made_ready(table, match)
    person = table.command(match, 0)

    async def story(server: MatchServer) -> None:
        with Ear() as ear:
            await server.desk.submit(ready)
            await ear.until(lambda p: kind_of(p) == kinds.DRAW)
            found = await server.desk.find(match.id)
            # A first thought starts the process; then it is killed.
            state = found.rules.encode(found.fold.state)
            thinkers = server.conductor.thinkers
            await asyncio.wrap_future(thinkers.choose(0, 1, state, 0, b""))
            for process in thinkers.processes():
                process.kill()
            person.action = found.rules.encode_action((found.rules.actions.END_TURN,))
            await server.desk.submit(person)
            await ear.until(lambda p: p.entry is not None and p.entry[2] == kinds.BOT)

    serve(story)


def kind_of(published: Published) -> int:
    """The kind of the entry that is told."""
    return published.entry[1] if published.entry else 0


def test_nothing_is_begun_while_it_stops(table: Table) -> None:
    match = gathered(table)
    ready, person = made_ready(table, match), table.command(match, 0)

    async def story() -> None:
        server = MatchServer()
        await server.start()
        with Ear() as ear:
            await server.desk.submit(ready)
            await ear.until(lambda published: kind_of(published) == kinds.DRAW)
        found = await server.desk.find(match.id)
        if found.turn_seat() == 0:
            person.action = found.rules.encode_action((found.rules.actions.END_TURN,))
            await server.desk.submit(person)
        server.conductor.look_at(match.id)
        server.conductor.look_at(match.id)  # while the first look is under way
        await server.stop()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not [task for task in left if "Conductor" in repr(task)]

    asyncio.run(asyncio.wait_for(story(), 60))
