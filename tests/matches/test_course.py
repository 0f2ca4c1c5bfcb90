"""A match from its order to its archive."""

import os
from collections.abc import Callable
from hashlib import sha256

import pytest

from games import engine
from games.engine.manifest import RULES_HASH
from games.ledger import kinds
from games.ledger.genesis import decode_genesis
from games.ledger.verify import verify
from games.matches import archives, conductor, lifecycle, outbox, queries, turns, waiting, warm
from games.matches.refused import Refused
from games.matches.warm import no_signatures
from games.models import Match, OutboxRow, Seat, Transaction
from games.protocol import codes, ids
from tests.matches.table import Table, refused


@pytest.mark.parametrize("chance", [0, 1])
def test_a_duel_against_a_bot_is_played_to_its_end_and_archived_once(
    table: Table, chance: int
) -> None:
    match = table.play_out(table.playing(bots=[0], chance=chance))
    assert match.status == Match.Status.OVER
    assert match.due_at is None and match.result is not None
    assert sorted(match.result["ranks"]) in ([1, 1], [1, 2])
    ranks = list(Seat.objects.filter(match=match).order_by("number").values_list("rank", flat=True))
    assert ranks == match.result["ranks"]
    rows = outbox.open_rows(match.id)
    assert [outbox.work(row) for row in rows + rows] == [True, False]
    data = bytes(match.archive.data)
    report = verify(data, engine.rules(0), no_signatures, rules_hash=bytes.fromhex(RULES_HASH[0]))
    assert report.ended and report.entries == match.sequence
    assert report.head == bytes(match.head)
    assert match.archive.sha256 == sha256(data).hexdigest()


def test_the_columns_of_a_match_are_those_of_its_log(table: Table) -> None:
    match = table.playing(seats=3, kind=1, bots=[0], turn=30, bank=60)
    for _ in range(4):
        table.end_turn(match)
        match.refresh_from_db()
        found = warm.load(match.id)
        assert match.sequence == found.fold.sequence
        assert bytes(match.head) == found.fold.head
        assert (match.round, match.turn_seat) == (found.fold.state.round, found.turn_seat())
        last = Transaction.objects.filter(match=match).latest("sequence")
        assert match.due_at == last.time + 30_000 + 60_000
        assert match.status == Match.Status.PLAYING


def test_a_log_is_folded_by_anybody_from_its_genesis(table: Table) -> None:
    match = table.play_out(table.playing(bots=[1]))
    fold, entries = archives.refold(match)
    assert fold.ended and len(entries) == match.sequence
    assert fold.head == bytes(match.head)
    assert fold.roster.attempt == 0


def test_a_seat_is_taken_once_and_a_person_sits_once(table: Table) -> None:
    match = table.order(seats=3, kind=1)
    table.join(match, 0)
    with refused(codes.SEAT_TAKEN):
        table.join(match, 0, person=1)
    assert table.join(match, 2, person=0).number == 0  # keeps the seat there is
    table.join(match, 1)
    table.join(match, 2)
    with refused(codes.MATCH_FULL):
        lifecycle.join(match.id, table.person(3), None, b"x" * 32, os.urandom(16))


def test_joining_again_with_the_same_id_changes_nothing(table: Table) -> None:
    match = table.order(chance=0)
    command_id = os.urandom(16)
    first = lifecycle.join(match.id, table.person(0), None, None, command_id)
    again = lifecycle.join(match.id, table.person(0), None, None, command_id)
    assert first.number == again.number == 0
    assert Transaction.objects.filter(match=match).count() == 1


def test_leaving_frees_the_seat_for_another(table: Table) -> None:
    match = table.order()
    table.join(match, 0)
    table.join(match, 1)
    lifecycle.leave(match.id, table.person(1))
    place = Seat.objects.get(match=match, number=1)
    assert (place.taken, place.user_id, place.name) == (False, None, "")
    table.join(match, 1, person=2)
    assert Seat.objects.get(match=match, number=1).user_id == table.person(2).pk


def test_only_the_host_removes_and_seats_bots(table: Table) -> None:
    match = table.order(seats=3, kind=1)
    table.join(match, 0)
    table.join(match, 1)
    with refused(codes.NOT_HOST):
        lifecycle.remove(match.id, table.person(1), 0)
    with refused(codes.NOT_HOST):
        lifecycle.add_bot(match.id, table.person(1), 2, 0)
    lifecycle.remove(match.id, table.person(0), 1)
    lifecycle.add_bot(match.id, table.person(0), 1, 1)
    lifecycle.add_bot(match.id, table.person(0), 2, 0)
    levels = list(
        Seat.objects.filter(match=match).order_by("number").values_list("bot_level", flat=True)
    )
    assert levels == [0, 2, 1]
    table.ready(match, 0)
    match.refresh_from_db()
    assert match.status == Match.Status.PLAYING


def test_who_does_not_open_is_removed_and_the_attempt_is_counted(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.order()
    table.join(match, 0)
    table.join(match, 1)
    table.ready(match, 0)
    match.refresh_from_db()
    found = warm.load(match.id)
    assert match.due_at == found.fold.roster.full_since + 60_000
    assert conductor.perform(match.id) == 0
    later = match.due_at + 1
    monkeypatch.setattr("games.matches.judge.now_ms", lambda: later)
    monkeypatch.setattr("games.matches.conductor.now_ms", lambda: later)
    assert conductor.perform(match.id) == 1
    fold = warm.load(match.id).fold
    assert fold.roster.attempt == 1
    assert [seat.taken for seat in fold.roster.seats] == [True, False]
    assert not Seat.objects.get(match=match, number=0).ready
    # Both commit anew, and what was opened before is worth nothing.
    old = table.opening(match.id, 0, 0)
    table.join(match, 0)
    with refused(codes.SEATS_FREE):
        table.ready(match, 0)
    table.join(match, 1, person=2)
    with refused(codes.BAD_OPENING):
        turns.submit(table.command(match, 0, kinds.READY, preimage=old))
    table.ready(match, 0)
    with refused(codes.READY_ALREADY):
        table.ready(match, 0)
    table.ready(match, 1)
    conductor.perform(match.id)
    match.refresh_from_db()
    assert match.status == Match.Status.PLAYING and match.round == 1


def test_all_who_do_not_open_are_removed_at_once_and_who_does_not_come_back_after_them(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.order(kind=1, seats=4)
    for seat in range(4):
        table.join(match, seat)
    for seat in (0, 3):
        table.ready(match, seat)
    now = [warm.load(match.id).fold.roster.full_since + 60_000]
    monkeypatch.setattr("games.matches.judge.now_ms", lambda: now[0])
    monkeypatch.setattr("games.matches.conductor.now_ms", lambda: now[0])
    assert conductor.perform(match.id) == 2
    roster = warm.load(match.id).fold.roster
    assert roster.attempt == 1
    taken = match.places.filter(taken=True).order_by("number").values_list("number", flat=True)
    assert list(taken) == [0, 3]
    # Seat 3 commits anew, seat 0 is gone; nobody waits for it for ever.
    table.join(match, 3)
    match.refresh_from_db()
    assert match.due_at == now[0] + 60_000
    now[0] += 59_999
    assert conductor.perform(match.id) == 0
    now[0] += 1
    assert conductor.perform(match.id) == 1
    assert list(taken.all()) == [3]


def test_who_lets_attempts_fail_again_and_again_gets_no_seat_any_more(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.order(kind=1, seats=3)
    table.join(match, 0)
    table.join(match, 2)
    now = [warm.load(match.id).fold.clock.time]
    monkeypatch.setattr("games.matches.judge.now_ms", lambda: now[0])
    monkeypatch.setattr("games.matches.conductor.now_ms", lambda: now[0])
    # Twice by leaving after another had opened, once by not opening in time.
    for number in range(3):
        table.join(match, 1)
        if number:
            table.join(match, 0)
            table.join(match, 2)
        table.ready(match, 0)
        if number < 2:
            lifecycle.leave(match.id, table.person(1))
        else:
            table.ready(match, 2)
            now[0] += 60_000
            assert conductor.perform(match.id) == 1
    with refused(codes.KEPT_WAITING):
        table.join(match, 1)
    with refused(codes.KEPT_WAITING):
        lifecycle.join(match.id, table.person(1), None, bytes(32), bytes(16))
    table.join(match, 1, person=3)  # nobody else suffers for it
    for seat in (0, 2):
        table.join(match, seat)
    for seat in range(3):
        table.ready(match, seat)
    conductor.perform(match.id)
    match.refresh_from_db()
    assert match.status == Match.Status.PLAYING


def test_leaving_while_nobody_has_opened_and_being_removed_are_no_fault(table: Table) -> None:
    match = table.order()
    table.join(match, 0)
    for _ in range(4):
        table.join(match, 1)
        lifecycle.leave(match.id, table.person(1))
        table.join(match, 1)
        lifecycle.remove(match.id, table.person(0), 1)
    table.join(match, 1)


def test_the_host_s_place_passes_on_to_who_is_seated(table: Table) -> None:
    match = table.order(kind=1, seats=3, bots=[0])
    table.join(match, 1, person=1)
    table.join(match, 0)
    lifecycle.leave(match.id, table.person(0))
    match.refresh_from_db()
    assert (match.host_user_id, match.host_name) == (table.person(1).pk, "Guest 1")
    with refused(codes.NOT_HOST):
        lifecycle.remove(match.id, table.person(0), 2)
    lifecycle.remove(match.id, table.person(1), 2)
    # Nobody is left: who sits down next is the host.
    lifecycle.leave(match.id, table.person(1))
    with refused(codes.NOT_HOST):
        lifecycle.add_bot(match.id, table.person(1), 2, 0)
    table.join(match, 0, person=2)
    table.join(match, 1, person=1)
    match.refresh_from_db()
    assert match.host_user_id == table.person(2).pk


def test_a_host_who_is_not_ready_in_time_is_host_no_more(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.order()
    table.join(match, 0)
    table.join(match, 1)
    table.ready(match, 1)
    late = warm.load(match.id).fold.roster.full_since + 60_000
    monkeypatch.setattr("games.matches.judge.now_ms", lambda: late)
    monkeypatch.setattr("games.matches.conductor.now_ms", lambda: late)
    assert conductor.perform(match.id) == 1
    match.refresh_from_db()
    assert match.host_user_id == table.person(1).pk


def test_who_comes_or_goes_too_late_is_refused_without_a_look_at_the_log(table: Table) -> None:
    match = table.playing()
    host, stranger = table.person(0), table.person(2)
    Transaction.objects.filter(match=match).update(entry=b"")  # whoever reads it fails otherwise
    late: list[Callable[[], object]] = [
        lambda: lifecycle.join(match.id, stranger, 0, None, bytes(16)),
        lambda: lifecycle.leave(match.id, host),
        lambda: lifecycle.remove(match.id, host, 1),
        lambda: lifecycle.add_bot(match.id, host, 1, 0),
    ]
    for attempt in late:
        with refused(codes.NOT_GATHERING):
            attempt()


def test_a_rematch_is_one_match_whoever_asks(table: Table) -> None:
    match = table.playing(visibility="listed")
    with refused(codes.NOT_PLAYING):
        lifecycle.rematch(match.id, table.person(0))
    match = table.play_out(match)
    made = lifecycle.rematch(match.id, table.person(1))
    assert lifecycle.rematch(match.id, table.person(0)).id == made.id
    assert made.order["seed"] is None
    assert made.visibility == Match.Visibility.PRIVATE
    assert bytes(made.genesis) != bytes(match.genesis)
    with refused(codes.NOT_SEATED):
        lifecycle.rematch(match.id, table.person(2))


def test_a_seed_is_kept_as_it_was_understood(table: Table) -> None:
    match = table.order(seed="5E" * 32)
    assert match.order["seed"] == "5e" * 32
    assert decode_genesis(bytes(match.genesis)).setup.endswith(bytes.fromhex("5e" * 32))
    for written in ("5e" * 32 + " ", "5e " * 32, "\n" * 1000 + "5e" * 32):
        with refused(codes.BAD_ORDER):
            table.order(seed=written)


def test_lists_do_not_read_what_a_match_was_ordered_by(table: Table) -> None:
    match = table.order(visibility="listed")
    assert [found.get_deferred_fields() for found in queries.listed()] == [
        {"genesis", "order", "secret"}
    ]
    assert [card.id for card in queries.open_matches()] == [match.id]


def test_a_rematch_that_went_void_makes_room_for_another(table: Table) -> None:
    match = table.order(chance=0)
    table.join(match, 0)
    waiting.give_up(match.id)
    match.refresh_from_db()
    first = lifecycle.rematch(match.id, table.person(0))
    match.refresh_from_db()
    assert queries.rematch_of(match) == first.id
    waiting.give_up(first.id)
    assert queries.rematch_of(match) is None
    second = lifecycle.rematch(match.id, table.person(0))
    assert second.id != first.id
    assert lifecycle.rematch(match.id, table.person(0)).id == second.id
    match.refresh_from_db()
    assert queries.rematch_of(match) == second.id


def test_a_person_has_few_matches_waiting(table: Table) -> None:
    for _ in range(lifecycle.MOST_OPEN):
        table.order()
    with refused(codes.RATE):
        table.order()


@pytest.mark.parametrize(
    ("field", "order"),
    [
        ("kind", {"kind": 9}),
        ("seats", {"seats": 3}),
        ("seats", {"kind": 1, "seats": 7}),
        ("bots", {"bots": [0, 0]}),
        ("bots", {"bots": [7]}),
        ("seed", {"seed": "zz"}),
        ("seed", {"seed": "ab"}),
        ("turn", {"turn": 3}),
        ("bank", {"bank": 3}),
        ("bank", {"turn": 30, "bank": 999_999}),
        ("visibility", {"visibility": "hidden"}),
        ("size", {"size": 20}),
        ("size", {"kind": 3, "size": 10, "rounds": 8}),
        ("rounds", {"kind": 3, "size": 16, "rounds": 99}),
        ("chance", {"chance": 2}),
    ],
)
def test_a_wrong_order_names_its_field_and_leaves_nothing(
    table: Table, field: str, order: dict[str, object]
) -> None:
    with pytest.raises(Refused) as found:
        table.order(**order)
    assert (found.value.code, found.value.detail) == (codes.BAD_ORDER, field)
    assert not Match.objects.exists()


def test_a_given_seed_gives_the_same_map(table: Table) -> None:
    seed = "5e" * 32
    first, second = table.order(seed=seed, chance=0), table.order(seed=seed, chance=0)
    hashes = {warm.load(match.id).fold.state_hash for match in (first, second)}
    assert len(hashes) == 1
    assert first.id != second.id and len(ids.read(first.id)) == 16


def test_the_work_of_a_match_is_there_with_its_end(table: Table) -> None:
    match = table.playing(bots=[0], chance=0)
    assert not OutboxRow.objects.filter(match=match).exists()
    match = table.play_out(match)
    assert [row.kind for row in OutboxRow.objects.filter(match=match)] == ["archive"]
