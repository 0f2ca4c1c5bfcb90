"""The work of bench/map_speed.py: portable, so that both interpreters make the same maps."""

from games.engine.v0.terrain import make_map


def make(request: bytes) -> bytes:
    """The terrain of a map, a byte a tile, and its halls in two bytes each.

    The request: size, seats (a byte each) and the seed.
    """
    terrain, halls, _ = make_map(request[0], request[1], request[2:])
    return bytes(terrain) + b"".join([hall.to_bytes(2, "big") for hall in halls])
