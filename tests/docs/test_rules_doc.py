"""docs/rules.md says what the code does: every table is compared with it."""

import importlib
import re
from inspect import getsource
from types import ModuleType

import pytest

from games.engine import v0
from games.engine.v0 import actions, deck, event_codes, goals, newgame, policy, setups, state
from games.engine.v0 import catalogue as c
from games.engine.v0.actions import BOUNDS, SHAPES, decode_action, encode_action
from games.engine.v0.rejections import NAMES
from games.engine.v0.round import context
from tests.docs.tables import RULES, section, table, tables

TEXT = RULES.read_text()
PRICES, FIGURES = tables("3. The catalogue")
SERVICES = {"": 0, "school": 1, "clinic": 2, "police": 4, "fire": 8}


def named(module: ModuleType, low: int, high: int, prefix: str = "") -> dict[int, str]:
    """Names of a module's integers by value, of those that its source numbers low to high."""
    found: dict[int, str] = {}
    for name in re.findall(r"\b([A-Z][A-Z0-9_]+)\b", getsource(module)):
        value = getattr(module, name, None)
        if type(value) is int and low <= value <= high and name.startswith(prefix):
            found.setdefault(value, name)
    return found


def test_the_catalogue_s_names_and_prices() -> None:
    assert [int(row[0]) for row in PRICES] == list(range(1, c.KINDS))
    kinds = {row[1]: int(row[0]) for row in PRICES}
    for _, name, _, group, tiles, line, points, cost, origin, invested, refund, upkeep in PRICES:
        kind = kinds[name]
        assert getattr(c, name) == kind
        assert getattr(c, group) == c.GROUP[kind]
        assert {"1": 1, "2x2": 2}[tiles] == c.SIZE[kind]
        assert (int(line), int(points)) == (c.MOST_TILES[kind], c.POINTS[kind])
        assert (int(cost), int(upkeep)) == (c.COST[kind], c.UPKEEP[kind])
        assert (kinds[origin] if origin else 0) == c.UPGRADED_FROM[kind]
        assert int(invested) == c.INVESTED[kind]
        stays = c.IS_LANDMARK[kind] or kind in (c.HALL, c.RESERVE)
        assert refund == ("-" if stays else str(c.INVESTED[kind] // 2))


def test_the_catalogue_s_figures() -> None:
    assert [row[:2] for row in FIGURES] == [row[:2] for row in PRICES]
    for row in FIGURES:
        kind = int(row[0])
        need, makes, homes, jobs, base, radius = [int(cell or 0) for cell in row[2:8]]
        assert (need, makes) == (c.NEED[kind], c.GENERATION[kind])
        assert (homes, jobs) == (c.CAPACITY[kind], c.JOBS[kind])
        assert (base, radius) == (c.BASE_HAPPINESS[kind], c.RADIUS[kind])
        assert (SERVICES[row[8]], int(row[9] or 0)) == (c.COVER[kind], c.SMOKE[kind])


def test_every_setup_field_and_its_range() -> None:
    rows = [(row[0], int(row[1]), int(row[2])) for row in table("1.1 Setup")]
    assert rows == list(setups.SETUP_FIELDS)
    kinds = []
    for _, size, rounds, seats in table("1.1 Setup", 1):
        least, most = seats.split(" to ")
        kinds.append((int(size), int(rounds), int(least), int(most)))
    assert tuple(kinds) == newgame.STANDARD


def test_every_status_and_terrain_has_its_number() -> None:
    for number, name, *_ in table("1.2 Seats and their status"):
        assert getattr(state, name) == int(number)
    for number, name, *_ in table("2.2 Terrain"):
        assert getattr(state, name.upper()) == int(number)


def test_every_action_its_bounds_and_its_bytes() -> None:
    rows = table("4.3 The actions")
    assert [int(row[0]) for row in rows] == [k for k in range(64) if BOUNDS[k] is not None]
    for kind, name, parameters, bounds, example, data in rows:
        assert getattr(actions, name) == int(kind)
        most = tuple(eval(cell.replace("^", "**")) for cell in bounds.split(",") if cell)
        assert most == BOUNDS[int(kind)]
        assert len([cell for cell in parameters.split(",") if cell]) == len(most)
        action = tuple(int(cell) for cell in example.strip("`").split(","))
        assert action[0] == int(kind)
        assert encode_action(action) == bytes.fromhex(data.strip("`"))
        assert decode_action(bytes.fromhex(data.strip("`"))) == action


def test_every_shape() -> None:
    for row, shape in zip(table("4.3 The actions", 1), SHAPES, strict=True):
        cells = re.findall(r"\((\d),(\d)\)", row[1])
        assert tuple((int(x), int(y)) for x, y in cells) == shape


def test_every_ordinance() -> None:
    rows = table("4.3 The actions", 2)
    assert [getattr(policy, row[1]) for row in rows] == [int(row[0]) for row in rows]
    assert [int(row[0]) for row in rows] == list(range(1, 7))


def test_every_rejection() -> None:
    rows = table("11. Rejections")
    assert [(int(row[0]), row[1]) for row in rows] == list(NAMES)
    assert all(row[2] for row in rows)


def test_every_rejection_is_named_where_its_check_is_told() -> None:
    told = TEXT[TEXT.index("## 2. The board") : TEXT.index("## 11. Rejections")]
    assert [name for _, name in NAMES if name not in told] == []


def test_every_event_told_and_its_fields() -> None:
    source = getsource(event_codes)
    lines = re.findall(r"^([A-Z_]+) = (\d+)  # (.*)$", source, re.M)
    for row, (name, code, fields) in zip(table("13. Events told"), lines, strict=True):
        assert row[:2] == [code, name]
        assert row[2] == fields or name == "INCOME"


def test_every_event_card() -> None:
    rows = table("6. Event cards")
    assert [int(row[0]) for row in rows] == list(range(1, 17))
    for number, name, _, harmful, effect in rows:
        assert getattr(deck, name) == int(number)
        assert (harmful == "yes") == (int(number) in deck.HARMFUL)
        assert effect


def test_every_goal_and_its_figures() -> None:
    rows = table("7. Goals")
    assert [int(row[0]) for row in rows] == list(range(1, len(goals.TARGETS)))
    for number, name, short, longer, _ in rows:
        assert getattr(goals, name) == int(number)
        assert (int(short), int(longer)) == goals.TARGETS[int(number)]


def test_every_line_of_income_and_of_prestige_and_every_factor() -> None:
    income = [(int(row[0]), row[1]) for row in table("5. The end of a round")]
    assert income == [(line, name) for line, name in enumerate(row[1] for row in income)]
    assert [getattr(context, name) for _, name in income] == list(range(context.LINES))
    lines = {int(row[0]): row[1] for row in table("8.1 Prestige")}
    assert lines == named(state, 0, 9, "P_")
    factors = {int(row[0]): row[1] for row in table("5.7 Happiness")}
    happiness = importlib.import_module("games.engine.v0.round.happiness")
    assert factors == named(happiness, 1, 16, "F_")


@pytest.mark.parametrize("row", table("Appendix A: constants"), ids=lambda row: row[2])
def test_constant(row: list[str]) -> None:
    module, name = row[2].rsplit(".", 1)
    value = getattr(importlib.import_module("games.engine.v0." + module), name)
    wanted = [int(cell) for cell in row[1].split(",")]
    assert wanted == (list(value) if isinstance(value, tuple) else [value])


def test_every_part_of_the_state() -> None:
    heading = "12.3 State"
    planes, scalars, lists = tables(heading)[1:]
    assert tuple((row[0], int(row[1])) for row in planes) == state.PLANES
    assert tuple((row[0], int(row[1])) for row in scalars) == state.SCALARS
    assert tuple(row[0] for row in lists) == state.SEAT_LISTS


def test_every_reason_of_broken_action_bytes() -> None:
    reasons = set(re.findall(r'BrokenAction\("([a-z ]+)"\)', getsource(actions)))
    text = " ".join(section("12.1 Actions").split())
    told = text[text.index("refused with one of the reasons") :]
    assert [reason for reason in reasons - {"not an action"} if reason not in told] == []


def test_every_key_of_a_preview() -> None:
    match = v0.new_game(v0.standard_setup(0, 2, bytes(32)))
    tile = v0.legal_mask(match, 0, c.COTTAGE).index(1)
    accepted = v0.preview(match, 0, (actions.BUILD, c.COTTAGE, tile, 0))
    refused = v0.preview(match, 0, (actions.BUILD, c.HALL, tile, 0))
    told = [key for row in table("14. What an interface may ask") for key in row[0].split(", ")]
    assert sorted(told) == sorted({**accepted, **refused})


def test_links_lead_to_headings() -> None:
    headings = re.findall(r"^#+ (.*)$", TEXT, re.M)
    anchors = {re.sub(r"[^a-z0-9 -]", "", head.lower()).replace(" ", "-") for head in headings}
    links = re.findall(r"\(#([^)]*)\)", TEXT)
    assert [link for link in links if link not in anchors] == []
