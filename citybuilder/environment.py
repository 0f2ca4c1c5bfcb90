"""What can be set from the environment: names, kinds and defaults; all in SETTINGS."""

from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

# Name -> (kind, default). docs/configuration.md tells what each one means; a test compares.
SETTINGS: dict[str, tuple[Any, Any]] = {
    "PROFILE": (str, "local"),
    "DATA_DIR": (str, "var"),
    "PORT": (int, 8000),
    "SECRET_KEY": (str, ""),
    "ALLOWED_HOSTS": (list, []),
    "CLIENT_DEV_SERVER": (bool, False),
}
PROFILES = ("local", "production")

_KINDS = {int: "a whole number", bool: "true or false", list: "a list with commas"}
_env = environ.Env(**SETTINGS)


def read(name: str) -> Any:
    """The value of a setting; raises ImproperlyConfigured if it is of the wrong kind."""
    try:
        return _env(name)
    except ValueError as error:
        kind = _KINDS[SETTINGS[name][0]]
        raise ImproperlyConfigured(f"{name} must be {kind}, not {_raw(name)!r}") from error


def profile() -> str:
    """`local` (one machine, nothing to set) or `production`."""
    value = str(read("PROFILE"))
    if value not in PROFILES:
        raise ImproperlyConfigured(f"PROFILE must be {' or '.join(PROFILES)}, not {value!r}")
    return value


def port() -> int:
    """The TCP port to serve on."""
    value = int(read("PORT"))
    if not 1 <= value <= 65535:
        raise ImproperlyConfigured(f"PORT must be between 1 and 65535, not {value}")
    return value


def required(name: str) -> Any:
    """A setting that this profile cannot do without."""
    value = read(name)
    if not value:
        raise ImproperlyConfigured(f"{name} must be set in the {profile()} profile")
    return value


def _raw(name: str) -> str:
    return str(_env.ENVIRON.get(name, ""))
