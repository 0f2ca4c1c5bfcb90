"""How often somebody may ask. A view names its throttle; refusals say when to come again."""

from django.conf import settings
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from accounts import rate
from accounts.rest.addresses import address, network

HOUR = 3600


class Throttle(BaseThrottle):
    """So many a span of time. Subclasses say what is counted, for whom and how much is too much."""

    what = ""
    seconds = HOUR

    def most(self) -> int:
        """How many are allowed in `seconds`."""
        raise NotImplementedError

    def who(self, request: Request) -> str:
        """For whom it is counted."""
        raise NotImplementedError

    def allow_request(self, request: Request, view: APIView) -> bool:
        """Count this one; False if it is one too many."""
        return rate.count(self.what, self.who(request), self.seconds) <= self.most()

    def wait(self) -> float:
        """Seconds until it is worth another try."""
        return rate.left(self.seconds)


class AddressThrottle(Throttle):
    """Counts for an address, or for a network of IPv6."""

    def who(self, request: Request) -> str:
        """The address."""
        return network(address(request))


class AccountThrottle(Throttle):
    """Counts for an account; for the address of a stranger."""

    def who(self, request: Request) -> str:
        """The account's id."""
        return str(getattr(request.user, "public_id", "") or network(address(request)))


class GuestThrottle(AddressThrottle):
    """New guests."""

    what = "guests"

    def most(self) -> int:
        """As the settings say."""
        return int(settings.GUESTS_AN_HOUR)
