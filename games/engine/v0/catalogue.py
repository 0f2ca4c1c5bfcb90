"""The catalogue: every building of the game, as parallel tuples indexed by its id.

Units: costs and upkeep in coins (upkeep a round), power in units a round, jobs and
capacity in people, radii in king's moves. Costs of upgrades are what the upgrade
itself costs; all other figures of an upgraded building are totals.
"""

COTTAGE, APARTMENTS, TOWER, SHOP, MALL, OFFICE, WORKSHOP, FACTORY = 1, 2, 3, 4, 5, 6, 7, 8
FARM, HARBOUR, WIND, COAL, SOLAR, HYDRO, SCHOOL, CLINIC = 9, 10, 11, 12, 13, 14, 15, 16
POLICE, FIRE_STATION, PARK, PLAZA, RESERVE, STATION = 17, 18, 19, 20, 21, 22
MUSEUM, STADIUM, OBSERVATORY, LIGHTHOUSE, GARDEN, CENTRAL, HALL = 23, 24, 25, 26, 27, 28, 29
KINDS = 30

# Groups: what a building is for.
HOMES, SHOPS, OFFICES, INDUSTRY, POWER, CIVIC, GREENERY, TRANSPORT, LANDMARKS, HALLS = range(1, 11)

# Service bits, as they stand in a tile's coverage.
COVER_SCHOOL, COVER_CLINIC, COVER_POLICE, COVER_FIRE = 1, 2, 4, 8

FIRST_LANDMARK, LAST_LANDMARK = MUSEUM, CENTRAL

# id, group, cost, upkeep, need, capacity, jobs, size, points, base, cover, radius, smoke,
# generation, upgraded from, most tiles a build
_ROWS = (
    (COTTAGE, HOMES, 3, 0, 0, 2, 0, 1, 1, 5, 0, 0, 0, 0, 0, 3),
    (APARTMENTS, HOMES, 9, 0, 1, 6, 0, 1, 1, 4, 0, 0, 0, 0, COTTAGE, 1),
    (TOWER, HOMES, 20, 2, 2, 15, 0, 1, 1, 3, 0, 0, 0, 0, APARTMENTS, 1),
    (SHOP, SHOPS, 6, 1, 1, 0, 2, 1, 1, 0, 0, 0, 0, 0, 0, 1),
    (MALL, SHOPS, 13, 3, 2, 0, 5, 1, 1, 0, 0, 0, 0, 0, SHOP, 1),
    (OFFICE, OFFICES, 8, 1, 1, 0, 5, 1, 1, 0, 0, 0, 0, 0, 0, 1),
    (WORKSHOP, INDUSTRY, 6, 1, 1, 0, 3, 1, 1, 0, 0, 0, 1, 0, 0, 1),
    (FACTORY, INDUSTRY, 13, 3, 2, 0, 7, 1, 1, 0, 0, 0, 3, 0, WORKSHOP, 1),
    (FARM, INDUSTRY, 6, 0, 0, 0, 2, 2, 1, 0, 0, 0, 0, 0, 0, 1),
    (HARBOUR, INDUSTRY, 9, 1, 1, 0, 3, 1, 1, 0, 0, 0, 0, 0, 0, 1),
    (WIND, POWER, 7, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 4, 0, 1),
    (COAL, POWER, 9, 3, 0, 0, 0, 2, 1, 0, 0, 0, 4, 14, 0, 1),
    (SOLAR, POWER, 13, 1, 0, 0, 0, 2, 1, 0, 0, 0, 0, 8, 0, 1),
    (HYDRO, POWER, 12, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 8, 0, 1),
    (SCHOOL, CIVIC, 9, 1, 1, 0, 0, 1, 1, 0, COVER_SCHOOL, 3, 0, 0, 0, 1),
    (CLINIC, CIVIC, 9, 1, 1, 0, 0, 1, 1, 0, COVER_CLINIC, 3, 0, 0, 0, 1),
    (POLICE, CIVIC, 8, 1, 1, 0, 0, 1, 1, 0, COVER_POLICE, 4, 0, 0, 0, 1),
    (FIRE_STATION, CIVIC, 8, 1, 1, 0, 0, 1, 1, 0, COVER_FIRE, 4, 0, 0, 0, 1),
    (PARK, GREENERY, 3, 0, 0, 0, 0, 1, 1, 0, 0, 2, 0, 0, 0, 2),
    (PLAZA, GREENERY, 4, 0, 0, 0, 0, 1, 1, 0, 0, 2, 0, 0, 0, 1),
    (RESERVE, GREENERY, 1, 0, 0, 0, 0, 1, 1, 0, 0, 2, 0, 0, 0, 3),
    (STATION, TRANSPORT, 10, 1, 1, 0, 0, 1, 1, 0, 0, 3, 0, 0, 0, 1),
    (MUSEUM, LANDMARKS, 28, 2, 1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 1),
    (STADIUM, LANDMARKS, 30, 2, 2, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 1),
    (OBSERVATORY, LANDMARKS, 26, 2, 1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 1),
    (LIGHTHOUSE, LANDMARKS, 26, 2, 1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 1),
    (GARDEN, LANDMARKS, 26, 1, 0, 0, 0, 2, 2, 0, 0, 3, 0, 0, 0, 1),
    (CENTRAL, LANDMARKS, 24, 2, 1, 0, 0, 1, 2, 0, 0, 3, 0, 0, STATION, 1),
    (HALL, HALLS, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 4, 0, 0),
)


def _column(index: int) -> tuple[int, ...]:
    return tuple([0] + [row[index] for row in _ROWS])


GROUP = _column(1)
COST = _column(2)
UPKEEP = _column(3)
NEED = _column(4)
CAPACITY = _column(5)
JOBS = _column(6)
SIZE = _column(7)
POINTS = _column(8)
BASE_HAPPINESS = _column(9)
COVER = _column(10)
RADIUS = _column(11)
SMOKE = _column(12)
GENERATION = _column(13)
UPGRADED_FROM = _column(14)
MOST_TILES = _column(15)


def _upgrades() -> tuple[int, ...]:
    into = [0] * KINDS
    for kind in range(1, KINDS):
        if UPGRADED_FROM[kind]:
            into[UPGRADED_FROM[kind]] = kind
    return tuple(into)


def _invested() -> tuple[int, ...]:
    total = [0] * KINDS
    for kind in range(1, KINDS):
        step = kind
        while step:
            total[kind] += COST[step]
            step = UPGRADED_FROM[step]
    return tuple(total)


UPGRADES_TO = _upgrades()  # the kind a building becomes; 0 where it has no next level
INVESTED = _invested()  # coins of a building and all levels below it

# A building counts as green: its tiles are green tiles and it is a green source around.
IS_GREEN = tuple([kind in (PARK, PLAZA, RESERVE, GARDEN) for kind in range(KINDS)])
# What one may place on free land: everything that is not an upgrade and not the hall.
IS_PLACED = tuple([kind > 0 and kind != HALL and not UPGRADED_FROM[kind] for kind in range(KINDS)])
IS_LANDMARK = tuple([FIRST_LANDMARK <= kind <= LAST_LANDMARK for kind in range(KINDS)])
IS_STATION = tuple([kind in (STATION, CENTRAL) for kind in range(KINDS)])
# A quarter wants a workplace of these groups.
IS_WORK = tuple([GROUP[kind] in (SHOPS, OFFICES, INDUSTRY) for kind in range(KINDS)])
