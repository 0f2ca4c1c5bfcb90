"""Lets bots play whole games: the same file on both interpreters. Portable."""

import json
from hashlib import sha256

from games.bots import player
from games.engine import v0
from games.engine.v0.seals import awaited
from games.engine.v0.state import AWAIT_DRAW, OVER, PLANNING, REVEALING, State


def first_awaited(state: State) -> int:
    """The lowest seat that the course of a planned round waits for."""
    return next(seat for seat in range(state.seats) if awaited(state, seat))


def play_bots(data: bytes) -> bytes:
    """Let bots play: {"setup": hex, "levels": [...], "salt": hex}; actions and hashes.

    For every action its length, its canonical bytes and the first 8 bytes of the state's hash.
    """
    game = json.loads(data.decode())
    state = v0.new_game(v0.decode_setup(bytes.fromhex(game["setup"])))
    salt = bytes.fromhex(game["salt"])
    out = bytearray()
    draws = 0
    plans: list[tuple[int, ...]] = [()] * state.seats
    while state.phase != OVER:
        seat = state.turn_seat()
        if state.phase == AWAIT_DRAW:
            draws += 1
            value = int.from_bytes(sha256(salt + bytes((draws,))).digest(), "big")
            action: tuple[int, ...] = (32, value)
        elif state.phase == REVEALING:
            action = (38,) + plans[first_awaited(state)]
        else:
            if state.phase == PLANNING:
                seat = first_awaited(state)
            level = game["levels"][seat]
            action = player.choose(level, state, seat, salt)
            if action[0] == 17:
                steps, sealed_with = player.plan(level, state, seat, salt)
                plans[seat] = (seat, sealed_with) + steps
        v0.apply(state, seat, action)
        encoded = v0.encode_action(action)
        out.append(len(encoded))
        out.extend(encoded)
        out.extend(v0.state_hash(state)[:8])
    out.extend(v0.state_hash(state))
    out.extend(bytes(v0.standings(state)))
    return bytes(out)
