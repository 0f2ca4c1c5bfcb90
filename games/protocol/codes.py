"""Numbers of errors, as sockets and the REST interface tell them.

1xx the message, 2xx who you are, 3xx signatures and the chain, 4xx the match, 5xx pace, 6xx the
platform. A number never changes its meaning; texts may.
"""

from typing import NamedTuple

MALFORMED, UNKNOWN_KIND, UNKNOWN_FIELD, TOO_LARGE, NOT_TEXT = 100, 101, 102, 103, 104
NOT_SIGNED_IN, FORBIDDEN, ROLE, REPLACED = 200, 201, 202, 203
SIGNATURE, CHAIN = 300, 310
STALE, NOT_YOUR_TURN, ILLEGAL, COMMAND_REUSED, NO_SUCH_MATCH = 400, 401, 402, 403, 404
MATCH_FULL, SEAT_TAKEN, NOT_GATHERING, NOT_PLAYING, NOT_SEATED = 405, 406, 407, 408, 409
NOT_HOST, BAD_ORDER, BAD_OPENING, TOO_MANY_ENTRIES, MATCH_OVER = 410, 411, 412, 413, 414
NO_ARCHIVE, KEPT_WAITING, SEATS_FREE, READY_ALREADY = 415, 416, 417, 418
RATE, SLOW = 500, 501
UNAVAILABLE, DRAINING = 600, 601


class Meaning(NamedTuple):
    """name: the constant's; close: the socket's close code where the error ends it, else None;
    always: whether it always ends it; text: English, for logs and programs.
    """

    name: str
    close: int | None
    always: bool
    text: str


MEANINGS: dict[int, Meaning] = {
    MALFORMED: Meaning("MALFORMED", 1007, False, "The message cannot be read."),
    UNKNOWN_KIND: Meaning("UNKNOWN_KIND", 4400, True, "No message has this type and kind."),
    UNKNOWN_FIELD: Meaning("UNKNOWN_FIELD", 4400, True, "The message has a field too many."),
    TOO_LARGE: Meaning("TOO_LARGE", 1009, True, "The message is too large."),
    NOT_TEXT: Meaning("NOT_TEXT", 4400, True, "Messages are text frames here."),
    NOT_SIGNED_IN: Meaning("NOT_SIGNED_IN", 4401, True, "Nobody is signed in."),
    FORBIDDEN: Meaning("FORBIDDEN", 4403, False, "This is not for you."),
    ROLE: Meaning("ROLE", None, False, "Not in the role you have here."),
    REPLACED: Meaning("REPLACED", 4409, True, "A newer connection took the place."),
    SIGNATURE: Meaning("SIGNATURE", None, False, "Signatures are not supported yet."),
    CHAIN: Meaning("CHAIN", None, False, "The chain hash is not the platform's."),
    STALE: Meaning("STALE", None, False, "The match has gone on since."),
    NOT_YOUR_TURN: Meaning("NOT_YOUR_TURN", None, False, "It is not your turn."),
    ILLEGAL: Meaning("ILLEGAL", None, False, "The rules do not allow it."),
    COMMAND_REUSED: Meaning("COMMAND_REUSED", None, False, "The command's id was used before."),
    NO_SUCH_MATCH: Meaning("NO_SUCH_MATCH", 4404, False, "There is no such match."),
    MATCH_FULL: Meaning("MATCH_FULL", None, False, "Every seat is taken."),
    SEAT_TAKEN: Meaning("SEAT_TAKEN", None, False, "The seat is taken."),
    NOT_GATHERING: Meaning("NOT_GATHERING", None, False, "The match has started."),
    NOT_PLAYING: Meaning("NOT_PLAYING", None, False, "The match is not being played."),
    NOT_SEATED: Meaning("NOT_SEATED", None, False, "You have no seat in the match."),
    NOT_HOST: Meaning("NOT_HOST", None, False, "Only the host may do this."),
    BAD_ORDER: Meaning("BAD_ORDER", None, False, "The match cannot be made so."),
    BAD_OPENING: Meaning("BAD_OPENING", None, False, "The opening is not the one promised."),
    TOO_MANY_ENTRIES: Meaning("TOO_MANY_ENTRIES", None, False, "The log is full."),
    MATCH_OVER: Meaning("MATCH_OVER", None, False, "The match is over."),
    NO_ARCHIVE: Meaning("NO_ARCHIVE", None, False, "The match has no archive yet."),
    KEPT_WAITING: Meaning(
        "KEPT_WAITING", None, False, "You kept the others of this match waiting too often."
    ),
    SEATS_FREE: Meaning("SEATS_FREE", None, False, "A seat is free, or commits anew."),
    READY_ALREADY: Meaning("READY_ALREADY", None, False, "The seat is ready already."),
    RATE: Meaning("RATE", 4429, False, "Too much in too short a time."),
    SLOW: Meaning("SLOW", 4408, True, "The connection could not keep up."),
    UNAVAILABLE: Meaning("UNAVAILABLE", 1013, False, "Not available right now."),
    DRAINING: Meaning("DRAINING", 1012, False, "The server is about to stop."),
}


def close_code(code: int) -> int:
    """The WebSocket close code of an error that ends a connection. Raises ValueError if none."""
    close = MEANINGS[code].close
    if close is None:
        raise ValueError(f"{MEANINGS[code].name} ends no connection")
    return close
