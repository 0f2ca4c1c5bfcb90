"""The server's clock."""

from time import time_ns


def now_ms() -> int:
    """Now, in integer milliseconds UTC."""
    return time_ns() // 1_000_000
