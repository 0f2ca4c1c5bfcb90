"""What follows when a seat goes before the start: who is to blame, and who is host from then on.

Whoever leaves after others have opened, or does not open in time, makes everybody commit anew. Once
or twice that is bad luck; a person who does it again and again gets no seat of the match any more.
"""

from games.ledger import kinds
from games.matches.command import Command
from games.matches.warm import Warm
from games.matches.writer import Append

MOST_SETBACKS = 3
NOBODY = 0  # as the host: who sits down next is


def goes(warm: Warm, command: Command) -> int | None:
    """The user whose seat a command would free; None: a bot's, or no LEAVE."""
    if command.kind != kinds.LEAVE:
        return None
    return warm.people[command.details.of].user_id


def follow(warm: Warm, command: Command, item: Append, gone: int | None, *, failed: bool) -> None:
    """Add to the append what else changes. gone: of `goes`, asked before; failed: whether the
    entry made an attempt to begin fail.
    """
    if gone is not None:
        reason = command.details.reason
        if reason == kinds.DID_NOT_OPEN or (reason == kinds.LEFT and failed):
            warm.setbacks[gone] = warm.setbacks.get(gone, 0) + 1
            item.setback = gone
    host = warm.row.host_user_id
    if host == NOBODY or (gone is not None and gone == host):
        _pass_on(warm, item)


def _pass_on(warm: Warm, item: Append) -> None:
    """The seated person with the lowest number is host; nobody, if nobody is seated."""
    seated = [person for person in warm.people if person.user_id is not None]
    row = warm.row
    row.host_user_id = (seated[0].user_id if seated else None) or NOBODY
    item.more["host_user_id"] = row.host_user_id
    if seated:
        row.host_name = item.more["host_name"] = seated[0].name


def kept_waiting(warm: Warm, user_id: int) -> bool:
    """Whether a person has made too many attempts fail to be given a seat again."""
    return warm.setbacks.get(user_id, 0) >= MOST_SETBACKS
