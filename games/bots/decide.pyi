from typing import Protocol

from ..engine.v0.state import State

class Decide(Protocol):
    def __call__(self, state: State, seat: int, salt: bytes, /) -> list[tuple[int, ...]]: ...
