"""A mayor wears the colour that was chosen, and no two of a match wear the same."""

from accounts.models import User
from games.models import Match, Seat
from tests.matches.table import Table


def colours(match: Match) -> list[int]:
    return list(
        Seat.objects.filter(match=match).order_by("number").values_list("colour", flat=True)
    )


def wish(table: Table, person: int, colour: int) -> None:
    user = table.person(person)
    User.objects.filter(pk=user.pk).update(colour=colour)
    user.refresh_from_db()


def test_free_seats_and_bots_give_up_a_colour_that_a_person_wants(table: Table) -> None:
    match = table.order(kind=1, seats=4, bots=[0])
    assert colours(match) == [0, 1, 2, 3]
    wish(table, 0, 3)
    table.join(match, 0)
    assert colours(match) == [3, 1, 2, 0]
    wish(table, 1, 2)
    table.join(match, 1)
    assert colours(match) == [3, 2, 1, 0]


def test_a_colour_beyond_the_seats_is_worn_too(table: Table) -> None:
    match = table.order()
    wish(table, 0, 7)
    table.join(match, 0)
    assert colours(match) == [7, 1]


def test_who_comes_second_leaves_the_first_one_the_colour(table: Table) -> None:
    match = table.order(kind=1, seats=3)
    for person in (0, 1, 2):
        wish(table, person, 5)
        table.join(match, person)
    assert colours(match) == [5, 1, 2]
