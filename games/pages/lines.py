"""Matches as lists on pages tell them: in words, and what they have to do with who looks."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from games.ledger.genesis import CORRESPONDENCE, UNTIMED
from games.matches import queries
from games.matches.time import now_ms
from games.models import Match
from games.protocol.server_messages import CardClock, MatchCard

MOST_OWN = 12
_RUNNING = (Match.Status.PLAYING, Match.Status.GATHERING)
_KINDS: tuple[Promise, ...] = (
    gettext_lazy("Duel"),
    gettext_lazy("Classic"),
    gettext_lazy("Grand"),
    gettext_lazy("Custom"),
)
_SECOND, _MINUTE, _HOUR, _DAY = 1_000, 60_000, 3_600_000, 86_400_000


class Line(NamedTuple):
    """A match in a list. own, your_turn: about the person who looks; others: the other mayors."""

    card: MatchCard
    kind: str
    clock: str
    age: str
    others: list[str]
    your_turn: bool = False


def listed(most: int, without: list[Line] | None = None) -> tuple[list[Line], int]:
    """Open matches, the oldest first and at most so many, and how many there are in all.

    without: matches that stand on the page already.
    """
    shown = {each.card.id for each in without or ()}
    cards = [card for card in queries.open_matches() if card.id not in shown]
    return [line(card) for card in cards[:most]], len(cards)


def own(user_id: int | None) -> list[Line]:
    """Matches that a person sits in or hosts and that are not over; those that wait come first."""
    if user_id is None:
        return []
    found = []
    for match in queries.of_user(user_id).filter(status__in=_RUNNING)[:MOST_OWN]:
        places = [place for place in match.places.all() if place.taken]
        numbers = [place.number for place in places if place.user_id == user_id]
        waits = match.status == Match.Status.PLAYING and match.turn_seat in numbers
        others = [place.name for place in places if place.user_id != user_id]
        found.append(line(queries.card(match))._replace(your_turn=waits, others=others))
    found.sort(key=lambda each: not each.your_turn)
    return found


def line(card: MatchCard) -> Line:
    """A card in words."""
    kind = str(_KINDS[card.kind]) if card.kind < len(_KINDS) else str(card.kind)
    return Line(card, kind, clock(card.clock), age(card.created), list(card.names))


def clock(told: CardClock) -> str:
    """What time a mayor has."""
    if told.kind == UNTIMED:
        return gettext("No clock")
    if told.kind == CORRESPONDENCE:
        days = told.turn // _DAY
        return ngettext("%(n)d day a turn", "%(n)d days a turn", days) % {"n": days}
    if told.turn % _MINUTE:
        seconds = told.turn // _SECOND
        turn = gettext("%(n)d s a turn") % {"n": seconds}
    else:
        turn = gettext("%(n)d min a turn") % {"n": told.turn // _MINUTE}
    if not told.bank:
        return turn
    return gettext("%(turn)s, %(n)d min in the bank") % {"turn": turn, "n": told.bank // _MINUTE}


def age(created: int) -> str:
    """How long ago, roughly."""
    passed = max(0, now_ms() - created)
    if passed < _MINUTE:
        return gettext("just now")
    if passed < _HOUR:
        return gettext("%(n)d min ago") % {"n": passed // _MINUTE}
    if passed < _DAY:
        return gettext("%(n)d h ago") % {"n": passed // _HOUR}
    days = passed // _DAY
    return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days}
