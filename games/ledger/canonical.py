"""Canonical bytes: one value has one encoding, and everything else is refused.

Integers are unsigned: fixed width and big-endian, or LEB128 (DWARF 5, 7.6) in its shortest form.
Byte strings and lists carry their length in front, as LEB128. Every length is checked against its
limit and against what is left before anything is copied, so that broken input costs no more than
its own size.
"""

# Codes of BrokenBytes.
TRUNCATED = 1  # the bytes end inside a value
TRAILING = 2  # bytes are left after the last value
TOO_LONG = 3  # a length or a count is over its limit
NOT_CANONICAL = 4  # a value that has a shorter or another legal encoding
OUT_OF_RANGE = 5  # a number outside its range
BAD_MAGIC = 6  # not this kind of file or record
BAD_VERSION = 7  # a format this code does not know
BAD_VALUE = 8  # a field with a value that its table does not list

MOST = (1 << 32) - 1  # highest length or count that is read before its own limit is looked at


class BrokenBytes(Exception):
    """Bytes that no writer here makes, or a value that has no encoding.

    `code` is one of the codes above, `offset` the position of the value in the bytes read or
    written.
    """

    def __init__(self, code: int, offset: int) -> None:
        super().__init__(f"broken bytes: code {code} at {offset}")
        self.code = code
        self.offset = offset


class Writer:
    """Appends values to a growing buffer; a value that does not fit raises BrokenBytes."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def unsigned(self, value: int, size: int) -> None:
        """`value` in `size` bytes, big-endian. MicroPython would cut an overflow in silence."""
        if value < 0 or value >> (8 * size):
            raise BrokenBytes(OUT_OF_RANGE, len(self._buffer))
        self._buffer.extend(value.to_bytes(size, "big"))

    def varint(self, value: int) -> None:
        """`value` as unsigned LEB128: 7 bits a byte, lowest first, high bit 'more follows'."""
        if value < 0:
            raise BrokenBytes(OUT_OF_RANGE, len(self._buffer))
        while value >= 128:
            self._buffer.append((value & 127) | 128)
            value >>= 7
        self._buffer.append(value)

    def raw(self, data: bytes, size: int) -> None:
        """Exactly `size` bytes, without a length in front."""
        if len(data) != size:
            raise BrokenBytes(OUT_OF_RANGE, len(self._buffer))
        self._buffer.extend(data)

    def sized(self, data: bytes, limit: int) -> None:
        """A byte string of at most `limit` bytes behind its length."""
        self.count(len(data), limit)
        self._buffer.extend(data)

    def count(self, number: int, limit: int) -> None:
        """The number of records that follow, at most `limit`."""
        if number > limit:
            raise BrokenBytes(TOO_LONG, len(self._buffer))
        self.varint(number)

    def done(self) -> bytes:
        """All that was written."""
        return bytes(self._buffer)


class Reader:
    """Takes values off the front of `data`; all that is wrong raises BrokenBytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.offset = 0

    def left(self) -> int:
        """How many bytes are not read yet."""
        return len(self._data) - self.offset

    def raw(self, size: int) -> bytes:
        """The next `size` bytes."""
        if size > len(self._data) - self.offset:
            raise BrokenBytes(TRUNCATED, self.offset)
        start = self.offset
        self.offset = start + size
        return self._data[start : self.offset]

    def unsigned(self, size: int) -> int:
        """A number in `size` bytes, big-endian."""
        return int.from_bytes(self.raw(size), "big")

    def varint(self, limit: int) -> int:
        """An unsigned LEB128 number of at most `limit`, in its shortest form."""
        start = self.offset
        value = 0
        shift = 0
        while True:
            byte = self.raw(1)[0]
            value |= (byte & 127) << shift
            if value > limit:
                raise BrokenBytes(OUT_OF_RANGE, start)
            if byte < 128:
                if byte == 0 and shift:
                    raise BrokenBytes(NOT_CANONICAL, start)
                return value
            shift += 7
            if limit >> shift == 0:
                # Whatever follows is too large, or zeros that a shorter form leaves out.
                raise BrokenBytes(NOT_CANONICAL, start)

    def sized(self, limit: int) -> bytes:
        """A byte string of at most `limit` bytes."""
        return self.raw(self.count(limit, 1))

    def count(self, limit: int, smallest: int) -> int:
        """How many records follow: at most `limit`, each of at least `smallest` bytes."""
        start = self.offset
        number = self.varint(MOST)
        if number > limit:
            raise BrokenBytes(TOO_LONG, start)
        if number * smallest > self.left():
            raise BrokenBytes(TRUNCATED, start)
        return number

    def end(self) -> None:
        """Refuse bytes after the last value."""
        if self.left():
            raise BrokenBytes(TRAILING, self.offset)
