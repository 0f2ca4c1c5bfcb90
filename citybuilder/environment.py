"""What can be set from the environment: names, kinds and defaults; all in SETTINGS."""

import ipaddress
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from games.protocol.limits import Limits, Rate

MOST_OF_A_PACE = 1_000_000
_LIMITS = Limits()


def _written(rate: Rate) -> str:
    """A pace as it is set: so many at once, and so many again in so many seconds."""
    return f"{rate.burst}/{rate.burst / rate.each_second:g}"


# Name -> (kind, default). docs/configuration.md tells what each one means; a test compares.
SETTINGS: dict[str, tuple[Any, Any]] = {
    "PROFILE": (str, "local"),
    "DATA_DIR": (str, "var"),
    "HOST": (str, "127.0.0.1"),
    "PORT": (int, 8000),
    "SECRET_KEY": (str, ""),
    "ALLOWED_HOSTS": (list, []),
    "ORIGINS": (list, []),
    "TRUSTED_PROXIES": (list, []),
    "DATABASE_URL": (str, ""),
    "MATCHES_DATABASE_URL": (str, ""),
    "DATABASE_POOL": (int, 8),
    "SQLITE_SYNCHRONOUS": (str, "NORMAL"),
    "REDIS_URL": (str, ""),
    "GUESTS_AN_HOUR": (int, 200),
    "GUESTS_KEPT_DAYS": (int, 30),
    "STAND_IN_SECONDS": (int, 120),
    "WORKER_LOOK_SECONDS": (int, 20),
    "CLIENT_DEV_SERVER": (bool, False),
    "LIMIT_FRAME_IN": (int, _LIMITS.frame_in),
    "LIMIT_FRAME_OUT": (int, _LIMITS.frame_out),
    "LIMIT_GAP": (int, _LIMITS.gap),
    "LIMIT_QUEUE_MESSAGES": (int, _LIMITS.queue_messages),
    "LIMIT_QUEUE_BYTES": (int, _LIMITS.queue_bytes),
    "LIMIT_SOCKETS_A_SEAT": (int, _LIMITS.sockets_a_seat),
    "LIMIT_SOCKETS_A_GUEST_ADDRESS": (int, _LIMITS.sockets_a_guest_address),
    "LIMIT_SOCKETS_A_PROCESS": (int, _LIMITS.sockets_a_process),
    "LIMIT_SPECTATORS": (int, _LIMITS.spectators),
    "LIMIT_HEARTBEAT": (int, int(_LIMITS.heartbeat)),
    "LIMIT_DEAD_AFTER": (int, int(_LIMITS.dead_after)),
    "LIMIT_TURNS": (str, _written(_LIMITS.turns)),
    "LIMIT_MESSAGES": (str, _written(_LIMITS.messages)),
    "LIMIT_LINES": (str, _written(_LIMITS.lines)),
    "LIMIT_LOGS": (str, _written(_LIMITS.logs)),
    "LIMIT_REFUSALS": (str, _written(_LIMITS.refusals)),
    "LIMIT_OPENINGS": (str, _written(_LIMITS.openings)),
}
PROFILES = ("local", "production")

_KINDS = {int: "a whole number", bool: "true or false", list: "a list with commas"}
_TRUE_OR_FALSE = (*environ.Env.BOOLEAN_TRUE_STRINGS, "false", "off", "n", "no", "0", "")
_env = environ.Env(**SETTINGS)


def read(name: str) -> Any:
    """The value of a setting; raises ImproperlyConfigured if it is of the wrong kind."""
    kind, default = SETTINGS[name]
    # Not `_env(name)`: that takes a value that begins with $ for the name of another variable, and
    # a secret may well begin so.
    written = _env.ENVIRON.get(name)
    if written is None:
        return default
    try:
        if kind is bool and written.lower() not in _TRUE_OR_FALSE:
            raise ValueError(written)
        return _env.parse_value(written, kind)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be {_KINDS[kind]}, not {written!r}") from error


def networks(name: str) -> list[str]:
    """A setting that lists addresses or networks of addresses."""
    written = list(read(name))
    for each in written:
        try:
            ipaddress.ip_network(each)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"{name} must list addresses or networks like 10.0.0.0/8, not {each!r}"
            ) from error
    return written


def one_of(name: str, words: tuple[str, ...]) -> str:
    """A setting that must be one of a few words."""
    value = str(read(name))
    if value not in words:
        raise ImproperlyConfigured(f"{name} must be {' or '.join(words)}, not {value!r}")
    return value


def profile() -> str:
    """`local` (one machine, nothing to set) or `production`."""
    return one_of("PROFILE", PROFILES)


def whole_number(name: str, least: int, most: int) -> int:
    """A setting that must lie between two numbers, both included."""
    value = int(read(name))
    if not least <= value <= most:
        raise ImproperlyConfigured(f"{name} must be between {least} and {most}, not {value}")
    return value


def pace(name: str) -> tuple[int, int]:
    """A setting like `60/20`: how many at once, and in how many seconds as many again."""
    written = str(read(name))
    count, _, seconds = written.partition("/")
    numbers = [int(part) if _digits(part) else 0 for part in (count, seconds)]
    if not all(1 <= number <= MOST_OF_A_PACE for number in numbers):
        raise ImproperlyConfigured(
            f"{name} must be like 60/20 (60 at once, 60 more in 20 seconds), not {written!r}"
        )
    return numbers[0], numbers[1]


def _digits(part: str) -> bool:
    return part.isascii() and part.isdigit() and len(part) <= len(str(MOST_OF_A_PACE))


def required(name: str) -> Any:
    """A setting that this profile cannot do without."""
    value = read(name)
    if not value:
        raise ImproperlyConfigured(f"{name} must be set in the {profile()} profile")
    return value
