"""Undo within one's own turn: what every action of the turn overwrote.

A step holds, big-endian: the count of tiles touched, each as its 16-bit index and one byte
a plane; how many corners of the buildings' list stayed in front, then the count and the
16-bit corners that stood behind; then all figures (figures.encode_figures). The steps are in
the canonical bytes, so a state taken up from a snapshot in mid-turn can still undo.
"""

import struct

from .figures import BrokenState, Reader, decode_figures, encode_figures
from .state import PLANES, State

MOST_STEPS = 64  # undo steps a turn; an action beyond it empties the journal first


def before(state: State, tiles: tuple[int, ...]) -> tuple[bytes, list[int]]:
    """What an action that touches these tiles is going to overwrite."""
    out = bytearray(struct.pack(">H", len(tiles)))
    for tile in tiles:
        out.append(tile >> 8)
        out.append(tile & 255)
        out.append(state.terrain[tile])
        out.append(state.road[tile])
        out.append(state.kind[tile])
        out.append(state.owner[tile])
        out.append(state.part[tile])
        out.append(state.residents[tile])
        out.append(state.happiness[tile])
        out.append(state.workers[tile])
        out.append(state.served[tile])
        out.append(state.smog[tile])
        out.append(state.flags[tile])
    return bytes(out) + encode_figures(state), list(state.anchors)


def record(state: State, was: tuple[bytes, list[int]], tiles: int) -> None:
    """Append the step of an action just done; `was` came from `before`."""
    if len(state.journal) >= MOST_STEPS:
        clear(state)
    data, anchors = was
    now = state.anchors
    same = min(len(now), len(anchors))
    if now[:same] != anchors[:same]:
        same = 0
        while now[same] == anchors[same]:
            same += 1
    tail = anchors[same:]
    cut = 2 + tiles * (2 + len(PLANES))
    corners = struct.pack(">HH" + str(len(tail)) + "H", same, len(tail), *tail)
    state.journal.append(data[:cut] + corners + data[cut:])


def clear(state: State) -> None:
    """Nothing before this can be taken back."""
    state.journal = []


def restore(state: State, reader: Reader) -> None:
    """Put back what one step holds. Raises BrokenState on bytes that are no step."""
    count = reader.short()
    tiles = state.size * state.size
    for _ in range(count):
        tile = reader.short()
        if tile >= tiles:
            raise BrokenState("journal")
        values = reader.take(len(PLANES))
        for i in range(len(PLANES)):
            if values[i] > PLANES[i][1]:
                raise BrokenState("journal")
            getattr(state, PLANES[i][0])[tile] = values[i]
    same = reader.short()
    if same > len(state.anchors):
        raise BrokenState("journal")
    tail = [reader.short() for _ in range(reader.short())]
    state.anchors = state.anchors[:same] + tail
    decode_figures(state, reader)
    state.forget()


def undo(state: State) -> None:
    """Take the last step of the journal back. The journal must not be empty."""
    journal = state.journal
    step = journal[len(journal) - 1]
    restore(state, Reader(step))
    state.journal = journal[: len(journal) - 1]
