"""The kinds of entries of a match's log: what each one carries, and who may write it."""

JOIN, READY, ACTION, DRAW, TIME_OUT, TAKEOVER, HAND_BACK = 1, 2, 3, 4, 5, 6, 7
TAKE_BACK, ROLLBACK, STAFF, END, LEAVE, KEY, REVEAL = 8, 9, 10, 11, 12, 13, 14

# Authorities: on whose word an entry stands. CLOCK is all that the platform does by rule.
PLAYER, BOT, CLOCK, BY_STAFF = 1, 2, 3, 4

SYSTEM = 255  # the seat of whatever no mayor does

# Steps of a take-back. Only DONE restores a state.
ASK, CONSENT, REFUSE, DONE = 1, 2, 3, 4

# Codes of a staff entry.
EXPEL, EXTEND, NOTE = 1, 2, 3

# Reasons of a LEAVE (before the start) and of an END.
LEFT, DID_NOT_OPEN, REMOVED = 1, 2, 3
PLAYED_OUT, ABANDONED, VOTED, VOIDED = 1, 2, 3, 4

LINK_BYTES = 32
OPENING_BYTES = 64  # salt and nonce
MOST_ACTION = 1024  # bytes: room for a plan of several actions

NONE, SOME, MAY = 0, 1, 2  # an action of the rules: absent, present, either

BYTES = 0  # instead of a width: a byte string with its length in front


class Kind:
    """What an entry of one kind carries.

    `own`: authorities that write it in the name of a mayor's seat; `system`: those that write it
    as SYSTEM. `preimages`: allowed lengths of the preimage. `action`: NONE, SOME or MAY.
    `fields`: names and widths of the details, in their order in the bytes.
    """

    def __init__(
        self,
        own: tuple[int, ...],
        system: tuple[int, ...],
        preimages: tuple[int, ...],
        action: int,
        fields: tuple[tuple[str, int], ...],
    ) -> None:
        self.own = own
        self.system = system
        self.preimages = preimages
        self.action = action
        self.fields = fields


_PLATFORM = (CLOCK, BY_STAFF)
_OF = ("of", 1)  # the seat it is about
_TARGET = ("target", 4)  # the sequence whose state is restored
_KEY = (("scheme", 1), ("key", BYTES))

KINDS = {
    JOIN: Kind((PLAYER, BOT), (), (0,), NONE, (("bot", 1),) + _KEY + (("commitment", BYTES),)),
    READY: Kind((PLAYER,), (), (0, OPENING_BYTES), NONE, ()),
    ACTION: Kind((PLAYER, BOT), (), (0,), SOME, ()),
    DRAW: Kind((), (CLOCK,), (LINK_BYTES,), SOME, ()),
    TIME_OUT: Kind((), (CLOCK,), (0,), SOME, ()),
    TAKEOVER: Kind((), _PLATFORM, (0,), SOME, (("bot", 1),)),
    HAND_BACK: Kind((PLAYER,), _PLATFORM, (0,), SOME, ()),
    TAKE_BACK: Kind((PLAYER, BOT), (CLOCK,), (0,), NONE, (("step", 1), _OF, _TARGET)),
    ROLLBACK: Kind((), _PLATFORM, (0,), NONE, (("reason", 2), _TARGET)),
    STAFF: Kind((), _PLATFORM, (0,), MAY, (("code", 1), _OF, ("value", 8))),
    END: Kind((), _PLATFORM, (0,), MAY, (("reason", 2),)),
    LEAVE: Kind((PLAYER,), _PLATFORM, (0,), NONE, (("reason", 2), _OF)),
    KEY: Kind((PLAYER,), _PLATFORM, (0,), NONE, (_OF,) + _KEY),
    REVEAL: Kind((), (CLOCK,), (0,), SOME, ()),
}
