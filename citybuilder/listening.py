"""The open socket that a server process serves on."""

import socket

from django.core.exceptions import ImproperlyConfigured


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
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise ImproperlyConfigured(
            f"PORT {port} cannot be used ({error.strerror}): set PORT to a free one"
        ) from error
    return listener
