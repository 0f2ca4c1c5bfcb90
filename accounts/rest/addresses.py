"""Where a request comes from."""

import ipaddress

from django.http import HttpRequest
from rest_framework.request import Request


def address(request: HttpRequest | Request) -> str:
    """The address of who asks. Proxies are believed by the server process, not here."""
    return str(request.META.get("REMOTE_ADDR", ""))


def network(written: str) -> str:
    """What is counted as one: the address, or the /64 of IPv6, which a household has for itself."""
    try:
        found = ipaddress.ip_address(written)
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.IPv6Network((found.packed[:8] + bytes(8), 64)))
    return str(found)
