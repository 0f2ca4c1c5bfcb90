"""What somebody might try to take from others, and does not get."""

from games.ledger import kinds
from games.matches import lifecycle, queries, warm
from games.models import Seat, Transaction
from games.protocol import codes
from tests.matches.table import Table, refused


def test_matches_that_their_makers_have_left_do_not_fill_the_list(table: Table) -> None:
    left = [table.order(visibility="listed") for _ in range(3)]
    for match in left:
        table.join(match, 0)
    assert {card.id for card in queries.open_matches()} == {match.id for match in left}
    for match in left:
        lifecycle.leave(match.id, table.person(0))
    honest = table.order(visibility="listed")
    table.join(honest, 0)
    assert [card.id for card in queries.open_matches()] == [honest.id]


def test_the_id_of_somebody_else_s_command_gives_no_seat(table: Table) -> None:
    match = table.order(chance=0)
    table.join(match, 0)
    entry = Transaction.objects.get(match=match, sequence=1)
    with refused(codes.COMMAND_REUSED):
        lifecycle.join(match.id, table.person(1), 0, None, bytes(entry.command_id))
    assert not Seat.objects.filter(match=match, user_id=table.person(1).pk).exists()


def test_no_bot_is_put_upon_a_person_who_is_to_commit_anew(table: Table) -> None:
    match = table.order(seats=3, kind=1)
    for seat in range(3):
        table.join(match, seat)
    table.ready(match, 1)
    lifecycle.remove(match.id, table.person(0), 2)  # all commit anew
    roster = warm.load(match.id).fold.roster
    assert roster.seats[1].taken and not roster.seats[1].committed
    with refused(codes.SEAT_TAKEN):
        lifecycle.add_bot(match.id, table.person(0), 1, 0)
    assert Transaction.objects.filter(match=match).latest("sequence").kind == kinds.LEAVE
