"""One server process.

`python -m citybuilder.serve FD` serves on a socket that the supervisor opened; standard input is a
pipe from it. `python -m citybuilder.serve` opens HOST:PORT itself and runs until a signal ends it.
"""

import os
import socket
import sys

import uvicorn
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from citybuilder import listening, parent, patience
from citybuilder.lifespan import lifespan

# What is a little longer than a client's frame may be still reaches the protocol, which tells the
# client what was wrong; more ends the connection with 1009.
SPARE_BYTES = 4 * 1024
GRACE_SECONDS = 5  # for the requests under way when the server ends


class _Server(uvicorn.Server):
    """Ends the parts of the lifespan while the sockets are still open, so that they can be told."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        await lifespan.end()
        await super().shutdown(sockets)


def config() -> uvicorn.Config:
    """How the platform is served."""
    return uvicorn.Config(
        "citybuilder.asgi:application",
        loop="uvloop",
        # Real backpressure, 25 KB a socket; the older implementation buffers what nobody reads.
        http=patience.PatientProtocol,
        ws="websockets-sansio",
        ws_max_size=settings.REALTIME_LIMITS.frame_in + SPARE_BYTES,
        # Off: memory for each socket, and lengths that tell of what was compressed.
        ws_per_message_deflate=False,
        # The protocol has heartbeats of its own, which also carry the state's hash.
        ws_ping_interval=None,
        lifespan="on",
        log_config=None,
        access_log=False,
        # Only who is named may say in whose name it asks.
        proxy_headers=bool(settings.TRUSTED_PROXIES),
        forwarded_allow_ips=settings.TRUSTED_PROXIES,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


def main(arguments: list[str]) -> int:
    """Serve until told to stop; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "citybuilder.settings")
    try:
        if arguments:
            parent.end_with_parent()
            listener = socket.socket(fileno=int(arguments[0]))
        else:
            listener = listening.open_listener(settings.HOST, settings.PORT)
    except ImproperlyConfigured as error:
        print(f"City Builder cannot run: {error}", file=sys.stderr)  # noqa: T201
        return 1
    patience.allow_connections(settings.REALTIME_LIMITS.sockets_a_process)
    server = _Server(config())
    server.run(sockets=[listener])
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
