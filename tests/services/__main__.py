"""Run a command with PostgreSQL and Redis in its environment.

    python -m tests.services pytest tests/matches

DATABASE_URL, MATCHES_DATABASE_URL and REDIS_URL are set; what the command ends with is the exit
code. The services are empty at the start and gone at the end.
"""

import os
import subprocess
import sys

from tests.services.postgres_server import PostgresServer
from tests.services.redis_server import RedisServer


def main(command: list[str]) -> int:
    """Start both, run the command, end both."""
    with PostgresServer() as postgres, RedisServer() as redis:
        services = {
            "DATABASE_URL": postgres.database("people"),
            "MATCHES_DATABASE_URL": postgres.database("matches"),
            "REDIS_URL": redis.url,
        }
        return subprocess.run(command, env={**os.environ, **services}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
