"""Counting what somebody does in a while."""

import time

from django.core.cache import cache


def count(what: str, who: str, seconds: int) -> int:
    """Count one more and return how many there are in this span of time.

    Spans begin at whole multiples of `seconds`. The counters of several processes are one if the
    cache is (REDIS_URL); a cache that has forgotten begins anew.
    """
    key = _key(what, who, seconds)
    cache.add(key, 0, timeout=seconds + 60)
    try:
        return int(cache.incr(key))
    except ValueError:
        return 1


def counted(what: str, who: str, seconds: int) -> int:
    """How many there are in this span of time, without counting one."""
    return int(cache.get(_key(what, who, seconds), 0))


def left(seconds: int) -> float:
    """Seconds until the span ends."""
    return seconds - time.time() % seconds


def _key(what: str, who: str, seconds: int) -> str:
    return f"rate:{what}:{who}:{int(time.time() // seconds)}"
