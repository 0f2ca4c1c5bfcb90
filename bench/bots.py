"""How the bots play: who beats whom, what they score and build, how long they think.

    python -m bench.bots [--games 400] [--mirrors 100] [--classics 20] [--workers 2]

Duels of medium against easy (each seat in turn), duels and classic matches of medium bots
alone. CPU seconds are of the process that plays (process_time), one match a process at a time.
"""

import argparse
import math
import multiprocessing
from collections import Counter

from bench.bot_games import Match, play
from games.bots.player import LEVELS

EASY, MEDIUM = 0, 1
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
    show_wins(played[: len(duels)])
    show_mirror("duels of medium bots", played[len(duels) : len(duels) + len(mirrors)])
    show_mirror("classic matches of medium bots", played[len(duels) + len(mirrors) :])
    show_decisions("duel 16x16", played[: len(duels) + len(mirrors)])
    show_decisions("classic 24x24", played[len(duels) + len(mirrors) :])
    show_use(played[len(duels) : len(duels) + len(mirrors)], played[len(duels) + len(mirrors) :])


def show_wins(duels: list[Match]) -> None:
    """Medium against easy, ties counted half, with a 95% interval (Wilson)."""
    if not duels:
        return
    print(f"medium v easy, {len(duels)} duels")
    total = 0.0
    for seat in (0, 1):
        mine = [match for match in duels if match.levels[seat] == MEDIUM]
        won = sum(match.ranks[seat] < match.ranks[1 - seat] for match in mine)
        tied = sum(match.ranks[seat] == match.ranks[1 - seat] for match in mine)
        total += won + tied / 2
        print(f"  medium in seat {seat}: won {won}, tied {tied}, lost {len(mine) - won - tied}")
    low, high = wilson(total, len(duels))
    print(f"  medium wins {total / len(duels):.1%} (95%: {low:.1%} to {high:.1%})")
    for level in (EASY, MEDIUM):
        scores = [m.scores[s] for m in duels for s in (0, 1) if m.levels[s] == level]
        print(f"  mean score of {LEVELS[level]}: {mean(scores):.1f}")


def show_mirror(title: str, matches: list[Match]) -> None:
    """Scores of matches between equals, by seat and by line of prestige."""
    if not matches:
        return
    seats = len(matches[0].levels)
    every = [score for match in matches for score in match.scores]
    best = [max(match.scores) for match in matches]
    print(f"{title}, {len(matches)}")
    print(f"  mean score {mean(every):.1f}, winner {mean(best):.1f}")
    spent = [match.cpu for match in matches]
    print(f"  CPU seconds a match: mean {mean(spent):.2f}, most {max(spent):.2f}")
    shares = []
    for seat in range(seats):
        won = sum(1 / m.ranks.count(1) for m in matches if m.ranks[seat] == 1)
        shares.append(f"{won / len(matches):.0%}")
    print("  wins by seat:", " ".join(shares))
    for line in range(len(LINES)):
        figure = mean([match.lines[seat][line] for match in matches for seat in range(seats)])
        print(f"  {LINES[line]:<10} {figure:6.1f}")


def show_decisions(title: str, matches: list[Match]) -> None:
    """CPU of single decisions, by level."""
    for level in (EASY, MEDIUM):
        took = sorted(
            seconds * 1000
            for match in matches
            for seat in range(len(match.levels))
            if match.levels[seat] == level
            for seconds in match.decisions[seat]
        )
        if took:
            print(
                f"decisions of {LEVELS[level]}, {title}: {len(took)}, CPU ms"
                f" p50 {took[len(took) // 2]:.2f} p99 {took[len(took) * 99 // 100]:.2f}"
                f" max {took[-1]:.2f}"
            )


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


def mean(figures: list[int] | list[float]) -> float:
    """The arithmetic mean of a list that is not empty."""
    return sum(figures) / len(figures)


def wilson(won: float, played: int) -> tuple[float, float]:
    """The 95% score interval of a proportion (Wilson 1927)."""
    z = 1.96
    rate = won / played
    middle = rate + z * z / (2 * played)
    spread = z * math.sqrt(rate * (1 - rate) / played + z * z / (4 * played * played))
    scale = 1 + z * z / played
    return (middle - spread) / scale, (middle + spread) / scale


if __name__ == "__main__":
    main()
