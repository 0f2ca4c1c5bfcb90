"""What a new match can be made of: the rules' and the platform's own bounds, for the form."""

from games import engine
from games.matches.order import CORRESPONDENCE_DAYS

_RULES = engine.rules(engine.LATEST)


def choices() -> dict[str, object]:
    """Plain data for the page.

    standard: by kind (size, rounds, least seats, most seats); sizes: by seats from 2 on the least
    size, then the most; seats, rounds: least and most of a custom match; days: of correspondence.
    """
    bounds = {name: (least, most) for name, least, most in _RULES.setups.SETUP_FIELDS}
    seats = bounds["seats"]
    least_sizes = [_RULES.terrain.minimum_size(count) for count in range(seats[0], seats[1] + 1)]
    return {
        "standard": _RULES.newgame.STANDARD,
        "sizes": [*least_sizes, _RULES.terrain.MAXIMUM_SIZE],
        "seats": seats,
        "rounds": bounds["rounds"],
        "days": CORRESPONDENCE_DAYS,
    }
