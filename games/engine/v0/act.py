"""The second half of a plan; `act.pyi` has the type, for which MicroPython has no name."""


class Act:
    """act(events): changes the state and appends the event tuples of the change. Cannot fail."""
