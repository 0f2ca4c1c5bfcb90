"""Matches that wait for players in vain. They are voided, so that no list keeps them for ever."""

from games.ledger import kinds
from games.ledger.chain import system_command_id
from games.ledger.entries import Details
from games.matches import turns
from games.matches.command import Command
from games.matches.refused import Refused
from games.matches.time import now_ms
from games.models import Match
from games.protocol import codes, ids

GIVE_UP_MS = 24 * 3_600_000  # without anybody joining, leaving or getting ready
MOST_AT_ONCE = 200


def given_up() -> list[str]:
    """Matches to which nobody came for a day, the oldest first."""
    before = now_ms() - GIVE_UP_MS
    old = Match.objects.filter(status=Match.Status.GATHERING, created_at__lt=before)
    lonely = old.exclude(transactions__time__gte=before)
    return list(lonely.order_by("created_at").values_list("id", flat=True)[:MOST_AT_ONCE])


def give_up(match_id: str) -> None:
    """End a match that has not begun; it is void.

    Raises Refused: NO_SUCH_MATCH, MATCH_OVER, NOT_GATHERING if it has begun, STALE if somebody
    came just now.
    """
    match = Match.objects.filter(pk=match_id).only("sequence", "started_at").first()
    if match is None:
        raise Refused(codes.NO_SUCH_MATCH)
    if match.started_at is not None:
        raise Refused(codes.NOT_GATHERING)
    details = Details()
    details.reason = kinds.VOIDED
    turns.submit(
        Command(
            match_id,
            kinds.END,
            kinds.CLOCK,
            kinds.SYSTEM,
            system_command_id(ids.read(match_id), kinds.END, kinds.SYSTEM, match.sequence),
            details=details,
            due=match.sequence,
        )
    )
