"""How the platform writes its log: a line for a person, or an object for a machine."""

import re
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

# What moves a terminal's cursor or begins a line of its own.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def _harmless(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Control characters are written out, so that nobody's text can pass for a line of the log."""
    return {name: _escaped(value) for name, value in event.items()}


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", value)
    return value


_BEFORE: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _harmless,
]


def configuration(*, as_json: bool) -> dict[str, Any]:
    """LOGGING, for structlog's loggers and the standard library's alike. Writes to standard error.

    What comes in names and texts of people is escaped; errors keep their traces, without values.
    """
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_BEFORE,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    render: list[Any] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    # Traces without the values of variables, which both would print and which may be secrets.
    if as_json:
        traces = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        render += [structlog.processors.ExceptionRenderer(traces)]
        render += [structlog.processors.JSONRenderer()]
    else:
        plain = structlog.dev.plain_traceback
        render += [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=plain)]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [structlog.stdlib.ExtraAdder(), *_BEFORE],
                "processors": render,
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            # Who did what: docs/security.md lists the events.
            "security": {"level": "INFO" if as_json else "WARNING"},
            # Not found and not allowed are everyday.
            "django.request": {"level": "ERROR"},
        },
    }
