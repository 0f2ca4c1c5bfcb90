"""What things are worth, in thousandths of a point of prestige at the match's end."""

from ..engine.v0.scoring import WEIGHT

POINT = 1000  # one point of prestige
RESIDENT = tuple([POINT * weight // 4 for weight in WEIGHT])  # by the happiness of the home

LATE_COIN, LATER_COIN, COIN_A_ROUND, ROUNDS_COUNTED = 40, 110, 20, 8
RICH, POOREST, RICHEST = 22, 35, 115  # coins in hand at which a coin is worth its normal price
LEAST_FLOW = 60


def coin_worth(after: int) -> int:
    """A coin in hand with so many rounds to follow this one: what it can still be turned into."""
    if after <= 0:
        return LATE_COIN
    return LATER_COIN + COIN_A_ROUND * min(after, ROUNDS_COUNTED)


def scale(coins: int) -> int:
    """Per cent by which plenty or want of coins changes what one is worth."""
    return max(POOREST, min(RICHEST, 100 * RICH // (max(0, coins) + 4)))


def flow_worth(left: int, percent: int) -> int:
    """A coin at the end of this and of every later round; left: rounds including this one."""
    total = 0
    for after in range(left):
        total += coin_worth(after)
    return total * max(LEAST_FLOW, percent) // 100


def held(happy: int) -> int:
    """Happiness as the rules hold it, 0 to 10."""
    return 0 if happy < 0 else 10 if happy > 10 else happy
