"""The players' part of docs/rules.md: names as the screen has them, figures as the rules have."""

import re

import pytest

from games.bots import trade
from games.engine.v0.round.happiness import TAX_HAPPINESS
from games.engine.v0.round.money import TAX_DIVISOR
from games.engine.v0.round.residents import LEAVE_AT, MOVE_IN_FROM
from games.engine.v0.scoring import WEIGHT
from tests.docs.tables import ROOT, RULES, section, table, tables

CLIENT = ROOT / "client" / "src"
TEXT = RULES.read_text()
PLAYERS = TEXT[TEXT.index("## How to play") : TEXT.index("## Notation")]


def words(key: str) -> list[str]:
    """What the client's English catalogue has under a key: one text, or one for each plural."""
    for path in sorted((CLIENT / "text" / "en").glob("*.ts")):
        found = re.search(rf'"{re.escape(key)}":\s*("[^"]*"|\{{[^}}]*\}})', path.read_text())
        if found:
            return re.findall(r'"([^"]*)"', found[1])
    raise AssertionError(key)


def source(name: str, start: str) -> str:
    """The piece of a client's file from `start` to the end of the list it opens."""
    text = (CLIENT / name).read_text()
    begin = text.index(start)
    return text[begin : text.index("] as const;", begin)]


def test_every_overlay_has_its_key_and_its_name_on_the_screen() -> None:
    names = re.findall(r'"(\w+)"', source("board/washes.ts", "export const OVERLAYS"))
    rows = table("Overlays")
    assert [row[0] for row in rows] == [str(i) for i in range(1, len(names) + 1)]
    for (_, shown, what), name in zip(rows, names, strict=True):
        assert [shown] == words(f"overlay.{name}")
        assert what


def test_every_tool_stands_in_its_group_under_its_name_on_the_screen() -> None:
    listed = source("play/tools.ts", "export const CATEGORIES")
    groups = re.findall(r'name: "(\w+)", letter: "(\w)", tools: \[([^\]]*)\]', listed)
    codes = dict(
        re.findall(r"export const (TOOL_\w+) = (\d+);", (CLIENT / "play/tools.ts").read_text())
    )
    told = []
    for (key, group, shown), (name, letter, tools) in zip(
        table("Tools and places"), groups, strict=True
    ):
        assert key == letter.upper()
        assert [group] == words(f"palette.{name}")
        told.append(shown.split(", "))
        ids = [codes.get(tool, tool) for tool in tools.replace(" ", "").split(",")]
        for tool_id, tool in zip(ids, told[-1], strict=True):
            assert tool in words(f"building.{tool_id}")
    assert sum(len(tools) for tools in told) == 28 + 4


def test_buildings_and_event_cards_have_their_names_on_the_screen() -> None:
    for row in tables("3. The catalogue")[0]:
        assert row[2] in words(f"building.{row[0]}")
    for row in table("6. Event cards"):
        assert row[2] in words(f"event.{row[0]}")


def test_taxes() -> None:
    for level, (name, happiness, coins) in enumerate(table("Money")):
        assert [name] == words(f"tax.{level}")
        assert int(happiness) == TAX_HAPPINESS[level]
        assert coins == f"{TAX_DIVISOR[level]} residents"


def test_a_resident_s_prestige_by_happiness() -> None:
    told: list[int] = []
    for what, prestige in table("What prestige comes from"):
        span = re.search(r"resident in a home with happiness (\d+) (?:to|or) (\d+)", what)
        if span:
            quarters = 4 if prestige == "1" else 4 * int(prestige[0]) // int(prestige[2])
            assert int(span[1]) == len(told)
            told += [quarters] * (int(span[2]) + 1 - len(told))
    assert tuple(told) == WEIGHT


def test_when_people_come_and_leave() -> None:
    told = " ".join(section("What makes people come and leave").split())
    assert f"move in from {MOVE_IN_FROM}, stay put at 4, and leave at {LEAVE_AT} or less" in told
    levels = [row[2] for row in table("What stands on a home")]
    assert levels == ["7 to 10", f"{MOVE_IN_FROM} and 6", "0 to 4"]


def test_prices_of_bots() -> None:
    rows = [row[1] for row in table("Trade, and what the bots accept")]
    assert f"up to {trade.SHORT_UNIT / 10} coins for each unit" in rows[0]
    assert f"up to {trade.MOST_GOODS / 10} coins a good" in rows[2]
    assert f"from {trade.LEAST_GOODS / 10} coins a good" in rows[3]
    assert trade.OFFERS_A_TURN == 1 and trade.LONGEST == 3


@pytest.mark.parametrize(
    "key",
    ["home.play", "home.continue", "home.choose", "turn.suggest", "turn.confirm", "turn.cancel"]
    + ["menu.bot", "menu.export", "menu.keyShape"],
)
def test_a_button_is_called_what_it_says(key: str) -> None:
    (label,) = words(key)
    assert label in " ".join(PLAYERS.split())


def test_the_quarter_of_the_players_part_is_the_worked_one() -> None:
    drawn = re.findall(
        r"[HSPOh]", "".join(re.findall(r"^= (\w \w \w) =", section("Quarters"), re.M))
    )
    worked = table("Example: a quarter")
    yours = sum(1 for sign in drawn if sign in "HSP")
    assert [str(yours), str(len(drawn) - yours)] == [row[1] for row in worked]


def test_prose_keeps_to_a_hundred_characters() -> None:
    lines = TEXT.split("\n")
    assert [line for line in lines if len(line) > 100 and not line.startswith("|")] == []
