"""How the bots play: who beats whom, what they score and build, how long they think.

    python -m bench.bots [--games 400] [--mirrors 100] [--classics 20] [--workers 2]

First the table of docs/performance.md, then what stands behind it. Duels of medium against easy
(each seat in turn), duels and classic matches of medium bots alone. CPU seconds are of the process
that plays (process_time), one match a process at a time.
"""

import argparse
import multiprocessing
from collections import Counter

from bench.bot_games import Match, play
from bench.bots_table import EASY, MEDIUM, mean, show_table
from games.bots.player import LEVELS

DUEL, CLASSIC = 0, 1
NAMES = (
    "",
    "cottage",
    "apartments",
    "tower",
    "shop",
    "mall",
    "office",
    "workshop",
    "factory",
    "farm",
    "harbour",
    "wind",
    "coal",
    "solar",
    "hydro",
    "school",
    "clinic",
    "police",
    "fire station",
    "park",
    "plaza",
    "reserve",
    "station",
    "museum",
    "stadium",
    "observatory",
    "lighthouse",
    "garden",
    "grand central",
)
LINES = (
    "residents",
    "happiness",
    "jobs",
    "goals",
    "landmarks",
    "quarters",
    "greenery",
    "coins",
    "debt",
    "smoke",
)


def main() -> None:
    """Play, then print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=400, help="duels of medium against easy")
    parser.add_argument("--mirrors", type=int, default=100, help="duels of medium bots")
    parser.add_argument("--classics", type=int, default=20, help="classic matches of medium bots")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    asked = parser.parse_args()
    duels = [
        (DUEL, (MEDIUM, EASY) if game % 2 == 0 else (EASY, MEDIUM), game // 2)
        for game in range(asked.games)
    ]
    mirrors = [(DUEL, (MEDIUM, MEDIUM), game) for game in range(asked.mirrors)]
    classics = [(CLASSIC, (MEDIUM,) * 4, game) for game in range(asked.classics)]
    tasks = duels + mirrors + classics
    with multiprocessing.Pool(asked.workers) as pool:
        played = pool.map(play, tasks, chunksize=4)
    between, alone = played[: len(duels)], played[len(duels) :]
    mirrored, classic = alone[: len(mirrors)], alone[len(mirrors) :]
    show_table(between, mirrored, classic)
    show_wins(between)
    show_mirror("duels of medium bots", mirrored)
    show_mirror("classic matches of medium bots", classic)
    show_use(mirrored, classic)


def show_wins(duels: list[Match]) -> None:
    """Medium against easy, by the seat of the medium bot."""
    if not duels:
        return
    print(f"medium v easy, {len(duels)} duels")
    for seat in (0, 1):
        mine = [match for match in duels if match.levels[seat] == MEDIUM]
        won = sum(match.ranks[seat] < match.ranks[1 - seat] for match in mine)
        tied = sum(match.ranks[seat] == match.ranks[1 - seat] for match in mine)
        print(f"  medium in seat {seat}: won {won}, tied {tied}, lost {len(mine) - won - tied}")
    for level in (EASY, MEDIUM):
        scores = [m.scores[s] for m in duels for s in (0, 1) if m.levels[s] == level]
        print(f"  mean score of {LEVELS[level]}: {mean(scores):.1f}")


def show_mirror(title: str, matches: list[Match]) -> None:
    """Scores of matches between equals, by seat and by line of prestige."""
    if not matches:
        return
    seats = len(matches[0].levels)
    print(f"{title}, {len(matches)}")
    shares = []
    for seat in range(seats):
        won = sum(1 / m.ranks.count(1) for m in matches if m.ranks[seat] == 1)
        shares.append(f"{won / len(matches):.0%}")
    print("  wins by seat:", " ".join(shares))
    for line in range(len(LINES)):
        figure = mean([match.lines[seat][line] for match in matches for seat in range(seats)])
        print(f"  {LINES[line]:<10} {figure:6.1f}")


def show_use(duels: list[Match], classics: list[Match]) -> None:
    """In how many of the medium boroughs everything is used, in per cent."""
    print(f"use by medium, % of boroughs{'':<3} duel classic")
    columns = [boroughs(duels), boroughs(classics)]
    for kind in range(1, len(NAMES)):
        row = [share([kind in built for built, _ in column]) for column in columns]
        print(f"  {NAMES[kind]:<27} {row[0]:>5} {row[1]:>5}")
    deeds = sorted({deed for column in columns for _, done in column for deed in done})
    for deed in deeds:
        row = [share([deed in done for _, done in column]) for column in columns]
        print(f"  {deed:<27} {row[0]:>5} {row[1]:>5}")


def boroughs(matches: list[Match]) -> list[tuple[set[int], "Counter[str]"]]:
    """(kinds built, deeds) of every borough of these matches."""
    return [
        (match.built[seat], match.deeds[seat])
        for match in matches
        for seat in range(len(match.levels))
    ]


def share(hits: list[bool]) -> str:
    """Per cent that are true; a dash for an empty list."""
    return f"{100 * sum(hits) / len(hits):.0f}" if hits else "-"


if __name__ == "__main__":
    main()
