"""What is said of a match besides its log."""

from games.matches import queries
from games.matches.absence import Votes
from games.matches.time import now_ms
from games.matches.warm import Warm
from games.models import ChatLine, Match
from games.protocol.server_messages import (
    Chat,
    Clock,
    MatchCard,
    Notice,
    Presence,
    SeatPresence,
    Seats,
)
from games.realtime.presence import State

ClockFace = tuple[int | None, int | None, tuple[int, ...]]


def card(match: Match) -> MatchCard:
    """The match as lists show it."""
    return queries.card(match)


def seats(match: Match, you: int | None) -> Seats:
    """Who sits where, for the mayor of seat `you`."""
    places = match.places.all()
    return Seats(
        status=match.status,  # type: ignore[arg-type]  # a choice of the model
        host=queries.host_seat(match),
        seats=[queries.seat_card(place, you=place.number == you) for place in places],
    )


def presence(states: list[State]) -> Presence:
    """Who is there."""
    return Presence(
        seats=[SeatPresence(number=seat, state=state) for seat, state in enumerate(states)]
    )


def clock_face(warm: Warm) -> ClockFace:
    """Whose time runs, until when, and what is left of the banks."""
    return warm.turn_seat(), warm.deadline(), tuple(warm.banks.left)


def clock(face: ClockFace) -> Clock:
    """The clock; its server_time is now."""
    seat, deadline, banks = face
    return Clock(seat=seat, deadline=deadline, banks=list(banks), server_time=now_ms())


def line(said: ChatLine) -> Chat:
    """A line of the chat."""
    return Chat(
        id=said.pk,
        line_id=bytes(said.line_id),
        seat=said.seat,
        name=said.name,
        text=said.text,
        time=said.time,
    )


def votes(votes: Votes) -> Notice:
    """How the vote to end the match stands."""
    return Notice(what="vote", seats=votes.seats, needed=votes.needed)
