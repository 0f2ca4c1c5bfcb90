"""Measured figures in the documents: each has a command, and is the same wherever it stands."""

import re

from tests.docs.tables import ROOT, section, table, tables

PERFORMANCE = ROOT / "docs" / "performance.md"
MAP = ROOT / "docs" / "map.md"
LAYOUT = ROOT / "docs" / "decisions" / "0001-state-layout.md"


def test_every_command_that_measures_is_told() -> None:
    commands = {
        f"bench.{path.stem}"
        for path in (ROOT / "bench").glob("*.py")
        if "__main__" in path.read_text()
    } | {f"bench.{path.parent.name}" for path in (ROOT / "bench").glob("*/__main__.py")}
    told = re.findall(r"`python -m (bench\.\w+)", PERFORMANCE.read_text())
    assert commands and commands <= set(told)


def test_how_much_longer_a_map_takes_in_webassembly_is_what_the_table_says() -> None:
    times = [float(row[-1]) for row in tables("Measured", MAP)[1]]
    text = " ".join(section("Measured", MAP).split())
    assert f"takes {min(times)} to {max(times)} times as long" in text


def test_the_layout_of_the_state_quotes_the_table_of_the_rules() -> None:
    rows = {row[0]: row[1:3] for row in table("The rules", path=PERFORMANCE)}
    target, median = rows["CPython: build on 32x32 with hash"]
    text = " ".join(LAYOUT.read_text().split())
    assert f"takes {median} on CPython (target {target.removesuffix(' ms')})" in text
