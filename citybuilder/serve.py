"""One server process: uvicorn on a socket that the supervisor opened.

Run as `python -m citybuilder.serve FD`. Standard input is a pipe from the supervisor: when it
ends, the supervisor is gone, however it died, and the server stops.
"""

import asyncio
import os
import socket
import sys
import threading

import uvicorn


def run(listener: socket.socket) -> None:
    """Serve until the process is told to stop or its supervisor is gone."""
    config = uvicorn.Config(
        "citybuilder.asgi:application",
        lifespan="off",
        ws="none",
        log_level="warning",
        # Which proxy to trust is a decision of the deployment, not a default.
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    threading.Thread(target=_stop_with_supervisor, args=(server,), daemon=True).start()
    asyncio.run(server.serve(sockets=[listener]))


def _stop_with_supervisor(server: uvicorn.Server) -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    server.should_exit = True


if __name__ == "__main__":
    run(socket.socket(fileno=int(sys.argv[1])))
