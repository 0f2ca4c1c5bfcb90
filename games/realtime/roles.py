"""What somebody is on a socket; the table of handlers goes by it."""

from enum import StrEnum


class Role(StrEnum):
    """NEWCOMER has not said hello yet; LOBBY is everybody on the lobby's socket."""

    NEWCOMER = "newcomer"
    SPECTATOR = "spectator"
    MAYOR = "mayor"
    LOBBY = "lobby"
