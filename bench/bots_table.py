"""The table of docs/performance.md on bots: what bench/bots.py counts, beside its targets."""

import math

from bench.bot_games import Match

EASY, MEDIUM = 0, 1
BEATS_EASY = 0.85  # the least share of duels that a medium bot is to win
DECISION_MS = 50
CLASSIC_SECONDS = 5


def show_table(duels: list[Match], mirrors: list[Match], classics: list[Match]) -> None:
    """Print it. duels: medium against easy; mirrors and classics: medium bots alone."""
    print("| what | target | measured | |")
    print("| --- | --- | --- | --- |")
    if duels:
        rate = beats_easy(duels)
        low, high = wilson(rate * len(duels), len(duels))
        row(
            f"medium beats easy, {len(duels)} duels, seats alternating",
            f"{BEATS_EASY:.0%}",
            f"{rate:.1%} (95%: {low * 100:.1f} to {high * 100:.1f})",
            rate >= BEATS_EASY,
        )
    for name, level, matches in (
        ("medium at 24x24", MEDIUM, classics),
        ("medium at 16x16", MEDIUM, duels + mirrors),
        ("easy at 16x16", EASY, duels),
    ):
        took = decisions(matches, level)
        if took:
            figures = (took[len(took) // 2], took[len(took) * 99 // 100], took[-1])
            row(
                f"decision of {name}, p50 / p99 / max",
                f"{DECISION_MS} ms",
                " / ".join(f"{figure:.1f}" for figure in figures) + " ms",
                took[-1] <= DECISION_MS,
            )
    for name, matches in (("duel of medium bots", mirrors), ("classic of 4 medium bots", classics)):
        if matches:
            spent = [match.cpu for match in matches]
            target = CLASSIC_SECONDS if matches is classics else 0
            row(
                f"{name}, CPU mean / most",
                f"{target} s" if target else "",
                f"{mean(spent):.2f} / {max(spent):.2f} s",
                max(spent) <= target if target else None,
            )
            every = mean([score for match in matches for score in match.scores])
            best = mean([max(match.scores) for match in matches])
            row(f"mean score / winner's, {name}", "", f"{every:.1f} / {best:.1f}", None)
    print()


def row(what: str, target: str, measured: str, met: bool | None) -> None:
    """Print one line; met is None where there is no target."""
    verdict = "" if met is None else "met" if met else "MISSED"
    print(f"| {what} | {target} | {measured} | {verdict} |".replace("|  |", "| |"))


def beats_easy(duels: list[Match]) -> float:
    """The share of duels that the medium bot won, ties counted half."""
    total = 0.0
    for match in duels:
        mine = match.levels.index(MEDIUM)
        ranks = match.ranks
        total += (ranks[mine] < ranks[1 - mine]) + (ranks[mine] == ranks[1 - mine]) / 2
    return total / len(duels)


def decisions(matches: list[Match], level: int) -> list[float]:
    """CPU milliseconds of every decision of this level, ascending."""
    return sorted(
        seconds * 1000
        for match in matches
        for seat in range(len(match.levels))
        if match.levels[seat] == level
        for seconds in match.decisions[seat]
    )


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
