from typing import Protocol

class Act(Protocol):
    def __call__(self, events: list[tuple[int, ...]], /) -> None: ...
