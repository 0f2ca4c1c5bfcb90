"""The borough's policy: tax, the price of power, an ordinance (two with the museum)."""

from ..engine.v0.actions import POLICY
from ..engine.v0.catalogue import (
    CAPACITY,
    COTTAGE,
    GROUP,
    MUSEUM,
    SHOPS,
    SMOKE,
)
from ..engine.v0.policy import (
    EXPORT_BOARD,
    FREE_TRANSIT,
    GREEN_CODE,
    HIGH_TAX,
    HOUSING_AID,
    LOW_TAX,
    NIGHT_MARKET,
    NORMAL_TAX,
    OPEN_DOORS,
)
from ..engine.v0.round.happiness import TAX_HAPPINESS
from ..engine.v0.round.money import TAX_DIVISOR
from ..engine.v0.state import DID_POLICY
from .survey import Survey
from .worth import RESIDENT, held

LEAST_GAIN = 150  # below it a change is not worth a reader's time
ORDINANCES = 7


def best_policy(survey: Survey) -> list[tuple[int, ...]]:
    """The policy action the seat wants, if any."""
    state = survey.state
    seat = survey.seat
    if state.done[seat] & DID_POLICY:
        return []
    now = state.tax[seat]
    tax = now
    worth_now = tax_worth(survey, now)
    best = worth_now + LEAST_GAIN
    for level in (LOW_TAX, NORMAL_TAX, HIGH_TAX):
        worth = tax_worth(survey, level)
        if level != now and worth > best:
            best = worth
            tax = level
    price = power_price_to_ask(survey)
    first, second = ordinances(survey)
    wish = (POLICY, tax, price, first, second)
    if (tax, price, first, second) == (
        now,
        state.price[seat],
        state.ordinance[seat],
        state.ordinance2[seat],
    ):
        return []
    return [wish]


def tax_worth(survey: Survey, level: int) -> int:
    """What this tax brings: happiness that counts at the end, people who come, coins."""
    state = survey.state
    shift = TAX_HAPPINESS[level] - TAX_HAPPINESS[state.tax[survey.seat]]
    total = 0
    people = 0
    for home in survey.mine:
        room = CAPACITY[state.kind[home]]
        if not room:
            continue
        lives = state.residents[home]
        happy = held(survey.happy[home] + shift)
        people += lives
        weight = RESIDENT[happy] * lives
        total += weight if survey.left <= 1 else weight // 2 if survey.left == 2 else weight // 4
        if happy >= 5:
            total += min(room - lives, happy - 3) * 350
        elif happy <= 3:
            total -= min(lives, 4 - happy) * 700
    coin = survey.coin
    return total + people // TAX_DIVISOR[level] * coin


def power_price_to_ask(survey: Survey) -> int:
    """What a unit of spare power is offered at: dear while no rival sells, else cheap."""
    if survey.balance[survey.seat] <= 0:
        return survey.state.price[survey.seat]
    return 2 if survey.offered else 3


def ordinances(survey: Survey) -> tuple[int, int]:
    """The best ordinance and, with the museum, the second best; (0, 0) where none pays."""
    gains = [ordinance_worth(survey, ordinance) for ordinance in range(ORDINANCES)]
    rows = []
    for ordinance in range(1, ORDINANCES):
        running = survey.state.has_ordinance(survey.seat, ordinance)
        value = gains[ordinance] + (LEAST_GAIN if running else 0)
        if value > LEAST_GAIN:
            rows.append((-value, ordinance))
    rows.sort()
    if not rows:
        return 0, 0
    if len(rows) == 1 or not survey.state.holds(survey.seat, MUSEUM):
        return rows[0][1], 0
    return min(rows[0][1], rows[1][1]), max(rows[0][1], rows[1][1])


def ordinance_worth(survey: Survey, ordinance: int) -> int:
    """What an ordinance brings at this round's end."""
    state = survey.state
    seat = survey.seat
    coin = survey.coin
    last = survey.left == 1
    if ordinance == GREEN_CODE:
        chimneys = sum([1 for a in survey.mine if SMOKE[state.kind[a]]])
        smoke = survey.smoke
        over = max(0, smoke - state.green_tiles[seat])
        return min(chimneys, over) * (500 if last else 60) - chimneys * coin
    if ordinance == OPEN_DOORS:
        full = survey.free > survey.draw
        return (350 if full else 0) * min(2, len(survey.rivals)) - 2 * coin
    if ordinance == NIGHT_MARKET:
        shops = sum([1 for a in survey.mine if GROUP[state.kind[a]] == SHOPS])
        gain = min(2 * shops, max(0, survey.unserved - survey.room // 8)) * (coin * 3 // 2 + 60)
        loss = 0
        for home in survey.mine:
            if CAPACITY[state.kind[home]]:
                for near in state.geometry.disc(2, home):
                    if GROUP[state.kind[near]] == SHOPS and state.owner[near] == seat:
                        loss += survey.glad[home] // (1 if last else 3)
                        break
        return gain - loss
    if ordinance == FREE_TRANSIT:
        return survey.unserved * 40 - survey.people // 10 * coin
    if ordinance == EXPORT_BOARD:
        return min(3, state.exported[seat]) * coin
    if ordinance == HOUSING_AID:
        return housing_aid_worth(survey)
    return 0


def housing_aid_worth(survey: Survey) -> int:
    """Cheaper apartments against a point of happiness: only while much is still to be built."""
    state = survey.state
    if survey.left < 4 or state.points[survey.seat] < 2:
        return 0
    ready = 0
    loss = 0
    for home in survey.mine:
        if state.kind[home] == COTTAGE and survey.happy[home] >= 7:
            ready += 1
        if CAPACITY[state.kind[home]]:
            loss += survey.glad[home] // 4
    able = min(ready, state.points[survey.seat], state.coins[survey.seat] // 7)
    return 2 * able * survey.coin - loss
