"""Parts of a worth that several families of candidates share."""

from ..engine.v0.catalogue import HOMES, INDUSTRY, OFFICES, SHOPS
from ..engine.v0.state import FERTILE, FOREST, HILL, ORE
from .survey import Survey

SPECIAL_GROUND, WOODS = 500, 300


def land_price(survey: Survey, tile: int) -> int:
    """What a plot would otherwise be good for: its ground, and the ways it keeps open."""
    ground = survey.state.terrain[tile]
    price = 0
    if ground in (FERTILE, HILL, ORE):
        price = SPECIAL_GROUND
    elif ground == FOREST:
        price = WOODS
    if survey.gates[tile]:
        price += survey.toll
    return price


def power_price(survey: Survey, units: int) -> int:
    """What needing so many more units of power costs."""
    spare = survey.spare
    if units <= 0 or spare >= units:
        return 60 * max(0, units)
    if spare + survey.offered >= units:
        return 60 * units + units * survey.flow
    if survey.left <= 1:
        return 3000
    return 200 + 900 * units + 1500 * max(0, units - spare - 1)


def quarter_share(survey: Survey, tile: int, group: int, green: bool, tiles: int = 1) -> int:
    """What a building of this group (or greenery) on a tile brings a block nearer to a quarter."""
    block = survey.blocks[tile]
    if block is None or not block.free:
        return 0
    missing = block.missing()
    adds = 0
    if group == HOMES and not block.home:
        adds = 1
    elif group in (SHOPS, OFFICES, INDUSTRY) and not block.work:
        adds = 1
    if green and not block.green:
        adds = 1
    after = block.free - tiles
    if missing - adds > after:
        return -600
    worth = (block.tiles + 1) // 2 * 1000 + 3000 + survey.aims.quarter
    worth = worth * 117 // 100 // (max(0, after) + 1)
    if after > 0 and survey.left <= 1:
        worth //= 10
    return worth
