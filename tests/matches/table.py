"""People at a table: the shortest way for a test to a match that is being played."""

import os
from typing import Any

import pytest

from accounts.guests import create_guest
from accounts.models import User
from games.bots import player
from games.ledger import kinds
from games.ledger.fairness import opening_commitment
from games.matches import conductor, lifecycle, turns, warm
from games.matches.command import Base, Command, Outcome
from games.matches.order import Order
from games.matches.refused import Refused
from games.models import Match, Seat
from games.protocol import ids


def refused(code: int) -> "pytest.RaisesExc[Refused]":
    """The platform refuses with this code."""
    return pytest.raises(Refused, check=lambda error: error.code == code)


class Table:
    """A few guests, and what they do in a match. Everything goes through the platform's face."""

    def __init__(self) -> None:
        self.people: list[User] = []
        self.openings: dict[tuple[str, int, int], bytes] = {}

    def person(self, number: int) -> User:
        """Guest `number`, made when first asked for."""
        while len(self.people) <= number:
            self.people.append(create_guest(f"Guest {len(self.people)}", "en"))
        return self.people[number]

    def order(self, **more: Any) -> Match:
        """A match ordered by guest 0."""
        return lifecycle.create(self.person(0), Order(**{"kind": 0, "seats": 2, **more}))

    def opening(self, match_id: str, attempt: int, seat: int) -> bytes:
        """Salt and nonce of a seat, the same whenever asked."""
        return self.openings.setdefault((match_id, attempt, seat), os.urandom(64))

    def join(self, match: Match, seat: int, person: int | None = None) -> Seat:
        """Guest `person` (by default the seat's number) takes the seat."""
        attempt = warm.load(match.id).fold.roster.attempt
        commitment = None
        if match.chance:
            opening = self.opening(match.id, attempt, seat)
            commitment = opening_commitment(ids.read(match.id), attempt, seat, opening)
        user = self.person(seat if person is None else person)
        return lifecycle.join(match.id, user, seat, commitment, os.urandom(16))

    def ready(self, match: Match, seat: int) -> Outcome:
        """The mayor of the seat opens the nonce."""
        attempt = warm.load(match.id).fold.roster.attempt
        preimage = self.opening(match.id, attempt, seat) if match.chance else b""
        return turns.submit(self.command(match, seat, kinds.READY, preimage=preimage))

    def playing(self, **order: Any) -> Match:
        """A match that has begun, with a person on every seat that no bot has."""
        match = self.order(**order)
        free = [place.number for place in match.places.filter(taken=False).order_by("number")]
        for seat in free:
            self.join(match, seat)
        for seat in free:
            self.ready(match, seat)
        conductor.perform(match.id)
        match.refresh_from_db()
        return match

    def command(self, match: Match, seat: int, kind: int = kinds.ACTION, **more: Any) -> Command:
        """A command of the mayor of this seat."""
        user_id = Seat.objects.get(match_id=match.id, number=seat).user_id
        values: dict[str, Any] = {"user_id": user_id, **more}
        return Command(match.id, kind, kinds.PLAYER, seat, os.urandom(16), **values)

    def action(self, match: Match, seat: int, action: tuple[int, ...], **more: Any) -> Command:
        """A command to play this action of the rules."""
        encoded = warm.load(match.id).rules.encode_action(action)
        return self.command(match, seat, kinds.ACTION, action=encoded, **more)

    def base(self, match: Match, sequence: int | None = None) -> Base:
        """What somebody knows who has read the log up to `sequence`, by default all of it."""
        fold = warm.load(match.id).fold
        at = fold.sequence if sequence is None else sequence
        return Base(fold.epoch, at, fold.heads[at])

    def end_turn(self, match: Match) -> int:
        """Whoever's turn it is ends it, and the platform does what is due; the seat that did."""
        found = warm.load(match.id)
        seat = found.turn_seat()
        assert seat is not None
        turns.submit(self.action(match, seat, (found.rules.actions.END_TURN,)))
        conductor.perform(match.id)
        return seat

    def play_out(self, match: Match) -> Match:
        """On to the end, people playing as an easy bot would."""
        while True:
            conductor.perform(match.id)
            found = warm.load(match.id)
            seat = found.turn_seat()
            if seat is None:
                match.refresh_from_db()
                return match
            state: Any = found.fold.state  # of the one version there is
            action = player.choose(0, state, seat, b"test")
            turns.submit(self.action(match, seat, action))
