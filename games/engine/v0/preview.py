"""What an action would bring, as data: it is carried out on a copy, and both ends compared."""

from .apply import apply, plan
from .catalogue import CAPACITY, JOBS
from .codec import copy
from .outlook import Outlook
from .rejections import Rejection
from .round.happiness import FACTORS
from .scoring import prestige
from .state import DARK, State


def preview(state: State, seat: int, action: tuple[int, ...]) -> dict[str, object]:
    """What the action would cost and change if the round ended right after it.

    rejection: 0 or the code (then need, have: the figures behind it, and nothing else).
    points, coins: its price, and all there is to an action that cannot be undone. lines: [seat,
    income line, before, after] where they differ. prestige: [seat, line, before, after]. power:
    [seat, spare before, after]. homes: [tile, happiness before, after, [[factor, before, after],
    ...]]. residents: [seat, before, after]. dark: corners that would go dark by it. unmanned:
    corners of its new workplaces with power in which nobody would work.
    """
    try:
        made = plan(state, seat, action)
    except Rejection as rejection:
        return {"rejection": rejection.code, "need": rejection.need, "have": rejection.have}
    result: dict[str, object] = {
        "rejection": 0,
        "points": made.points,
        "coins": made.coins,
    }
    if not made.undoable:  # an undo, an offer taken, the end of a turn: no effect of its own
        return result
    then_state = copy(state)
    apply(then_state, seat, action)
    now = Outlook(state)
    then = Outlook(then_state)
    result["lines"] = _changed_lines(now, then)
    result["prestige"] = _changed_prestige(now.state, then.state)
    result["power"] = _changed(now.state.spare, then.state.spare)
    result["residents"] = _changed(
        [now.state.people(s) for s in range(state.seats)],
        [then.state.people(s) for s in range(state.seats)],
    )
    result["homes"] = _changed_homes(now, then)
    result["dark"] = [a for a in then.state.anchors if _dark(then, a) and not _dark(now, a)]
    result["unmanned"] = [a for a in then.state.anchors if _unmanned(now.state, then, a)]
    return result


def _dark(end: Outlook, corner: int) -> bool:
    return bool(end.state.kind[corner] and end.state.flags[corner] & DARK)


def _unmanned(now: State, then: Outlook, corner: int) -> bool:
    kind = then.state.kind[corner]
    if not JOBS[kind] or kind == now.kind[corner] or _dark(then, corner):
        return False
    return not then.state.workers[corner]


def _changed(before: list[int], after: list[int]) -> list[list[int]]:
    return [[i, before[i], after[i]] for i in range(len(before)) if before[i] != after[i]]


def _changed_lines(now: Outlook, then: Outlook) -> list[list[int]]:
    out = []
    for seat in range(now.state.seats):
        for line, before, after in _changed(now.tallies.lines[seat], then.tallies.lines[seat]):
            out.append([seat, line, before, after])
    return out


def _changed_prestige(now: State, then: State) -> list[list[int]]:
    out = []
    for seat in range(now.seats):
        for line, before, after in _changed(prestige(now, seat), prestige(then, seat)):
            out.append([seat, line, before, after])
    return out


def _changed_homes(now: Outlook, then: Outlook) -> list[list[object]]:
    out: list[list[object]] = []
    for home in then.state.anchors:
        if not CAPACITY[then.state.kind[home]]:
            continue
        was_home = CAPACITY[now.state.kind[home]] > 0
        before = now.reasons.of(home) if was_home else []
        after = then.reasons.of(home)
        if before != after:
            changes = []
            for factor in range(1, FACTORS + 1):
                a = _points(before, factor)
                b = _points(after, factor)
                if a != b:
                    changes.append([factor, a, b])
            first = now.state.happiness[home] if was_home else 0
            out.append([home, first, then.state.happiness[home], changes])
    return out


def _points(rows: list[tuple[int, int]], factor: int) -> int:
    for row in rows:
        if row[0] == factor:
            return row[1]
    return 0
