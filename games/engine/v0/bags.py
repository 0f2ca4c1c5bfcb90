"""Bags of cards, drawn without putting back: no card comes twice before all have come.

A bag is a number whose bit i is set while card i is in it.
"""

GOALS, EVENTS, WINDS = 17, 16, 4
ALL_GOALS, ALL_EVENTS, ALL_WINDS = (1 << GOALS) - 1, (1 << EVENTS) - 1, (1 << WINDS) - 1


def count(bag: int) -> int:
    """How many cards a bag holds: the bits that are set."""
    total = 0
    while bag:
        total += bag & 1
        bag >>= 1
    return total


def take(bag: int, value: int) -> tuple[int, int, int]:
    """(the card, the bag without it, what is left of the number) of a bag that is not empty.

    The number modulo the count of cards names the card, counted from the lowest bit (0 is the
    lowest); divided by the count it names the next one.
    """
    cards = count(bag)
    index = value % cards
    card = 0
    while True:
        if bag >> card & 1:
            if not index:
                return card, bag & ~(1 << card), value // cards
            index -= 1
        card += 1
