"""Any answer of the rules as what JSON and JavaScript can hold."""

from arguments import BAD_ARGUMENT, BridgeError

_MOST_32_BIT = 0x7FFFFFFF


def plain(value: object) -> object:
    """Bytes as hexadecimal, an integer over 32 bits as "0x...", lists and dicts all through."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if -_MOST_32_BIT <= value <= _MOST_32_BIT else hex(value)
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).hex()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(value[key]) for key in sorted(value)}
    raise BridgeError(BAD_ARGUMENT, "no plain data: " + type(value).__name__)
