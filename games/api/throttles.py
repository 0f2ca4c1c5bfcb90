"""How often an account may make matches and sit down in them."""

from accounts.rest.throttles import AccountThrottle


class CreateThrottle(AccountThrottle):
    """New matches; the domain also limits how many may wait at a time."""

    what = "matches"

    def most(self) -> int:
        """In an hour."""
        return 60


class SeatThrottle(AccountThrottle):
    """Sitting down, leaving, removing, seating bots: each is an entry that the log keeps."""

    what = "seats"

    def most(self) -> int:
        """In an hour."""
        return 600
