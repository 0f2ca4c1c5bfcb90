"""Tiles of a square map and the draws that everything random is made of."""

import hashlib
from collections import Counter

import pytest

from games.engine.v0.geometry import geometry
from games.engine.v0.rng import Stream


@pytest.mark.parametrize("size", [12, 17, 64])
def test_neighbours_are_west_east_north_south_on_the_map(size: int) -> None:
    for t in range(size * size):
        x, y = t % size, t // size
        steps = [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
        on_map = [b * size + a for a, b in steps if 0 <= a < size and 0 <= b < size]
        assert geometry(size).neighbours[t] == tuple(on_map)


@pytest.mark.parametrize("radius", [0, 1, 3, 8])
def test_a_disc_holds_the_tiles_within_so_many_kings_moves(radius: int) -> None:
    geo = geometry(13)
    for t in range(geo.tiles):
        expected = tuple(u for u in range(geo.tiles) if geo.distance(t, u) <= radius)
        assert geo.disc(radius, t) == expected


def test_distance_counts_kings_moves() -> None:
    geo = geometry(16)
    assert geo.distance(0, 0) == 0
    assert geo.distance(0, 17) == 1
    assert geo.distance(0, 3 * 16 + 1) == 3
    assert geo.distance(15, 16) == 15
    assert geo.distance(16, 15) == 15


def test_the_stream_is_the_low_30_bits_of_sha256_in_counter_mode() -> None:
    seed = bytes(range(32))
    stream = Stream(seed, b"tag")
    expected = []
    for counter in range(3):
        block = hashlib.sha256(seed + b"tag" + counter.to_bytes(4, "big")).digest()
        expected += [int.from_bytes(block[i : i + 4], "big") % 2**30 for i in range(0, 32, 4)]
    assert [stream.word() for _ in range(24)] == expected


def test_streams_of_other_seeds_and_tags_differ() -> None:
    seeds = (bytes(32), bytes([1]) * 32)
    firsts = {Stream(seed, tag).word() for seed in seeds for tag in (b"map", b"deck")}
    assert len(firsts) == 4


def test_draws_below_a_number_reach_all_of_them_about_equally() -> None:
    stream = Stream(bytes(32), b"even")
    counts = Counter(stream.below(6) for _ in range(6000))
    assert sorted(counts) == list(range(6))
    assert min(counts.values()) > 850


@pytest.mark.parametrize("n", [0, -1, 2**30 + 1])
def test_a_draw_from_no_or_too_many_numbers_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match="range"):
        Stream(bytes(32), b"none").below(n)


def test_shuffling_reaches_every_order() -> None:
    stream = Stream(bytes(32), b"shuffle")
    orders: Counter[tuple[int, ...]] = Counter()
    for _ in range(600):
        items = [0, 1, 2]
        stream.shuffle(items)
        orders[tuple(items)] += 1
    assert len(orders) == 6
    assert min(orders.values()) > 60
