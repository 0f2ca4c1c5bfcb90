"""What a process has at hand may be ahead of the database; nobody is told of it before a commit."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from games.matches import turns, warm
from games.matches.turns import Desk
from games.matches.writer import ALIAS
from games.models import Transaction
from tests.matches.table import Table
from tests.matches.test_writer import hold


def test_what_is_on_its_way_is_settled_only_when_it_is_committed(table: Table) -> None:
    match = table.playing(chance=0)
    found = warm.load(match.id)
    before = found.fold.sequence
    command = table.action(match, 0, (found.rules.actions.FUND_DRIVE,))

    async def story(holder: ThreadPoolExecutor) -> None:
        desk = Desk(asyncio.get_running_loop())
        await desk.refresh(match.id)
        holder.submit(lambda: hold(connections[ALIAS].cursor())).result()
        submitting = asyncio.create_task(desk.submit(command))
        while (await desk.find(match.id)).fold.sequence == before:
            await asyncio.sleep(0)
        asking = asyncio.create_task(desk.settled(match.id))
        for _ in range(100):
            await asyncio.sleep(0)
        assert not submitting.done()
        assert not asking.done()
        holder.submit(connections.close_all).result()
        assert (await asking).fold.sequence == before + 1
        assert submitting.done()

    with ThreadPoolExecutor(1) as holder:
        asyncio.run(story(holder))
    assert Transaction.objects.filter(match=match).count() == before + 1
    assert turns.submit(command).repeated
