"""What somebody wants to have written into a match's log."""

from games.ledger.entries import Details


class Base:
    """The last entry that the sender knew: epoch, sequence and chain hash (32 bytes)."""

    __slots__ = ("epoch", "head", "sequence")

    def __init__(self, epoch: int, sequence: int, head: bytes) -> None:
        self.epoch = epoch
        self.sequence = sequence
        self.head = head


class Newcomer:
    """Who takes a seat; a bot has no user."""

    __slots__ = ("colour", "name", "user_id")

    def __init__(self, user_id: int | None, name: str, colour: int) -> None:
        self.user_id = user_id
        self.name = name
        self.colour = colour


class ByHost:
    """Who orders something as the host; found: the user whose seat it is about, as it was seen then
    (None: a bot's, or nobody's).
    """

    __slots__ = ("found", "user_id")

    def __init__(self, user_id: int, found: int | None = None) -> None:
        self.user_id = user_id
        self.found = found


class Command:
    """One command for `turns.submit`.

    kind, authority, seat: as in games.ledger.kinds; command_id: 16 bytes, the same for every try of
    the same thing; action: bytes of the rules; preimage: an opening or a link; details: of the
    entry; base: what the sender had seen, if order matters to it; user_id: the person behind a
    PLAYER's command, who must own the seat; newcomer: with a JOIN; by_host: with what only the host
    may do; due: for what the platform does by rule, the sequence that made it due, beyond which it
    is due no more.
    """

    def __init__(
        self,
        match_id: str,
        kind: int,
        authority: int,
        seat: int,
        command_id: bytes,
        *,
        action: bytes = b"",
        preimage: bytes = b"",
        details: Details | None = None,
        base: Base | None = None,
        user_id: int | None = None,
        newcomer: Newcomer | None = None,
        by_host: ByHost | None = None,
        due: int | None = None,
    ) -> None:
        self.match_id = match_id
        self.kind = kind
        self.authority = authority
        self.seat = seat
        self.command_id = command_id
        self.action = action
        self.preimage = preimage
        self.details = details or Details()
        self.base = base
        self.user_id = user_id
        self.newcomer = newcomer
        self.by_host = by_host
        self.due = due


class Outcome:
    """What became of a command: the entry that stands in the log.

    entry: its bytes; repeated: whether it had been written before.
    """

    __slots__ = ("entry", "epoch", "head", "match_id", "repeated", "sequence")

    def __init__(
        self, match_id: str, sequence: int, epoch: int, entry: bytes, head: bytes, repeated: bool
    ) -> None:
        self.match_id = match_id
        self.sequence = sequence
        self.epoch = epoch
        self.entry = entry
        self.head = head
        self.repeated = repeated
