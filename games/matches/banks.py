"""Each mayor's time, worked out from the log: the turn's own time, then the bank."""

from games.ledger.fold import Fold
from games.ledger.genesis import UNTIMED
from games.ledger.kinds import SYSTEM


class Banks:
    """left: milliseconds in every seat's bank. Follows a fold from its first entry.

    A turn that takes longer than its own time takes the rest from the mayor's bank. Whatever a
    bot plays costs nothing.
    """

    def __init__(self, fold: Fold) -> None:
        self._clock = fold.genesis.clock
        self.left = [self._clock.bank] * len(fold.genesis.pseudonyms)
        self._note(fold)

    def follow(self, fold: Fold) -> None:
        """After each entry: if the turn went on, charge who had it."""
        if fold.clock.turn != self._turn or fold.clock.since != self._since:
            seat = self._turn[0]
            if seat != SYSTEM and not self._played_by_bot:
                over = fold.clock.time - self._since - self._clock.turn - self._extra
                left = self.left[seat] - max(0, over) + self._clock.increment
                self.left[seat] = max(0, left)
        self._note(fold)

    def deadline(self, fold: Fold) -> int | None:
        """When the time of the seat whose turn it is ends, ms UTC; None without a clock."""
        seat = fold.clock.turn[0]
        if self._clock.kind == UNTIMED or seat == SYSTEM or fold.ended:
            return None
        return fold.clock.since + self._clock.turn + fold.clock.extra + self.left[seat]

    def _note(self, fold: Fold) -> None:
        self._turn = fold.clock.turn
        self._since = fold.clock.since
        self._extra = fold.clock.extra
        seat = self._turn[0]
        self._played_by_bot = seat != SYSTEM and fold.played_by_bot(seat)
