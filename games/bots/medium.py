"""Medium: values everything it could do by the prestige it should bring, and does the best."""

from ..engine.v0.actions import END_TURN, FUND_DRIVE, OVERTIME, POLICY
from ..engine.v0.catalogue import COST, FIRST_LANDMARK
from ..engine.v0.policy import FUND_COINS, OVERTIME_COINS
from ..engine.v0.rng import Stream
from ..engine.v0.state import DID_OVERTIME, NOBODY, State
from .candidates import Candidates
from .civic import offer_greenery, offer_services, offer_station
from .dice import dice
from .homes import offer_cottages, offer_upgrades
from .landmarks import next_needs, offer_landmarks
from .plants import offer_plants
from .policy import best_policy, housing_aid_worth
from .roads import offer_avenues, offer_roads
from .survey import Survey
from .trade import answers, proposals
from .work import offer_farms, offer_harbours, offer_offices, offer_shops, offer_workshops
from .worth import coin_worth, scale

LEAST_WORTH = 500  # below it a candidate is not worth a point
WHIM = 50  # thousandths by which a worth is shaken either way
ALTERNATIVES = 4
SAVING_WORTH = 2500

FAMILIES = (
    offer_cottages,
    offer_upgrades,
    offer_shops,
    offer_offices,
    offer_workshops,
    offer_farms,
    offer_harbours,
    offer_plants,
    offer_services,
    offer_greenery,
    offer_station,
    offer_landmarks,
    offer_roads,
    offer_avenues,
)


def decide(state: State, seat: int, salt: bytes) -> list[tuple[int, ...]]:
    """What the seat would like to do, best first; the last is always possible."""
    survey = Survey(state, seat)
    reply = answers(survey)
    if reply:
        return reply
    if state.points[seat]:
        wishes = _spend(survey, dice(state, seat, salt))
        if wishes:
            return wishes
    elif _works_overtime(survey):
        return [(OVERTIME,)]
    return proposals(survey) + best_policy(survey) + [(END_TURN,)]


def trade(state: State, seat: int, salt: bytes) -> list[tuple[int, ...]]:
    """What the seat would answer to an offer now, or offer itself."""
    survey = Survey(state, seat)
    return answers(survey) or proposals(survey)


def candidates(survey: Survey) -> list[tuple[int, int, int, tuple[int, ...]]]:
    """Everything the seat could do with a point, valued; not all of it is affordable."""
    out = Candidates()
    for family in FAMILIES:
        family(survey, out)
    return out.rows


def _spend(survey: Survey, stream: Stream) -> list[tuple[int, ...]]:
    """What to do with a point; empty to keep it."""
    state = survey.state
    seat = survey.seat
    points = state.points[seat]
    coins = state.coins[seat]
    if housing_aid_worth(survey) > 2 * LEAST_WORTH:
        start = [wish for wish in best_policy(survey) if wish[0] == POLICY]
        if start:
            return start
    rows = []
    for row in weighed(survey, stream):
        value, need, price, action = row
        if price <= coins:
            rows.append((-value, need, action, price))
    rows.sort()
    if rows and rows[0][1] > points:
        # A landmark is the best thing to do and a point short.
        if not state.done[seat] & DID_OVERTIME and OVERTIME_COINS + rows[0][3] <= coins:
            return [(OVERTIME,)]
        if survey.left > 1:
            return []
    wishes = [row[2] for row in rows if row[1] <= points and -row[0] >= LEAST_WORTH]
    if wishes:
        return wishes[:ALTERNATIVES] + [(FUND_DRIVE,)]
    if points <= 1 and survey.left > 1:
        return []
    return [(FUND_DRIVE,)]


def weighed(survey: Survey, stream: Stream) -> list[tuple[int, int, int, tuple[int, ...]]]:
    """The candidates with worth by the point, savings and a whim counted in."""
    state = survey.state
    coins = state.coins[survey.seat]
    keep, keep_worth = savings(survey)
    aims = survey.aims
    income = max(10, state.income[survey.seat])
    out = []
    for value, points, price, action in candidates(survey):
        if price > coins - keep and points == 1:
            value -= keep_worth
        if aims.hoard and coins + income >= aims.hoard and coins + income - price < aims.hoard:
            value -= aims.hoard_worth * 6 // 10
        value = value // points
        value += value * (stream.below(2 * WHIM + 1) - WHIM) // 1000
        out.append((value, points, price, action))
    return out


def savings(survey: Survey) -> tuple[int, int]:
    """(coins to keep, what keeping them is worth): for a landmark that is within reach."""
    state = survey.state
    seat = survey.seat
    needs = next_needs(survey)
    if not needs or survey.left < 2 or survey.people + survey.draw // 2 < needs:
        return 0, 0
    cheapest = 0
    for i in range(len(state.landmark_owner)):
        if state.landmark_owner[i] == NOBODY:
            price = COST[FIRST_LANDMARK + i]
            if not cheapest or price < cheapest:
                cheapest = price
    keep = cheapest + 2 - max(10, state.income[seat])
    if survey.people >= needs and state.coins[seat] >= cheapest:
        keep = 0
    return (keep, SAVING_WORTH) if 0 < keep <= state.coins[seat] else (0, 0)


def _works_overtime(survey: Survey) -> bool:
    """Whether one more point is worth its coins."""
    state = survey.state
    seat = survey.seat
    coins = state.coins[seat] - OVERTIME_COINS
    if state.done[seat] & DID_OVERTIME or coins < FUND_COINS:
        return False
    price = OVERTIME_COINS * coin_worth(survey.left - 1) * scale(coins) // 100 + LEAST_WORTH
    for value, points, cost, _ in candidates(survey):
        if points == 1 and cost <= coins and value >= price:
            return True
    return False
