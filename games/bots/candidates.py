"""What a seat could do with a point: a list that the families of candidates fill."""


class Candidates:
    """rows: (worth, points, coins, action). worth: thousandths of a point of prestige, the coins
    already counted in; points and coins: the action's price."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, int, int, tuple[int, ...]]] = []

    def add(self, worth: int, points: int, coins: int, action: tuple[int, ...]) -> None:
        """One candidate more; it need not be affordable."""
        self.rows.append((worth, points, coins, action))
