"""A match over sockets: what one mayor does, everybody hears, once and in order."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from games import engine
from games.ledger.entries import decode_entry
from games.matches import absence, lifecycle, turns, waiting, warm
from games.matches.refused import Refused
from games.models import Match, Seat, Transaction, Uptime
from games.protocol import client_messages as client
from games.protocol import codes
from games.protocol import server_messages as server
from games.realtime.refresh import Refresh
from tests.matches.table import Table
from tests.realtime.caller import Caller
from tests.realtime.conftest import Call

RULES = engine.rules(engine.LATEST)
END_TURN = RULES.encode_action((RULES.actions.END_TURN,))


def stored(match: Match) -> list[bytes]:
    """The log as the database has it."""
    rows = Transaction.objects.filter(match_id=match.id).order_by("sequence")
    return [bytes(row.entry) for row in rows]


def mayors(table: Table, call: Call, **order: object) -> tuple[Match, Caller, Caller]:
    """A match of two, and a socket of each mayor that has heard its log."""
    match = table.playing(chance=0, **order)
    first, second = (call(table.person(seat), match.id) for seat in (0, 1))
    for seat, caller in enumerate((first, second)):
        welcome = caller.enter()
        assert (welcome.seat, welcome.role) == (seat, "mayor")
    return match, first, second


def in_turn(match: Match, *callers: Caller, turns: int = 1) -> None:
    """Whoever's turn it is ends it, so many times; the callers are the mayors by seat."""
    for caller in callers:
        caller.hear_entry(len(stored(match)))
    for _ in range(turns):
        seat = warm.load(match.id).turn_seat()
        assert seat is not None
        command_id = callers[seat].submit(END_TURN)
        receipt = callers[seat].hear(server.Receipt)
        assert (receipt.command_id, receipt.repeated) == (command_id, False)
        for caller in callers:
            caller.hear_entry(receipt.sequence)


def test_two_mayors_play_some_turns_and_hear_the_same_log(table: Table, call: Call) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second, turns=8)
    assert first.log == second.log == stored(match)
    assert first.head == bytes(Match.objects.get(pk=match.id).head)


def test_the_clock_is_told_with_every_turn(table: Table, call: Call) -> None:
    match, first, second = mayors(table, call, turn=60, bank=120)
    in_turn(match, first, second)
    told = second.know(server.Clock, lambda clock: clock.seat == 1)
    assert told.deadline is not None
    assert 170_000 < told.deadline - told.server_time <= 180_000


def test_a_command_sent_twice_takes_effect_once(table: Table, call: Call) -> None:
    match, first, second = mayors(table, call)
    before = len(first.log)
    command_id = os.urandom(16)
    base = {"sequence": before, "head": first.head, "epoch": 0}
    for repeated in (False, True, True):
        first.submit(END_TURN, command_id=command_id, **base)
        receipt = first.hear(server.Receipt)
        assert receipt == server.Receipt(
            command_id=command_id, sequence=before + 1, repeated=repeated
        )
    in_turn(match, first, second)
    assert len(stored(match)) == before + 2
    first.submit(b"\x01", command_id=command_id, **base)
    assert first.hear(server.Rejected).code == codes.COMMAND_REUSED


def test_a_command_on_an_old_base_is_rejected_with_the_base_to_catch_up_from(
    table: Table, call: Call
) -> None:
    match, first, second = mayors(table, call)
    old = {"sequence": len(second.log), "head": second.head}
    in_turn(match, first, second)
    command_id = second.submit(END_TURN, **old)
    told = second.hear(server.Rejected)
    assert (told.command_id, told.code) == (command_id, codes.STALE)
    assert (told.sequence, told.head) == (len(second.log), second.head)
    second.submit(END_TURN)
    second.hear(server.Receipt)


def test_another_history_or_epoch_is_rejected(table: Table, call: Call) -> None:
    _, first, _ = mayors(table, call)
    first.submit(END_TURN, head=bytes(32))
    assert first.hear(server.Rejected).code == codes.CHAIN
    first.submit(END_TURN, epoch=1)
    assert first.hear(server.Rejected).code == codes.STALE
    first.submit(END_TURN, sequence=2**32 - 1)
    assert first.hear(server.Rejected).code == codes.STALE


def test_a_command_waits_for_the_one_before_it(table: Table, call: Call) -> None:
    match, first, _ = mayors(table, call)
    before = len(first.log)
    policy = RULES.encode_action(RULES.legal_actions(warm.load(match.id).fold.state, 0)[0])
    lost = os.urandom(16)
    first.submit(policy, after=lost)
    assert first.hear(server.Rejected).code == codes.STALE
    one = first.submit(policy)
    base = {"sequence": before, "head": first.head}
    first.submit(END_TURN, after=one, **base)
    assert [first.hear(server.Receipt).sequence for _ in range(2)] == [before + 1, before + 2]


def test_out_of_turn_and_illegal_actions_are_rejected_and_change_nothing(
    table: Table, call: Call
) -> None:
    match, first, second = mayors(table, call)
    before = stored(match)
    second.submit(END_TURN)
    assert second.hear(server.Rejected).code == codes.NOT_YOUR_TURN
    first.submit(RULES.encode_action((RULES.actions.UNDO,)))
    told = first.hear(server.Rejected)
    assert told.code == codes.ILLEGAL
    assert told.rejection == RULES.rejections.NOTHING_TO_UNDO
    first.submit(b"\xff\xff")
    assert first.hear(server.Rejected).code == codes.MALFORMED
    assert stored(match) == before


def test_a_spectator_hears_everything_and_may_do_nothing(table: Table, call: Call) -> None:
    match, first, second = mayors(table, call)
    watching = call(table.person(2), match.id)
    assert (watching.enter().seat, watching.heard[0].role) == (None, "spectator")  # type: ignore[attr-defined]
    command_id = watching.submit(END_TURN)
    refused = watching.hear(server.Error)
    assert (refused.code, refused.ref, refused.fatal) == (codes.ROLE, command_id, False)
    watching.say(client.Ready(command_id=command_id, opening=None))
    assert watching.hear(server.Error).code == codes.ROLE
    watching.say(client.Vote(what="end"))
    assert watching.hear(server.Error).code == codes.ROLE
    in_turn(match, first, second, turns=2)
    watching.hear_entry(len(first.log))
    assert watching.log == first.log == stored(match)


def test_what_does_not_come_from_a_socket_is_heard_too(table: Table, call: Call) -> None:
    match, first, second = mayors(table, call)
    table.end_turn(match)
    for caller in (first, second):
        caller.hear(server.Committed)
    assert first.log == second.log == stored(match)


def test_a_mayor_becomes_ready_over_the_socket_and_the_match_begins(
    table: Table, call: Call
) -> None:
    match = table.order(chance=0)
    table.join(match, 0)
    first, second = (call(table.person(number), match.id) for number in (0, 1))
    assert first.enter().role == "mayor"
    assert second.enter().role == "spectator"
    table.join(match, 1)
    for caller, seat in ((first, 0), (second, 1)):
        told = caller.know(server.Seats, lambda seats: seats.seats[1].taken)
        assert [card.number for card in told.seats if card.you] == [seat]
    for caller in (first, second):
        command_id = os.urandom(16)
        for repeated in (False, True):
            caller.say(client.Ready(command_id=command_id, opening=None))
            receipt = caller.hear(server.Receipt)
            assert (receipt.command_id, receipt.repeated) == (command_id, repeated)
    second.know(server.Seats, lambda seats: seats.status == "playing")
    in_turn(match, first, second, turns=2)
    assert first.log == second.log == stored(match)


def test_an_opening_that_was_not_promised_is_refused(table: Table, call: Call) -> None:
    match = table.order(chance=1)
    for seat in (0, 1):
        table.join(match, seat)
    first = call(table.person(0), match.id)
    first.enter()
    command_id = os.urandom(16)
    first.say(client.Ready(command_id=command_id, opening=bytes(64)))
    told = first.hear(server.Error)
    assert (told.code, told.ref) == (codes.BAD_OPENING, command_id)
    first.say(client.Ready(command_id=command_id, opening=table.opening(match.id, 0, 0)))
    assert first.hear(server.Receipt).repeated is False


def test_of_a_hundred_claims_of_one_seat_one_wins_and_everybody_hears_who(
    table: Table, call: Call
) -> None:
    match = table.order(chance=0)
    table.join(match, 0)
    watching = call(table.person(0), match.id)
    watching.enter()
    people = [table.person(number) for number in range(1, 101)]

    def claim(number: int) -> int:
        try:
            return table.join(match, 1, number).number
        except Refused as refused:
            return -refused.code
        finally:
            connections.close_all()  # those of a thread are its own to give back

    # No more at once than a pool of PostgreSQL has connections for, beside the server's.
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(claim, range(1, 101)))
    assert sorted(set(results)) == [-codes.SEAT_TAKEN, 1]
    assert results.count(1) == 1
    winner = people[results.index(1)]
    told = watching.know(server.Seats, lambda seats: seats.seats[1].taken)
    assert told.seats[1].name == winner.display_name
    joins = [decode_entry(entry) for entry in stored(match)]
    assert [entry.seat for entry in joins] == [0, 1]


@pytest.mark.parametrize(
    "text", ["Good luck!", "<script>alert(1)</script>", "\u202eright \N{GRINNING FACE}"]
)
def test_a_line_of_chat_reaches_everybody_once(table: Table, call: Call, text: str) -> None:
    match, first, second = mayors(table, call)
    watching = call(table.person(2), match.id)
    watching.enter()
    line_id = os.urandom(16)
    for _ in range(2):
        watching.say(client.Chat(line_id=line_id, text=text))
        mine = watching.hear(server.Chat)
        assert (mine.line_id, mine.seat, mine.name) == (line_id, None, "Guest 2")
        assert mine.text == text.replace("\u202e", "")
    first.say(client.Chat(line_id=os.urandom(16), text="Thanks"))
    for caller in (first, second):
        heard = [caller.hear(server.Chat) for _ in range(2)]
        assert [line.text for line in heard] == [mine.text, "Thanks"]
        assert heard[1].seat == 0
    late = call(table.person(3), match.id)
    late.enter()
    said = [message for message in late.heard if isinstance(message, server.Chat)]
    assert [line.text for line in said] == [mine.text, "Thanks"]


def test_a_line_with_nothing_to_see_in_it_is_refused_and_the_connection_stays(
    table: Table, call: Call
) -> None:
    caller = call(table.person(0), table.order().id)
    caller.enter()
    for text in (" ", "\u200b\u202e", "\n\t"):
        line_id = os.urandom(16)
        caller.say(client.Chat(line_id=line_id, text=text))
        told = caller.hear(server.Error)
        assert (told.code, told.ref, told.fatal) == (codes.MALFORMED, line_id, False)
    caller.say(client.Chat(line_id=os.urandom(16), text="there"))
    assert caller.hear(server.Chat).text == "there"


def test_mayors_vote_to_end_a_match_that_another_has_left(table: Table, call: Call) -> None:
    match = table.playing(kind=1, chance=0, turn=60, seats=3)
    first, second = (call(table.person(seat), match.id) for seat in (0, 1))
    for caller in (first, second):
        caller.enter()
    first.say(client.Vote(what="end"))
    assert first.hear(server.Error).code == codes.FORBIDDEN
    gone = absence.takeover(warm.load(match.id), 2)
    assert gone is not None
    turns.submit(gone)
    Seat.objects.filter(match_id=match.id, number=2).update(seen_at=0)
    Uptime.objects.update(began_at=0)  # the platform has been there for long
    first.say(client.Vote(what="end"))
    told = second.know(server.Notice, lambda notice: notice.seats == [0])
    assert told.needed == 2
    late = call(table.person(3), match.id)
    late.enter()
    assert late.know(server.Notice, lambda _: True) == told
    second.say(client.Vote(what="end"))
    for caller in (first, second):
        caller.know(server.Seats, lambda told: told.status == "over")
    assert first.log == second.log == stored(match)


def test_votes_about_the_mayor_whose_turn_it_is_lapse_when_that_mayor_is_back(
    table: Table, call: Call
) -> None:
    match = table.playing(kind=1, chance=0, seats=3)
    gone = warm.load(match.id).turn_seat()
    assert gone is not None
    first, second = (call(table.person(seat), match.id) for seat in range(3) if seat != gone)
    for caller in (first, second):
        caller.enter()
    first.say(client.Vote(what="end"))
    assert first.hear(server.Error).code == codes.FORBIDDEN
    Seat.objects.filter(match_id=match.id, number=gone).update(seen_at=0)
    Uptime.objects.update(began_at=0)  # the platform has been there for long
    first.say(client.Vote(what="end"))
    assert second.know(server.Notice, lambda notice: len(notice.seats) == 1).needed == 2
    call(table.person(gone), match.id).enter()
    second.know(server.Notice, lambda notice: notice.seats == [])


def test_a_rematch_is_told_to_whoever_is_still_there(table: Table, call: Call) -> None:
    match = table.play_out(table.playing(chance=0, kind=3, size=12, rounds=4))
    first = call(table.person(0), match.id)
    assert first.enter().match.status == "over"
    made = lifecycle.rematch(match.id, table.person(1))
    assert first.hear(server.Rematch).match == made.id
    first.submit(END_TURN)
    assert first.hear(server.Rejected).code == codes.MATCH_OVER
    late = call(table.person(1), match.id)
    late.enter()
    assert [said.match for said in late.heard if isinstance(said, server.Rematch)] == [made.id]


def test_a_rematch_that_went_void_is_not_told(table: Table, call: Call) -> None:
    match = table.order(chance=0)
    table.join(match, 0)
    waiting.give_up(match.id)
    made = lifecycle.rematch(match.id, table.person(0))
    waiting.give_up(made.id)
    caller = call(table.person(0), match.id)
    caller.enter()
    caller.say(client.Ping(sequence=0, state_hash=None))
    caller.hear(server.Pong)
    assert not [said for said in caller.heard if isinstance(said, server.Rematch)]
    again = lifecycle.rematch(match.id, table.person(0))
    assert caller.hear(server.Rematch).match == again.id


def test_who_has_just_sat_down_may_act_before_the_room_has_heard_of_it(
    table: Table, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.order(chance=0)
    table.join(match, 0)
    newcomer = call(table.person(1), match.id)
    assert newcomer.enter().role == "spectator"
    monkeypatch.setattr(Refresh, "look", lambda *_: None)  # what is told of a seat comes late
    table.join(match, 1)
    command_id = os.urandom(16)
    newcomer.say(client.Ready(command_id=command_id, opening=None))
    assert newcomer.hear(server.Receipt).command_id == command_id
