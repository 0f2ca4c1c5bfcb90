"""The catalogue holds the figures of the rules and nothing else."""

import pytest

from games.engine.v0 import catalogue as c

COLUMNS = {
    "cost": c.COST,
    "upkeep": c.UPKEEP,
    "need": c.NEED,
    "homes": c.CAPACITY,
    "jobs": c.JOBS,
    "size": c.SIZE,
    "points": c.POINTS,
    "base": c.BASE_HAPPINESS,
    "cover": c.COVER,
    "radius": c.RADIUS,
    "smoke": c.SMOKE,
    "makes": c.GENERATION,
    "above": c.UPGRADED_FROM,
    "row": c.MOST_TILES,
}
# What differs from a building of 1x1, one point, one a build and 0 in every other column.
FIGURES: dict[int, dict[str, int]] = {
    c.COTTAGE: {"cost": 3, "homes": 2, "base": 5, "row": 3},
    c.APARTMENTS: {"cost": 9, "need": 1, "homes": 6, "base": 4, "above": c.COTTAGE},
    c.TOWER: {"cost": 20, "upkeep": 2, "need": 2, "homes": 15, "base": 3, "above": c.APARTMENTS},
    c.SHOP: {"cost": 6, "upkeep": 1, "need": 1, "jobs": 2},
    c.MALL: {"cost": 13, "upkeep": 3, "need": 2, "jobs": 5, "above": c.SHOP},
    c.OFFICE: {"cost": 8, "upkeep": 1, "need": 1, "jobs": 5},
    c.WORKSHOP: {"cost": 6, "upkeep": 1, "need": 1, "jobs": 3, "smoke": 1},
    c.FACTORY: {"cost": 13, "upkeep": 3, "need": 2, "jobs": 7, "smoke": 3, "above": c.WORKSHOP},
    c.FARM: {"cost": 6, "jobs": 2, "size": 2},
    c.HARBOUR: {"cost": 9, "upkeep": 1, "need": 1, "jobs": 3},
    c.WIND: {"cost": 7, "makes": 4},
    c.COAL: {"cost": 9, "upkeep": 3, "makes": 14, "smoke": 4, "size": 2},
    c.SOLAR: {"cost": 13, "upkeep": 1, "makes": 8, "size": 2},
    c.HYDRO: {"cost": 12, "upkeep": 1, "makes": 8},
    c.SCHOOL: {"cost": 9, "upkeep": 1, "need": 1, "radius": 3, "cover": 1},
    c.CLINIC: {"cost": 9, "upkeep": 1, "need": 1, "radius": 3, "cover": 2},
    c.POLICE: {"cost": 8, "upkeep": 1, "need": 1, "radius": 4, "cover": 4},
    c.FIRE_STATION: {"cost": 8, "upkeep": 1, "need": 1, "radius": 4, "cover": 8},
    c.PARK: {"cost": 3, "radius": 2, "row": 2},
    c.PLAZA: {"cost": 4, "radius": 2},
    c.RESERVE: {"cost": 1, "radius": 2, "row": 3},
    c.STATION: {"cost": 10, "upkeep": 1, "need": 1, "radius": 3},
    c.MUSEUM: {"cost": 28, "upkeep": 2, "need": 1, "points": 2},
    c.STADIUM: {"cost": 30, "upkeep": 2, "need": 2, "points": 2, "size": 2},
    c.OBSERVATORY: {"cost": 26, "upkeep": 2, "need": 1, "points": 2},
    c.LIGHTHOUSE: {"cost": 26, "upkeep": 2, "need": 1, "points": 2},
    c.GARDEN: {"cost": 26, "upkeep": 1, "points": 2, "size": 2, "radius": 3},
    c.CENTRAL: {
        "cost": 24,
        "upkeep": 2,
        "need": 1,
        "points": 2,
        "radius": 3,
        "above": c.STATION,
    },
    c.HALL: {"jobs": 2, "makes": 4, "points": 0, "row": 0},
}
USUAL = {"size": 1, "points": 1, "row": 1}


def test_every_kind_is_here() -> None:
    assert sorted(FIGURES) == list(range(1, c.KINDS))


@pytest.mark.parametrize("name", COLUMNS)
def test_the_figures_of_every_building(name: str) -> None:
    expected = [0] + [FIGURES[kind].get(name, USUAL.get(name, 0)) for kind in range(1, c.KINDS)]
    assert list(COLUMNS[name]) == expected


def test_what_was_invested_adds_up_over_the_levels() -> None:
    assert [c.INVESTED[k] for k in (c.COTTAGE, c.APARTMENTS, c.TOWER)] == [3, 12, 32]
    assert [c.INVESTED[k] for k in (c.MALL, c.FACTORY, c.CENTRAL, c.PARK)] == [19, 19, 34, 3]


def test_what_becomes_what() -> None:
    pairs = {(k, c.UPGRADES_TO[k]) for k in range(c.KINDS) if c.UPGRADES_TO[k]}
    assert pairs == {(1, 2), (2, 3), (4, 5), (7, 8), (22, 28)}


def test_groups_for_green_stations_landmarks_and_work() -> None:
    def where(flags: tuple[bool, ...]) -> list[int]:
        return [kind for kind in range(c.KINDS) if flags[kind]]

    assert where(c.IS_GREEN) == [c.PARK, c.PLAZA, c.RESERVE, c.GARDEN]
    assert where(c.IS_STATION) == [c.STATION, c.CENTRAL]
    assert where(c.IS_LANDMARK) == list(range(23, 29))
    assert where(c.IS_WORK) == list(range(4, 11))
    assert where(c.IS_PLACED) == [k for k in range(1, 28) if k not in (2, 3, 5, 8)]
