"""The open socket that a server process serves on."""

import socket

from django.core.exceptions import ImproperlyConfigured

# How long what was sent may go unacknowledged, or wait for a peer whose window is shut, before the
# system gives the connection up. A peer that is cut off without a word is silent for 45 s until it
# is closed (games.protocol.limits); this much later nothing is kept for it.
UNACKNOWLEDGED_MS = 10_000


def open_listener(host: str, port: int) -> socket.socket:
    """Listen on this address; raises ImproperlyConfigured if it cannot be had."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as error:
        raise ImproperlyConfigured(f"HOST {host!r} cannot be used ({error.strerror})") from error
    listener = socket.socket(family, kind)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux; accepted connections inherit it
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNACKNOWLEDGED_MS)
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise ImproperlyConfigured(
            f"PORT {port} cannot be used ({error.strerror}): set PORT to a free one"
        ) from error
    return listener
