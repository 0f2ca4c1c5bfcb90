"""Who is away, and what follows: the one table of absence is in docs/rules.md.

A seat is seen when a socket of its mayor lives. In a live match a bot plays on for who has not been
seen for two minutes or has missed two turns, until the person is back; after five minutes the
others may vote to end the match. In one by correspondence nobody stands in: there only the deadline
counts. In one without a clock nobody does either, and the others may vote once the mayor whose turn
it is has not been seen for five minutes.

While the platform is away, and in the minute after, nobody is: see `uptime`.
"""

from collections.abc import Collection

from django.conf import settings

from games.ledger import kinds
from games.ledger.chain import system_command_id
from games.ledger.entries import Details
from games.ledger.genesis import LIVE, UNTIMED
from games.matches import duties, publish, uptime
from games.matches.command import Command
from games.matches.duties import Duty
from games.matches.refused import Refused
from games.matches.time import now_ms
from games.matches.uptime import GRACE_MS
from games.matches.warm import Warm
from games.models import EndVote, Match, Seat
from games.protocol import codes

VOTE_MS = 300_000  # the others may end the match
SWEEP_MOST = 100


def seen(places: Collection[int]) -> None:
    """Note that the mayors of these seats, of any matches, are here now; in one statement.

    places: keys of the seats' rows.
    """
    if places:
        Seat.objects.filter(pk__in=places).update(seen_at=now_ms())


def long_away(skip: Collection[str] = (), late_ms: int = 0) -> list[tuple[str, int]]:
    """(match id, seat) of mayors for whom a bot should play on. Who has resigned has a rank, 0.

    Who has been away longest comes first. skip: ids of matches that are left out; late_ms: how much
    longer they must have been away.
    """
    before = _not_since(1000 * settings.STAND_IN_SECONDS + late_ms)
    if before is None:
        return []
    missing = Seat.objects.filter(
        match__status=Match.Status.PLAYING,
        match__clock_kind=LIVE,
        user_id__isnull=False,
        absent=False,
        rank__isnull=True,
        seen_at__lt=before,
    )
    found = missing.exclude(match_id__in=skip).order_by("seen_at", "match_id", "number")
    return list(found.values_list("match_id", "number")[:SWEEP_MOST])


def still_away(match_id: str, seat: int) -> bool:
    """Whether this mayor has not been seen since `long_away` said so."""
    before = _not_since(1000 * settings.STAND_IN_SECONDS)
    if before is None:
        return False
    return Seat.objects.filter(match_id=match_id, number=seat, seen_at__lt=before).exists()


def _not_since(ms: int) -> int | None:
    """Who is away for so long has not been seen since then, ms UTC; None if nobody can be yet."""
    up = uptime.up_since()
    before = now_ms() - ms
    return None if up is None or up + GRACE_MS >= before else before


def takeover(warm: Warm, seat: int) -> Command | None:
    """The command by which a bot plays on for this seat; None if there is no need."""
    fold = warm.fold
    codes_of_state = warm.rules.state
    if fold.ended or not fold.roster.started or fold.state.phase == codes_of_state.OVER:
        return None
    if fold.state.status[seat] != codes_of_state.MAYOR or fold.roster.seats[seat].bot:
        return None
    return duties.command_of(warm, Duty(kinds.TAKEOVER, seat, 0, fold.sequence))


def hand_back(warm: Warm, seat: int) -> Command | None:
    """The command that gives a borough back to its mayor; None if it is the mayor's."""
    fold = warm.fold
    if fold.ended or not fold.roster.started:
        return None
    if fold.state.status[seat] != warm.rules.state.ABSENT:
        return None
    return duties.command_of(warm, Duty(kinds.HAND_BACK, seat, 0, fold.sequence))


class Votes:
    """Votes to end a match: seats that have voted, and how many are needed."""

    def __init__(self, seats: list[int], needed: int) -> None:
        self.seats = seats
        self.needed = needed


def votes(match_id: str) -> Votes:
    """The votes so far. All mayors who are here must vote."""
    here = Seat.objects.filter(
        match_id=match_id, user_id__isnull=False, absent=False, rank__isnull=True
    )
    before = _not_since(VOTE_MS)
    if before is not None:
        # Without a clock no bot stands in, and nothing but this says who is away.
        here = here.exclude(match__clock_kind=UNTIMED, seen_at__lt=before)
    present = set(here.values_list("number", flat=True))
    cast = set(EndVote.objects.filter(match_id=match_id).values_list("seat", flat=True))
    return Votes(sorted(cast & present), len(present))


def vote(warm: Warm, seat: int) -> Command | None:
    """Cast a mayor's vote; the command that ends the match if it was the last one needed.

    Raises Refused(FORBIDDEN) unless another mayor has been away for five minutes; without a clock,
    the one whose turn it is.
    """
    if warm.fold.ended or not _held_up(warm, but=seat):
        raise Refused(codes.FORBIDDEN, "nobody has been away for five minutes")
    EndVote.objects.get_or_create(match_id=warm.id, seat=seat, defaults={"time": now_ms()})
    _tell_votes(warm)
    return outvoted(warm)


def _held_up(warm: Warm, but: int | None = None) -> bool:
    """Whether the match suffers from the long absence of a mayor, other than of seat `but`."""
    before = _not_since(VOTE_MS)
    if before is None:
        return False
    gone = Seat.objects.filter(
        match_id=warm.id, user_id__isnull=False, rank__isnull=True, seen_at__lt=before
    )
    if warm.fold.genesis.clock.kind == UNTIMED:
        waited_for = warm.turn_seat()
        return waited_for not in (None, but) and gone.filter(number=waited_for).exists()
    return any(seat != but for seat in gone.filter(absent=True).values_list("number", flat=True))


def back(warm: Warm, seat: int, place: int) -> None:
    """Note that a mayor is here now; place: key of the seat's row.

    Votes to end a match without a clock lapse if they were about this mayor's absence. With a clock
    they lapse with the HAND_BACK (`writer`).
    """
    if warm.fold.genesis.clock.kind == UNTIMED and warm.turn_seat() == seat:
        away = Seat.objects.filter(pk=place, seen_at__lt=now_ms() - VOTE_MS).exists()
        if away and EndVote.objects.filter(match_id=warm.id).delete()[0]:
            _tell_votes(warm)
    seen([place])


def _tell_votes(warm: Warm) -> None:
    fold = warm.fold
    publish.tell(publish.Published(warm.id, fold.sequence, fold.epoch, None, frozenset({"vote"})))


def voted_on(after: str = "") -> list[str]:
    """Ids of matches that are being played and have a vote to end them, in order of their ids.

    after: the last one that was looked at. The list after the last one is empty: then begin anew.
    """
    cast = EndVote.objects.filter(match__status=Match.Status.PLAYING, match_id__gt=after)
    found = cast.order_by("match_id").values_list("match_id", flat=True)
    return list(found.distinct()[:SWEEP_MOST])


def outvoted(warm: Warm) -> Command | None:
    """The command that ends the match if all mayors who are here have voted for it.

    They are fewer when another one goes: so it is asked after each vote, and by every sweep. None
    too if nobody is away any more.
    """
    found = votes(warm.id)
    if warm.fold.ended or not found.seats or len(found.seats) < found.needed:
        return None
    if not _held_up(warm):
        return None
    details = Details()
    details.reason = kinds.VOTED
    action = warm.rules.encode_action((warm.rules.actions.CLOSE, kinds.VOTED))
    return Command(
        warm.id,
        kinds.END,
        kinds.CLOCK,
        kinds.SYSTEM,
        system_command_id(warm.fold.genesis.match_id, kinds.END, kinds.SYSTEM, warm.fold.sequence),
        action=action,
        details=details,
        due=warm.fold.sequence,
    )
