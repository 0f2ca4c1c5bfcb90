"""How the parts of a fold write down what they know, and read it again.

A fold's memory is a cache: what it holds follows from the log, and whoever doubts it folds the log
anew. So it has no place in an archive, and its format may change at any time.
"""

from .canonical import BAD_VALUE, MOST, BrokenBytes, Reader, Writer

FORMAT = 1
HASH_BYTES = 32
WIDE = (1 << 64) - 1  # times are in ms UTC, and may add up


class Past:
    """Where a fold goes on from. state: canonical bytes of the rules; memory: of `Fold.remember`;
    chain: (chain hash, time in ms UTC, seat, command id) of every entry, the first one first.
    """

    def __init__(
        self, state: bytes, memory: bytes, chain: list[tuple[bytes, int, int, bytes]]
    ) -> None:
        self.state = state
        self.memory = memory
        self.chain = chain


def write_flag(writer: Writer, value: bool) -> None:
    """One byte."""
    writer.unsigned(int(value), 1)


def read_flag(reader: Reader) -> bool:
    """One byte; raises BrokenBytes for any but 0 and 1."""
    value = reader.unsigned(1)
    if value > 1:
        raise BrokenBytes(BAD_VALUE, reader.offset - 1)
    return value == 1


def write_numbers(writer: Writer, numbers: list[int]) -> None:
    """A list of unsigned numbers."""
    writer.count(len(numbers), MOST)
    for number in numbers:
        writer.varint(number)


def read_numbers(reader: Reader) -> list[int]:
    """A list of unsigned numbers."""
    return [reader.varint(WIDE) for _ in range(reader.count(MOST, 1))]
