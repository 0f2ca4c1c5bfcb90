"""What several processes share: hints between them, the cache, the queue of tasks.

Without Redis each server process has its own hints and cache, and the queue is a folder: right for
one machine. With Redis any number of processes on any number of machines work together.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

PREFIX = "citybuilder"  # of every key in Redis


def checked(url: str) -> str:
    """The URL of Redis, or nothing; raises ImproperlyConfigured if it is of no use."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("redis", "rediss") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if url and not usable:
        # The value is not repeated: it may hold a password.
        raise ImproperlyConfigured("REDIS_URL must be like redis://:password@host:6379/0")
    return url


def channel_layers(url: str) -> dict[str, dict[str, Any]]:
    """CHANNEL_LAYERS. PubSub and not the core layer, which a restart of Redis kills in receive."""
    if not url:
        return {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    backend = "channels_redis.pubsub.RedisPubSubChannelLayer"
    return {"default": {"BACKEND": backend, "CONFIG": {"hosts": [url], "prefix": PREFIX}}}


def caches(url: str) -> dict[str, dict[str, Any]]:
    """CACHES: what may be forgotten at any time. Counters of rates live here."""
    if not url:
        backend = "django.core.cache.backends.locmem.LocMemCache"
        return {"default": {"BACKEND": backend, "OPTIONS": {"MAX_ENTRIES": 100_000}}}
    backend = "django.core.cache.backends.redis.RedisCache"
    return {"default": {"BACKEND": backend, "LOCATION": url, "KEY_PREFIX": PREFIX}}


def broker(url: str, folder: Path) -> dict[str, Any]:
    """Celery's settings of its broker; without Redis the queue is a folder in this one."""
    if url:
        return {"broker_url": url, "broker_transport_options": {"global_keyprefix": f"{PREFIX}:"}}
    return {
        "broker_url": "folder://localhost",  # citybuilder.celery tells kombu what that is
        "broker_transport_options": {
            "data_folder_in": str(folder / "queue"),
            "data_folder_out": str(folder / "queue"),
            "control_folder": str(folder / "control"),
            "processed_folder": str(folder / "taken"),
        },
    }
