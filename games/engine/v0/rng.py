"""Pseudo-random draws that are the same on every interpreter: SHA-256 in counter mode."""

import hashlib


class Stream:
    """An endless stream of draws named by a seed and a tag.

    Block k of the stream is SHA-256(seed || tag || k), k as 4 bytes, big-endian. A block gives
    eight draws: each 4 bytes, big-endian, of which the low 30 bits count. 30 bits, because that is
    what MicroPython keeps without allocating a big integer.
    Two streams of one seed are independent when their tags differ.
    """

    def __init__(self, seed: bytes, tag: bytes) -> None:
        self._prefix = bytes(seed) + tag
        self._counter = 0
        self._block = b""
        self._at = 32

    def word(self) -> int:
        """The next draw: 0 to 2**30 - 1."""
        at = self._at
        if at == 32:
            self._block = hashlib.sha256(self._prefix + self._counter.to_bytes(4, "big")).digest()
            self._counter += 1
            at = 0
        block = self._block
        self._at = at + 4
        return (block[at] & 63) << 24 | block[at + 1] << 16 | block[at + 2] << 8 | block[at + 3]

    def below(self, n: int) -> int:
        """A number from 0 to n - 1: the next draw modulo n.

        The first (2**30 mod n) numbers come up too often by a factor of at most 1 + n/2**30, which
        is under four in a million for n up to 4096. Raises ValueError unless 1 <= n <= 2**30.
        """
        if n < 1 or n > 1073741824:
            raise ValueError("n out of range")
        return self.word() % n

    def shuffle(self, items: list[int]) -> None:
        """Put the list into a random order in place (Fisher-Yates from the end: Knuth 3.4.2, P)."""
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
