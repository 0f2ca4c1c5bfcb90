"""What a level of bots is; `decide.pyi` has the type, for which MicroPython has no name."""


class Decide:
    """decide(state, seat, salt): what the seat would like to do, best first; the last is always
    possible."""
