"""Telling what was committed: to whoever listens in this process, and as a hint to the others.

A hint may be lost, doubled or late. It only says where the log stands; who hears of a gap reads the
log. So nothing here is needed for correctness, only for speed.
"""

import asyncio
import logging
from collections.abc import Callable

from asgiref.sync import async_to_sync
from channels.layers import InMemoryChannelLayer, get_channel_layer

from games.ledger import kinds
from games.matches.command import Outcome
from games.matches.writer import Append

HINT = "match.hint"  # type of the channel layer's message

log = logging.getLogger(__name__)


class Published:
    """What has changed in a match.

    sequence, epoch: where the log stands; entry: the entry that is new, or None; changed: what of
    "seats", "clock", "status", "chat", "presence", "vote", "rematch" is to be looked at again.
    """

    __slots__ = ("changed", "entry", "epoch", "match_id", "sequence")

    def __init__(
        self,
        match_id: str,
        sequence: int,
        epoch: int,
        entry: bytes | None,
        changed: frozenset[str],
    ) -> None:
        self.match_id = match_id
        self.sequence = sequence
        self.epoch = epoch
        self.entry = entry
        self.changed = changed


Listener = Callable[[Published], None]
_listeners: list[Listener] = []
_sending: set[asyncio.Task[None]] = set()


def listen(listener: Listener) -> None:
    """Call the listener after every commit of this process, in the thread that committed."""
    _listeners.append(listener)


def unlisten(listener: Listener) -> None:
    """Call it no more."""
    _listeners.remove(listener)


def group(match_id: str) -> str:
    """The name of a match's group in the channel layer."""
    return "match." + match_id


def entry(outcome: Outcome, item: Append) -> None:
    """Tell an entry that is committed."""
    kind = item.row[4]
    changed = {"clock"}
    if "status" in item.more:
        changed.add("status")
    if item.seats:
        changed.add("seats")
    if kind in (kinds.TAKEOVER, kinds.HAND_BACK):
        changed |= {"presence", "vote"}  # of whom a vote needs, too
    tell(
        Published(
            outcome.match_id, outcome.sequence, outcome.epoch, outcome.entry, frozenset(changed)
        )
    )


def tell(published: Published) -> None:
    """Tell something that is committed."""
    for listener in list(_listeners):
        try:
            listener(published)
        except Exception:
            log.exception("a listener failed")
    layer = get_channel_layer()
    # The layer in memory does not cross processes, and this process has been told.
    if layer is None or isinstance(layer, InMemoryChannelLayer):
        return
    hint = {
        "type": HINT,
        "match": published.match_id,
        "sequence": published.sequence,
        "epoch": published.epoch,
        "changed": sorted(published.changed),
    }
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        try:
            async_to_sync(layer.group_send)(group(published.match_id), hint)
        except Exception:
            log.warning("a hint was not sent", exc_info=True)
        return
    task = loop.create_task(_send(published.match_id, hint))
    _sending.add(task)
    task.add_done_callback(_sending.discard)


async def _send(match_id: str, hint: dict[str, object]) -> None:
    layer = get_channel_layer()
    try:
        await layer.group_send(group(match_id), hint)
    except Exception:
        log.warning("a hint was not sent", exc_info=True)
