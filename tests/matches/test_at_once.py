"""What several people, or one impatient one, ask for at the same moment."""

from games.matches import lifecycle
from games.matches.order import Order
from games.matches.refused import Refused
from games.models import Match
from games.protocol import codes
from tests.matches.meanwhile import all_at_once
from tests.matches.table import Table


def test_matches_made_at_once_are_not_more_than_may_wait(table: Table) -> None:
    host = table.person(0)
    made = all_at_once(12, lambda _: lifecycle.create(host, Order(chance=0)))
    assert sum(isinstance(each, Match) for each in made) == lifecycle.MOST_OPEN
    refusals = [each for each in made if isinstance(each, Refused)]
    assert [each.code for each in refusals] == [codes.RATE] * (12 - lifecycle.MOST_OPEN)
    assert Match.objects.filter(host_user_id=host.pk).count() == lifecycle.MOST_OPEN
