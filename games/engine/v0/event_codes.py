"""Events: what `apply` tells of a change, as tuples (code, integers...).

They are derived, for recaps and animation; the state alone is the truth.
"""

ROAD_LAID = 1  # seat, tile...
AVENUE_LAID = 2  # seat, tile...
BUILT = 3  # seat, kind, corner
UPGRADED = 4  # seat, kind now, corner
DEMOLISHED = 5  # seat, kind, corner, coins back
ROAD_REMOVED = 6  # seat, tile
RIGHT_OF_WAY_TAKEN = 7  # seat, tile, owner, coins paid to the owner
POLICY_SET = 8  # seat, tax, price, ordinance, second ordinance
OFFER_MADE = 9  # maker, slot, to, direction, coins, thing, units or tile, rounds
OFFER_ACCEPTED = 10  # as OFFER_MADE
OFFER_DECLINED = 11  # maker, slot, by
OFFER_WITHDRAWN = 12  # maker, slot
OFFER_LAPSED = 13  # maker, slot
OVERTIME_WORKED = 14  # seat
FUNDS_RAISED = 15  # seat, coins
UNDONE = 16  # seat
TURN_ENDED = 17  # seat, points kept, 1 if the clock ended it
TURN_BEGAN = 18  # seat, points
RESIGNED = 19  # seat, status now
STATUS_CHANGED = 20  # seat, status now
POWER_SOLD = 30  # seller, buyer, units, coins
CONTRACT_SERVED = 31  # seller, buyer, thing, units, coins refunded for a shortfall
CONTRACT_ENDED = 32  # seller, buyer, thing
SHUT_DOWN = 33  # seat, corner of a building without power
COMMUTED = 34  # employer's seat, home seat, people
SHOPPED = 35  # home's corner, shop's corner, shoppers, steps
FEES_PAID = 36  # seat, coins from rival homes served
QUARTER_FINISHED = 37  # seat, points of this seat, a tile of the quarter
MOVED_OUT = 38  # home's corner, people
MOVED_IN = 39  # home's corner, people
INCOME = 40  # seat, then a coin figure for every line of round.context.LINES
EVENT_STRUCK = 41  # event card, then coins for every seat
EVENT_PASSED_BY = 42  # seat, event card (the observatory)
GOAL_REACHED = 43  # seat, goal card, points
PRESTIGE = 44  # seat, then the ten lines, then the total
CATCH_UP = 45  # seat, coins
ROUND_ENDED = 46  # round
GOALS_DRAWN = 47  # three goal cards
FORECAST = 48  # event card, wind
ROUND_BEGAN = 49  # round, first seat
MATCH_ENDED = 50  # rank of every seat (0: unranked)
PLANNING_BEGAN = 51  # points of every seat
PLAN_SEALED = 52  # seat
PLAN_MISSED = 53  # seat, 1 if its seal was not opened
PLAN_OPENED = 54  # seat, steps...
ORDER_DRAWN = 55  # seats in the order of the first step
STEP = 56  # seat, number in its plan from 1, 1 if at the fallback
STEP_FAILED = 57  # seat, number in its plan from 1, code of the rejection at the first tile
