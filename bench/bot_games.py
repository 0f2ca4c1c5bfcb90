"""One match between bots, watched: what bench.bots counts."""

import hashlib
import time
from collections import Counter
from dataclasses import dataclass, field

from games.bots.player import choose
from games.engine import rules
from games.engine.v0.actions import (
    ACCEPT,
    AVENUE,
    BUILD,
    DECLINE,
    FUND_DRIVE,
    OFFER,
    OVERTIME,
    POLICY,
    ROAD,
    UPGRADE,
)
from games.engine.v0.catalogue import UPGRADES_TO
from games.engine.v0.state import OVER

RULES = rules(0)
DEEDS = {
    ROAD: "road",
    AVENUE: "avenue",
    POLICY: "policy",
    OFFER: "offer",
    ACCEPT: "accepted offer",
    DECLINE: "declined offer",
    OVERTIME: "overtime",
    FUND_DRIVE: "fund drive",
}


@dataclass
class Match:
    """A finished match: levels, scores and ranks by seat, seconds of CPU of every decision.

    built: kinds each seat built or upgraded to; deeds: how often each seat did what else.
    cpu: seconds for the whole match, the rules included.
    """

    levels: tuple[int, ...]
    scores: list[int] = field(default_factory=list)
    lines: list[list[int]] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    built: list[set[int]] = field(default_factory=list)
    deeds: list[Counter[str]] = field(default_factory=list)
    decisions: list[list[float]] = field(default_factory=list)
    cpu: float = 0.0


def seed_of(game: int) -> bytes:
    """The seed of a numbered match."""
    return hashlib.sha256(b"bench.bots %d" % game).digest()


def play(task: tuple[int, tuple[int, ...], int]) -> Match:
    """Play a match of this standard kind between these levels; task: (kind, levels, game)."""
    kind, levels, game = task
    seats = len(levels)
    state = RULES.new_game(RULES.standard_setup(kind, seats, seed_of(game)))
    match = Match(levels)
    match.built = [set() for _ in levels]
    match.deeds = [Counter() for _ in levels]
    match.decisions = [[] for _ in levels]
    salt = game.to_bytes(4, "big")
    start = time.process_time()
    while state.phase != OVER:
        seat = state.turn_seat()
        before = time.process_time()
        action = choose(levels[seat], state, seat, salt)
        match.decisions[seat].append(time.process_time() - before)
        if action[0] == BUILD:
            match.built[seat].add(action[1])
        elif action[0] == UPGRADE:
            match.built[seat].add(UPGRADES_TO[state.kind[action[1]]])
        elif action[0] in DEEDS:
            match.deeds[seat][DEEDS[action[0]]] += 1
            if action[0] == POLICY:
                _count_policy(match.deeds[seat], action)
        RULES.apply(state, seat, action)
    match.cpu = time.process_time() - start
    match.scores = list(state.score)
    match.lines = RULES.scores(state)
    match.ranks = RULES.standings(state)
    return match


ORDINANCES = (
    "",
    "green code",
    "open doors",
    "night market",
    "free transit",
    "export board",
    "housing aid",
)


def _count_policy(deeds: "Counter[str]", action: tuple[int, ...]) -> None:
    deeds[("low tax", "normal tax", "high tax")[action[1]]] += 1
    for ordinance in action[3:]:
        if ordinance:
            deeds[ORDINANCES[ordinance]] += 1
