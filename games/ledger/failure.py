"""Why a log or an archive is not what it says it is. The kinds serve as exit codes of `verify`."""

FILE = 10  # the bytes are no archive, or damaged
CHAIN = 11  # an entry does not follow on the one before
PLAYER_SIGNATURE = 12  # a mayor's signature is missing or wrong
SERVER_SIGNATURE = 13  # a receipt, an endorsement or the seal is missing or wrong
KEY_VALIDITY = 14  # a key that was not there, not yet, or no longer valid
REVEAL = 15  # an opening, a link or a draw is not what was committed to
RULES = 16  # the rules refuse the setup or an action, or are other rules
STATE_HASH = 17  # the state is not the one that the entry names
TIME = 18  # time went back, a time-out was not due, too much lag credit
LOG = 19  # an entry that may not stand here: seat, authority, epoch, target, command id

NAMES = {
    FILE: "FILE",
    CHAIN: "CHAIN",
    PLAYER_SIGNATURE: "PLAYER_SIGNATURE",
    SERVER_SIGNATURE: "SERVER_SIGNATURE",
    KEY_VALIDITY: "KEY_VALIDITY",
    REVEAL: "REVEAL",
    RULES: "RULES",
    STATE_HASH: "STATE_HASH",
    TIME: "TIME",
    LOG: "LOG",
}


class Unverified(Exception):
    """The first thing found wrong.

    kind: one of the codes above; sequence: the entry it was found at (0: genesis or the file as a
    whole); reason: a few words for logs and for people who read the code.
    """

    def __init__(self, kind: int, sequence: int, reason: str) -> None:
        super().__init__(f"{NAMES[kind]} at {sequence}: {reason}")
        self.kind = kind
        self.sequence = sequence
        self.reason = reason
