"""Lets bots play whole games: the same file on both interpreters. Portable."""

import json
from hashlib import sha256

from games.bots import player
from games.engine import v0


def play_bots(data: bytes) -> bytes:
    """Let bots play: {"setup": hex, "levels": [...], "salt": hex}; actions and hashes.

    For every action its length, its canonical bytes and the first 8 bytes of the state's hash.
    """
    game = json.loads(data.decode())
    state = v0.new_game(v0.decode_setup(bytes.fromhex(game["setup"])))
    salt = bytes.fromhex(game["salt"])
    out = bytearray()
    draws = 0
    while state.phase != 2:
        seat = state.turn_seat()
        if state.phase == 1:
            draws += 1
            value = int.from_bytes(sha256(salt + bytes((draws,))).digest(), "big")
            action: tuple[int, ...] = (32, value)
        else:
            action = player.choose(game["levels"][seat], state, seat, salt)
        v0.apply(state, seat, action)
        encoded = v0.encode_action(action)
        out.append(len(encoded))
        out.extend(encoded)
        out.extend(v0.state_hash(state)[:8])
    out.extend(v0.state_hash(state))
    out.extend(bytes(v0.standings(state)))
    return bytes(out)
