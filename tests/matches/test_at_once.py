"""What several people, or one impatient one, ask for at the same moment."""

import os
from collections.abc import Callable
from functools import partial

from accounts.models import User
from games.matches import lifecycle, waiting, warm
from games.matches.order import Order
from games.matches.refused import Refused
from games.models import Match, Seat
from games.protocol import codes
from tests.matches.meanwhile import all_at_once, meanwhile
from tests.matches.table import Table, refused

LOG_IS_READ = "SELECT games_transaction"  # the last that a command reads before it is judged


def sit(match: Match, user: User, seat: int) -> None:
    """Take a seat of a match; a commitment that is never opened will do."""
    lifecycle.join(match.id, user, seat, b"x" * 32 if match.chance else None, os.urandom(16))


def test_matches_made_at_once_are_not_more_than_may_wait(table: Table) -> None:
    host = table.person(0)
    made = all_at_once(12, lambda _: lifecycle.create(host, Order(chance=0)))
    assert sum(isinstance(each, Match) for each in made) == lifecycle.MOST_OPEN
    refusals = [each for each in made if isinstance(each, Refused)]
    assert [each.code for each in refusals] == [codes.RATE] * (12 - lifecycle.MOST_OPEN)
    assert Match.objects.filter(host_user_id=host.pk).count() == lifecycle.MOST_OPEN


def test_two_who_sit_down_at_once_both_have_their_seats(table: Table) -> None:
    match = table.order(chance=0)
    host, other = table.person(0), table.person(1)
    with meanwhile(LOG_IS_READ, lambda: sit(match, other, 1)):
        sit(match, host, 0)
    seats = Seat.objects.filter(match=match).order_by("number")
    assert [(seat.taken, seat.user_id) for seat in seats] == [(True, host.pk), (True, other.pk)]
    assert warm.load(match.id).fold.roster.full()


def test_bots_that_are_seated_at_once_leave_a_seat_for_somebody(table: Table) -> None:
    match = table.order()
    host = table.person(0)
    with (
        meanwhile(LOG_IS_READ, lambda: lifecycle.add_bot(match.id, host, 1, 0)),
        refused(codes.BAD_ORDER),
    ):
        lifecycle.add_bot(match.id, host, 0, 0)
    levels = Seat.objects.filter(match=match).order_by("number").values_list("bot_level", flat=True)
    assert list(levels) == [0, 1]


def test_a_bot_takes_no_last_seat_that_somebody_gives_up_the_moment_before(table: Table) -> None:
    match = table.order(bots=[0])
    host, other = table.person(0), table.person(1)
    sit(match, other, 0)
    with (
        meanwhile(LOG_IS_READ, lambda: lifecycle.leave(match.id, other)),
        refused(codes.BAD_ORDER),
    ):
        lifecycle.add_bot(match.id, host, 0, 0)
    assert not warm.load(match.id).fold.roster.started


def test_who_sits_down_where_another_was_to_be_removed_stays(table: Table) -> None:
    match = table.order(chance=0)
    host, first, second = (table.person(number) for number in range(3))
    sit(match, first, 1)

    def change() -> None:
        lifecycle.leave(match.id, first)
        sit(match, second, 1)

    with meanwhile(LOG_IS_READ, change), refused(codes.STALE):
        lifecycle.remove(match.id, host, 1)
    assert Seat.objects.get(match=match, number=1).user_id == second.pk
    lifecycle.remove(match.id, host, 1)


def test_a_seat_that_is_given_up_the_moment_before_is_not_removed(table: Table) -> None:
    match = table.order(bots=[0])
    host = table.person(0)
    with (
        meanwhile(LOG_IS_READ, lambda: lifecycle.remove(match.id, host, 1)),
        refused(codes.NOT_SEATED),
    ):
        lifecycle.remove(match.id, host, 1)


def test_who_is_host_no_more_the_moment_before_orders_nothing(table: Table) -> None:
    orders: list[Callable[[Match, User], None]] = [
        lambda match, host: lifecycle.add_bot(match.id, host, 2, 0),
        lambda match, host: lifecycle.remove(match.id, host, 1),
    ]
    host = table.person(0)
    for order in orders:
        match = table.order(kind=1, seats=3, chance=0)
        for number in range(2):
            sit(match, table.person(number), number)
        leaving = meanwhile(LOG_IS_READ, partial(lifecycle.leave, match.id, host))
        with leaving, refused(codes.NOT_HOST):
            order(match, host)
        assert warm.load(match.id).row.host_user_id == table.person(1).pk


def test_two_who_ask_for_a_rematch_at_once_are_given_one_match(table: Table) -> None:
    match = _void(table)
    found: list[Match] = []
    quicker = partial(lifecycle.rematch, match.id, table.person(1))
    with meanwhile("UPDATE games_match SET rematch_id", lambda: found.append(quicker())):
        found.append(lifecycle.rematch(match.id, table.person(0)))
    match.refresh_from_db()
    assert [each.id for each in found] == [match.rematch_id] * 2
    assert found[0].host_user_id == table.person(1).pk
    assert list(Match.objects.exclude(pk=match.id)) == found[:1]


def test_many_who_ask_for_a_rematch_at_once_are_given_one_match(table: Table) -> None:
    match = _void(table)
    people = [table.person(number % 2) for number in range(4)]
    found = all_at_once(4, lambda number: lifecycle.rematch(match.id, people[number]).id)
    match.refresh_from_db()
    assert found == [match.rematch_id] * 4
    assert Match.objects.count() == 2


def _void(table: Table) -> Match:
    """A match of guests 0 and 1 that was given up before it began."""
    match = table.order(chance=0)
    for number in range(2):
        sit(match, table.person(number), number)
    waiting.give_up(match.id)
    return match
