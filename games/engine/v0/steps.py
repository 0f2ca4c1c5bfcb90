"""What a mayor builds and decides: the actions that a turn or a sealed plan consists of."""

from .actions import (
    AVENUE,
    BUILD,
    DEMOLISH,
    FUND_DRIVE,
    OVERTIME,
    POLICY,
    RIGHT_OF_WAY,
    ROAD,
    UPGRADE,
)
from .laying import plan_avenue, plan_demolish, plan_right_of_way, plan_road
from .placing import plan_build, plan_upgrade
from .plan import Plan, afford
from .policy import plan_fund_drive, plan_overtime, plan_policy
from .state import State

PLANS = (
    (ROAD, plan_road),
    (AVENUE, plan_avenue),
    (BUILD, plan_build),
    (UPGRADE, plan_upgrade),
    (DEMOLISH, plan_demolish),
    (RIGHT_OF_WAY, plan_right_of_way),
    (POLICY, plan_policy),
    (OVERTIME, plan_overtime),
    (FUND_DRIVE, plan_fund_drive),
)
_PLANNERS = dict(PLANS)


def plan_step(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """The plan of an action of these kinds, affordable now. Raises Rejection.

    Whether it is the seat's turn is for the caller to know.
    """
    made = _PLANNERS[action[0]](state, seat, action)
    afford(state, seat, made)
    return made


def carry_out(state: State, seat: int, made: Plan, events: list[tuple[int, ...]]) -> None:
    """Pay the price of a plan and do what it says."""
    state.points[seat] -= made.points
    state.coins[seat] -= made.coins
    made.act(events)
