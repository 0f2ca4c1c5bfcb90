"""Whoever was cut off, fell behind or has another history is brought up to date, without a gap."""

import zlib
from typing import Any

import msgspec
import pytest

from games.ledger.chain import entry_hash
from games.matches import queries, warm
from games.models import Match
from games.protocol import client_messages as client
from games.protocol import codes
from games.protocol import server_messages as server
from games.protocol.limits import Limits
from tests.matches.table import Table
from tests.realtime.caller import Caller
from tests.realtime.conftest import Call
from tests.realtime.test_play import in_turn, mayors, stored


def cut_and_back(table: Table, call: Call, match: Match, cut: Caller) -> Caller:
    """The same client on a new socket, with the log it had."""
    cut.hang_up()
    back = call(table.person(0), match.id)
    back.genesis, back.log, back.head, back.epoch = cut.genesis, cut.log, cut.head, cut.epoch
    return back


def test_after_a_cut_a_client_is_sent_what_it_missed_and_nothing_else(
    table: Table, call: Call
) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second, turns=2)
    had = len(first.log)
    first.hang_up()
    for _ in range(3):
        table.end_turn(match)
    back = cut_and_back(table, call, match, first)
    back.hello(had, back.head)
    batch = back.hear(server.Batch)
    assert (batch.genesis, batch.first) == (None, had + 1)
    assert batch.entries == stored(match)[had:]
    in_turn(match, back, second, turns=2)
    assert back.log == second.log == stored(match)


def test_a_client_that_missed_nothing_is_told_so(table: Table, call: Call) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second)
    back = cut_and_back(table, call, match, first)
    back.hello(len(back.log), back.head)
    batch = back.hear(server.Batch)
    assert (batch.entries, batch.sequence) == ([], len(back.log))


def test_another_history_is_told_and_the_whole_log_follows(table: Table, call: Call) -> None:
    match, first, _ = mayors(table, call)
    for sequence in (0, 2, len(first.log), 2**32 - 1):
        lost = call(table.person(1), match.id)
        lost.say(
            client.Hello(client="test", epoch=0, sequence=sequence, head=bytes(32), want="log")
        )
        told = lost.hear(server.Error)
        assert (told.code, told.fatal) == (codes.CHAIN, False)
        batch = lost.hear(server.Batch)
        assert (batch.first, batch.entries) == (1, stored(match))
        lost.hang_up()


def test_a_socket_can_ask_for_the_log_again(table: Table, call: Call) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second, turns=2)
    for sequence, entries in ((3, stored(match)[3:]), (2**32 - 1, []), (-1, stored(match))):
        second.say(client.Resume(sequence=sequence))
        second.log = second.log[: max(0, sequence)]
        batch = second.hear(server.Batch)
        assert batch.entries == entries
    in_turn(match, first, second)
    assert second.log == stored(match)


@pytest.mark.parametrize("limits", [Limits(gap=3)])
def test_a_long_gap_is_told_as_a_state_and_can_be_checked_afterwards(
    table: Table, call: Call, limits: Limits
) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second)
    for _ in range(4):
        table.end_turn(match)
    back = cut_and_back(table, call, match, first)
    back.hello(len(back.log), back.head)
    told = back.hear(server.Snapshot)
    found = warm.load(match.id)
    assert zlib.decompress(told.state) == found.rules.encode(found.fold.state)
    assert (told.sequence, told.epoch, told.head) == (
        found.fold.sequence,
        found.fold.epoch,
        found.fold.head,
    )
    back.say(client.Resume(sequence=-1))
    back.hear(server.Batch)
    assert back.log == stored(match)
    in_turn(match, back, second)


def test_a_difference_is_noted_and_mended_by_a_state_if_one_is_asked_for(
    table: Table, call: Call, caplog: pytest.LogCaptureFixture
) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second)
    report = client.Difference(sequence=7, failure=17, found=bytes(32), snapshot=False)
    second.say(report)
    in_turn(match, first, second)
    assert not any(isinstance(message, server.Snapshot) for message in second.heard)
    assert f"match {match.id}: entry 7 does not verify" in caplog.text
    second.say(msgspec.structs.replace(report, snapshot=True))
    told = second.hear(server.Snapshot)
    found = warm.load(match.id)
    assert zlib.decompress(told.state) == found.rules.encode(found.fold.state)
    assert (told.sequence, told.head) == (found.fold.sequence, found.fold.head)
    in_turn(match, first, second)
    assert second.log == stored(match)


@pytest.mark.parametrize("limits", [Limits(batch=1000)])
def test_a_long_log_comes_in_batches_of_a_bounded_size(
    table: Table, call: Call, limits: Limits
) -> None:
    match = table.play_out(table.playing(chance=0, kind=3, size=12, rounds=4))
    watching = call(table.person(2), match.id)
    welcome = watching.enter()
    batches = [message for message in watching.heard if isinstance(message, server.Batch)]
    assert watching.log == stored(match)
    assert len(batches) > 5
    assert all(batch.sequence == welcome.sequence for batch in batches)
    assert [batch.genesis is None for batch in batches] == [False] + [True] * (len(batches) - 1)


@pytest.mark.parametrize("limits", [Limits(batch=1000)])
def test_a_long_log_is_read_a_page_at_a_time_and_still_comes_whole(
    table: Table, call: Call, limits: Limits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "LOG_PAGE", 9)
    match = table.play_out(table.playing(chance=0, kind=3, size=12, rounds=4))
    whole = stored(match)
    assert len(whole) > 30
    watching = call(table.person(2), match.id)
    watching.enter()
    assert watching.log == whole
    watching.say(client.Resume(sequence=5))
    watching.log = watching.log[:5]
    while len(watching.log) < len(whole):
        assert watching.hear(server.Batch).sequence == len(whole)
    assert watching.log == whole


def test_every_entry_is_told_once_while_the_match_goes_on(table: Table, call: Call) -> None:
    """Clients come in the middle of play; what is committed meanwhile neither lacks nor doubles."""
    match, first, second = mayors(table, call)
    late: list[Caller] = []
    for number in range(6):
        watching = call(table.person(2 + number), match.id)
        watching.say(client.Hello(client="x", epoch=0, sequence=-1, head=None, want="log"))
        late.append(watching)
        in_turn(match, first, second)
    for watching in late:
        watching.hear_entry(len(first.log))
        assert watching.log == first.log


def test_the_head_of_a_welcome_is_the_log_s(table: Table, call: Call) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second)
    watching = call(table.person(2), match.id)
    welcome = watching.enter()
    assert (welcome.head, welcome.sequence) == (watching.head, len(watching.log))
    assert watching.head == entry_hash(_before(watching), watching.log[-1])


def _before(caller: Caller) -> Any:
    from games.ledger.chain import genesis_hash

    assert caller.genesis is not None
    head = genesis_hash(caller.genesis)
    for entry in caller.log[:-1]:
        head = entry_hash(head, entry)
    return head


def test_what_another_process_wrote_is_heard_within_seconds(table: Table, call: Call) -> None:
    """Nothing is published for this commit: only the watch over the heads can find it."""
    from games.matches import publish, turns

    match, first, second = mayors(table, call)
    listeners = publish._listeners[:]
    publish._listeners.clear()
    try:
        turns.submit(table.action(match, 0, (warm.load(match.id).rules.actions.END_TURN,)))
    finally:
        publish._listeners[:] = listeners
    for caller in (first, second):
        caller.hear(server.Committed)
        assert caller.log == stored(match)
    in_turn(match, first, second)
