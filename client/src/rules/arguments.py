"""Reading the arguments of an operation: named, typed, refused with a code.

Bytes travel as hexadecimal, an integer over 32 bits as a string "0x...".
"""

UNKNOWN_OPERATION = 1
NO_SUCH_GAME = 2
BAD_ARGUMENT = 3
TOO_MANY_GAMES = 4
NO_SUCH_LOG = 5
TOO_MANY_LOGS = 6


class BridgeError(Exception):
    """A request that no operation can answer; `code` says why."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


def need(args: dict[str, object], name: str) -> object:
    """The argument of this name, whatever it is."""
    if name not in args:
        raise BridgeError(BAD_ARGUMENT, "missing argument " + name)
    return args[name]


def integer(args: dict[str, object], name: str) -> int:
    """An integer; true and false are none."""
    value = need(args, name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BridgeError(BAD_ARGUMENT, name + " must be an integer")
    return value


def octets(args: dict[str, object], name: str) -> bytes:
    """Bytes, written as hexadecimal."""
    return _octets(need(args, name), name)


def list_of_octets(args: dict[str, object], name: str) -> list[bytes]:
    """A list of bytes."""
    return [_octets(item, name) for item in _list(args, name)]


def action(args: dict[str, object]) -> tuple[int, ...]:
    """An action of the rules: a list of integers."""
    return integers(args, "action")


def integers(args: dict[str, object], name: str) -> tuple[int, ...]:
    """A list of integers."""
    return _numbers(need(args, name), name)


def wide(args: dict[str, object], name: str) -> int:
    """An integer of any size."""
    return _number(need(args, name), name)


def list_of_actions(args: dict[str, object], name: str) -> list[tuple[int, ...]]:
    """A list of actions."""
    return [_numbers(item, name) for item in _list(args, name)]


def _list(args: dict[str, object], name: str) -> list[object]:
    value = need(args, name)
    if not isinstance(value, list):
        raise BridgeError(BAD_ARGUMENT, name + " must be a list")
    return value


def _octets(value: object, name: str) -> bytes:
    try:
        return bytes.fromhex(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise BridgeError(BAD_ARGUMENT, name + " must be hexadecimal")


def _numbers(value: object, name: str) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise BridgeError(BAD_ARGUMENT, name + " must be a list of integers")
    return tuple([_number(item, name) for item in value])


def _number(item: object, name: str) -> int:
    if isinstance(item, str):
        try:
            item = int(item, 16)
        except ValueError:
            raise BridgeError(BAD_ARGUMENT, name + " holds a text that is no number")
    if isinstance(item, bool) or not isinstance(item, int):
        raise BridgeError(BAD_ARGUMENT, name + " must be made of integers")
    return item
