"""A frame of a client, from its bytes to its handler."""

import asyncio
import logging

import msgspec

from games.matches.refused import Refused
from games.protocol import client_messages as client
from games.protocol import codes
from games.protocol.json_codec import decode
from games.protocol.protocol_error import ProtocolError
from games.realtime import seating
from games.realtime.connection import Connection
from games.realtime.handlers import TABLE
from games.realtime.hub import Hub
from games.realtime.roles import Role

_ASKS_FOR_LOG = client.Hello | client.Resume | client.Difference
RETRY_AFTER = 2.0  # seconds, told with what is not available now

log = logging.getLogger(__name__)


async def take(hub: Hub, connection: Connection, text: str | None) -> None:
    """Read a frame and do what it says; text is None for a binary frame."""
    if text is None:
        connection.end(codes.NOT_TEXT)
        return
    if len(text) > hub.limits.frame_in or len(text.encode()) > hub.limits.frame_in:
        connection.end(codes.TOO_LARGE)
        return
    try:
        _, message, timestamp = decode(text)
    except ProtocolError as error:
        if codes.MEANINGS[error.code].close is not None:
            connection.end(error.code, error.detail)
        elif _may(connection, None):
            connection.tell(error.code, error.detail)
        return
    if not _may(connection, message):
        return
    ref = _ref(message)
    handler = TABLE.get((connection.role, type(message)))
    if handler is None and connection.role is Role.SPECTATOR:
        # A seat taken over REST a moment ago may not be known in the room yet.
        room = hub.rooms.get(connection.match_id)
        if room is not None:
            await seating.look(hub, room)
        handler = TABLE.get((connection.role, type(message)))
    if handler is None:
        connection.tell(codes.ROLE, connection.role, ref=ref)
        return
    try:
        await handler(hub, connection, message, timestamp)
    except Refused as refused:
        _refuse(connection, refused, message)
        _let_go(refused)
    except Exception as error:
        log.exception("match %s: a message was not handled", connection.match_id)
        _refuse(connection, Refused(codes.UNAVAILABLE), message)
        _let_go(error)


def _refuse(connection: Connection, refused: Refused, message: msgspec.Struct) -> None:
    ref = _ref(message)
    wait = RETRY_AFTER if refused.code in (codes.UNAVAILABLE, codes.RATE) else None
    # Without its hello, or with a gap in what it was told of the log, a connection is of no use: it
    # ends, and the client comes again.
    useless = connection.role is Role.NEWCOMER or isinstance(message, _ASKS_FOR_LOG)
    if useless and codes.MEANINGS[refused.code].close is not None:
        connection.end(refused.code, refused.detail, retry_after=wait)
    else:
        connection.tell(refused.code, refused.detail, ref=ref, retry_after=wait)


def _let_go(error: BaseException | None) -> None:
    """Drop the frames that an error came through: they hold the connection, and those of asgiref
    hold the error in turn. Only the cyclic collector would free all that.
    """
    while error is not None:
        error.__traceback__ = None
        error = error.__cause__ or error.__context__


def _may(connection: Connection, message: msgspec.Struct | None) -> bool:
    """Count a message; False if it came too soon, which is told, and in the end punished."""
    now = asyncio.get_running_loop().time()
    wait = connection.pace.message(now, message)
    if not wait:
        return True
    ref = _ref(message)
    # Without its hello a connection is of no use: it ends, and the client may come again.
    if connection.pace.refused(now) or connection.role is Role.NEWCOMER:
        connection.end(codes.RATE, ref=ref, retry_after=wait)
    else:
        connection.tell(codes.RATE, ref=ref, retry_after=wait)
    return False


def _ref(message: msgspec.Struct | None) -> bytes | None:
    """The id of the command or line that a message carries."""
    ref: bytes | None = getattr(message, "command_id", None) or getattr(message, "line_id", None)
    return ref
