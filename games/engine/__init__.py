"""The rules of City Builder, once, for the server and for the browser.

This package is pure: it imports nothing of the platform, reads no clock, draws no numbers of
its own, and runs unchanged on CPython and on MicroPython. `rules(version)` gives a version;
a version's module offers, with the units and errors its functions name:

new_game(setup), apply(state, seat, action), check(...), legal_actions(state, seat),
legal_mask(state, seat, tool), preview(state, seat, action), explain(state, tile), outlook(state),
encode(state), decode(bytes), copy(state), state_hash(state), scores(state),
standings(state), encode_action, decode_action, encode_setup, decode_setup, standard_setup;
where all plan at once also draft(state, seat), check_plan(state, seat, steps),
plan_digest(state, seat, steps, salt).
"""

from . import v0

VERSIONS = ((0, v0),)
LATEST = 0
DRAFT = 0  # still tuned: its goldens may be made anew; released versions are frozen


def rules(version: int):  # type: ignore[no-untyped-def]  # a module: MicroPython has no name for it
    """The module of this version of the rules. Raises KeyError for one that does not exist."""
    for number, module in VERSIONS:
        if number == version:
            return module
    raise KeyError(version)
