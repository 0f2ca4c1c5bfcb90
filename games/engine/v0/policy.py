"""Policy, overtime and the fund drive: what a mayor decides without building."""

from . import event_codes, rejections
from .catalogue import MUSEUM
from .plan import Plan
from .rejections import Rejection
from .state import DID_OVERTIME, DID_POLICY, State, clamp_coins

LOW_TAX, NORMAL_TAX, HIGH_TAX = 0, 1, 2
NO_ORDINANCE, GREEN_CODE, OPEN_DOORS, NIGHT_MARKET = 0, 1, 2, 3
FREE_TRANSIT, EXPORT_BOARD, HOUSING_AID = 4, 5, 6
OVERTIME_COINS, FUND_COINS = 15, 3


def plan_policy(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(POLICY, tax, power price, ordinance, second ordinance); free, once a turn.

    The second ordinance wants the museum; of two, the lower number comes first.
    """
    _, tax, price, first, second = action
    if not price:
        raise Rejection(rejections.BAD_PARAMETER)
    if second:
        if not state.holds(seat, MUSEUM):
            raise Rejection(rejections.NEEDS_MUSEUM)
        if first >= second or not first:
            raise Rejection(rejections.SAME_ORDINANCE)
    if state.done[seat] & DID_POLICY:
        raise Rejection(rejections.POLICY_DONE)
    if (
        tax == state.tax[seat]
        and price == state.price[seat]
        and first == state.ordinance[seat]
        and second == state.ordinance2[seat]
    ):
        raise Rejection(rejections.NO_CHANGE)

    def act(events: list[tuple[int, ...]]) -> None:
        state.tax[seat] = tax
        state.price[seat] = price
        state.ordinance[seat] = first
        state.ordinance2[seat] = second
        state.done[seat] |= DID_POLICY
        events.append((event_codes.POLICY_SET, seat, tax, price, first, second))

    return Plan(0, 0, (), act)


def plan_overtime(state: State, seat: int, _: tuple[int, ...]) -> Plan:
    """(OVERTIME,): coins for one more point, once a turn."""
    if state.done[seat] & DID_OVERTIME:
        raise Rejection(rejections.OVERTIME_DONE)

    def act(events: list[tuple[int, ...]]) -> None:
        state.points[seat] += 1
        state.done[seat] |= DID_OVERTIME
        events.append((event_codes.OVERTIME_WORKED, seat))

    return Plan(0, OVERTIME_COINS, (), act)


def plan_fund_drive(state: State, seat: int, _: tuple[int, ...]) -> Plan:
    """(FUND_DRIVE,): a point for a few coins, so that no turn is dead."""

    def act(events: list[tuple[int, ...]]) -> None:
        state.coins[seat] = clamp_coins(state.coins[seat] + FUND_COINS)
        events.append((event_codes.FUNDS_RAISED, seat, FUND_COINS))

    return Plan(1, 0, (), act)
